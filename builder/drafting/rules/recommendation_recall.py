"""Recommendations: name what a list asks of somebody."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.words import capitalised, number_word
from builder.drafting.actors import kind_of_actor
from builder.drafting.craft import Candidate, Craft, cited
from builder.drafting.phrasing import joined
from builder.model import Bloom, Open, Recommendation

_MOST = 5


def draft(craft: Craft) -> Iterator[Candidate]:
    """One written answer for each list of measures to one addressee.

    Only a list says how much is asked for: of single recommendations there may always be more.
    """
    found: dict[tuple[str, str], list[Recommendation]] = {}
    for point in craft.analysis.of(Recommendation):
        if point.also is not None and kind_of_actor(point.agent):
            found.setdefault((point.also.text, point.agent), []).append(point)
    for (_, agent), points in found.items():
        if not 2 <= len(points) <= _MOST:
            continue
        count = number_word(len(points))
        owner = craft.owner(points[0])
        item = craft.item(
            Open,
            "recommendation-recall",
            tuple(points),
            stem=f"Which are the {count} measures that {agent} should take, according to {owner}?",
            model_answer=capitalised(joined([point.measure for point in points])) + ".",
            rationale="The text lists them: "
            + " ".join(cited(craft.reference(point.sentence)) for point in points),
            bloom=Bloom.REMEMBER,
        )
        yield Candidate(item, tuple(points), "recommendations", (agent,), 0.7)
