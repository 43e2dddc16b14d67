"""Definition: write the term that a meaning belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.words import roots
from builder.drafting.craft import Candidate, Craft, cited
from builder.model import Acronym, Bloom, Definition, Text


def draft(craft: Craft) -> Iterator[Candidate]:
    """One text entry for each definition that does not contain a word of its term."""
    short = {point.long.lower(): point.short for point in craft.analysis.of(Acronym)}
    for point in craft.analysis.of(Definition):
        if point.plural or roots(point.term) & roots(point.body):
            continue
        acronym = short.get(point.term.lower())
        item = craft.item(
            Text,
            "term-text",
            (point,),
            stem=f"Which term did {craft.said_in(point)} use for “{point.body}”?",
            accepted=(point.term, acronym) if acronym else (point.term,),
            rationale=f"The text gives this meaning: {cited(craft.reference(point.sentence))}.",
            bloom=Bloom.REMEMBER,
        )
        yield Candidate(item, (point,), "terms", (point.term,), 0.9)
