"""Claim: say what somebody argued, where the text reports one position only."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.words import capitalised
from builder.drafting.craft import Candidate, Craft, cited, closed, inner_owner
from builder.drafting.phrasing import base_form
from builder.model import Bloom, Claim, Open


def draft(craft: Craft) -> Iterator[Candidate]:
    """One written answer for each owner with a single claim."""
    points = craft.analysis.of(Claim)
    for point in points:
        if sum(other.name == point.name for other in points) > 1:
            continue
        owner = closed(inner_owner(point.owner))
        item = craft.item(
            Open,
            "claim-open",
            (point,),
            stem=f"What did {owner} {base_form(point.verb)} {craft.at_meeting}?",
            model_answer=capitalised(f"that {point.content}") + ".",
            rationale=f"The text reports it so: {cited(craft.reference(point.sentence))}.",
            bloom=Bloom.REMEMBER,
        )
        yield Candidate(item, (point,), "claims", (point.name,), 0.6)
