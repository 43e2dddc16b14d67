"""Key concepts: what the text defines."""

from __future__ import annotations

from builder.drafting.craft import Craft, item_id
from builder.model import Definition, KeyConcept


def key_concepts(craft: Craft) -> tuple[KeyConcept, ...]:
    """One concept for each term; its first definition counts."""
    found: dict[str, KeyConcept] = {}
    for point in craft.analysis.of(Definition):
        found.setdefault(
            point.term.lower(),
            KeyConcept(
                id=item_id(f"{craft.prefix}-k", "concept", (point,)),
                term=point.term,
                definition=point.body,
                source=craft.reference(point.sentence),
            ),
        )
    return tuple(found.values())
