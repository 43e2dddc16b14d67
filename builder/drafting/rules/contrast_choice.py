"""Contrast: "What sets X apart from Y?" among features of Y and of other things set apart."""

from __future__ import annotations

from collections.abc import Iterator

from builder.drafting import sides
from builder.drafting.craft import Candidate, Craft, cited
from builder.drafting.options import options
from builder.model import Bloom, Choice, Contrast


def draft(craft: Craft) -> Iterator[Candidate]:
    """One choice for each side of a contrast that has enough rivals of its number."""
    points = tuple(point for point in sides.fit(craft) if point.agree)
    for point in points:
        yield from _side(craft, point, points, point.left, point.right, point.left_says)
        yield from _side(craft, point, points, point.right, point.left, point.right_says)


def _side(
    craft: Craft,
    point: Contrast,
    points: tuple[Contrast, ...],
    this: str,
    that: str,
    says: str,
) -> Iterator[Candidate]:
    stem = f"According to {craft.owner(point)}, what sets {this} apart from {that}?"
    pronoun = "They" if point.plural else "It"
    quoted = cited(craft.reference(point.sentence))
    pool = {
        f"{pronoun} {point.right_says if this == point.left else point.left_says}": (
            f"That describes {that}: {quoted}."
        )
    }
    for other in points:
        near = other.sentence.locator.section == point.sentence.locator.section
        if other is point or other.plural != point.plural or not near:
            continue
        note = cited(craft.reference(other.sentence))
        pool[f"{pronoun} {other.left_says}"] = f"That is said of {other.left}: {note}."
        pool[f"{pronoun} {other.right_says}"] = f"That is said of {other.right}: {note}."
    why = f"The text sets the two against each other: {quoted}."
    choices = options(f"{pronoun} {says}", why, pool, stem=stem, seed=this)
    if choices and any(o.rationale.startswith("That describes") for o in choices):
        item = craft.item(
            Choice,
            "contrast-choice",
            (point,),
            stem=stem,
            options=choices,
            rationale=why,
            bloom=Bloom.UNDERSTAND,
        )
        yield Candidate(item, (point,), "contrasts", (sides.name(this), sides.name(that)), 1.2)
