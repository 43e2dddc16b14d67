"""Plain text: page marks, form feeds, hard line breaks, lists, short lines that are headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from builder.importing.decode import decode
from builder.importing.lines import blocks_of_lines
from builder.importing.raw import OUTSIDE, RawBlock, RawDocument, RawPage

_BLANK = re.compile(r"\n[ \t]*\n\s*")
_MARKED = re.compile(r"(\d{1,4})(?: (.*?))? \1", re.DOTALL)
_OPENED = re.compile(r"(\d{1,4}) (.*)", re.DOTALL)
_LONE_NUMBER = re.compile(r"\s*[-–—]?\s*(?:page\s+)?(\d{1,4}|[ivxl]{1,6})\s*[-–—]?\s*", re.I)
_LEAST_MARKED = 5


def read(data: bytes, name: str) -> RawDocument:
    """Read plain text; see `read_bytes` in the package for what it raises."""
    text = decode(data, name)
    return RawDocument(name, "text", tuple(pages_of(text)))


def pages_of(text: str) -> Iterator[RawPage]:
    """Yield the pages of `text`: by marks, by form feeds, or one without a label."""
    parts = [part for part in _BLANK.split(text.strip("\n")) if part.strip()]
    if marked := _marked_pages(parts):
        yield from _pages_by_marks(parts, marked)
    elif text.strip("\f").count("\f"):
        yield from _pages_by_form_feeds(text)
    else:
        yield RawPage(tuple(blocks_of_lines(text)))


def _marked_pages(parts: list[str]) -> dict[int, tuple[int, str]]:
    """Return index of part to (page, text), where parts open and close with their number."""
    found: dict[int, tuple[int, str]] = {}
    closed = 0
    last = 0
    for index, part in enumerate(parts):
        match = _MARKED.fullmatch(part.strip())
        page = int(match[1]) if match else 0
        if match and last < page <= last + 40:
            found[index] = (page, match[2] or "")
            closed += 1
            last = page
        elif (opened := _OPENED.match(part)) and int(opened[1]) == last + 1 and found:
            found[index] = (last + 1, opened[2])  # a title page, of which one mark was lost
            last += 1
    return found if closed >= _LEAST_MARKED else {}


def _pages_by_marks(parts: list[str], marked: dict[int, tuple[int, str]]) -> Iterator[RawPage]:
    first, last = min(marked), max(marked)
    for index, part in enumerate(parts):
        if index in marked:
            page, text = marked[index]
            yield RawPage(tuple(blocks_of_lines(text)), str(page))
        else:
            before = max((i for i in marked if i < index), default=first)
            inside = first < index < last
            yield RawPage(
                (RawBlock(part.strip()),), str(marked[before][0]) if inside else OUTSIDE
            )


def _pages_by_form_feeds(text: str) -> Iterator[RawPage]:
    """Yield a page for each form feed; a number at its head or foot, if all agree, is its label."""
    raw = text.split("\f")
    numbers = [_edge_number(page) for page in raw]
    offsets = [number - index for index, number in enumerate(numbers) if number]
    offset = max(set(offsets), key=lambda o: (offsets.count(o), -o)) if offsets else 1
    if offsets.count(offset) < max(2, len(raw) // 3):
        offset = 1
    for index, page in enumerate(raw):
        if page.strip():
            lines = _without_number(page.split("\n"), str(index + offset))
            yield RawPage(tuple(blocks_of_lines("\n".join(lines))), str(max(index + offset, 1)))


def _edge_number(page: str) -> int:
    lines = [line for line in page.split("\n") if line.strip()]
    for line in (lines[-1:] + lines[:1]) if lines else []:
        if (match := _LONE_NUMBER.fullmatch(line)) and match[1].isdecimal():
            return int(match[1])
    return 0


def _without_number(lines: list[str], label: str) -> Iterable[str]:
    filled = [i for i, line in enumerate(lines) if line.strip()]
    for i in {filled[0], filled[-1]} if filled else set():
        match = _LONE_NUMBER.fullmatch(lines[i])
        if match and match[1] == label:
            lines[i] = ""
    return lines
