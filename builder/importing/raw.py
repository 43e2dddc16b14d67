"""What a reader makes of a raw document: pages of blocks, before anything is cleaned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

OUTSIDE = "outside"
"""Label of what stands before the first and after the last printed page."""


class BlockKind(StrEnum):
    """What a block is, as far as the format says so."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"
    TABLE = "table"
    NOTE = "note"
    """A footnote."""


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A paragraph, heading, list member, table or footnote."""

    text: str
    """Its text; a line break of the document is a line feed, a row of a table is a line."""
    kind: BlockKind = BlockKind.TEXT
    level: int = 0
    """Rank of a heading from 1, depth of a list member from 0."""
    ordered: bool = False
    """The list is numbered."""
    size: float = 0.0
    """Size of its letters in points, 0 where the format does not say."""
    bold: bool = False
    top: float = 0.0
    """Where it begins, from 0 at the top of the page to 1 at its foot."""
    bottom: float = 0.0

    def with_text(self, text: str) -> RawBlock:
        """Return the block with another text."""
        return replace(self, text=text)


@dataclass(frozen=True, slots=True)
class RawPage:
    """One page; a document without pages has a single one without a label."""

    blocks: tuple[RawBlock, ...]
    label: str = ""
    """The printed number, or the one that the file gives, or ""."""


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A document as it was read."""

    name: str
    """Name of the file."""
    format: str
    pages: tuple[RawPage, ...]
    title: str = ""
    """Title that the file itself declares, or ""."""

    @property
    def paged(self) -> bool:
        """Whether the pages have numbers."""
        return any(page.label not in ("", OUTSIDE) for page in self.pages)

    def blocks(self) -> Iterator[tuple[RawPage, RawBlock]]:
        """Every block with its page, in reading order."""
        for page in self.pages:
            for block in page.blocks:
                yield page, block

    def words(self) -> int:
        """Number of blank-separated words."""
        return sum(len(block.text.split()) for _, block in self.blocks())

    def with_pages(self, pages: Iterator[RawPage] | tuple[RawPage, ...]) -> RawDocument:
        """Return the document with other pages."""
        return replace(self, pages=tuple(pages))
