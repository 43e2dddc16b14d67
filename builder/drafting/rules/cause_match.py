"""Causes: match three statements with the reasons given for them."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.people import PERSON, short_name
from builder.analysis.words import capitalised
from builder.drafting.clauses import said_plainly
from builder.drafting.craft import Candidate, Craft, cited
from builder.drafting.groups import sets_of
from builder.model import Bloom, Cause, Match, Pair


def draft(craft: Craft) -> Iterator[Candidate]:
    """Disjoint sets of because-sentences; whose statement it is stands beside it."""
    points = [
        p
        for p in craft.analysis.of(Cause)
        if said_plainly(p) and p.also is None and craft.native(p)
    ]
    for chosen in sets_of(points, lambda p: p.effect, lambda p: p.cause, size=3):
        item = craft.item(
            Match,
            "cause-match",
            chosen,
            stem=f"Match each statement with its reason, as given {craft.at_meeting}.",
            pairs=tuple(Pair(left=_left(p), right=f"Because {p.cause}") for p in chosen),
            rationale="The text gives each reason itself: "
            + " ".join(cited(craft.reference(p.sentence)) for p in chosen),
            bloom=Bloom.UNDERSTAND,
        )
        yield Candidate(item, chosen, "causes", tuple(p.effect for p in chosen), 0.8)


def _left(point: Cause) -> str:
    """The effect, with its owner in brackets where the text names a person."""
    person = PERSON.match(point.owner)
    return capitalised(point.effect) + (f" ({short_name(person)})" if person else "")
