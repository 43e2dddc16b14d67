"""Comparison: true as the text has it, or false with the two sides exchanged."""

from __future__ import annotations

from collections.abc import Iterator

from builder.drafting import sides
from builder.drafting.craft import Candidate, Craft, cited, item_id
from builder.model import Bloom, Comparison, TrueFalse


def draft(craft: Craft) -> Iterator[Candidate]:
    """One statement for each comparison; the id decides whether it is the true or the false one."""
    for point in craft.analysis.of(Comparison):
        swapped = int(item_id("", "comparison-true-false", (point,))[1:], 16) % 2 == 0
        one, two = (point.right, point.left) if swapped else (point.left, point.right)
        verdict = "It is the other way round" if swapped else "The text says so"
        item = craft.item(
            TrueFalse,
            "comparison-true-false",
            (point,),
            stem=f"True or false? According to {craft.owner(point)}, {one} {point.middle} {two}.",
            answer=not swapped,
            rationale=f"{verdict}: {cited(craft.reference(point.sentence))}.",
            bloom=Bloom.REMEMBER,
        )
        names = (sides.name(point.left), sides.name(point.right))
        yield Candidate(item, (point,), "contrasts", names, 1.0)
