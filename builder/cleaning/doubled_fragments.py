"""Ends of words that stand twice: “enforcement ent”, “SERI ERIES ES”, “two-way way”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.cleaning.change import Edit
from builder.cleaning.words import Words

NAME = "doubled-fragments"
SUMMARY = "Repeated pieces of words were taken out (enforcement ent → enforcement)."
ASKS_WORDS = True
FORMATS = ("text",)
"""Other formats keep what this mends."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SHORT = frozenset(
    "a an and any are art as at be end do each ever he her here his i if in inner into is it its "
    "land less man men me no nor of on one or other our out over own she so son ten than that the "
    "then there they to under up us use was we well who you able age all law eight ion ward men "
    "ill low now ration rate late ate ran ring king sing thing wing ball ear hear read lead".split()
)
_NEGATED = frozenset("don doesn didn can couldn won wouldn isn aren wasn weren shouldn hasn haven "
                     "hadn mustn".split())  # fmt: skip


def edits(text: str, words: Words) -> Iterator[Edit]:
    """Yield the removal of fragments, and the joining of halves that overlap."""
    tokens = list(_WORD.finditer(text))
    index = 0
    while index < len(tokens) - 1:
        first, second = tokens[index], tokens[index + 1]
        gap = text[first.end() : second.start()]
        whole = _whole(first[0], second[0], gap, words)
        if len(second[0]) == 1 and text[second.end() :][:1] in (")", "."):
            whole = None  # “and d) …”: the label of a member of a list
        if whole is None:
            index += 1
            continue
        end, last = second.end(), index + 1
        while last + 1 < len(tokens):  # SERI ERIES ES: the whole has a third piece
            gap = text[tokens[last].end() : tokens[last + 1].start()]
            more = _whole(whole, tokens[last + 1][0], gap, words)
            if more is None:
                break
            whole, end, last = more, tokens[last + 1].end(), last + 1
        comma = "," if text[first.end() : first.end() + 1] == "," and text[end:][:1] != "," else ""
        yield Edit(first.start(), end, whole + comma)
        index = last + 1


def _whole(first: str, second: str, gap: str, words: Words) -> str | None:
    """Return the word that `first` and `second` are pieces of, None if they are two words."""
    if gap not in (" ", ", "):
        return None
    low, piece = first.lower(), second.lower()
    if len(piece) == 1:
        return first if _lone_letter(first, second, gap) else None
    if piece in _SHORT or "-" in piece:
        return None
    if low != piece and low.endswith(piece) and (gap == " " or not words.known(second)):
        return None if second[0].isupper() and not first.isupper() else first
    if gap == " " and not words.known(second) and words.folded[piece] <= words.suffix[piece] + 1:
        return _overlap(first, second, words)
    return None


def _lone_letter(first: str, second: str, gap: str) -> bool:
    """Say whether a single letter is debris: it repeats an edge of the word before it."""
    if second.lower() in ("a", "i", "s", "o", "x") or len(first) < 3:
        return False
    if second == "t" and first.lower() in _NEGATED:
        return False
    if second.isupper():
        return gap == ", " and first[0] == second
    return gap == " " and second in (first[0].lower(), first[-1])


def _overlap(first: str, second: str, words: Words) -> str | None:
    """Return SERIES for SERI and ERIES, if the document knows that word."""
    if not (first.isupper() and second.isupper()) and words.known(first):
        return None
    low, piece = first.lower(), second.lower()
    for size in range(min(len(low), len(piece)) - 1, 1, -1):
        if low.endswith(piece[:size]):
            whole = first + second[size:]
            return whole if words.folded[whole.lower()] > 1 else None
    return None
