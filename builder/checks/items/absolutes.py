"""No all or none of the above, no combinations, no absolutes that the source does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.checks.knowledge import Knowledge, options_of
from builder.model import Item

_ABOVE = re.compile(
    r"\b(all|none|both|neither) of the (above|following|others)\b|\bA and B\b", re.I
)
_ABSOLUTE = re.compile(r"\b(always|never|only|all|none|every|completely|entirely)\b", re.I)


def check(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """Words that a test-wise learner rules out without reading."""
    quotes = " ".join(reference.quote for reference in item.sources())
    rationales = " ".join(getattr(o, "rationale", "") for o in getattr(item, "options", ()))
    for text in options_of(item):
        if _ABOVE.search(text):
            yield f"“{text}” refers to other options"
        for word in _ABSOLUTE.findall(text):
            if word.lower() not in (quotes + rationales).lower() and item.drafter != "rules":
                yield f"“{word}” in “{text}” is not in the source"
