"""Sentences of a paragraph: `sentencex`, with its few errors in English mended."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sentencex import segment

_NEVER_LAST = re.compile(
    r"(?:^|[\s(\[“‘\"'])"
    r"(?:i\.e|e\.g|cf|viz|vs|Mr|Mrs|Ms|Messrs|Dr|Prof|Amb|Hon|H\.E|H\.R\.H|St|Sen|Rev|Fr)\.$"
)
"""Abbreviations that something always follows."""

_BEFORE_NUMBER = re.compile(
    r"(?:^|[\s(\[])(?:No|Nos|Art|Arts|Vol|vol|vols|Ch|ch|Sec|sec|para|paras|p|pp|fig|Fig|Res|ca|c)\.$"
)
"""Abbreviations that a number follows."""

_NUMBER = re.compile(r"\d|[IVXLC]+\b")
_LONG = 10_000
_STRETCH = re.compile(rf"(?:.{{{_LONG}}}.*?[.!?]\S{{0,3}}(?:\s|$))|.+", re.DOTALL)
"""At least `_LONG` characters up to a possible end of a sentence, or what is left."""

_BRACKETED = re.compile(r"(\([^()]*[^\W\d][.!?]\)) (?=[A-Z“‘(])")
"""A whole sentence in brackets, with another after it, which `sentencex` does not part."""

_OPENING = "“‘\"'([«"
_ADJECTIVAL = re.compile(r"\b(?:U\.S|U\.K|U\.N|E\.U)\.$")
_NOUN = re.compile(
    r"(?:Government|Congress|Senate|President|Department|Secretary|Agency|Embassy|State|Supreme|"
    r"Court|Bureau|Committee|Census|Charter|Convention|General|High|Security|Treasury|Citizen|"
    r"Coast|Border|Ambassador|Mission|Dollar)"
)


def split_sentences(text: str, language: str = "en") -> list[tuple[int, str]]:
    """Split the text of one paragraph, its white space folded, into sentences.

    Returns:
        Each sentence with its offset in `text`.
    """
    merged: list[tuple[int, str]] = []
    for start, part in _segments(text, language):
        if merged and _belongs_together(merged[-1][1], part):
            first, _ = merged.pop()
            merged.append((first, text[first : start + len(part)]))
        else:
            merged.append((start, part))
    return merged


def _segments(text: str, language: str) -> Iterator[tuple[int, str]]:
    """Yield what `sentencex` finds, trimmed, with its offset."""
    end = 0
    for part in _segmented(text, language):
        start = end + len(part) - len(part.lstrip())
        end += len(part)
        part = part.strip()
        if bracket := _BRACKETED.match(part):
            yield start, bracket[1]
            start, part = start + bracket.end(), part[bracket.end() :]
        if part:
            yield start, part


def _segmented(text: str, language: str) -> Iterator[str]:
    """Yield all of `text` in segments; `sentencex` is quadratic, so it never gets too much."""
    for match in _STRETCH.finditer(text):
        stretch = match[0]
        if len(stretch) > 2 * _LONG:
            yield stretch
        else:
            yield from segment(language, stretch)


def _belongs_together(before: str, after: str) -> bool:
    """Say whether there is no end of a sentence between the two."""
    if _NEVER_LAST.search(before) or after.lstrip(_OPENING)[:1].islower():
        return True
    if _ADJECTIVAL.search(before):
        return bool(_NOUN.match(after))
    return bool(_BEFORE_NUMBER.search(before) and _NUMBER.match(after))
