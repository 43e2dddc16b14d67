"""The rationale quotes its source."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.knowledge import Knowledge
from builder.model import Item


def check(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """A rationale that is missing, or that quotes none of the item's sources."""
    if not item.rationale:
        yield "it has no rationale"
    elif item.drafter == "rules" and not any(
        reference.quote in item.rationale for reference in item.sources()
    ):
        yield "the rationale does not quote the source"
