"""No debris of scanning or of drafting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.checks.knowledge import Knowledge, all_text
from builder.model import Item

_DOUBLED = re.compile(r"\b(?!(?:that|had|is)\b)([a-z]{2,}) \1\b")
_GLUED = re.compile(r"\b[a-z]{3,}\d+\b|\b[a-z]+[A-Z][a-z]+\b(?<!iPhone)|\s[,;.]|\.\.|,,|\?\.")


def check(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """Unbalanced brackets or quotation marks, doubled words, glued footnote marks."""
    text = all_text(item).replace("____", "")
    for opening, closing in ("()", "[]", "“”"):
        if text.count(opening) != text.count(closing):
            yield f"{opening} and {closing} do not balance"
    doubled = _DOUBLED.search(text)
    if doubled:
        yield f"“{doubled.group()}” is doubled"
    glued = _GLUED.search(text)
    if glued:
        yield f"“{glued.group().strip()}” looks like debris"
