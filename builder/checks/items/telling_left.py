"""No pair of a match item, and no category, gives itself away by a shared word."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.words import roots
from builder.checks.knowledge import Knowledge
from builder.model import Categorise, Item, Match


def check(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """A word that a left side shares with its right side and with no other."""
    groups = _groups(item)
    for name, texts in groups:
        others: frozenset[str] = frozenset().union(
            *(roots(t) for other, ts in groups if other != name for t in ts)
        )
        for text in texts:
            shared = (roots(name) & roots(text)) - others
            if shared:
                yield f"“{name}” and “{text}” share “{sorted(shared)[0]}…”"


def _groups(item: Item) -> list[tuple[str, tuple[str, ...]]]:
    if isinstance(item, Match):
        return [(pair.left, (pair.right,)) for pair in item.pairs]
    if isinstance(item, Categorise):
        return list(item.categories.items())
    return []
