"""Requirement: what should be so with a thing, among what should be so with others."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.words import content_stems
from builder.drafting.craft import Candidate, Craft, cited, closed
from builder.drafting.options import options
from builder.model import Bloom, Choice, Requirement


def draft(craft: Craft) -> Iterator[Candidate]:
    """One choice for each thing that the text says one such sentence about."""
    points = craft.analysis.of(Requirement)
    for point in points:
        if _repeated(point, points):
            continue
        stem = asked(craft, point)
        pronoun = "They" if point.plural else "It"
        pool = {
            f"{pronoun} {other.predicate}": f"That is said of {other.subject}: "
            f"{cited(craft.reference(other.sentence))}."
            for other in points
            if other.sentence != point.sentence
            and other.plural == point.plural
            and other.predicate.split()[0] == point.predicate.split()[0]
        }
        why = f"The text says so: {cited(craft.reference(point.sentence))}."
        key = f"{pronoun} {point.predicate}"
        choices = options(key, why, pool, stem=stem, seed=point.subject)
        if choices:
            item = craft.item(
                Choice,
                "requirement-choice",
                (point,),
                stem=stem,
                options=choices,
                rationale=why,
                bloom=Bloom.REMEMBER,
            )
            yield Candidate(item, (point,), "requirements", (point.subject,), 1.0)


def asked(craft: Craft, point: Requirement) -> str:
    """The question: "recommend" for "should", "require" for "must"."""
    owner = closed(craft.owner(point))
    if point.predicate.startswith("must"):
        return f"What did {owner} require of {point.subject}?"
    return f"What did {owner} recommend about {point.subject}?"


def _repeated(point: Requirement, points: tuple[Requirement, ...]) -> bool:
    """The text requires something else of the same thing, or of something it is part of."""
    words = content_stems(point.subject)
    return any(
        other.sentence != point.sentence and words & content_stems(other.subject)
        for other in points
    )
