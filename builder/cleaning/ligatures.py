"""Ligatures that a PDF kept as one character: ﬁ, ﬂ, ﬀ, ﬃ, ﬄ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.cleaning.change import Edit
from builder.cleaning.words import Words

NAME = "ligatures"
SUMMARY = "Ligatures were written out as letters."
ASKS_WORDS = True

_LETTERS = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
}  # fmt: skip
_LIGATURE = re.compile(f"[{''.join(_LETTERS)}] ?(?=[a-z])|[{''.join(_LETTERS)}]")


def edits(text: str, words: Words) -> Iterator[Edit]:
    """Yield letters for each ligature; a blank after it goes, if the whole is then a word."""
    for match in _LIGATURE.finditer(text):
        letters = _LETTERS[match[0][0]]
        end = match.end()
        if match[0].endswith(" ") and not _one_word(text, match, letters, words):
            end -= 1
        yield Edit(match.start(), end, letters)


def _one_word(text: str, match: re.Match[str], letters: str, words: Words) -> bool:
    before = re.search(r"[^\W\d_]*$", text[max(0, match.start() - 30) : match.start()])
    after = re.match(r"[^\W\d_]+", text[match.end() : match.end() + 30])
    whole = f"{before[0] if before else ''}{letters}{after[0] if after else ''}"
    return words.known(whole)
