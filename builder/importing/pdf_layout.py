"""Lines of PDF pages to blocks: columns, paragraphs, headings by size, notes, running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from builder.importing.raw import BlockKind, RawBlock

_BULLET = re.compile(r"^(?:[-–•▪●◦·‣]|\uf0b7)\s+")
_NUMBER = re.compile(r"^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+(?=\S)")
_END = re.compile(r"[.!?:;][\"'”’)\]]*$")
_NOTE = re.compile(r"^(\d{1,3})(?:\s+|(?=[A-Z]))(?=\S)")
_EDGE = 0.08
"""Share of a page at its top and foot where running heads stand."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What is usual on a page: width of a line, distance of lines, size of the text."""

    width: float
    pitch: float
    body: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its text, its box in shares of the page from the top left, and its letters."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool


def blocks_of_lines(pages: Sequence[Sequence[Line]]) -> Iterator[list[RawBlock]]:
    """Yield the blocks of each page."""
    body = _body_size(pages)
    larger = sorted({_rounded(line.size) for page in pages for line in page
                     if line.size >= body * 1.12}, reverse=True)  # fmt: skip
    ranks = {size: min(rank, 5) for rank, size in enumerate(larger, 1)}
    for page in pages:
        yield _without_marks(list(_page_blocks(_in_columns(page), body, ranks)))


def _without_marks(blocks: list[RawBlock]) -> list[RawBlock]:
    """Return the blocks without the numbers of their footnotes, in the text and before the note."""
    for index, block in enumerate(blocks):
        number = _NOTE.match(block.text) if block.kind is BlockKind.NOTE else None
        if number is None:
            continue
        blocks[index] = block.with_text(block.text[number.end() :])
        mark = re.compile(rf"(?<=[^\W\d_]){number[1]}(?![\w-])|(?<=[.,;:)”\"]){number[1]}(?=\s|$)")
        for before in range(index):
            if found := mark.search(blocks[before].text):
                text = blocks[before].text
                blocks[before] = blocks[before].with_text(
                    text[: found.start()] + text[found.end() :]
                )
                break
    return blocks


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _body_size(pages: Sequence[Sequence[Line]]) -> float:
    """Return the size in which most of the text is set."""
    counts: Counter[float] = Counter()
    for page in pages:
        for line in page:
            counts[_rounded(line.size)] += len(line.text)
    return max(counts, key=lambda size: (counts[size], -size), default=10.0)


def _in_columns(lines: Sequence[Line]) -> list[Line]:
    """Return the lines in reading order: down the left column, then down the right."""
    gutter = _gutter(lines)
    ordered = sorted(lines, key=lambda line: (round(line.top, 3), line.left))
    if not gutter:
        return _merged(ordered)
    result: list[Line] = []
    columns: tuple[list[Line], list[Line]] = ([], [])
    for line in ordered:
        if line.left < gutter < line.right:  # across both: closes what stands above it
            result += [*columns[0], *columns[1], line]
            columns = ([], [])
        else:
            columns[line.left >= gutter].append(line)
    return _merged([*result, *columns[0], *columns[1]])


def _gutter(lines: Sequence[Line]) -> float:
    """Return where the gap between two columns lies, 0 if there is one column."""
    inner = [line for line in lines if _EDGE < line.top < 1 - _EDGE and len(line.text) > 8]
    if len(inner) < 12:
        return 0.0
    best, most = 0.0, 0
    for step in range(35, 66):
        at = step / 100
        crossing = sum(line.left < at < line.right for line in inner)
        left = sum(line.right <= at for line in inner)
        right = sum(line.left >= at for line in inner)
        if crossing <= 0.15 * len(inner) and min(left, right) >= 0.25 * len(inner):
            score = min(left, right) * 3 - crossing * 2
            if score > most:
                best, most = at, score
    return best


def _merged(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with pieces of one line joined, where the file sets them apart."""
    merged: list[Line] = []
    for line in lines:
        last = merged[-1] if merged else None
        height = line.bottom - line.top
        same = (
            last is not None
            and abs(last.bottom - line.bottom) < 0.35 * max(height, 0.004)
            and -0.005 <= line.left - last.right < 0.03
        )
        if same and last is not None:
            merged[-1] = Line(
                f"{last.text} {line.text}", last.left, line.right, min(last.top, line.top),
                max(last.bottom, line.bottom), max(last.size, line.size), last.bold and line.bold,
            )  # fmt: skip
        else:
            merged.append(line)
    return merged


def _page_blocks(
    lines: Sequence[Line], body: float, ranks: dict[float, int]
) -> Iterator[RawBlock]:
    """Yield the blocks of a page whose lines are in reading order."""
    paragraph: list[Line] = []
    page = _Page(_right_edge(lines, body), _pitch(lines, body), body)
    for line in lines:
        if paragraph and _begins_anew(paragraph, line, page):
            yield _block(paragraph, body, ranks)
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield _block(paragraph, body, ranks)


def _right_edge(lines: Sequence[Line], body: float) -> float:
    """Return how wide the lines of the text are."""
    widths = sorted(line.right - line.left for line in lines if _role(line, body) == "body")
    return widths[int(len(widths) * 0.8)] if widths else 1.0


def _pitch(lines: Sequence[Line], body: float) -> float:
    """Return the usual distance from line to line."""
    steps = sorted(
        after.top - before.top
        for before, after in pairwise(lines)
        if after.top > before.top and _role(after, body) == _role(before, body) == "body"
    )
    return steps[int(len(steps) * 0.4)] if steps else 0.0


def _role(line: Line, body: float) -> str:
    if line.size >= body * 1.12:
        return f"large {_rounded(line.size)}"
    if line.size <= body * 0.88:
        return "small"
    return "bold" if line.bold else "body"


def _begins_anew(paragraph: Sequence[Line], line: Line, page: _Page) -> bool:
    """Say whether `line` begins a block, and does not go on with `paragraph`."""
    last = paragraph[-1]
    body, width = page.body, page.width
    step = line.top - last.top
    pitch = page.pitch if _role(last, body) == "body" else 1.2 * (last.bottom - last.top)
    far = step > 1.3 * max(pitch, 0.004)
    if _edge(last) != _edge(line) or _role(last, body) != _role(line, body):
        mixed = {_role(last, body), _role(line, body)} == {"bold", "body"}
        if not (mixed and not far and not _END.search(last.text) and
                last.right - last.left > 0.85 * width):  # fmt: skip
            return True
    if _BULLET.match(line.text) or (_NUMBER.match(line.text) and _END.search(last.text)):
        return True
    if far:
        return True
    if line.top < last.top - 0.02:  # the next column
        return bool(_END.search(last.text))
    ended = bool(_END.search(last.text))
    short = last.right - last.left < 0.8 * width
    indented = line.left > last.left + 0.012 and line.left > paragraph[0].left + 0.012
    return ended and (short or (indented and not _BULLET.match(paragraph[0].text)))


def _edge(line: Line) -> int:
    return -1 if line.bottom < _EDGE else 1 if line.top > 1 - _EDGE else 0


def _block(paragraph: Sequence[Line], body: float, ranks: dict[float, int]) -> RawBlock:
    text = "\n".join(line.text for line in paragraph)
    first, last = paragraph[0], paragraph[-1]
    role = _role(first, body)
    place = {"size": first.size, "bold": first.bold, "top": first.top, "bottom": last.bottom}
    words = len(text.split())
    if role.startswith("large") and words <= 30 and re.search(r"[^\W\d_]{2}", text):
        rank = ranks.get(_rounded(first.size), 1)
        return RawBlock(text, BlockKind.HEADING, rank, **place)  # type: ignore[arg-type]
    alone = words <= 14 and not _END.search(text) and not _BULLET.match(text)
    if role == "bold" and alone and re.search(r"[^\W\d_]{3}", text) and not _edge(first):
        return RawBlock(text, BlockKind.HEADING, len(ranks) + 1, **place)  # type: ignore[arg-type]
    if role == "small" and first.top > 0.6 and _NOTE.match(text):
        return RawBlock(text, BlockKind.NOTE, **place)  # type: ignore[arg-type]
    if bullet := _BULLET.match(text):
        return RawBlock(text[bullet.end() :], BlockKind.ITEM, **place)  # type: ignore[arg-type]
    if (number := _NUMBER.match(text)) and words < 90:
        return RawBlock(text[number.end() :], BlockKind.ITEM, ordered=True, **place)  # type: ignore[arg-type]
    return RawBlock(text, **place)  # type: ignore[arg-type]
