"""One sheet of an XLSX file as text, read with suspicion.

Only the cells of the sheet are looked at: no formula is computed, no link followed, no macro, no
picture read. What is larger than a review can be, or tells the parser to fetch or expand
something, is refused. That is all an import needs, and a fraction of what a spreadsheet library
would do with a file from elsewhere.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any
from xml.parsers import expat

MOST_BYTES = 120_000_000
"""Of all parts that are read, unpacked."""
MOST_CELLS = 3_000_000
MOST_TEXT = 40_000
"""Letters in one cell; spreadsheets allow 32,767."""

_MAIN = "xl/workbook.xml"
_LINKS = "xl/_rels/workbook.xml.rels"
_STRINGS = "xl/sharedStrings.xml"
_FORBIDDEN = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class BadSheet(Exception):
    """The file is no review sheet, or not one to be trusted; says why."""


@dataclass(slots=True)
class Cell:
    """A cell: its text, and whether a formula or an error made it."""

    text: str = ""
    live: bool = False


Row = dict[int, Cell]
"""Column from 0 to cell; empty cells are left out."""


def read_sheet(path: Path, name: str) -> Iterator[tuple[int, Row]]:
    """Yield number and cells of each row of the sheet `name` that has any.

    Raises:
        BadSheet: as it says; possibly only after some rows.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            budget = _Budget()
            sheets = _sheets(archive, budget)
            if name not in sheets:
                known = ", ".join(f"“{sheet}”" for sheet in sheets) or "none"
                raise BadSheet(f"it has no sheet “{name}” (its sheets: {known})")
            strings = _strings(archive, budget)
            yield from _rows(archive, sheets[name], strings, budget)
    except zipfile.BadZipFile as error:
        raise BadSheet("it is no XLSX file, or protected by a password") from error
    except (zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError) as error:
        raise BadSheet("it is damaged") from error
    except (expat.ExpatError, UnicodeError, ValueError) as error:
        raise BadSheet("its XML is damaged") from error


@dataclass(slots=True)
class _Budget:
    """How much may still be unpacked."""

    left: int = MOST_BYTES
    cells: int = MOST_CELLS

    def take(self, data: bytes) -> bytes:
        self.left -= len(data)
        if self.left < 0:
            raise BadSheet("it is larger than a review sheet can be")
        return data

    def cell(self) -> None:
        self.cells -= 1
        if self.cells < 0:
            raise BadSheet("it has more cells than a review sheet can have")


def _parser(start: Callable[..., Any], end: Callable[..., Any], text: Callable[..., Any]) -> Any:
    """An XML parser that refuses declarations of entities and of document types."""

    def refuse(*_: Any) -> int:
        raise BadSheet("its XML declares a document type, which no spreadsheet needs")

    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    parser.StartElementHandler = lambda tag, about: start(tag.rpartition("}")[2], about)
    parser.EndElementHandler = lambda tag: end(tag.rpartition("}")[2])
    parser.CharacterDataHandler = text
    parser.buffer_text = True
    return parser


def _feed(stream: IO[bytes], parser: Any, budget: _Budget) -> Iterator[None]:
    """Give the parser one piece after another."""
    while data := stream.read(1 << 16):
        parser.Parse(budget.take(data), False)
        yield
    parser.Parse(b"", True)
    yield


def _elements(
    archive: zipfile.ZipFile, part: str, budget: _Budget
) -> list[tuple[str, dict[str, str]]]:
    """All elements of a small part with their attributes."""
    found: list[tuple[str, dict[str, str]]] = []
    parser = _parser(lambda tag, about: found.append((tag, about)), lambda _: None, lambda _: None)
    with archive.open(part) as stream:
        for _ in _feed(stream, parser, budget):
            pass
    return found


def _sheets(archive: zipfile.ZipFile, budget: _Budget) -> dict[str, str]:
    """Name of each sheet to its part."""
    if _MAIN not in archive.namelist():
        raise BadSheet("it is no XLSX file")
    targets = {
        about.get("Id", ""): about.get("Target", "")
        for tag, about in _elements(archive, _LINKS, budget)
        if tag == "Relationship" and about.get("TargetMode") != "External"
    }
    found: dict[str, str] = {}
    for tag, about in _elements(archive, _MAIN, budget):
        if tag == "sheet":
            key = next((value for name, value in about.items() if name.endswith("}id")), "")
            target = targets.get(key, "")
            found[about.get("name", "")] = (
                target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            )
    return found


def _strings(archive: zipfile.ZipFile, budget: _Budget) -> list[str]:
    """The shared strings; phonetic hints are left out."""
    if _STRINGS not in archive.namelist():
        return []
    found: list[str] = []
    state: dict[str, Any] = {"in": False, "hint": False}

    def start(tag: str, about: dict[str, str]) -> None:
        if tag == "si":
            found.append("")
        state["in"] = tag == "t"
        state["hint"] = state["hint"] or tag == "rPh"

    def end(tag: str) -> None:
        state["in"] = False
        state["hint"] = state["hint"] and tag != "rPh"

    def text(data: str) -> None:
        if state["in"] and not state["hint"] and found:
            found[-1] = _longer(found[-1], data)

    parser = _parser(start, end, text)
    with archive.open(_STRINGS) as stream:
        for _ in _feed(stream, parser, budget):
            pass
    return found


def _longer(text: str, more: str) -> str:
    if len(text) + len(more) > MOST_TEXT:
        raise BadSheet("a cell has more text than a cell can have")
    return text + more


@dataclass(slots=True)
class _Reading:
    """Where the parser of a sheet stands."""

    strings: list[str]
    budget: _Budget
    done: list[tuple[int, Row]] = field(default_factory=list)
    row: Row = field(default_factory=dict)
    number: int = 0
    column: int = -1
    kind: str = "n"
    live: bool = False
    value: str = ""
    taking: bool = False
    hint: bool = False

    def start(self, tag: str, about: dict[str, str]) -> None:
        if tag == "row":
            self.number = int(about.get("r", self.number + 1))
            self.row, self.column = {}, -1
        elif tag == "c":
            self.budget.cell()
            self.column = _column(about["r"]) if "r" in about else self.column + 1
            self.kind, self.live, self.value = about.get("t", "n"), False, ""
        elif tag == "f":
            self.live = True
        elif tag == "rPh":
            self.hint = True
        self.taking = tag in ("v", "t") and not self.hint

    def end(self, tag: str) -> None:
        self.taking = False
        if tag == "c":
            text = self._text()
            if text or self.live:
                self.row[self.column] = Cell(text, self.live or self.kind == "e")
        elif tag == "row" and self.row:
            self.done.append((self.number, self.row))
        elif tag == "rPh":
            self.hint = False

    def text(self, data: str) -> None:
        if self.taking:
            self.value = _longer(self.value, data)

    def _text(self) -> str:
        if self.kind == "s" and self.value:
            index = int(self.value)
            if not 0 <= index < len(self.strings):
                raise BadSheet("a cell refers to a text that is not there")
            return _plain(self.strings[index])
        if self.kind == "n" and self.value:
            return f"{float(self.value):.15g}"
        if self.kind == "b":
            return {"1": "true", "0": "false"}.get(self.value, "")
        return _plain(self.value)


def _rows(
    archive: zipfile.ZipFile, part: str, strings: list[str], budget: _Budget
) -> Iterator[tuple[int, Row]]:
    reading = _Reading(strings, budget)
    parser = _parser(reading.start, reading.end, reading.text)
    with archive.open(part) as stream:
        for _ in _feed(stream, parser, budget):
            yield from reading.done
            reading.done.clear()


def _column(name: str) -> int:
    """Return 2 for "C7"."""
    letters = name.rstrip("0123456789").upper()
    if not re.fullmatch("[A-Z]{1,3}", letters):
        raise BadSheet(f"a cell has the address “{name[:20]}”")
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def _plain(text: str) -> str:
    """The text of a cell with its escapes resolved and its line breaks made alike."""
    text = _ESCAPED.sub(lambda m: chr(int(m[1], 16)), text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _FORBIDDEN.sub("", text).strip()
