"""Contrast: true as the text has it, or false with the two predicates exchanged."""

from __future__ import annotations

from collections.abc import Iterator

from builder.drafting import sides
from builder.drafting.craft import Candidate, Craft, cited, item_id
from builder.model import Bloom, TrueFalse


def draft(craft: Craft) -> Iterator[Candidate]:
    """One statement for each contrast; the id decides whether it is the true or the false one."""
    for point in sides.fit(craft):
        if not point.agree:
            continue
        swapped = int(item_id("", "contrast-true-false", (point,))[1:], 16) % 3 > 0
        text = sides.attributed(craft, point, sides.statement(point, swapped))
        quoted = cited(craft.reference(point.sentence))
        verdict = "It is the other way round" if swapped else "The text says so"
        item = craft.item(
            TrueFalse,
            "contrast-true-false",
            (point,),
            stem=f"True or false? {text}",
            answer=not swapped,
            rationale=f"{verdict}: {quoted}.",
            bloom=Bloom.UNDERSTAND,
        )
        names = (sides.name(point.left), sides.name(point.right))
        yield Candidate(item, (point,), "contrasts", names, 0.9)
