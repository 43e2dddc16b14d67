"""Sampling, controls and sheet; drafting itself is not examined here."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import pytest_check as check

from builder.errors import Refused
from builder.model import Choice, Open, Option, SourceRef
from builder.readers.markdown import extract_from_text
from evaluation.__main__ import main
from evaluation.controls import DEFECTS, Control, choose_controls, load_controls
from evaluation.entry import CLEAN, Entry
from evaluation.kit import Kit, draw, write_kit
from evaluation.sample import sample, shuffled
from evaluation.sheet import around, sheet

TEXT = """---
title: Rivers
kind: report
---
## Levels

Rain fell. [p. 1]

It rose by *two* metres. Nobody acted. [p. 2]

## Costs

It cost <b>much</b>. [p. 3]
"""
EXTRACT = extract_from_text(TEXT, "rivers", "rivers.md")


def entry(number: int, rule: str = "r", quote: str = "It rose by two metres.") -> Entry:
    source = SourceRef(extract="rivers", quote=quote)
    item = Open(id=f"i-{number}", stem="S?", model_answer="A.", rule=rule, source=source)
    return Entry(item, EXTRACT, "Recall.")


def test_a_sample_keeps_the_shares_of_rules() -> None:
    entries = [entry(i, "often" if i < 60 else "seldom") for i in range(80)]
    for seed in "abc":
        rules = Counter(e.item.rule for e in sample(entries, 20, seed))
        assert rules == {"often": 15, "seldom": 5}


def test_a_sample_has_no_item_twice_and_depends_on_the_seed_only() -> None:
    entries = [entry(i) for i in range(33)]
    drawn = {seed: [e.name for e in sample(entries, 20, seed)] for seed in "ab"}
    assert len(set(drawn["a"])) == 20
    assert drawn["a"] == [e.name for e in sample(entries[::-1], 20, "a")]
    assert set(drawn["a"]) != set(drawn["b"])


def test_every_item_can_be_drawn() -> None:
    entries = [entry(i) for i in range(7)]
    drawn = Counter(e.name for s in range(300) for e in sample(entries, 2, str(s)))
    assert len(drawn) == 7
    assert max(drawn.values()) < 1.7 * min(drawn.values())


def test_a_small_supply_is_taken_whole() -> None:
    entries = [entry(i) for i in range(3)]
    assert sample(entries, 5, "") == entries
    assert sample([], 5, "") == []
    assert sample(entries, 0, "") == []


def test_every_control_stands_in_its_text_and_every_defect_can_be_planted() -> None:
    controls = load_controls()
    kinds = Counter(kind for control in controls for kind in control.defects)
    check.equal(len({control.data["id"] for control in controls}), len(controls))
    check.equal(set(kinds), set(DEFECTS))
    check.greater(min(kinds.values()), 3)
    for control in controls:
        for kind in (CLEAN, *control.defects):
            check.is_true(control.stands(kind), f"{control.data['id']} {kind}: text changed")
            item = control.entry(kind).item
            check.is_true(all(ref.quote in item.rationale for ref in item.sources()), item.id)
            check.is_true(around(item, control.extract), f"{item.id} {kind}: section changed")
            check.equal(kind == CLEAN, item == control.entry(CLEAN).item)


def test_half_of_the_controls_are_clean() -> None:
    chosen = choose_controls(load_controls(), 12, "seed")
    kinds = Counter(e.control for e in chosen)
    assert kinds.pop(CLEAN) == 6
    assert max(kinds.values()) == 1, "defects take turns"
    assert len({e.item.id for e in chosen}) == 12


def test_no_control_on_a_sentence_that_a_drafted_item_asks_about() -> None:
    controls = load_controls()
    asked = {controls[0].data["source"]["quote"]}
    chosen = choose_controls(controls, 99, "seed", asked)
    assert controls[0].data["id"] not in {e.item.id for e in chosen}
    assert len(chosen) == len(controls) - 1


def test_a_control_whose_text_was_changed_is_left_out() -> None:
    data = {"id": "x", "type": "open", "stem": "S?", "model_answer": "A",
            "source": {"extract": "rivers", "quote": "It fell."}}  # fmt: skip
    assert choose_controls([Control(data, EXTRACT, "O", {})], 1, "") == []


def test_the_sheet_shows_what_a_grader_needs_and_no_more() -> None:
    options = (Option(text="1 m", rationale="No."), Option(text="2 m", key=True, rationale="Why."))
    item = Choice(
        id="r-1",
        rule="secret-rule",
        stem="How far did it rise?",
        options=options,
        rationale="Why.",
        source=SourceRef(
            extract="rivers", section="Levels", page="2", quote="It rose by two metres."
        ),
    )
    text = sheet([Entry(item, EXTRACT, "Recall the rise.", "wrong-key")])
    for expected in (
        "## Item 1",
        "How far did it rise?",
        "A. 1 m",
        "**Key:** B",
        "**Feedback on A:** No.",
        "**Rationale:** Why.",
        "Recall the rise. **Level:** remember",
        "> Rain fell. (p. 1)",
        "> It rose by two metres. Nobody acted. (p. 2)",
    ):
        check.is_in(expected, text)
    for hidden in ("secret-rule", "wrong-key", "r-1", "Feedback on B", "It cost"):
        check.is_not_in(hidden, text)


def test_source_text_is_inert_in_the_sheet() -> None:
    text = sheet([entry(1, quote="It cost <b>much</b>.")])
    assert "It cost" in text
    assert "<" not in text.replace("\\<", "")


def test_a_citation_that_the_text_does_not_have_is_told() -> None:
    assert "the text has no such sentence" in sheet([entry(1, quote="Not there.")])
    assert "the text has no such sentence" not in sheet([entry(1)])


def test_the_order_does_not_tell_controls() -> None:
    controls = choose_controls(load_controls(), 10, "s")
    mixed = shuffled([*(entry(i) for i in range(10)), *controls], "s")
    firsts = sum(bool(e.control) for e in mixed[:10])
    assert 2 <= firsts <= 8


def test_another_kit_is_not_overwritten(tmp_path: Path) -> None:
    kit = Kit((entry(1),), {"rivers": 1}, "")
    for _ in range(2):
        assert all(path.exists() for path in write_kit(kit, tmp_path))
    (tmp_path / "answers.csv").write_text("filled in")
    with pytest.raises(Refused, match="another kit"):
        write_kit(kit, tmp_path)
    assert (tmp_path / "answers.csv").read_text() == "filled in"


def test_two_texts_of_one_name_are_refused(tmp_path: Path) -> None:
    for folder in "ab":
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "rivers.md").write_text(TEXT)
    with pytest.raises(Refused, match="two texts have this name"):
        draw([tmp_path / "a" / "rivers.md", tmp_path / "b" / "rivers.md"], 1, 0, "")


def test_the_same_draw_gives_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evaluation.kit.draft_entries", lambda extract: [entry(1), entry(2)])
    texts = sorted((Path(__file__).parents[2] / "evaluation" / "texts").glob("*.md"))[:2]
    for out, order in (("a", texts), ("b", texts[::-1])):
        arguments = ["--out", str(tmp_path / out), "--items", "3", "--controls", "4"]
        assert main(["draw", "--texts", *map(str, order), *arguments]) == 0
    for name in ("sheet.md", "answers.csv", "secret.json"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_a_missing_text_is_one_clear_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["draw", "--texts", "none.md", "--out", str(tmp_path)]) == 1
    assert "none.md: there is no such extract." in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
