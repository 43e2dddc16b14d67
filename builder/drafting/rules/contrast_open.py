"""Contrast: explain in your own words how X differs from Y."""

from __future__ import annotations

from collections.abc import Iterator

from builder.drafting import sides
from builder.drafting.craft import Candidate, Craft, cited
from builder.model import Bloom, Open


def draft(craft: Craft) -> Iterator[Candidate]:
    """One written answer for each contrast."""
    for point in sides.fit(craft):
        differ = "differ" if point.plural else "differs"
        item = craft.item(
            Open,
            "contrast-open",
            (point,),
            stem=f"Explain how {point.left} {differ} from {point.right}, "
            f"according to {craft.owner(point)}.",
            model_answer=sides.statement(point),
            rationale="The answer rests on "
            + " ".join(cited(reference) for reference in craft.references((point,)))
            + ".",
            bloom=Bloom.UNDERSTAND,
        )
        names = (sides.name(point.left), sides.name(point.right))
        yield Candidate(item, (point,), "contrasts", names, 1.0)
