"""Blocks of an extract: headings, paragraphs, lists, tables, in the order of the file.

Markdown is parsed with markdown-it, without HTML, indented code and underlined headings: in
prose these are accidents.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

_markdown = (
    MarkdownIt("commonmark", {"html": False, "maxNesting": 60})
    .enable("table")
    .disable(["inline", "code", "html_block", "lheading", "reference"])
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of `level` 1 to 6."""

    level: int
    content: str
    line: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    content: str
    line: int
    end: int
    """Line after the last."""


@dataclass(frozen=True, slots=True)
class Item:
    """A member of a list: its paragraphs as (text, line)."""

    paragraphs: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class List:
    """A list; what is nested in its members follows as blocks of its own."""

    items: tuple[Item, ...]
    ordered: bool
    line: int


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A table or fenced block: `rows` with their lines; only a table can have page anchors."""

    rows: tuple[tuple[str, int], ...]
    line: int
    table: bool


Block = Heading | Paragraph | List | Verbatim


def read_blocks(text: str, first_line: int = 1) -> Iterator[Block]:
    """Yield the blocks of `text`, which begins on `first_line` of its file."""
    tokens = _markdown.parse(text)
    yield from _blocks(tokens, 0, len(tokens), first_line)


def _blocks(tokens: Sequence[Token], start: int, end: int, base: int) -> Iterator[Block]:
    """Yield the blocks of `tokens[start:end]`; quotations are read as what they hold."""
    at = start
    while at < end:
        token = tokens[at]
        line = base + (token.map[0] if token.map else 0)
        close = _close(tokens, at)
        if token.type == "heading_open":
            yield Heading(int(token.tag[1]), tokens[at + 1].content, line)
        elif token.type == "paragraph_open":
            last = base + (token.map[1] if token.map else 0)
            yield Paragraph(tokens[at + 1].content, line, last)
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            yield from _list(tokens, at, close, base)
        elif token.type == "table_open":
            yield Verbatim(tuple(_table_rows(tokens[at:close], base)), line, table=True)
        elif token.type == "fence":
            rows = token.content.rstrip("\n").split("\n")
            yield Verbatim(tuple((row, line + i) for i, row in enumerate(rows, 1)), line, False)
        elif token.type == "blockquote_open":
            yield from _blocks(tokens, at + 1, close, base)
        at = close + 1


def _list(tokens: Sequence[Token], at: int, end: int, base: int) -> Iterator[Block]:
    """Yield the list that opens at `at`, then what is nested in it."""
    items: list[Item] = []
    nested: list[Block] = []
    line = base + (tokens[at].map or [0])[0]
    ordered = tokens[at].type == "ordered_list_open"
    at += 1
    while at < end:
        close = _close(tokens, at)
        paragraphs: list[tuple[str, int]] = []
        for block in _blocks(tokens, at + 1, close, base):
            if isinstance(block, Paragraph):
                paragraphs.append((block.content, block.line))
            else:
                nested.append(block)
        items.append(Item(tuple(paragraphs)))
        at = close + 1
    yield List(tuple(items), ordered, line)
    yield from nested


def _table_rows(tokens: Sequence[Token], base: int) -> Iterator[tuple[str, int]]:
    """Yield each row of a table as `a | b`."""
    cells: list[str] = []
    line = base
    for token in tokens:
        if token.type == "tr_open":
            cells = []
            line = base + (token.map[0] if token.map else 0)
        elif token.type == "inline":
            cells.append(token.content)
        elif token.type == "tr_close":
            yield " | ".join(cells), line


def _close(tokens: Sequence[Token], at: int) -> int:
    """Return the index of the token that closes the one at `at`."""
    if tokens[at].nesting != 1:
        return at
    level = tokens[at].level
    return next(i for i in range(at + 1, len(tokens)) if tokens[i].level == level)
