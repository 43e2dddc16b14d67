"""Blanks after the hyphen of a name: “Secretary- General”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.cleaning.change import Edit
from builder.cleaning.words import Words

NAME = "spaced-hyphens"
SUMMARY = "Blanks after the hyphen of a compound were taken out (Secretary- General)."

_SPACED = re.compile(r"(?<=[^\W\d_][a-zà-ÿ])- (?=[^\W\d_]{2})(?!(?:and|or|to|und|ou|et)\b)")


def edits(text: str, words: Words) -> Iterator[Edit]:
    """Yield the bare hyphen; “micro- or household level” stays as it is."""
    for match in _SPACED.finditer(text):
        yield Edit(match.start(), match.end(), "-")
