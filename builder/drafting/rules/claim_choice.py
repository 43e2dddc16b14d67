"""Claim: which position somebody took, among positions of others."""

from __future__ import annotations

from collections.abc import Iterator

from builder.drafting.craft import Candidate, Craft, cited, closed, inner_owner
from builder.drafting.options import options
from builder.drafting.phrasing import base_form
from builder.model import Bloom, Choice, Claim


def draft(craft: Craft) -> Iterator[Candidate]:
    """One choice for each claim, with lures from other owners."""
    points = craft.analysis.of(Claim)
    for point in points:
        owner = closed(inner_owner(point.owner))
        stem = f"What did {owner} {base_form(point.verb)} {craft.said_at(point)}?"
        pool = {
            f"that {other.content}": f"{other.name} said this: "
            f"{cited(craft.reference(other.sentence))}."
            for other in points
            if other.name != point.name and other.owner != point.owner
        }
        why = f"The text reports it so: {cited(craft.reference(point.sentence))}."
        choices = options(f"that {point.content}", why, pool, stem=stem, seed=point.content)
        if choices:
            item = craft.item(
                Choice,
                "claim-choice",
                (point,),
                stem=stem,
                options=choices,
                rationale=why,
                bloom=Bloom.REMEMBER,
            )
            yield Candidate(item, (point,), "claims", (point.name,), 1.0)
