"""Captions of pictures and films, and dates of the last update, in saved web pages."""

from __future__ import annotations

import re
from dataclasses import replace

from builder.cleaning.change import Change, ChangeKind
from builder.cleaning.words import Words
from builder.importing.raw import BlockKind, RawBlock, RawDocument, RawPage

NAME = "captions"
SUMMARY = "Captions of pictures and films, links to them, and update notes were left out."

_CAPTION = re.compile(
    r"(?i)(?:photos?|pictures?|images?|video|foto|credits?)(?: credit)?\s*:.{0,200}|"
    r"(?:watch|see|listen to|view)\b.{0,80}\bhere\b.{0,30}|"
    r"photos? from .{0,60}\((?:flickr|youtube|facebook)\)\.?"
)
_UPDATED = re.compile(
    r"(?i)(?:last )?(?:updated|modified|published)(?: on)?:?\s*"
    r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2} \w+ \d{4})\s*(?://|\||[-–])\s*"
)


def revise(document: RawDocument, words: Words) -> tuple[RawDocument, list[Change]]:
    """Remove blocks that are captions, and update notes that a block begins with."""
    removed: list[Change] = []

    def kept(page: RawPage, block: RawBlock) -> RawBlock | None:
        text = " ".join(block.text.split())
        if block.kind is not BlockKind.NOTE and _CAPTION.fullmatch(text):
            removed.append(Change(NAME, ChangeKind.REMOVED, page.label, block.text))
            return None
        if note := _UPDATED.match(block.text):
            removed.append(Change(NAME, ChangeKind.REMOVED, page.label, note[0].strip()))
            return block.with_text(block.text[note.end() :])
        return block

    pages = tuple(
        replace(page, blocks=tuple(b for block in page.blocks if (b := kept(page, block))))
        for page in document.pages
    )
    return document.with_pages(pages), removed
