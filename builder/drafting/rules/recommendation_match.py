"""Recommendations: match addressees with what they should do."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.words import capitalised
from builder.drafting.actors import kind_of_actor
from builder.drafting.craft import Candidate, Craft, cited, closed
from builder.drafting.groups import sets_of
from builder.model import Bloom, Match, Pair, Recommendation


def draft(craft: Craft) -> Iterator[Candidate]:
    """Sets of recommendations to addressees of different kinds, from one owner."""
    points = [p for p in craft.analysis.of(Recommendation) if kind_of_actor(p.agent)]
    for owner in dict.fromkeys(craft.owner(p) for p in points):
        seen: dict[str, Recommendation] = {}
        for point in points:
            if craft.owner(point) == owner:
                seen.setdefault(kind_of_actor(point.agent), point)
        for chosen in sets_of(list(seen.values()), lambda p: p.agent, lambda p: p.measure):
            item = craft.item(
                Match,
                "recommendation-match",
                chosen,
                stem=f"Match each addressee with the measure that {closed(owner)} recommended.",
                pairs=tuple(
                    Pair(left=capitalised(p.agent), right=capitalised(p.measure)) for p in chosen
                ),
                rationale="The text says who should do what: "
                + " ".join(cited(craft.reference(p.sentence)) for p in chosen),
                bloom=Bloom.REMEMBER,
            )
            names = tuple(p.agent for p in chosen)
            yield Candidate(item, chosen, "recommendations", names, 1.5)
