"""Recommendation: who should take a measure, among other actors of the module."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.words import content_stems
from builder.drafting.actors import kind_of_actor
from builder.drafting.craft import Candidate, Craft, cited
from builder.drafting.options import options
from builder.model import Bloom, Choice, Recommendation


def draft(craft: Craft) -> Iterator[Candidate]:
    """One choice for each recommendation whose addressee has rivals of other kinds."""
    points = [p for p in craft.analysis.of(Recommendation) if kind_of_actor(p.agent)]
    for point in points:
        actor = kind_of_actor(point.agent)
        stem = f"According to {craft.owner(point)}, who should {point.measure}?"
        pool: dict[str, str] = {}
        for other in points:
            if kind_of_actor(other.agent) == actor or content_stems(other.agent) & content_stems(
                point.measure
            ):
                continue
            pool.setdefault(
                other.agent,
                f"The text asks something else of {other.agent}: "
                f"{cited(craft.reference(other.sentence))}.",
            )
        why = f"The text names the addressee: {cited(craft.reference(point.sentence))}."
        choices = options(point.agent, why, pool, stem=stem, seed=point.measure)
        if choices:
            item = craft.item(
                Choice,
                "recommendation-who",
                (point,),
                stem=stem,
                options=choices,
                rationale=why,
                bloom=Bloom.APPLY,
            )
            yield Candidate(item, (point,), "recommendations", (point.agent,), 1.0)
