"""No negative stems (Haladyna, Downing and Rodriguez 2002)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.checks.knowledge import Knowledge
from builder.model import Choice, Item, Multiple

_ASKED = re.compile(r"\b(which|what)\b[^?“]*\?", re.IGNORECASE)


def check(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """A question that asks for the exception."""
    if not isinstance(item, Choice | Multiple):
        return
    asked = _ASKED.search(item.stem)
    if asked and re.match(
        r"(which|what)[^?]{0,40}\b(is|are|was|does|do) not\b", asked.group(), re.I
    ):
        yield "the stem asks for what is not so"
    elif asked and re.search(r"\b(except|incorrect|false)\b", asked.group(), re.I):
        yield "the stem asks for an exception"
