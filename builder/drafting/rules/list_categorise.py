"""Two closed lists: sort their members under the list they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from builder.analysis.likeness import compatible, like_length
from builder.analysis.words import capitalised, content_stems
from builder.drafting.craft import Candidate, Craft, cited_list
from builder.drafting.kinds import akin
from builder.model import Bloom, Categorise, Enumeration


def draft(craft: Craft) -> Iterator[Candidate]:
    """Disjoint pairs of lists whose members have the same form and do not name their list."""
    points = [p for p in craft.analysis.of(Enumeration) if len(p.members) <= 5 and craft.native(p)]
    for first, second in combinations(points, 2):
        if not _fit(first, second):
            continue
        item = craft.item(
            Categorise,
            "list-categorise",
            (first, second),
            stem=f"Sort each element under its list, according to {craft.meeting}.",
            categories={
                capitalised(_category(p)): tuple(capitalised(m) for m in p.members)
                for p in (first, second)
            },
            rationale="The text closes the two lists: "
            + " ".join(cited_list(craft, p) for p in (first, second)),
            bloom=Bloom.UNDERSTAND,
        )
        yield Candidate(item, (first, second), "lists", (first.topic, second.topic), 1.3)


def _category(point: Enumeration) -> str:
    return point.topic.removeprefix("the ")


def _fit(first: Enumeration, second: Enumeration) -> bool:
    if first.sentence == second.sentence or first.owner != second.owner:
        return False
    if not akin(first, second) or min(len(first.members), len(second.members)) < 2:
        return False
    everything = (*first.members, *second.members)
    if not like_length(everything, ratio=2.6) or len(everything) > 8:
        return False
    if not all(compatible(a, b) for a in first.members for b in second.members):
        return False
    for point in (first, second):
        title = content_stems(point.topic)
        if len(point.topic.split()) > 14 or any(title & content_stems(m) for m in everything):
            return False
    return first.topic != second.topic
