"""Acronym: write out what it stands for."""

from __future__ import annotations

from collections.abc import Iterator

from builder.drafting.craft import Candidate, Craft, cited
from builder.model import Acronym, Bloom, Text


def draft(craft: Craft) -> Iterator[Candidate]:
    """One text entry for each acronym that the text uses again after explaining it."""
    for point in craft.analysis.of(Acronym):
        used = sum(point.short in tagged.text for tagged in craft.analysis.sentences)
        if used < 2:
            continue
        item = craft.item(
            Text,
            "acronym-text",
            (point,),
            stem=f"What does the acronym {point.short} stand for?",
            accepted=(point.long,),
            rationale=f"The text introduces it: {cited(craft.reference(point.sentence))}.",
            bloom=Bloom.REMEMBER,
        )
        yield Candidate(item, (point,), "terms", (point.short,), 0.4)
