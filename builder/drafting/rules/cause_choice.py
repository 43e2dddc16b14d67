"""Cause: which reason explains why something is so, among reasons for other things."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.standing import dangling_text
from builder.analysis.words import content_stems
from builder.drafting.clauses import said_plainly
from builder.drafting.craft import Candidate, Craft, cited
from builder.drafting.options import options
from builder.model import Bloom, Cause, Choice


def draft(craft: Craft) -> Iterator[Candidate]:
    """One choice for each because-sentence whose reason stands alone."""
    points = [p for p in craft.analysis.of(Cause) if said_plainly(p)]
    for point in points:
        stem = f"According to {craft.owner(point)}, what explains why {point.effect}?"
        pool = {
            other.cause: f"The text gives this reason for something else: "
            f"{cited(craft.reference(other.sentence))}."
            for other in points
            if other.sentence != point.sentence and _near(point, other)
        }
        why = f"The text gives the reason itself: {cited(craft.reference(point.sentence))}."
        choices = options(point.cause, why, pool, stem=stem, seed=point.effect)
        if choices:
            item = craft.item(
                Choice,
                "cause-choice",
                (point,),
                stem=stem,
                options=choices,
                rationale=why,
                bloom=Bloom.UNDERSTAND,
            )
            yield Candidate(item, (point,), "causes", (point.effect,), 1.2)


def _near(point: Cause, other: Cause) -> bool:
    """A reason that stands alone and comes from the same section or speaks of the same things."""
    if dangling_text(other.cause):
        return False
    same = point.sentence.locator.section == other.sentence.locator.section
    return same or bool(content_stems(point.effect) & content_stems(other.cause))
