"""Menus around the text of a saved web page: lone bullets, repeated entries, link words."""

from __future__ import annotations

import re
from dataclasses import replace

from builder.cleaning.change import Change, ChangeKind
from builder.cleaning.words import Words
from builder.importing.raw import BlockKind, RawBlock, RawDocument

NAME = "navigation"
SUMMARY = "Menus, link lists and buttons of the web page were left out."

_LONE = re.compile(r"[-*•·›»|]+")
_BUTTON = re.compile(
    r"(?i)(?:bookmark and share|share(?: this(?: page)?| on \w+)?|print(?: this page)?|tweet|"
    r"e-?mail(?: this)?|back to top|skip to (?:main )?content|read more|more information|"
    r"(?:related|event) documents?|cookies? settings|accept(?: all)?(?: cookies)?|menu|search|"
    r"home|sign in|log ?in|subscribe|next|previous|download(?: pdf)?|photos? from .{1,40})\.?"
)
_END = re.compile(r"[.!?][\"'”’)\]]*$")
_SHORT = 5
_LEAST = 3
_AHEAD = 4


def revise(document: RawDocument, words: Words) -> tuple[RawDocument, list[Change]]:
    """Remove the menus before and after the text, and buttons anywhere."""
    if document.paged or document.format not in ("text", "markdown"):
        return document, []
    page = document.pages[0]
    blocks = list(page.blocks)
    start = _menu_end(blocks)
    end = len(blocks) - _tail(blocks[start:])
    kept: list[RawBlock] = []
    removed: list[Change] = []
    for index, block in enumerate(blocks):
        if start <= index < end and not _is_debris(block):
            kept.append(block)
        else:
            removed.append(Change(NAME, ChangeKind.REMOVED, page.label, block.text))
    return document.with_pages((replace(page, blocks=tuple(kept)),)), removed


def _is_debris(block: RawBlock) -> bool:
    text = block.text.strip()
    return bool(_LONE.fullmatch(text) or _BUTTON.fullmatch(text))


def _menu_like(blocks: list[RawBlock], index: int) -> bool:
    """Say whether a block is an entry of a menu: short, without an end, or a lone bullet."""
    text = blocks[index].text.strip()
    short = len(text.split()) <= _SHORT and not _END.search(text)
    return short and not text.endswith((":", ",")) and blocks[index].bold is False


def _menu_end(blocks: list[RawBlock]) -> int:
    """Return the index after the menu that the document begins with, 0 if there is none."""
    twins = sum(
        a.text.strip() == b.text.strip() for a, b in zip(blocks[:60], blocks[1:60], strict=False)
    )
    bullets = sum(
        bool(_LONE.fullmatch(b.text.strip())) or b.kind is BlockKind.ITEM for b in blocks[:30]
    )
    if twins < 2 or twins + bullets < _LEAST:
        return 0
    end = 0
    for index in range(len(blocks)):
        if _menu_like(blocks, index):
            end = index + 1
        else:
            ahead = range(index + 1, min(index + 1 + _AHEAD, len(blocks)))
            if sum(_menu_like(blocks, i) for i in ahead) < _LEAST:
                break
    return end


def _tail(blocks: list[RawBlock]) -> int:
    """Return how many blocks at the end are entries of a menu."""
    count = 0
    for block in reversed(blocks):
        text = block.text.strip()
        entry = block.kind is BlockKind.ITEM and len(text.split()) <= 3 and not _END.search(text)
        if not (entry and not block.ordered or _is_debris(block)):
            break
        count += 1
    return count if count > 1 or (blocks and _is_debris(blocks[-1])) else 0
