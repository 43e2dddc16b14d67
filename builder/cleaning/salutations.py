"""Forms of address in a speech: “Excellencies,”, “Ladies and Gentlemen,”."""

from __future__ import annotations

import re
from dataclasses import replace

from builder.cleaning.change import Change, ChangeKind
from builder.cleaning.words import Words
from builder.importing.raw import RawDocument

NAME = "salutations"
SUMMARY = "Forms of address that a speech is broken up with were left out."

_ADDRESS = re.compile(
    r"(?i)(?:(?:(?:dear|distinguished|honou?rable|your|mr\.?|mrs\.?|ms\.?|madam|deputy|"
    r"secretary-?\s?general|secretary|director-?\s?general|president|chair(?:man|person)?|"
    r"co-?chairs?|minister|ambassador|moderator|excellenc(?:y|ies)|delegates|colleagues|"
    r"participants|guests|friends|ladies|gentlemen|and|of|the|all|protocol|observed)\b[.,\s]*)+)"
    r"[,.:!]?"
)
_LONGEST = 16


def revise(document: RawDocument, words: Words) -> tuple[RawDocument, list[Change]]:
    """Remove blocks that only address the audience and end with a comma."""
    removed: list[Change] = []
    pages = []
    for page in document.pages:
        kept = []
        for block in page.blocks:
            text = " ".join(block.text.split())
            address = text.endswith((",", "!", ":")) and len(text.split()) <= _LONGEST
            if address and _ADDRESS.fullmatch(text):
                removed.append(Change(NAME, ChangeKind.REMOVED, page.label, block.text))
            else:
                kept.append(block)
        pages.append(replace(page, blocks=tuple(kept)))
    return document.with_pages(tuple(pages)), removed
