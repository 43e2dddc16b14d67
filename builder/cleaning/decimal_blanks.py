"""Decimals with a blank after the comma: “3, 2 percent”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.cleaning.change import Edit
from builder.cleaning.words import Words

NAME = "decimal-blanks"
SUMMARY = "Decimals that were broken by a blank were closed up (3, 2 percent → 3.2 percent)."

_BROKEN = re.compile(
    r"(?<![\d,.] )(?<![\d,.])\b(\d{1,3})([,.]) (\d)(?= ?(?:per ?cent|%|million|billion)\b|%)"
)


def edits(text: str, words: Words) -> Iterator[Edit]:
    """Yield the decimal with a point; a member of a list of numbers stays."""
    for match in _BROKEN.finditer(text):
        yield Edit(match.start(), match.end(), f"{match[1]}.{match[3]}")
