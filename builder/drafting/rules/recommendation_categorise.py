"""Recommendations: sort measures under those who should take them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from builder.analysis.likeness import compatible, like_length
from builder.analysis.words import capitalised, content_stems
from builder.drafting.actors import kind_of_actor
from builder.drafting.craft import Candidate, Craft, cited
from builder.model import Bloom, Categorise, Recommendation

_MOST = 3


def draft(craft: Craft) -> Iterator[Candidate]:
    """One item for each pair of addressees of different kinds with two measures or more."""
    for owner, points in _by_owner(craft).items():
        actors: dict[str, list[Recommendation]] = {}
        for point in points:
            actors.setdefault(kind_of_actor(point.agent), []).append(point)
        rich = {actor: found[:_MOST] for actor, found in actors.items() if len(found) > 1}
        for one, two in combinations(rich, 2):
            chosen = (*rich[one], *rich[two])
            if not _fit(chosen, rich[one], rich[two]):
                continue
            names = (rich[one][0].agent, rich[two][0].agent)
            item = craft.item(
                Categorise,
                "recommendation-categorise",
                chosen,
                stem=f"Sort each measure under its addressee, according to {owner}.",
                categories={
                    capitalised(name): tuple(capitalised(p.measure) for p in found)
                    for name, found in zip(names, (rich[one], rich[two]), strict=True)
                },
                rationale="The text says who should do what: "
                + " ".join(cited(craft.reference(p.sentence)) for p in chosen),
                bloom=Bloom.REMEMBER,
            )
            yield Candidate(item, chosen, "recommendations", names, 1.7)


def _by_owner(craft: Craft) -> dict[str, list[Recommendation]]:
    found: dict[str, list[Recommendation]] = {}
    for point in craft.analysis.of(Recommendation):
        if kind_of_actor(point.agent):
            found.setdefault(craft.owner(point), []).append(point)
    return found


def _fit(
    chosen: tuple[Recommendation, ...], one: list[Recommendation], two: list[Recommendation]
) -> bool:
    measures = [point.measure for point in chosen]
    if not like_length(measures, ratio=2.6):
        return False
    if not all(compatible(a, b) for a, b in combinations(measures, 2)):
        return False
    names = content_stems(one[0].agent) | content_stems(two[0].agent)
    same_name = all(
        p.agent.lower() == group[0].agent.lower() for group in (one, two) for p in group
    )
    return same_name and not any(names & content_stems(measure) for measure in measures)
