"""Hedges of the source survive."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.checks.knowledge import Knowledge, all_text
from builder.model import Choice, Item, Open, Text, TrueFalse

_STRICT = frozenset(
    "may might could reportedly apparently possibly perhaps probably likely estimated about"
    " approximately roughly tend tends".split()
)


def check(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """A hedge of the quotation that the item no longer has."""
    if not isinstance(item, Choice | TrueFalse | Open) or isinstance(item, Text):
        return
    if item.teaching_point in ("definition", "acronym", "enumeration"):
        return
    text = set(re.findall(r"[a-z]+", all_text(item).lower()))
    quote = set(re.findall(r"[a-z]+", item.source.quote.lower()))
    lost = (quote & _STRICT) - text
    if lost:
        yield f"“{sorted(lost)[0]}” of the source is lost"
