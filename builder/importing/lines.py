"""Lines of plain text to blocks: paragraphs, list members, and lines that are headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.importing.raw import BlockKind, RawBlock

_BULLET = re.compile(r"\s*(?:[-*•▪●◦·‣]|\uf0b7|o(?=\s{2}))\s+")
_LONE_BULLET = re.compile(r"\s*[-*•▪●◦·‣]\s*")
_NUMBER = re.compile(r"\s*(?:\(?(?P<n>\d{1,2})[.)]\)?|\(?(?P<a>[a-z])\))\s+(?=\S)")
_RULE = re.compile(r"\s*(?:[-=_*~]\s?){3,}\s*")
_END = re.compile(r"[.!?:;…][\"'”’)\]]*\s*$")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_LINKS = frozenset("a an and at by for from in of on or the to with".split())
_RAGGED = 5
"""A line may be so much shorter than the others, though the next word had fitted."""

_LONG = 100
"""A line longer than this was not broken by a typewriter."""


def blocks_of_lines(text: str) -> Iterator[RawBlock]:
    """Yield the blocks of `text`, which is one page or a whole document."""
    lines = text.split("\n")
    width = wrapped_width(lines)
    paragraph: list[str] = []
    for line in lines:
        if not line.strip() or _RULE.fullmatch(line):
            yield from _block(paragraph, width)
            paragraph = []
        elif _LONE_BULLET.fullmatch(line):
            yield from _block(paragraph, width)
            paragraph = [line]
        elif paragraph and _begins_anew(paragraph, line, width):
            yield from _block(paragraph, width)
            paragraph = [line]
        else:
            paragraph.append(line)
    yield from _block(paragraph, width)


def wrapped_width(lines: list[str]) -> int:
    """Return the width at which lines were broken, 0 if each line is a paragraph."""
    lengths = sorted(len(line.rstrip()) for line in lines if len(line.strip()) > 20)
    wrapped = [length for length in lengths if length <= _LONG]
    if len(wrapped) < 4 or len(wrapped) < 0.6 * len(lengths):
        return 0
    width = wrapped[int(len(wrapped) * 0.95)] if len(wrapped) > 20 else wrapped[-1]
    near = sum(length > 0.75 * width for length in wrapped)
    return width if width >= 40 and near >= 0.5 * len(wrapped) else 0


def _begins_anew(paragraph: list[str], line: str, width: int) -> bool:
    """Say whether `line` begins a block, and does not go on with `paragraph`."""
    last = paragraph[-1].rstrip()
    if _LONE_BULLET.fullmatch(last):
        return False
    if _BULLET.match(line) or _NUMBER.match(line):
        return bool(_END.search(last)) or not width or bool(_BULLET.match(line))
    if not width:
        return not (_open_bold(paragraph) or _is_verse(paragraph, line))
    if len(last) > _LONG:
        return True
    room = width - len(last) - 1 - len(line.split(maxsplit=1)[0])
    return room > 0.35 * width or (room > _RAGGED and bool(_END.search(last)))


def _open_bold(paragraph: list[str]) -> bool:
    return "\n".join(paragraph).count("**") % 2 == 1


def _is_verse(paragraph: list[str], line: str) -> bool:
    """Say whether short lines without an end belong together, as on a title page."""
    last = paragraph[-1].strip()
    short = len(last) < 45 and len(line) < 45 and not _END.search(last)
    goes_on = line.strip()[:1].islower() or last.split()[-1].lower() in _LINKS
    return short and goes_on and not _BULLET.match(line)


def _block(paragraph: list[str], width: int) -> Iterator[RawBlock]:
    text = "\n".join(line.strip() for line in paragraph).strip()
    if not text or _LONE_BULLET.fullmatch(text):
        if text:
            yield RawBlock(text)  # a bullet without text: debris of a menu
        return
    bare = _BOLD.sub(r"\2", text)
    bold = bare != text and len(bare) + 4 >= len(text) and text.startswith(("**", "__"))
    ordered = level = 0
    kind = BlockKind.TEXT
    if bullet := _BULLET.match(bare):
        kind, bare = BlockKind.ITEM, bare[bullet.end() :]
    if number := _NUMBER.match(bare):
        if kind is BlockKind.ITEM or len(bare) < 600:
            kind, ordered, bare = BlockKind.ITEM, True, bare[number.end() :]
    elif kind is BlockKind.TEXT and _looks_like_heading(bare):
        kind, level = BlockKind.HEADING, 0
    if bare.strip():
        yield RawBlock(bare.strip(), kind, level, bool(ordered), bold=bold)


def _looks_like_heading(text: str) -> bool:
    """Say whether a paragraph of its own is short and has no end of a sentence."""
    words = text.split()
    return (
        0 < len(words) <= 14
        and len(text) <= 110
        and not re.search(r"[.;:,!…]$|,.*,|\w: .*,", text)
        and text[:1] in "“\"'‘" + text[:1].upper()
        and text[:1].lower() != text[:1].upper()
        or (0 < len(words) <= 12 and text[:1] in "“\"‘" and text[-1:] in "”\"’")
    )
