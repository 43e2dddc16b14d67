"""Closed list: name its members from memory."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.words import capitalised
from builder.drafting.craft import Candidate, Craft, cited_list
from builder.model import Bloom, Enumeration, Open


def draft(craft: Craft) -> Iterator[Candidate]:
    """One written answer for each closed list."""
    for point in craft.analysis.of(Enumeration):
        owner = craft.owner(point)
        known = owner != craft.said_in(point) and owner.split()[-1] in point.topic
        named = "according to" in point.question or known
        item = craft.item(
            Open,
            "list-open",
            (point,),
            stem=f"Which are {point.topic}{'' if named else f', according to {owner}'}?",
            model_answer=capitalised("; ".join(point.members)) + ".",
            rationale=f"The text lists exactly these: {cited_list(craft, point)}.",
            bloom=Bloom.REMEMBER,
        )
        yield Candidate(item, (point,), "lists", (point.topic,), 0.6)
