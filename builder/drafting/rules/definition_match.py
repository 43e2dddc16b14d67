"""Definitions: match three or four terms with their meanings, with one meaning to spare."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.likeness import compatible, like_length
from builder.analysis.words import capitalised
from builder.drafting.craft import Candidate, Craft, cited
from builder.drafting.groups import sets_of
from builder.model import Bloom, Definition, Match, Pair


def draft(craft: Craft) -> Iterator[Candidate]:
    """Disjoint sets of definitions, in reading order."""
    points = [p for p in craft.analysis.of(Definition) if craft.native(p)]
    for plural in (False, True):
        alike = [p for p in points if p.plural == plural]
        for chosen in sets_of(alike, lambda p: p.term, lambda p: p.body, size=4):
            pairs = chosen
            others = [
                p.body
                for p in alike
                if p not in chosen
                and all(compatible(p.body, q.body) for q in chosen)
                and like_length([p.body, *(q.body for q in chosen)], ratio=2.2)
            ]
            spare = tuple(capitalised(body) for body in others[:1])
            item = craft.item(
                Match,
                "definition-match",
                pairs,
                stem=f"Match each term with its meaning, as given {craft.at_meeting}.",
                pairs=tuple(
                    Pair(left=capitalised(p.term), right=capitalised(p.body)) for p in pairs
                ),
                spare=spare,
                rationale="Each meaning is the one that the text gives: "
                + " ".join(cited(craft.reference(p.sentence)) for p in pairs),
                bloom=Bloom.REMEMBER,
            )
            yield Candidate(item, pairs, "terms", tuple(p.term for p in pairs), 1.4)
