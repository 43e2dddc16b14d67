"""Headings set with blanks between their letters: “S U M M A R Y”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.cleaning.change import Edit
from builder.cleaning.words import Words

NAME = "letter-spacing"
SUMMARY = "Letter-spaced words were closed up."

_SPACED = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\S)(?:  +(?:[^\W\d_] )+[^\W\d_](?!\S))*")


def edits(text: str, words: Words) -> Iterator[Edit]:
    """Yield the closed word for each spaced one; two blanks part words."""
    for match in _SPACED.finditer(text):
        closed = [part.replace(" ", "") for part in re.split(r" {2,}", match[0])]
        yield Edit(match.start(), match.end(), " ".join(closed))
