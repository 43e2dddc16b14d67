"""Characters that nobody sees: soft hyphens, zero-width and odd blanks, replacement marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.cleaning.change import Edit
from builder.cleaning.words import Words

NAME = "characters"
SUMMARY = "Invisible characters (soft hyphens, zero-width and odd blanks) were normalised."
SILENT = True
"""Too many and too dull to list."""

_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060\u2066-\u2069\u202a-\u202e\ufeff\ufffd]")
_BLANK = re.compile("[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]|(?<=\\S) {2,}(?=\\S)")


def edits(text: str, words: Words) -> Iterator[Edit]:
    """Yield the removal of hidden characters, and plain blanks for odd ones."""
    found = [(m.start(), m.end(), "") for m in _HIDDEN.finditer(text)]
    if not text.isupper():  # two blanks part the words of a letter-spaced heading
        found += [(m.start(), m.end(), " ") for m in _BLANK.finditer(text)]
    yield from (Edit(*edit) for edit in sorted(found))
