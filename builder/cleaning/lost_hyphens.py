"""Hyphens that were lost at the end of a line: “highrisk” beside “high-risk”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.cleaning.change import Edit
from builder.cleaning.words import Words

NAME = "lost-hyphens"
SUMMARY = "Hyphens were put back where the document has the word with one elsewhere."
ASKS_WORDS = True
FORMATS = ("text",)
"""Other formats keep what this mends."""

_WORD = re.compile(r"\b[a-z]{5,}\b")
_LEAST = 2


def edits(text: str, words: Words) -> Iterator[Edit]:
    """Yield the hyphened form of words that otherwise have their hyphen."""
    compounds = _compounds(words)
    for match in _WORD.finditer(text):
        hyphened = compounds.get(match[0])
        if hyphened and words.folded[hyphened] > words.folded[match[0]]:
            yield Edit(match.start(), match.end(), hyphened)


_cache: dict[int, tuple[Words, dict[str, str]]] = {}


def _compounds(words: Words) -> dict[str, str]:
    """Return closed form to hyphened form; both halves have to be words."""
    known = _cache.get(0)
    if known is None or known[0] is not words:
        table = {
            word.replace("-", ""): word
            for word in sorted(words.folded)
            if word.count("-") == 1 and all(len(part) >= _LEAST for part in word.split("-"))
        }
        _cache[0] = known = (words, table)
    return known[1]
