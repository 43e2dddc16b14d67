"""Cause between noun phrases: say what something leads to, or what it is due to."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.words import capitalised
from builder.drafting.craft import Candidate, Craft, cited
from builder.drafting.rules.effect_choice import question
from builder.model import Bloom, Cause, Open


def draft(craft: Craft) -> Iterator[Candidate]:
    """One written answer for each cause stated between two noun phrases."""
    for point in craft.analysis.of(Cause):
        asked = None if point.clausal else question(point)
        if asked is None:
            continue
        item = craft.item(
            Open,
            "effect-open",
            (point,),
            stem=f"According to {craft.owner(point)}, {asked[0]}?",
            model_answer=capitalised(asked[1]) + ".",
            rationale=f"The text says so: {cited(craft.reference(point.sentence))}.",
            bloom=Bloom.UNDERSTAND,
        )
        yield Candidate(item, (point,), "causes", (asked[2],), 0.8)
