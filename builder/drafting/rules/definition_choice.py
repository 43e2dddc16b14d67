"""Definition: "What does “X” mean?" among meanings of other terms."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.words import capitalised
from builder.drafting.craft import Candidate, Craft, cited
from builder.drafting.kindred import kindred
from builder.drafting.options import options
from builder.model import Bloom, Choice, Definition


def draft(craft: Craft) -> Iterator[Candidate]:
    """One choice for each definition that has meanings of like form and length beside it."""
    points = craft.analysis.of(Definition)
    for point in points:
        stem = f"What does the term “{point.term}” mean?"
        pool = {
            other.body: f"That is the meaning of “{other.term}”: "
            f"{cited(craft.reference(other.sentence))}."
            for other in points
            if other.sentence != point.sentence and kindred(point, other)
        }
        why = f"The text says so: {cited(craft.reference(point.sentence))}."
        choices = options(point.body, why, pool, stem=stem, seed=point.term)
        if choices:
            item = craft.item(
                Choice,
                "definition-choice",
                (point,),
                stem=stem,
                options=choices,
                rationale=f"{capitalised(point.term)}: {why[0].lower()}{why[1:]}",
                bloom=Bloom.REMEMBER,
            )
            yield Candidate(item, (point,), "terms", (point.term,), 1.1)
