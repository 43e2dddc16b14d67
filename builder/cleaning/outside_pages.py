"""What stands before the first and after the last printed page: the viewer, and its teasers;
and what stands around the main content of a web page.
"""

from __future__ import annotations

from builder.cleaning.change import Change, ChangeKind
from builder.cleaning.words import Words
from builder.importing.raw import OUTSIDE, RawDocument

NAME = "outside-pages"
SUMMARY = (
    "Text before the first and after the last printed page, and around the main content of a web "
    "page, was left out."
)


def revise(document: RawDocument, words: Words) -> tuple[RawDocument, list[Change]]:
    """Remove what lies outside of the pages."""
    removed = [
        Change(NAME, ChangeKind.REMOVED, "", block.text)
        for page, block in document.blocks()
        if page.label == OUTSIDE
    ]
    pages = tuple(page for page in document.pages if page.label != OUTSIDE)
    return document.with_pages(pages), removed
