"""The PDFs read back: accessible, complete, without a key, the same each time."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader
from pytest_check import check

from builder.errors import Refused
from builder.model import (
    Choice,
    Item,
    Multiple,
    Number,
    Open,
    ReviewedCourse,
    Text,
    TrueFalse,
)
from builder.writers.handouts.fonts import STAND_IN, load_fonts
from handout_kit import bare, fonts, make, resolved, tags, text, titles
from small_course import HOSTILE, course, items

HANDOUT, KEY, BOOKLET = "01-remittances.pdf", "01-remittances-answers.pdf", "booklet.pdf"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return make(course(), tmp_path_factory.mktemp("handouts"))[0]


def with_items(change: dict[str, dict[str, Any]]) -> ReviewedCourse:
    """Return the clean course, some items (by type) changed."""
    reviewed = course(hostile=False)
    first = reviewed.modules[0]
    changed = tuple(
        item.model_copy(update=change.get(item.type, {})) if item.id != "re-rejected" else item
        for item in first.bank.items
    )
    bank = first.bank.model_copy(update={"items": changed})
    return replace(reviewed, modules=(replace(first, bank=bank),))


def secret_keys(number: int) -> ReviewedCourse:
    """Return the clean course with keys, answers and rationales that only the key may show."""
    by_type: dict[str, Item] = {item.type: item for item in items()}
    change: dict[str, dict[str, Any]] = {
        name: {"rationale": f"SECRETWHY{name}{number}"} for name in by_type
    }
    for item in by_type.values():
        if isinstance(item, Choice | Multiple):
            change[item.type]["options"] = tuple(
                o.model_copy(update={"key": i == number, "rationale": f"SECRETOPTION{i}{number}"})
                for i, o in enumerate(item.options)
            )
    change["true_false"]["answer"] = bool(number)
    change["number"] |= {"answer": 4200.0 + number, "tolerance": 7.0 + number}
    change["text"]["accepted"] = (f"SECRETTEXT{number}",)
    change["open"]["model_answer"] = f"SECRETMODEL{number} " * (1 + 30 * number)
    assert {TrueFalse, Number, Text, Open} <= {type(item) for item in by_type.values()}
    return with_items(change)


def test_every_pdf_is_accessible(made: dict[str, Path]) -> None:
    """Tagged, titled, with language and bookmarks, all fonts embedded, declared PDF/UA-1."""
    assert len(made) == 5
    for name, path in made.items():
        reader = PdfReader(path)
        root = resolved(reader.trailer["/Root"])
        embedded = [any(f"/FontFile{n}" in font for n in ("", 2, 3)) for font in fonts(path)]
        found = tags(path)
        with check:
            assert root["/MarkInfo"]["/Marked"], name
        with check:
            assert root["/Lang"] == "en", name
        with check:
            assert root["/ViewerPreferences"]["/DisplayDocTitle"], name
        with check:
            assert "A small course" in reader.metadata["/Title"], name
        with check:
            assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data(), name
        with check:
            assert titles(reader.outline), name
        with check:
            assert embedded and all(embedded), name
        with check:
            assert {"/H1", "/H2", "/P"} <= set(found) and "/Figure" not in found, name


def test_tables_and_lists_are_tagged(made: dict[str, Path]) -> None:
    found = tags(made[HANDOUT])
    for tag in ("/H3", "/Table", "/TH", "/TD", "/L", "/LI"):
        with check:
            assert tag in found, tag


def test_handout_holds_what_a_participant_works_with(made: dict[str, Path]) -> None:
    shown = text(made[HANDOUT])
    for words in (
        "Module 1 · Key issues (2006)",
        "After this module you will be able to:",
        "define remittance",
        "explain why fees fall",
        "Fees fall because companies compete. p. 15",
        "Émigré a person who has left p. 12",
        "What families do with the money",
        "on food and rent p. 12",
        "12 %",
        "What would lower the fees in your country?",
        "1.1 What is a remittance?",
        "billion US dollars",
        "Notes",
        "UNITAR, Migration and Development Series (2006–2008), pp. 12–15",
    ):
        with check:
            assert bare(words) in shown, words
    for words in ("rejected", "Stale concept", "re-choice"):
        with check:
            assert bare(words) not in shown, words


def test_figures_come_with_date_and_page_unless_the_quiz_asks_for_them(tmp_path: Path) -> None:
    told = "As the source says"
    asked, _, _ = make(course(hostile=False), tmp_path / "asked")
    assert bare(told) not in text(asked[HANDOUT])
    reviewed = course(hostile=False)
    first = reviewed.modules[0]
    kept = tuple(item for item in first.bank.items if item.type != "number")
    bank = first.bank.model_copy(update={"items": kept})
    free, _, _ = make(replace(reviewed, modules=(replace(first, bank=bank),)), tmp_path / "free")
    row = "In 2005, migrants sent home about USD 167 billion. 2005 p. 13"
    assert bare(row) in text(free[HANDOUT])


def test_key_holds_what_a_trainer_needs(made: dict[str, Path]) -> None:
    shown = text(made[KEY])
    for item in items():
        with check:
            assert bare(f"{item.bloom.value} · {item.id}") in shown, item.id
        for source in item.sources():
            with check:
                assert bare(source.quote) in shown, item.id
            with check:
                assert bare(f"{source.section}, p. {source.page}") in shown, item.id
    for words in (
        "A loan that a bank makes – A loan is paid back.",
        "give or take 5",
        "Bank – 12 %",
        "Global Forum",
        "too few statements stand on their own",
    ):
        with check:
            assert bare(words) in shown, words


def test_booklet_has_contents_glossary_acronyms_and_index(made: dict[str, Path]) -> None:
    shown = text(made[BOOKLET])
    for words in ("Contents", "Glossary", "Acronyms", "GF Global Forum 1", "Index"):
        with check:
            assert bare(words) in shown, words
    marks = [str(o) for o in titles(PdfReader(made[BOOKLET]).outline) if isinstance(o, str)]
    assert [bare(m) for m in marks][-3:] == ["Glossary", "Acronyms", "Index"]
    assert bare("Key issues (2006)") in marks


def test_the_index_leads_to_the_pages(made: dict[str, Path]) -> None:
    reader = PdfReader(made[BOOKLET])
    pages = [bare(page.extract_text()) for page in reader.pages]
    at = next(i for i, page in enumerate(pages) if bare("The Global Forum (GF) compares") in page)
    assert f"GF{at + 1}" in pages[-1]


def test_no_key_reaches_participants(tmp_path: Path) -> None:
    made, _, _ = make(secret_keys(0), tmp_path)
    assert text(made[KEY]).count("SECRET") >= 9 + 5, "they are in the answer key"
    for name in (HANDOUT, BOOKLET):
        with check:
            assert "SECRET" not in text(made[name]), name
        with check:
            assert "4200" not in text(made[name]) and "4,200" not in text(made[name]), name
        with check:
            assert b"SECRET" not in made[name].read_bytes(), name


def test_participants_files_are_the_same_whatever_the_key(tmp_path: Path) -> None:
    """No order, room or mark can tell the key: there is not one byte between them."""
    one, _, _ = make(secret_keys(0), tmp_path / "one")
    two, _, _ = make(secret_keys(1), tmp_path / "two")
    assert one[KEY].read_bytes() != two[KEY].read_bytes()
    for name in (HANDOUT, BOOKLET):
        assert one[name].read_bytes() == two[name].read_bytes(), name


def test_hostile_text_is_shown_as_text(made: dict[str, Path]) -> None:
    for name in ("02-hostile-text.pdf", "02-hostile-text-answers.pdf", BOOKLET):
        shown = text(made[name])
        for words in HOSTILE:
            with check:
                assert bare(words) in shown, f"{name}: {words}"


def test_no_link_leaves_the_document(made: dict[str, Path]) -> None:
    for name, path in made.items():
        for page in PdfReader(path).pages:
            for note in page.get("/Annots", []):
                assert "/URI" not in str(resolved(note)), name


def test_same_course_same_bytes(made: dict[str, Path], tmp_path: Path) -> None:
    again, _, _ = make(course(), tmp_path)
    assert list(again) == list(made)
    for name, path in made.items():
        assert again[name].read_bytes() == path.read_bytes(), name
        assert b"CreationDate" not in path.read_bytes(), name


def test_unchanged_modules_are_not_set_again(tmp_path: Path) -> None:
    first, _, _ = make(secret_keys(0), tmp_path)
    for path in first.values():
        os.utime(path, (1, 1))
    again, _, said = make(secret_keys(1), tmp_path)
    assert {n for n, p in again.items() if p.stat().st_mtime != 1.0} == {KEY}
    assert [line.split()[0] for line in said] == ["Unchanged:", "Unchanged:", "Set"]


def test_a_file_that_somebody_changed_is_set_again(tmp_path: Path) -> None:
    made, _, _ = make(course(hostile=False), tmp_path)
    whole = made[HANDOUT].read_bytes()
    made[HANDOUT].write_bytes(b"changed")
    made[KEY].unlink()
    make(course(hostile=False), tmp_path)
    assert made[HANDOUT].read_bytes() == whole
    assert made[KEY].is_file()


def test_files_of_a_module_that_is_gone_go_too(tmp_path: Path) -> None:
    make(course(), tmp_path)
    make(course(), tmp_path, paper="letter")
    (tmp_path / "participants" / "mine.pdf").write_bytes(b"mine")
    make(course(hostile=False), tmp_path)
    left = sorted(path.name for path in tmp_path.rglob("*.pdf"))
    assert "02-hostile-text.pdf" not in left
    assert {"mine.pdf", "02-hostile-text.letter.pdf"} <= set(left)


def test_named_modules_only(tmp_path: Path) -> None:
    made, _, _ = make(course(), tmp_path, "hostile-text")
    assert sorted(made) == ["02-hostile-text-answers.pdf", "02-hostile-text.pdf"]


def test_paper_and_black_and_white(tmp_path: Path) -> None:
    made, _, _ = make(course(hostile=False), tmp_path, paper="letter", mono=True)
    page = PdfReader(made["01-remittances.letter.mono.pdf"]).pages[0]
    assert (float(page.mediabox.width), float(page.mediabox.height)) == (612, 792)
    for path in made.values():
        for sheet in PdfReader(path).pages:
            colours = {op for _, op in sheet.get_contents().operations}  # type: ignore[union-attr]
            assert not colours & {b"rg", b"RG", b"k", b"K"}


def in_stems(words: str) -> ReviewedCourse:
    return with_items({"choice": {"stem": words}})


def test_other_scripts_are_set_without_finding(tmp_path: Path) -> None:
    words = "Миграция μετανάστευση migração الهجرة «déjà-vu» ✓ → ≤ ½ x\u0302 e\u0301 ي\u064e"
    made, findings, _ = make(in_stems(words), tmp_path)
    assert findings == []
    shown = text(made[HANDOUT])
    for word in ("Миграция", "μετανάστευση", "migração", "«déjà-vu»"):
        assert word in shown
    assert STAND_IN not in shown


def test_what_no_font_has_is_a_finding(tmp_path: Path) -> None:
    made, findings, _ = make(in_stems("移民 and \U0001f600?"), tmp_path)
    assert f"{STAND_IN}{STAND_IN}and{STAND_IN}?" in text(made[HANDOUT])
    (finding,) = findings
    assert (finding.code, str(finding.where)) == ("handout-characters", "quizzes/remittances.yml")
    assert "“移”" in finding.message and "“\U0001f600” (grinning face)" in finding.message
    assert "course/fonts/" in finding.advice


def own_font(root: Path) -> Path:
    """Return the folder of people's own fonts, with one that has a character more."""
    font = TTFont(next(path for path in load_fonts(None).files if "Arabic" in path.name))
    for name in font["name"].names:
        if name.nameID in (1, 4, 16):
            name.string = "Own Han"
    glyph = font.getBestCmap()[ord("ا")]
    for table in font["cmap"].tables:
        table.cmap[0x79FB] = glyph
    folder = root / "course" / "fonts"
    folder.mkdir(parents=True)
    font.save(folder / "own.ttf")
    return folder


def test_people_may_add_fonts(tmp_path: Path) -> None:
    own_font(tmp_path)
    made, findings, _ = make(in_stems("移?"), tmp_path / "out", root=tmp_path)
    assert findings == []
    assert "移?" in text(made[HANDOUT])


def test_everything_the_fonts_have_can_be_set(tmp_path: Path) -> None:
    codes = sorted(set().union(*load_fonts(None).coverage))
    words = " ".join(map(chr, codes)) + "".join(c for c in map(chr, range(0x3001)) if c.isspace())
    made, findings, _ = make(in_stems(words), tmp_path, "remittances")
    assert findings == []
    assert text(made[HANDOUT]).count("\N{CYRILLIC CAPITAL LETTER YA}") == 1


def test_marks_that_no_font_joins_are_a_finding(tmp_path: Path) -> None:
    _, findings, _ = make(in_stems("Ж\u064eb"), tmp_path)
    assert "arabic fatha" in findings[0].message


def test_what_is_no_font_is_refused(tmp_path: Path) -> None:
    (own_font(tmp_path) / "broken.otf").write_bytes(b"no font")
    with pytest.raises(Refused, match=r"course/fonts/broken\.otf: .*Replace it"):
        make(course(), tmp_path / "out", root=tmp_path)


def test_controls_and_long_words_do_no_harm(tmp_path: Path) -> None:
    word = "x" * 400
    made, findings, _ = make(in_stems(f"A\x00\x1b\u202e {word}\ud800 end"), tmp_path)
    assert findings == []
    assert f"A{word}end" in text(made[HANDOUT])
    for page in PdfReader(made[HANDOUT]).pages:
        right: list[float] = []
        page.extract_text(visitor_text=lambda t, cm, tm, f, s, right=right: right.append(tm[4]))
        assert max(right) < float(page.mediabox.width) - 40


def test_text_is_cleaned_without_loss() -> None:
    missing: set[str] = set()
    clean = load_fonts(None).clean({"a": ["e\u0301\u00a0x\ty", 3, True, None]}, missing)
    assert clean == {"a": ["é\u00a0x y", 3, True, None]}
    assert not missing
