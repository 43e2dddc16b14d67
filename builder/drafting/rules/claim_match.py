"""Claims: match speakers or bodies with the positions they took."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.words import capitalised
from builder.drafting.craft import Candidate, Craft, cited
from builder.drafting.groups import sets_of
from builder.model import Bloom, Claim, Match, Pair


def draft(craft: Craft) -> Iterator[Candidate]:
    """Sets of claims by different owners; each owner's first claim that fits."""
    points = [point for point in craft.analysis.of(Claim) if craft.native(point)]
    first: dict[str, Claim] = {}
    for point in points:
        first.setdefault(point.name, point)
    for chosen in sets_of(list(first.values()), lambda p: p.owner, lambda p: p.content):
        item = craft.item(
            Match,
            "claim-match",
            chosen,
            stem=f"Match each speaker or body with the position taken {craft.at_meeting}.",
            pairs=tuple(
                Pair(left=capitalised(p.owner), right=capitalised(f"that {p.content}"))
                for p in chosen
            ),
            rationale="The text reports each position: "
            + " ".join(cited(craft.reference(p.sentence)) for p in chosen),
            bloom=Bloom.REMEMBER,
        )
        yield Candidate(item, chosen, "claims", tuple(p.name for p in chosen), 1.3)
