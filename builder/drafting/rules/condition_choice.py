"""Condition: what follows in a given situation, among what follows in others."""

from __future__ import annotations

from collections.abc import Iterator

from builder.drafting.craft import Candidate, Craft, cited
from builder.drafting.options import options
from builder.model import Bloom, Choice, Condition


def draft(craft: Craft) -> Iterator[Candidate]:
    """One choice for each rule that has rivals in the text."""
    points = craft.analysis.of(Condition)
    for point in points:
        stem = f"According to {craft.owner(point)}, what follows {point.cue} {point.condition}?"
        pool = {
            other.consequence: f"The text says so of another situation: "
            f"{cited(craft.reference(other.sentence))}."
            for other in points
            if other.sentence != point.sentence
        }
        why = f"The text says so: {cited(craft.reference(point.sentence))}."
        choices = options(point.consequence, why, pool, stem=stem, seed=point.condition)
        if choices:
            item = craft.item(
                Choice,
                "condition-choice",
                (point,),
                stem=stem,
                options=choices,
                rationale=why,
                bloom=Bloom.UNDERSTAND,
            )
            yield Candidate(item, (point,), "conditions", (_name(point),), 1.1)


def _name(point: Condition) -> str:
    return f"{point.cue} {point.condition}"
