"""Condition: say what follows in a given situation."""

from __future__ import annotations

from collections.abc import Iterator

from builder.drafting.craft import Candidate, Craft, cited, sentence_case
from builder.model import Bloom, Condition, Open


def draft(craft: Craft) -> Iterator[Candidate]:
    """One written answer for each rule."""
    for point in craft.analysis.of(Condition):
        item = craft.item(
            Open,
            "condition-open",
            (point,),
            stem=f"According to {craft.owner(point)}, what follows {point.cue} {point.condition}?",
            model_answer=sentence_case(point.consequence),
            rationale=f"The text says so: {cited(craft.reference(point.sentence))}.",
            bloom=Bloom.UNDERSTAND,
        )
        name = f"{point.cue} {point.condition}"
        yield Candidate(item, (point,), "conditions", (name,), 0.8)
