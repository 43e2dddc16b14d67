"""Places where words are missing that no program can know: “dating back to In 1989”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.cleaning.change import Edit
from builder.cleaning.words import Words

NAME = "lost-words"
SUMMARY = "Words, often years, seem to be missing here. Compare with the original."
FORMATS = ("text",)
"""Other formats keep what this mends."""

_LOST = re.compile(
    r"\b(?:between (?:million|billion|and)\b|"
    r"(?:since|in|until|after|before) (?:It|In|The|This|These|Such|Ms|Mr|Through|To|As|"
    r"Participants|Experts|An|They)\b(?! [A-Z\d])|(?:to|by|from) In \d{4}|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December) "
    r"(?:In|The|It|This) [a-z]|"
    r"available at: ?$)"
)


def edits(text: str, words: Words) -> Iterator[Edit]:
    """Yield notices; nothing is changed."""
    for match in _LOST.finditer(text):
        yield Edit(match.start(), match.end(), None)
