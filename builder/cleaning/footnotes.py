"""Footnotes run into the text of a page, and their marks glued to words: “migration3”."""

from __future__ import annotations

import re
from dataclasses import replace

from builder.cleaning.change import Change, ChangeKind
from builder.cleaning.words import Words
from builder.importing.raw import BlockKind, RawBlock, RawDocument, RawPage

NAME = "footnotes"
SUMMARY = "Footnote marks were taken out, and footnotes moved behind the text of their page."
FORMATS = ("text",)
"""Other formats keep what this mends."""

_NOTE = re.compile(r"(?<=[\w;:,.)”\"']) (\d{1,2}) (?=[A-Z][\w’']*\s)")
_GLUED = re.compile(r"(?<=[^\W\d_]{4})(\d{1,2})(?![\w/-])")
_MIN_FROM = 0.4
"""A footnote does not begin in the upper part of a page."""


def revise(document: RawDocument, words: Words) -> tuple[RawDocument, list[Change]]:
    """Move footnotes that have a mark on their page; take out marks."""
    changes: list[Change] = []
    if not document.paged:
        return document, changes
    pages = tuple(_page(page, changes) for page in document.pages)
    return document.with_pages(pages), changes


def _page(page: RawPage, changes: list[Change]) -> RawPage:
    blocks: list[RawBlock] = []
    notes: list[RawBlock] = []
    for block in page.blocks:
        if block.kind is BlockKind.TEXT:
            text, note = _parted(block.text, page.label, changes)
            text = _unglued(text, page.label, changes)
            block = block.with_text(text)
            notes += [RawBlock(note, BlockKind.NOTE)] if note else []
        blocks.append(block)
    return replace(page, blocks=tuple([*blocks, *notes]))


def _parted(text: str, page: str, changes: list[Change]) -> tuple[str, str]:
    """Return the text without its footnote, and the footnote."""
    for match in _NOTE.finditer(text):
        if match.start() < _MIN_FROM * len(text):
            continue
        mark = re.compile(
            rf"(?<=[^\W\d_]){match[1]}(?![\w-])|(?<=[.,;”\"])\s?{match[1]}(?=\s+[A-Z“])|"
            rf"(?<=\d\.){match[1]}(?=\s+[A-Z])"
        )
        found = mark.search(text, 0, match.start())
        if found:
            note = text[match.end() :].strip()
            changes.append(Change(NAME, ChangeKind.REPAIRED, page, match[0] + note, note))
            body = text[: match.start()].rstrip()
            return body[: found.start()] + body[found.end() :], note
    return text, ""


def _unglued(text: str, page: str, changes: list[Change]) -> str:
    """Return the text without numbers that are glued to the end of a word."""
    parts, end = [], 0
    for match in _GLUED.finditer(text):
        word = re.search(r"[^\W\d_]+$", text[: match.start()])
        if word and (word[0].islower() or (word[0].isupper() and len(word[0]) >= 6)):
            around = text[max(0, match.start() - 30) : match.end() + 20]
            changes.append(
                Change(NAME, ChangeKind.REPAIRED, page, word[0] + match[1], word[0], around)
            )
            parts.append(text[end : match.start()])
            end = match.end()
    return "".join([*parts, text[end:]])
