"""Headings glued to the sentence after them: “Ways forwardThe workshop heard …”."""

from __future__ import annotations

import re
from dataclasses import replace

from builder.cleaning.change import Change, ChangeKind
from builder.cleaning.words import Words
from builder.importing.raw import BlockKind, RawBlock, RawDocument, RawPage

NAME = "glued-headings"
SUMMARY = "Headings that were glued to the text after them were parted from it."
FORMATS = ("text",)
"""Other formats keep what this mends."""

_GLUE = re.compile(r"(?<=[a-z?])(?=[A-Z][a-z]*\s)|(?<=[a-z])(?=- [A-Z])")
_LISTED = re.compile(r"(?<=[a-z])(?=- [A-Z])")
_NAMES = re.compile(r"(?:^|[^\w])(?:Mc|Mac|De|Di|La|Le|Van|O|i|e)$")
_LONGEST = 25
_LEAST_AFTER = 4


def revise(document: RawDocument, words: Words) -> tuple[RawDocument, list[Change]]:
    """Part glued headings."""
    changes: list[Change] = []

    def parted(page: RawPage, block: RawBlock) -> tuple[RawBlock, ...]:
        at = _seam(block)
        if not at:
            return (block,)
        title, rest = block.text[:at].strip(), block.text[at:].strip()
        changes.append(Change(NAME, ChangeKind.REPAIRED, page.label, block.text[: at + 20], title))
        kind = BlockKind.ITEM if rest.startswith("- ") else BlockKind.TEXT
        return (
            RawBlock(title, BlockKind.HEADING, 0),
            replace(block, text=rest.removeprefix("- "), kind=kind),
        )

    pages = tuple(
        replace(page, blocks=tuple(b for block in page.blocks for b in parted(page, block)))
        for page in document.pages
    )
    return document.with_pages(pages), changes


def _seam(block: RawBlock) -> int:
    """Return where the text begins, 0 if no heading is glued to it."""
    if block.kind not in (BlockKind.TEXT, BlockKind.ITEM):
        return 0
    head = block.text[:220]
    glue = _GLUE if block.kind is BlockKind.TEXT else _LISTED
    for match in glue.finditer(head):
        title = head[: match.start()]
        if len(title.split()) > _LONGEST or re.search(r"[.!;]\s", title):
            return 0
        after = block.text[match.start() :].split()
        if title[:1].isupper() and not _NAMES.search(title) and len(after) >= _LEAST_AFTER:
            return match.start()
    return 0
