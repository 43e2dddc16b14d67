"""Options are distinct, and none contains another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from builder.analysis.words import normalised
from builder.checks.knowledge import Knowledge, options_of
from builder.model import Categorise, Item, Order


def check(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """Two options that say the same, or one that includes the other."""
    for a, b in combinations(options_of(item), 2):
        x, y = f" {normalised(a)} ", f" {normalised(b)} "
        if x == y:
            yield f"“{a}” stands twice among the options"
        elif not isinstance(item, Order | Categorise) and (x in y or y in x):
            yield f"“{a}” and “{b}” contain one another"
