"""Definition: "Which term means “…”?" among other terms that the module defines."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.words import capitalised
from builder.drafting.craft import Candidate, Craft, cited
from builder.drafting.kindred import kindred
from builder.drafting.options import options
from builder.model import Bloom, Choice, Definition


def draft(craft: Craft) -> Iterator[Candidate]:
    """One choice for each definition whose words do not give its term away."""
    points = craft.analysis.of(Definition)
    for point in points:
        stem = f"Which term means “{point.body}”?"
        pool = {
            other.term: f"{capitalised(other.term)} is something else: "
            f"{cited(craft.reference(other.sentence))}."
            for other in points
            if other.sentence != point.sentence and kindred(point, other)
        }
        why = f"The text gives this meaning: {cited(craft.reference(point.sentence))}."
        choices = options(point.term, why, pool, stem=stem, seed=point.term)
        if choices:
            item = craft.item(
                Choice,
                "term-choice",
                (point,),
                stem=stem,
                options=choices,
                rationale=why,
                bloom=Bloom.REMEMBER,
            )
            yield Candidate(item, (point,), "terms", (point.term,), 1.0)
