"""Line breaks within a paragraph, which mean nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.cleaning.change import Edit
from builder.cleaning.words import Words

NAME = "line-breaks"
SUMMARY = "Lines of a paragraph were joined."
SILENT = True
"""A break that has become a blank is nothing to look at."""

_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_TABLE = " | "


def edits(text: str, words: Words) -> Iterator[Edit]:
    """Yield a blank for each break; the rows of a table keep theirs."""
    if _TABLE not in text:
        yield from (Edit(match.start(), match.end(), " ") for match in _BREAK.finditer(text))
