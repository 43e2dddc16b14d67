"""Figure: enter the number that is missing from the sentence."""

from __future__ import annotations

from collections.abc import Iterator

from builder.drafting.craft import Candidate, Craft, cited
from builder.model import Bloom, Figure, Number

GAP = "____"


def gapped(point: Figure) -> str:
    """The sentence with its number replaced by a gap."""
    return point.sentence.text.replace(point.written, GAP, 1).rstrip(".")


def draft(craft: Craft) -> Iterator[Candidate]:
    """One number entry for each figure; the tolerance stays within half the way to a rival."""
    points = craft.analysis.of(Figure)
    for point in points:
        rivals = [
            abs(other.value - point.value)
            for other in points
            if other.unit == point.unit and other.value != point.value
        ]
        tolerance = 0.05 * point.value if point.approximate else 0.0
        if rivals:
            tolerance = min(tolerance, min(rivals) / 2.1)
        item = craft.item(
            Number,
            "figure-number",
            (point,),
            stem=f"Enter the missing figure ({point.unit}): “{gapped(point)}.”",
            answer=point.value,
            unit=point.unit,
            tolerance=round(tolerance, 2),
            rationale=f"The figure is {point.written}: {cited(craft.reference(point.sentence))}.",
            bloom=Bloom.REMEMBER,
        )
        yield Candidate(item, (point,), "figures", (point.unit,), 0.6 + 0.2 * bool(point.owner))
