"""Causes: match three or four statements with the reasons given for them."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.standing import dangling_text
from builder.analysis.words import capitalised
from builder.drafting.clauses import said_plainly
from builder.drafting.craft import Candidate, Craft, cited, closed
from builder.drafting.groups import sets_of
from builder.model import Bloom, Cause, Match, Pair


def draft(craft: Craft) -> Iterator[Candidate]:
    """Disjoint sets of because-sentences that share their owner."""
    points = [p for p in craft.analysis.of(Cause) if said_plainly(p) and not dangling_text(p.cause)]
    for owner in dict.fromkeys(craft.owner(p) for p in points):
        owned = [p for p in points if craft.owner(p) == owner]
        for chosen in sets_of(owned, lambda p: p.effect, lambda p: p.cause):
            item = craft.item(
                Match,
                "cause-match",
                chosen,
                stem=f"Match each statement with the reason that {closed(owner)} gives for it.",
                pairs=tuple(
                    Pair(left=capitalised(p.effect), right=f"Because {p.cause}") for p in chosen
                ),
                rationale="The text gives each reason itself: "
                + " ".join(cited(craft.reference(p.sentence)) for p in chosen),
                bloom=Bloom.ANALYSE,
            )
            yield Candidate(item, chosen, "causes", tuple(p.effect for p in chosen), 1.3)
