"""Recommendations: name what somebody should do, where the text leaves no doubt how much."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.people import is_meeting
from builder.analysis.words import capitalised, number_word
from builder.drafting.actors import kind_of_actor
from builder.drafting.craft import Candidate, Craft, cited
from builder.drafting.phrasing import joined
from builder.model import Bloom, Open, Recommendation

_MOST = 4


def draft(craft: Craft) -> Iterator[Candidate]:
    """One written answer for each addressee and owner with one to four measures."""
    found: dict[tuple[str, str], list[Recommendation]] = {}
    for point in craft.analysis.of(Recommendation):
        if kind_of_actor(point.agent):
            found.setdefault((craft.owner(point), point.agent), []).append(point)
    for (owner, agent), points in found.items():
        if len(points) > _MOST or _others(craft, points):
            continue
        if len(points) == 1:
            stem = f"What should {agent} do, according to {owner}?"
        else:
            count = number_word(len(points))
            stem = f"Name the {count} measures that {agent} should take, according to {owner}."
        item = craft.item(
            Open,
            "recommendation-recall",
            tuple(points),
            stem=stem,
            model_answer=capitalised(joined([point.measure for point in points])) + ".",
            rationale="The text says so: "
            + " ".join(cited(craft.reference(point.sentence)) for point in points),
            bloom=Bloom.REMEMBER,
        )
        yield Candidate(item, tuple(points), "recommendations", (agent,), 0.7)


def _others(craft: Craft, points: list[Recommendation]) -> bool:
    """Somebody else asked something of the same kind of actor, which would be right as well."""
    if points[0].owner and not is_meeting(points[0].owner):
        return False
    actor = kind_of_actor(points[0].agent)
    return any(
        kind_of_actor(other.agent) == actor and other not in points
        for other in craft.analysis.of(Recommendation)
    )
