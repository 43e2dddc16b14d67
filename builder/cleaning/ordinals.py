"""Ordinals with a blank in them: “21 st century”, “1 st st Session”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.cleaning.change import Edit
from builder.cleaning.words import Words

NAME = "ordinals"
SUMMARY = "Ordinals were closed up (21 st → 21st)."

_ORDINAL = re.compile(r"\b(\d+) (st|nd|rd|th)(?: \2)*\b")


def edits(text: str, words: Words) -> Iterator[Edit]:
    """Yield the closed ordinal where the ending fits the number."""
    for match in _ORDINAL.finditer(text):
        if match[2] == ending(int(match[1])):
            yield Edit(match.start(), match.end(), f"{match[1]}{match[2]}")


def ending(number: int) -> str:
    """Return the English ending of an ordinal."""
    if 10 <= number % 100 <= 20:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
