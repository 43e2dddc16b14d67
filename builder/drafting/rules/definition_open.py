"""Definition: say in your own words what a term means."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.words import capitalised
from builder.drafting.craft import Candidate, Craft, cited
from builder.model import Bloom, Definition, Open


def draft(craft: Craft) -> Iterator[Candidate]:
    """One written answer for each definition."""
    for point in craft.analysis.of(Definition):
        item = craft.item(
            Open,
            "definition-open",
            (point,),
            stem=f"What does {craft.said_in(point)} mean by “{point.term}”?",
            model_answer=capitalised(point.body) + ".",
            rationale=f"The text gives this meaning: {cited(craft.reference(point.sentence))}.",
            bloom=Bloom.REMEMBER,
        )
        yield Candidate(item, (point,), "terms", (point.term,), 0.6)
