"""Each quotation is a sentence of the extract."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.words import normalised
from builder.checks.knowledge import Knowledge
from builder.model import Item


def check(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """A quotation that is not in the extract supports nothing."""
    for reference in item.sources():
        if normalised(reference.quote) not in knowledge.sentences:
            yield f"the quotation “{reference.quote[:60]}…” is not a sentence of the extract"
