"""A review sheet that comes back: decisions, edits and comments, element by element.

What can be taken over is; what cannot is said, with its cell and with what the sheet says, so that
nothing is lost. An element that somebody changed since the sheet was written is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from builder.errors import Refused, problem
from builder.model import Finding
from builder.review.decide import DECISIONS
from builder.review.desk import Desk, Entry
from builder.review.lock import locked
from builder.review.parts import parts, with_part
from builder.review.sheet_out import ANSWERS, COLUMNS, SHEET, version
from builder.review.xlsx import BadSheet, Cell, Row, read_sheet
from builder.store import bank_from_data, module_from_data
from builder.store.block import Block, written
from builder.store.keep import said

_NEEDED = ("Module", "Id", "Field", "Version", *ANSWERS)
_WORDS = {
    "accept": "accept", "accepted": "accept", "reject": "reject", "rejected": "reject",
}  # fmt: skip


@dataclass(slots=True)
class Wish:
    """What a sheet says about one element."""

    row: int
    version: str
    edits: dict[str, str] = field(default_factory=dict)
    """Path of a text to its new words."""
    decisions: set[str] = field(default_factory=set)
    comments: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        said = [f"{path}: “{text}”" for path, text in self.edits.items()]
        said += [f"decision: {word}" for word in sorted(self.decisions)]
        said += [f"comment: “{text}”" for text in self.comments]
        return "; ".join(said)


@dataclass(slots=True)
class Report:
    """What became of a sheet."""

    changed: int = 0
    already: int = 0
    problems: list[Finding] = field(default_factory=list)

    def summary(self) -> str:
        """One line for people."""
        return (
            f"{self.changed} taken over, {self.already} as they are already, "
            f"{len(self.problems)} not taken over"
        )


def bring_in(root: Path, path: Path) -> Report:
    """Take a sheet over into the files of the course.

    Raises:
        Refused: the file is no review sheet, or not one to be trusted; nothing was changed.
    """
    report = Report()
    wishes = _wishes(path, report)
    with locked(root, "coursewright review --import"):
        desk = Desk(root)
        known = {(e.module, e.section, e.id): e for e in desk.entries()}
        for key, wish in wishes.items():
            entry = known.get(key)
            if entry is None:
                what = f"{key[0]} has no {key[2]} any more; the sheet says: {wish}."
                report.problems.append(_problem(path, wish.row, "sheet-unknown", what))
                continue
            _take_over(desk, entry, wish, path, report)
        desk.save()
    return report


def _take_over(desk: Desk, entry: Entry, wish: Wish, path: Path, report: Report) -> None:
    """Put one wish on the desk, or say why not."""
    before = said(entry.block)
    try:
        block = _wished(entry, wish, before)
    except Refused as refused:
        for finding in refused.findings:
            what = f"{entry.id}: {finding.message} The sheet says: {wish}."
            report.problems.append(_problem(path, wish.row, finding.code, what, finding.advice))
        return
    if said(block) == before:
        report.already += 1
    elif version(before) != wish.version:
        what = (
            f"{entry.id} was changed since the sheet was written and was left as it is "
            f"({entry.status}). The sheet says: {wish}."
        )
        advice = f"Look at it with `coursewright review show {entry.id}`, and decide there."
        report.problems.append(_problem(path, wish.row, "sheet-conflict", what, advice))
    else:
        desk.put(entry, block)
        report.changed += 1


def _wished(entry: Entry, wish: Wish, data: dict[str, Any]) -> Block:
    """The block as the sheet wants it.

    Raises:
        Refused: the sheet contradicts itself, or the element would not be valid.
    """
    if len(wish.decisions) > 1 or (wish.edits and "reject" in wish.decisions):
        what = "the sheet both keeps and rejects it."
        raise Refused([problem("sheet-contradiction", "", 0, what, "Decide for one of the two.")])
    texts = {path: text for path, _, text in parts(data)}
    changed = data
    for place, text in wish.edits.items():
        if place not in texts:
            what = f"it has no text {place}."
            raise Refused([problem("sheet-field", "", 0, what, "Export the sheet anew.")])
        changed = with_part(changed, place, text)
    block = entry.block
    if changed != data:
        if entry.field("drafter") != "person":
            changed = changed | {"status": "edited"}
        build = bank_from_data if entry.section == "items" else module_from_data
        build({"module": entry.module, entry.section: [changed]}, "")
        block = written(entry.section, changed, entry.block.indent, entry.block.text)
    now = Entry(entry.module, entry.path, entry.place, block)
    decision = next(iter(wish.decisions), "")
    reason = "; ".join(wish.comments)
    if decision:
        return DECISIONS[decision](now, reason)
    return DECISIONS["comment"](now, reason) if reason else block


Key = tuple[str, str, str]
"""Module, list, id."""


def _wishes(path: Path, report: Report) -> dict[Key, Wish]:
    """What the sheet says, element by element; rows without an answer say nothing.

    Raises:
        Refused: it is no review sheet.
    """
    wishes: dict[Key, Wish] = {}
    try:
        for number, row in _answered(path):
            _collect(wishes, number, row, path, report)
    except BadSheet as error:
        what = f"the file was not read: {error}."
        advice = "Use a sheet that `coursewright review --export` wrote, saved as .xlsx."
        raise Refused([_problem(path, 0, "sheet-refused", what, advice)]) from error
    except OSError as error:
        what = f"the file cannot be read ({error.strerror})."
        raise Refused([_problem(path, 0, "file-unreadable", what, "Check its name.")]) from error
    return wishes


def _answered(path: Path) -> Iterator[tuple[int, dict[str, Cell]]]:
    """Rows with an answer, by heading."""
    heads: dict[str, int] = {}
    for number, row in read_sheet(path, SHEET):
        if not heads:
            heads = _heads(row)
            continue
        cells = {name: row.get(column, Cell()) for name, column in heads.items()}
        if any(cells[name].text or cells[name].live for name in ANSWERS):
            yield number, cells
    if not heads:
        raise BadSheet("the sheet is empty")


def _heads(row: Row) -> dict[str, int]:
    heads = {cell.text: column for column, cell in row.items() if cell.text in COLUMNS}
    missing = [name for name in _NEEDED if name not in heads]
    if missing:
        raise BadSheet(f"its first row lacks the heading {', '.join(missing)}")
    return heads


def _collect(
    wishes: dict[Key, Wish], number: int, cells: dict[str, Cell], path: Path, report: Report
) -> None:
    """Add one row to what the sheet says."""
    live = [name for name in _NEEDED if cells[name].live]
    word = cells["Decision"].text.lower()
    if live:
        what = f"{cells['Id'].text}: {', '.join(live)} is a formula or an error and was not read."
        report.problems.append(
            _problem(path, number, "sheet-formula", what, "Type the text itself.")
        )
        return
    if word and word not in _WORDS:
        what = f"{cells['Id'].text}: “{word[:40]}” is no decision."
        advice = "Write accept or reject, or leave it empty."
        report.problems.append(_problem(path, number, "sheet-decision", what, advice))
        return
    section, _, field_path = cells["Field"].text.partition("/")
    key = cells["Module"].text, section, cells["Id"].text
    wish = wishes.setdefault(key, Wish(number, cells["Version"].text))
    edit = cells["Edit"].text
    if edit and edit != cells.get("Text", Cell()).text:
        wish.edits[field_path] = edit
    if word:
        wish.decisions.add(_WORDS[word])
    if cells["Comment"].text:
        wish.comments.append(cells["Comment"].text)


def _problem(path: Path, row: int, code: str, message: str, advice: str = "") -> Finding:
    return problem(code, path.as_posix(), row, message, advice)
