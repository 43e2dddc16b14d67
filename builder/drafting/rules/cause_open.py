"""Cause: explain in your own words why something is so."""

from __future__ import annotations

from collections.abc import Iterator

from builder.drafting.clauses import said_plainly
from builder.drafting.craft import Candidate, Craft, cited, sentence_case
from builder.model import Bloom, Cause, Open


def draft(craft: Craft) -> Iterator[Candidate]:
    """One written answer for each because-sentence."""
    for point in craft.analysis.of(Cause):
        if not said_plainly(point):
            continue
        item = craft.item(
            Open,
            "cause-open",
            (point,),
            stem=f"Explain why, according to {craft.owner(point)}, {point.effect}.",
            model_answer=sentence_case(f"because {point.cause}"),
            rationale="The text gives the reason: "
            + " ".join(cited(reference) for reference in reversed(craft.references((point,))))
            + ".",
            bloom=Bloom.UNDERSTAND,
        )
        yield Candidate(item, (point,), "causes", (point.effect,), 0.9)
