"""Recommendations: select what was asked of somebody, among what was asked of others."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.likeness import compatible, like_length
from builder.analysis.words import capitalised
from builder.drafting.actors import kind_of_actor
from builder.drafting.craft import Candidate, Craft, cited
from builder.model import Bloom, Multiple, Option, Recommendation

_MOST = 4


def draft(craft: Craft) -> Iterator[Candidate]:
    """One select-all for each addressee with two to four measures and rivals of other kinds."""
    points = [p for p in craft.analysis.of(Recommendation) if kind_of_actor(p.agent)]
    asked: dict[tuple[str, str], list[Recommendation]] = {}
    for point in points:
        asked.setdefault((craft.owner(point), point.agent), []).append(point)
    for (owner, agent), keys in asked.items():
        lures = _lures(keys, points)
        if not 2 <= len(keys) <= _MOST or len(lures) < 2:
            continue
        item = craft.item(
            Multiple,
            "recommendation-multiple",
            tuple(keys),
            stem=f"What should {agent} do, according to {owner}? Select all that apply.",
            options=(
                *(
                    Option(text=capitalised(p.measure), key=True, rationale=_said(craft, p))
                    for p in keys
                ),
                *(Option(text=capitalised(p.measure), rationale=_said(craft, p)) for p in lures),
            ),
            rationale="The text says so: "
            + " ".join(cited(craft.reference(point.sentence)) for point in keys),
            bloom=Bloom.UNDERSTAND,
        )
        yield Candidate(item, tuple(keys), "recommendations", (agent,), 1.3)


def _said(craft: Craft, point: Recommendation) -> str:
    """To whom a measure was recommended."""
    return f"It was recommended to {point.agent}: {cited(craft.reference(point.sentence))}."


def _lures(keys: list[Recommendation], points: list[Recommendation]) -> list[Recommendation]:
    """Up to three measures for actors of another kind, that could not be meant for this one."""
    found: list[Recommendation] = []
    for point in points:
        texts = [p.measure for p in (*keys, *found)]
        if kind_of_actor(point.agent) == kind_of_actor(keys[0].agent) or len(found) == 3:
            continue
        if all(compatible(point.measure, text) for text in texts) and like_length(
            [point.measure, *texts], ratio=2.6
        ):
            found.append(point)
    return found
