"""Running heads and feet: what stands at the top or foot of many pages, and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from builder.cleaning.change import Change, ChangeKind
from builder.cleaning.words import Words
from builder.importing.raw import BlockKind, RawBlock, RawDocument, RawPage

NAME = "running-heads"
SUMMARY = "Running heads, running feet and page numbers were left out."

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"(?i)[-–—|\s]*(?:page\s+)?(?:\d{1,4}|[ivxl]{1,6})?"
    r"(?:\s*(?:of|/)\s*\d+)?[-–—|\s]*"
)
_LEAST_PAGES = 3
_MARGIN = 0.11
"""Share of a page at its top and foot where running heads stand."""
_EDGE = 2
"""Blocks at either edge of a page that are looked at."""


def revise(document: RawDocument, words: Words) -> tuple[RawDocument, list[Change]]:
    """Remove blocks at the edges of pages that repeat, or are nothing but a number."""
    if not document.paged:
        return document, []
    counts: Counter[str] = Counter()
    for page in document.pages:
        counts.update({_key(block) for block in _edges(page) if _marginal(block)})
    often = {
        key
        for key, count in counts.items()
        if count >= min(len(document.pages), max(_LEAST_PAGES, len(document.pages) // 20)) > 1 and len(key) <= 120
    }
    removed: list[Change] = []
    seen: set[str] = set()
    pages: list[RawPage] = []
    for page in document.pages:
        gone = [
            block
            for block in _edges(page)
            if (_key(block) in often and _marginal(block) and not _is_title(block, seen))
            or (block.text.strip() and _NUMBER.fullmatch(block.text.strip()))
        ]
        removed += [Change(NAME, ChangeKind.REMOVED, page.label, block.text) for block in gone]
        blocks = tuple(b for b in page.blocks if not any(b is g for g in gone))
        pages.append(replace(page, blocks=blocks))
    return document.with_pages(tuple(pages)), removed


def _edges(page: RawPage) -> Iterator[RawBlock]:
    """Yield the blocks at the top and foot, once each."""
    count = len(page.blocks)
    for index, block in enumerate(page.blocks):
        if index < _EDGE or index >= count - _EDGE:
            yield block


def _is_title(block: RawBlock, seen: set[str]) -> bool:
    """Say whether a heading stands here for the first time, before it becomes a running head."""
    first = block.kind is BlockKind.HEADING and _key(block) not in seen
    seen.add(_key(block))
    return first


def _marginal(block: RawBlock) -> bool:
    """Say whether a block stands in the margin, as far as its place is known."""
    return not block.bottom or block.bottom < _MARGIN or block.top > 1 - _MARGIN


def _key(block: RawBlock) -> str:
    return _DIGITS.sub("#", " ".join(block.text.split()).lower())
