"""Recommendation: what a named person asked of somebody, among what others asked."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.people import is_meeting
from builder.drafting.actors import kind_of_actor
from builder.drafting.craft import Candidate, Craft, cited, closed
from builder.drafting.options import options
from builder.model import Bloom, Choice, Recommendation


def draft(craft: Craft) -> Iterator[Candidate]:
    """A choice for each recommendation with an owner, or to an addressee unlike the others."""
    points = craft.analysis.of(Recommendation)
    for point in points:
        actor = kind_of_actor(point.agent)
        if not actor:
            continue
        owned = bool(point.owner) and not is_meeting(point.owner)
        who = closed(craft.owner(point))
        when = f" {craft.at_meeting}" if owned else ""
        stem = f"What did {who} recommend to {point.agent}{when}?"
        pool = {
            other.measure: _why_not(craft, other)
            for other in points
            if (other.sentence != point.sentence and kind_of_actor(other.agent) not in ("", actor))
            or (owned and other.owner and other.owner != point.owner)
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
    """Whose measure a lure is."""
    return f"That was recommended to {other.agent}: {cited(craft.reference(other.sentence))}."
