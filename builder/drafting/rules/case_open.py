"""Case: tell what was done or found in one place."""

from __future__ import annotations

from collections.abc import Iterator

from builder.drafting.craft import Candidate, Craft, cited, sentence_case
from builder.model import Bloom, Example, Open


def draft(craft: Craft) -> Iterator[Candidate]:
    """One written answer for each case that the text tells only once."""
    points = craft.analysis.of(Example)
    for point in points:
        if sum(other.case == point.case for other in points) > 1:
            continue
        item = craft.item(
            Open,
            "case-open",
            (point,),
            stem=f"What was reported {craft.at_meeting} about the case of {point.case}?",
            model_answer=sentence_case(point.what),
            rationale=f"The text tells it so: {cited(craft.reference(point.sentence))}.",
            bloom=Bloom.UNDERSTAND,
        )
        yield Candidate(item, (point,), "cases", (point.case,), 0.6)
