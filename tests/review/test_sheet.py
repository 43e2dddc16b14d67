"""The review sheet goes out, comes back from a spreadsheet program, and is not trusted."""

from __future__ import annotations

import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from builder.cli import main
from builder.errors import Refused
from builder.review import xlsx
from builder.review.sheet_in import Report, bring_in
from builder.review.sheet_out import COLUMNS
from builder.store import load_bank, load_module
from review_kit import SENTENCES, World, write_course

SLUG = "labour-migration"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_course(tmp_path)


def export(root: Path) -> Path:
    path = root / "sheet.xlsx"
    assert main(["--root", str(root), "review", "--export", str(path)]) == 0
    return path


def fill(path: Path, answers: dict[tuple[str, str], dict[str, str]]) -> None:
    """Write answers into rows named by id and field, as a spreadsheet program would."""
    book = openpyxl.load_workbook(path)
    sheet = book["Review"]
    heads = {cell.value: cell.column for cell in sheet[1]}
    rows = {
        (sheet.cell(n, heads["Id"]).value, sheet.cell(n, heads["Field"]).value): n
        for n in range(2, sheet.max_row + 1)
    }
    for key, values in answers.items():
        for name, value in values.items():
            sheet.cell(rows[key], heads[name]).value = value
    book.save(path)


def items(root: Path) -> Any:
    return load_bank(root / "quizzes" / f"{SLUG}.yml").items


def taken(report: Report) -> tuple[int, int, list[str]]:
    return report.changed, report.already, [p.code for p in report.problems]


def test_every_text_has_a_row_beside_its_passage(root: Path) -> None:
    sheet = openpyxl.load_workbook(export(root))["Review"]
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in sheet.values][1:]
    stem = next(row for row in rows if row["Field"] == "items/stem")
    assert stem["Passage"] == f"→ {SENTENCES[0]} ←"
    assert stem["Page"] == "30"
    fields = [row["Field"] for row in rows if row["Id"] == items(root)[0].id]
    assert fields == ["items/stem", "items/options/0/text", "items/options/1/text"]
    assert {row["Kind"] for row in rows} >= {"choice", "objective", "concept", "sentence"}


def test_same_course_same_bytes(root: Path) -> None:
    first = export(root).read_bytes()
    time.sleep(2.1)  # more than the clock of a zip archive can tell apart
    (root / "sheet.xlsx").unlink()
    assert export(root).read_bytes() == first


def test_there_and_back(root: Path) -> None:
    path = export(root)
    one, two, three = (item.id for item in items(root)[:3])
    fill(path, {
        (one, "items/stem"): {"Decision": "accept", "Comment": "good"},
        (two, "items/options/1/text"): {"Edit": "-1 “apple”: # no\nsecond line"},
        (three, "items/stem"): {"Decision": "Reject", "Comment": "two keys"},
        ("lm-o1", "objectives/statement"): {"Edit": "Explain fees."},
    })  # fmt: skip
    assert taken(bring_in(root, path)) == (4, 0, [])
    found = items(root)
    assert (found[0].status, found[0].comment) == ("accepted", "good")
    assert found[1].status == "edited"
    assert found[1].options[1].text == "-1 “apple”: # no\nsecond line"
    assert (found[2].status, found[2].comment) == ("rejected", "two keys")
    module = load_module(root / "modules" / f"{SLUG}.yml")
    assert (module.objectives[0].statement, module.objectives[0].status) == (
        "Explain fees.", "edited",
    )  # fmt: skip
    assert taken(bring_in(root, path)) == (0, 4, []), "a second import changes nothing"


def test_a_newer_edit_wins_and_the_sheet_is_quoted(root: Path) -> None:
    path = export(root)
    first = items(root)[0].id
    fill(path, {(first, "items/stem"): {"Edit": "From the sheet?", "Comment": "c"}})
    bank = root / "quizzes" / f"{SLUG}.yml"
    bank.write_text(bank.read_text().replace("Version 1: what about Remittances", "Newer", 1))
    report = bring_in(root, path)
    assert taken(report) == (0, 0, ["sheet-conflict"])
    assert "From the sheet?" in str(report.problems[0])
    assert items(root)[0].stem == "Newer?"


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ({"Decision": "perhaps"}, "sheet-decision"),
        ({"Decision": "reject", "Edit": "x"}, "sheet-contradiction"),
        ({"Edit": '=HYPERLINK("http://evil.example")'}, "sheet-formula"),
        ({"Comment": "=1+1"}, "sheet-formula"),
    ],
)
def test_what_cannot_be_taken_over_is_said(root: Path, answer: dict[str, str], code: str) -> None:
    path = export(root)
    one, two = (item.id for item in items(root)[:2])
    fill(path, {(one, "items/stem"): answer, (two, "items/stem"): {"Decision": "accept"}})
    assert taken(bring_in(root, path)) == (1, 0, [code])
    assert [str(item.status) for item in items(root)[:2]] == ["draft", "accepted"]


def test_an_invalid_edit_is_said(root: Path) -> None:
    path = export(root)
    truth = next(item.id for item in items(root) if item.type == "true_false")
    fill(path, {(truth, "items/answer"): {"Edit": "perhaps"}})
    report = bring_in(root, path)
    assert taken(report) == (0, 0, ["value-invalid"])
    assert "true or false" in str(report.problems[0])


def test_an_element_that_is_gone_is_said(root: Path) -> None:
    path = export(root)
    fill(path, {(items(root)[0].id, "items/stem"): {"Edit": "Still here?"}})
    write_course(root, World(sentences=SENTENCES[4:]))
    report = bring_in(root, path)
    assert taken(report) == (0, 0, ["sheet-unknown"])
    assert "Still here?" in str(report.problems[0])


def test_text_that_looks_live_is_text(root: Path) -> None:
    bank = root / "quizzes" / f"{SLUG}.yml"
    bank.write_text(bank.read_text().replace("Version 1: what", "=cmd|'/c calc'!A1 http://e", 1))
    with zipfile.ZipFile(export(root)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert not any(b"<f>" in part or b"<hyperlink" in part for part in parts.values())


CONTENT = "xl/worksheets/sheet1.xml"


def bomb(parts: dict[str, bytes]) -> None:
    parts[CONTENT] = b"<worksheet><sheetData>" + b" " * (xlsx.MOST_BYTES + 1)


def doctype(parts: dict[str, bytes]) -> None:
    parts[CONTENT] = (
        b'<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
        b"<worksheet><sheetData>&a;&b;</sheetData></worksheet>"
    )


def other_sheet(parts: dict[str, bytes]) -> None:
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b'"Review"', b'"Other"')


def no_heads(parts: dict[str, bytes]) -> None:
    parts["xl/sharedStrings.xml"] = parts["xl/sharedStrings.xml"].replace(b">Edit<", b">Edits<")


def cut(parts: dict[str, bytes]) -> None:
    parts[CONTENT] = parts[CONTENT][: len(parts[CONTENT]) // 2]


def bad_string(parts: dict[str, bytes]) -> None:
    parts[CONTENT] = parts[CONTENT].replace(b"<v>0</v>", b"<v>99999999</v>", 1)


def bad_address(parts: dict[str, bytes]) -> None:
    parts[CONTENT] = parts[CONTENT].replace(b'r="A1"', b'r="AAAAAAAA1"', 1)


def no_book(parts: dict[str, bytes]) -> None:
    del parts["xl/workbook.xml"]


def outside(parts: dict[str, bytes]) -> None:
    key = "xl/_rels/workbook.xml.rels"
    parts[key] = parts[key].replace(b"worksheets/sheet1.xml", b"../../../etc/passwd")


def long_cell(parts: dict[str, bytes]) -> None:
    key = "xl/sharedStrings.xml"
    parts[key] = parts[key].replace(b">Edit<", b">" + b"E" * 50_000 + b"<")


@pytest.mark.parametrize(
    "spoil",
    [bomb, doctype, other_sheet, no_heads, cut, bad_string, bad_address, no_book, outside,
     long_cell],
)  # fmt: skip
def test_hostile_sheets_are_refused(root: Path, spoil: Callable[[dict[str, bytes]], None]) -> None:
    path = export(root)
    fill(path, {(items(root)[-1].id, "items/stem"): {"Decision": "accept"}})
    path = export(root) if spoil in (no_heads, long_cell, bad_string) else path
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    spoil(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    with pytest.raises(Refused, match=r"sheet\.xlsx.* the file was not read"):
        bring_in(root, path)
    assert {str(item.status) for item in items(root)} == {"draft"}


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0 encrypted", b"a,b\n"])
def test_what_is_no_sheet_is_refused(root: Path, data: bytes) -> None:
    (root / "bad.xlsx").write_bytes(data)
    with pytest.raises(Refused, match="the file was not read"):
        bring_in(root, root / "bad.xlsx")
    with pytest.raises(Refused, match="cannot be read"):
        bring_in(root, root / "missing.xlsx")


def test_a_million_empty_rows_are_nothing(root: Path) -> None:
    path = export(root)
    fill(path, {(items(root)[0].id, "items/stem"): {"Decision": "accept"}})
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    rows = b"".join(b'<row r="%d"/>' % n for n in range(1_000, 1_001_000))
    parts[CONTENT] = parts[CONTENT].replace(b"</sheetData>", rows + b"</sheetData>")
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / "large.xlsx"
        with zipfile.ZipFile(large, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in parts.items():
                archive.writestr(name, data)
        start = time.process_time()
        assert taken(bring_in(root, large)) == (1, 0, [])
        assert time.process_time() - start < 15
