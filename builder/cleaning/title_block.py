"""The title block with which a report begins: kind, series, title, organisers, date, place."""

from __future__ import annotations

import re

MONTHS = (
    "January February March April May June July August September October November December".split()
)
DATE = re.compile(rf"\b(\d{{1,2}})(?:\s?[-–]\s?\d{{1,2}})?\s+({'|'.join(MONTHS)}),?\s+(\d{{4}})\b", re.I)
_REACH = 700
_DATE_REACH = 420


def title_block_end(text: str) -> int:
    """Return where the title block that `text` begins with ends, 0 if it begins with none."""
    date = DATE.search(text[:_DATE_REACH])
    head = text[: date.start()] if date else ""
    if not date or re.search(r"[a-z]{3}[.!?] [A-Z]", head) or not _shouts(text):
        return 0
    end = 0
    capitals = 0
    for match in re.finditer(r"\S+", text[: _REACH]):
        word = match[0].strip(",:;.()/&-")
        if len(word) > 1 and word.upper() == word and not word.isdecimal():
            capitals += 1
            if match.start() > date.end() and capitals >= 2:
                end = match.end()
        elif capitals and match.start() > date.end() and end:
            break
        else:
            capitals = 0
    return end or date.end()


def _shouts(text: str) -> bool:
    """Say whether `text` begins with two words in capitals."""
    first = text.split(maxsplit=2)[:2]
    return len(first) == 2 and all(word.isupper() for word in first)
