"""A reviewed file as blocks of text: one element, one block.

A person's decision changes a few lines of one element. So the text is cut at the elements of its
lists without parsing all of it: what nobody touched keeps every byte, and a bank of thousands of
items is listed and saved at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.store.block import Block, depth

SECTIONS = ("objectives", "key_concepts", "summary", "activities", "items")
"""Lists whose elements people review."""

Piece = str | Block

_DASH = re.compile(r"( {0,8})-(?= |\n)")
_TOP = re.compile(r"([A-Za-z_]+):(?=\s|$)[ ]*(.*)")


def join(pieces: list[Piece]) -> str:
    """The text of a file again."""
    return "".join(piece if isinstance(piece, str) else piece.text for piece in pieces)


def blocks_of(pieces: list[Piece]) -> Iterator[tuple[int, Block]]:
    """Each block with its place among the pieces."""
    for place, piece in enumerate(pieces):
        if isinstance(piece, Block):
            yield place, piece


def split(text: str) -> list[Piece]:
    """Cut the text of a file into blocks and what stands between; joined, it is the same text."""
    cutter = _Cutter()
    for line in text.splitlines(keepends=True):
        cutter.take(line if line.endswith("\n") else line + "\n")
    return cutter.done()


class _Cutter:
    """Takes line after line."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.section = ""
        self.indent = -1
        self.margin = ""
        self.gap: list[str] = []
        self.block: list[str] = []

    def take(self, line: str) -> None:
        """Add a line to the block at hand, to the gap, or begin a block with it."""
        if self.block and line.startswith(self.margin):
            self.block.append(line)
            return
        top = _TOP.match(line)
        dash = _DASH.match(line) if self.section and not top else None
        if top:
            self._close()
            self.section, self.indent = (top[1] if top[1] in SECTIONS else ""), -1
            self.gap.append(line)
        elif dash and self.indent in (-1, len(dash[1])):
            self._close()
            self._open(len(dash[1]), line)
        elif self.block:
            self.block.append(line)
        else:
            self.gap.append(line)

    def done(self) -> list[Piece]:
        """Return the pieces."""
        self._close()
        self._flush()
        return self.pieces

    def _open(self, indent: int, line: str) -> None:
        """Begin a block; comments right before it are part of it, blank lines are not."""
        own: list[str] = []
        while self.gap and self.gap[-1].lstrip().startswith("#"):
            own.insert(0, self.gap.pop())
        self._flush()
        self.indent, self.margin = indent, " " * (indent + 1)
        self.block = [*own, line]

    def _close(self) -> None:
        """End the block; blank lines and comments at its end are not part of it."""
        if not self.block:
            return
        while self._outside(self.block[-1]):
            self.gap.insert(0, self.block.pop())
        self.pieces.append(Block(self.section, "".join(self.block), self.indent))
        self.block = []

    def _outside(self, line: str) -> bool:
        bare = line.strip()
        return not bare or (bare.startswith("#") and depth(line) <= self.indent)

    def _flush(self) -> None:
        if self.gap:
            self.pieces.append("".join(self.gap))
            self.gap = []


def is_plain(text: str) -> bool:
    """Every line at the margin is a comment, a key or an element; no list stands in one line."""
    for line in re.findall(r"^[^\s#].*$", text, re.MULTILINE):
        top = _TOP.match(line)
        if top is None and not line.startswith("- "):
            return False
        if top and top[1] in SECTIONS and not re.match(r"(\[\]\s*)?(#|$)", top[2]):
            return False
    return True
