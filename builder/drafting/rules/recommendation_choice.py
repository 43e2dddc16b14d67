"""Recommendation: what a named person asked of somebody, among what others asked."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.people import is_meeting
from builder.drafting.actors import kind_of_actor
from builder.drafting.craft import Candidate, Craft, cited, closed
from builder.drafting.options import options
from builder.model import Bloom, Choice, Recommendation


def draft(craft: Craft) -> Iterator[Candidate]:
    """A choice for each recommendation of a person, among what others asked of like addressees."""
    points = craft.analysis.of(Recommendation)
    for point in points:
        actor = kind_of_actor(point.agent)
        if not actor:
            continue
        if not point.owner or is_meeting(point.owner):
            continue  # without an owner, everything recommended at the meeting is right
        who = closed(craft.owner(point))
        stem = f"What did {who} recommend to {point.agent} {craft.said_at(point)}?"
        pool = {
            other.measure: _why_not(craft, other)
            for other in points
            if other.owner != point.owner and kind_of_actor(other.agent) == actor
        }
        why = f"This is what was recommended: {cited(craft.reference(point.sentence))}."
        choices = options(point.measure, why, pool, stem=stem, seed=point.measure)
        if choices:
            item = craft.item(
                Choice,
                "recommendation-choice",
                (point,),
                stem=stem,
                options=choices,
                rationale=why,
                bloom=Bloom.REMEMBER,
            )
            yield Candidate(item, (point,), "recommendations", (point.agent,), 1.1)


def _why_not(craft: Craft, other: Recommendation) -> str:
    """Whose recommendation a lure is."""
    owner = craft.owner(other)
    return f"That comes from {owner}: {cited(craft.reference(other.sentence))}."
