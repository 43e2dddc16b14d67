"""Words that are broken at the end of a line: “migra-⏎tion”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.cleaning.change import Edit
from builder.cleaning.words import Words

NAME = "hyphenation"
SUMMARY = "Words that were broken at the end of a line were closed up."
ASKS_WORDS = True

_BROKEN = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)[-‐¬]\n[ \t]*([^\W\d_]+)")


def edits(text: str, words: Words) -> Iterator[Edit]:
    """Yield closed words; a hyphen stays where the document has the word with it elsewhere."""
    for match in _BROKEN.finditer(text):
        left, right = match[1], match[2]
        closed, hyphened = f"{left}{right}", f"{left}-{right}"
        keep = (
            not right[0].islower()
            or words.folded[hyphened.lower()] > words.folded[closed.lower()]
            or "-" in left
        )
        yield Edit(match.start(), match.end(), hyphened if keep else closed)
