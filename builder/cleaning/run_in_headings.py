"""Headings that run into the text, in a text that has lost its lines and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from builder.cleaning.boundaries import PATTERN, heading_end, starts
from builder.cleaning.change import Change, ChangeKind
from builder.cleaning.contents_list import contents_pages
from builder.cleaning.title_block import title_block_end
from builder.cleaning.words import Words
from builder.importing.raw import BlockKind, RawBlock, RawDocument, RawPage

NAME = "run-in-headings"
SUMMARY = "Headings that ran into the text were set off."
ASKS_WORDS = True

_LEAST = 300
"""A shorter block is no page that has lost its lines."""

_NUMERAL = re.compile(r"(?:[IVXL]{1,6}|\d{1,2})\.\s+")
_SENTENCE_CASE = re.compile(
    r"(?<=[^:]\s)[A-Z][\w’'/-]*(?::\s+[A-Z][\w’'-]*)?(?:\s+[a-z(][\w’',()/-]*)+$"
)


@dataclass(slots=True)
class _Listed:
    """Words of a contents list without pages, and how far they have been found."""

    words: list[str]
    at: int = 0


def revise(document: RawDocument, words: Words) -> tuple[RawDocument, list[Change]]:
    """Set off headings and title blocks of pages that are one block each."""
    changes: list[Change] = []
    if document.format != "text" or not document.paged:
        return document, changes
    lists = contents_pages(document)
    skip = {page.index for page in lists}
    listed = _Listed([w for page in lists if not page.entries for w in page.text.split()])
    pages = []
    open_end = False
    for index, page in enumerate(document.pages):
        blocks: list[RawBlock] = []
        for block in page.blocks:
            if index in skip or block.kind is not BlockKind.TEXT or len(block.text) < _LEAST:
                blocks.append(block)
                continue
            blocks += _parted(page, block, words, listed, open_end, changes)
            open_end = bool(re.search(r"[\w,;-]$", block.text)) and bool(
                blocks and blocks[-1].kind is BlockKind.TEXT
            )
        pages.append(replace(page, blocks=tuple(blocks)))
    return document.with_pages(tuple(pages)), changes


def _parted(
    page: RawPage,
    block: RawBlock,
    words: Words,
    listed: _Listed,
    open_end: bool,
    changes: list[Change],
) -> Iterator[RawBlock]:
    """Yield the block with its headings set off; `open_end`: the last page broke a sentence."""
    text = block.text
    end = title_block_end(text)
    if end:
        yield RawBlock(text[:end].strip(), BlockKind.HEADING, 1, bold=True)
    for start in sorted({*starts(text), *([_skip_blank(text, end)] if end else [])}):
        if start < end or (open_end and start == 0):
            continue
        stop = _listed_end(text, start, listed) or heading_end(text, start, words)
        if not stop:
            continue
        if before := text[end:start].strip():
            yield block.with_text(before)
        title = text[start:stop].strip()
        for level, part in _titles(title):
            yield RawBlock(part, BlockKind.HEADING, level)
            changes.append(
                Change(NAME, ChangeKind.REPAIRED, page.label, part, part, text[start : stop + 30])
            )
        end = stop
    if rest := text[end:].strip():
        yield block.with_text(rest)


def _skip_blank(text: str, at: int) -> int:
    return at + len(text[at:]) - len(text[at:].lstrip())


def _listed_end(text: str, start: int, listed: _Listed) -> int:
    """Return the end of the next titles of a contents list, if they stand at `start`."""
    numbered = _NUMERAL.match(text, start)
    if numbered and listed.words:
        label = text[start : numbered.end()].strip()
        if label in listed.words[listed.at :]:
            listed.at = listed.words.index(label, listed.at)
    end = start
    at = listed.at
    for match in re.finditer(r"\S+", text[start : start + 300]):
        if at >= len(listed.words) or _bare(match[0]) != _bare(listed.words[at]):
            break
        end, at = start + match.end(), at + 1
    follows = text[end:].lstrip()[:1]
    if end == start or (follows and not (follows.isupper() or follows in "“\"")):
        return 0
    listed.at = at
    return end


def _bare(word: str) -> str:
    return word.strip(".,:;").lower()


def _titles(text: str) -> Iterator[tuple[int, str]]:
    """Yield the headings that stand in `text` one after the other, each with its level."""
    if numeral := _NUMERAL.match(text):
        rest = text[numeral.end() :]
        second = _SENTENCE_CASE.search(rest)
        top = numeral[0].strip()[:-1]
        level = 1 if not top.isdecimal() else 3
        if second and rest[: second.start()].strip() and level == 1:
            yield level, f"{numeral[0]}{rest[: second.start()].strip()}"
            yield 2, second[0].strip()
        else:
            yield level, text
    elif PATTERN.match(text):
        yield 2, text
    else:
        yield 3, text
