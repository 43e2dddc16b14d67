"""Requirement: say what should be so with a thing."""

from __future__ import annotations

from collections.abc import Iterator

from builder.drafting.craft import Candidate, Craft, cited
from builder.drafting.rules.requirement_choice import asked
from builder.model import Bloom, Open, Requirement


def draft(craft: Craft) -> Iterator[Candidate]:
    """One written answer for each thing that the text says one such sentence about."""
    points = craft.analysis.of(Requirement)
    for point in points:
        if sum(other.subject.lower() == point.subject.lower() for other in points) > 1:
            continue
        pronoun = "They" if point.plural else "It"
        item = craft.item(
            Open,
            "requirement-open",
            (point,),
            stem=asked(craft, point),
            model_answer=f"{pronoun} {point.predicate}.",
            rationale=f"The text says so: {cited(craft.reference(point.sentence))}.",
            bloom=Bloom.REMEMBER,
        )
        yield Candidate(item, (point,), "requirements", (point.subject,), 0.6)
