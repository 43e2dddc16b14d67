"""No word of the stem stands in the key alone."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.words import roots
from builder.checks.knowledge import Knowledge
from builder.model import Choice, Item


def check(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """A content word that stem and key share and no distractor has."""
    if not isinstance(item, Choice):
        return
    stem = roots(item.stem)
    key = next((o.text for o in item.options if o.key), "")
    others: frozenset[str] = frozenset().union(*(roots(o.text) for o in item.options if not o.key))
    shared = (stem & roots(key)) - others
    if shared:
        yield f"only the key repeats “{sorted(shared)[0]}…” of the stem"
