"""Cases: match places with what was done or found there."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.words import capitalised, stem
from builder.drafting.craft import Candidate, Craft, cited
from builder.drafting.groups import sets_of
from builder.model import Bloom, Example, Match, Pair


def draft(craft: Craft) -> Iterator[Candidate]:
    """Sets of cases whose telling does not name their place."""
    first: dict[str, Example] = {}
    for point in craft.analysis.of(Example):
        if craft.native(point) and not _named_inside(point):
            first.setdefault(point.case, point)
    for chosen in sets_of(list(first.values()), lambda p: p.case, lambda p: p.what):
        item = craft.item(
            Match,
            "case-match",
            chosen,
            stem=f"Match each case with its account, as given {craft.at_meeting}.",
            pairs=tuple(Pair(left=capitalised(p.case), right=p.what) for p in chosen),
            rationale="The text tells the cases so: "
            + " ".join(cited(craft.reference(p.sentence)) for p in chosen),
            bloom=Bloom.REMEMBER,
        )
        yield Candidate(item, chosen, "cases", tuple(p.case for p in chosen), 1.2)


def _named_inside(point: Example) -> bool:
    """“Mexico” and “Mexican”: the first five letters give the place away."""
    names = [stem(word)[:5] for word in point.case.lower().split() if len(word) > 3]
    return any(stem(word)[:5] in names for word in point.what.lower().split())
