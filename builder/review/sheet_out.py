"""The review sheet: every text of every element beside its passage, for a spreadsheet.

Cells hold text and nothing else: what looks like a formula or an address stays text. The same
course gives the same bytes.
"""

from __future__ import annotations

import datetime
import hashlib
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from builder.review.desk import Desk, Entry
from builder.review.identity import sources_of
from builder.review.look import Sources, objections
from builder.review.parts import parts
from builder.store import write_if_changed
from builder.store.keep import model_of, said

SHEET = "Review"
COLUMNS = {
    "Module": 18, "Id": 13, "Kind": 11, "Part": 18, "Text": 52, "Edit": 52, "Decision": 11,
    "Comment": 28, "Passage": 60, "Page": 9, "Status": 10, "Findings": 32, "Note": 20,
    "Field": 12, "Version": 10,
}  # fmt: skip
"""Heading to width."""
ANSWERS = ("Edit", "Decision", "Comment")
"""Columns that people fill in."""
_HELP = (
    "One row for each text. Read it beside its passage.",
    "Edit: the text as it should be. Leave it empty where the text is right.",
    "Decision: accept or reject, once for each id. An edit counts as accepted.",
    "Comment: why; it is kept with the element and never published.",
    "Do not change the other columns. Rows may be sorted and filtered.",
    "Bring the sheet back with: coursewright review --import FILE.xlsx",
)
_MOST = 32_000
_EPOCH = datetime.datetime(1980, 1, 1)


def export(desk: Desk, entries: Sequence[Entry], path: Path) -> bool:
    """Write the sheet of `entries` to `path`; say whether it changed."""
    sources = Sources(desk)
    rows = [row for entry in entries for row in _rows(entry, sources)]
    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": f"Review: {desk.course.title}", "created": _EPOCH})
        _fill(book, rows)
        _explain(book)
    return write_if_changed(path, buffer.getvalue())


def version(data: dict[str, Any]) -> str:
    """By this, an import sees whether the element has changed since the sheet was written."""
    kept = {key: value for key, value in data.items() if key not in ("stale", "drafted")}
    text = json.dumps(kept, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]


def _rows(entry: Entry, sources: Sources) -> Iterator[dict[str, str]]:
    """The rows of one element; passage, findings and note stand in its first."""
    data = said(entry.block)
    refs = sources_of(model_of(entry.block))
    first = {
        "Passage": "\n\n".join(_passage(entry, ref.quote, sources) for ref in refs),
        "Page": "\n\n".join(ref.page for ref in refs),
        "Findings": "\n".join(message for _, message in objections(entry, sources)),
        "Note": entry.field("comment"),
    }
    for field, label, text in parts(data):
        yield {
            "Module": entry.module,
            "Id": entry.id,
            "Kind": entry.kind,
            "Part": label,
            "Text": text,
            "Status": "stale" if entry.stale else entry.status,
            "Field": f"{entry.section}/{field}",
            "Version": version(data),
        } | first
        first = {}


def _passage(entry: Entry, quote: str, sources: Sources) -> str:
    """The passage with its sentence between arrows; the quotation where it is gone."""
    ground = sources.ground(entry.module)
    found = ground.passage(quote)
    if found is None:
        return f"[no longer in the extract] {quote}"
    _, passage = found
    texts = [s.text for s in (*passage.sentences, *passage.members)]
    return " ".join(f"→ {text} ←" if text == quote else text for text in texts)


def _fill(book: Any, rows: Sequence[dict[str, str]]) -> None:
    sheet = book.add_worksheet(SHEET)
    head = book.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    answer = book.add_format({"text_wrap": True, "valign": "top", "bg_color": "#FFF9E5",
                              "num_format": "@"})  # fmt: skip
    for column, (name, width) in enumerate(COLUMNS.items()):
        style = answer if name in ANSWERS else plain
        hidden = {"hidden": True} if name in ("Field", "Version") else {}
        sheet.set_column(column, column, width, style, hidden)
        sheet.write_string(0, column, name, head)
    for number, row in enumerate(rows, 1):
        for column, name in enumerate(COLUMNS):
            style = answer if name in ANSWERS else plain
            text = row.get(name, "")
            if text:
                shown = text if len(text) <= _MOST else text[:_MOST] + "…"
                sheet.write_string(number, column, shown, style)
            elif name in ANSWERS:
                sheet.write_blank(number, column, None, style)
    place = list(COLUMNS).index("Decision")
    if rows:
        sheet.data_validation(
            1, place, len(rows), place, {"validate": "list", "source": ["accept", "reject"]}
        )
    sheet.autofilter(0, 0, len(rows), len(COLUMNS) - 1)
    sheet.freeze_panes(1, 2)


def _explain(book: Any) -> None:
    sheet = book.add_worksheet("How to")
    sheet.set_column(0, 0, 90)
    for number, line in enumerate(_HELP):
        sheet.write_string(number, 0, line)
