"""Numbered list of stages: bring them into order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.analysis.words import capitalised
from builder.drafting.craft import Candidate, Craft, cited_list
from builder.model import Bloom, Enumeration, Order

_STAGES = re.compile(r"\b(steps?|stages?|phases?|sequence|cycle)\b", re.IGNORECASE)


def draft(craft: Craft) -> Iterator[Candidate]:
    """One ordering for each numbered list that its head noun calls a sequence."""
    for point in craft.analysis.of(Enumeration):
        if not point.ordered or not _STAGES.search(point.head) or len(point.members) < 3:
            continue
        item = craft.item(
            Order,
            "list-order",
            (point,),
            stem=f"Bring {point.topic} into order, the first one first.",
            sequence=tuple(capitalised(member) for member in point.members),
            rationale=f"The text numbers them: {cited_list(craft, point)}",
            bloom=Bloom.UNDERSTAND,
        )
        yield Candidate(item, (point,), "lists", (point.topic,), 1.5)
