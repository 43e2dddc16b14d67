"""Recommendation: advise somebody, and say why where the text does."""

from __future__ import annotations

from collections.abc import Iterator

from builder.drafting.actors import kind_of_actor
from builder.drafting.craft import Candidate, Craft, cited, closed, sentence_case
from builder.model import Bloom, Open, Recommendation


def draft(craft: Craft) -> Iterator[Candidate]:
    """One written answer for each recommendation with a purpose."""
    for point in craft.analysis.of(Recommendation):
        if not point.purpose or not kind_of_actor(point.agent):
            continue
        item = craft.item(
            Open,
            "recommendation-open",
            (point,),
            stem=f"What did {closed(craft.owner(point))} recommend to {point.agent} "
            f"in order to {point.purpose}?",
            model_answer=sentence_case(f"{point.agent} should {point.measure}"),
            rationale=f"The answer rests on {cited(craft.reference(point.sentence))}.",
            bloom=Bloom.APPLY,
        )
        yield Candidate(item, (point,), "recommendations", (point.agent,), 1.0)
