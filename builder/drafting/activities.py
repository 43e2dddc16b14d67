"""Activities for a discussion, alone or in a group, from positions, measures and cases."""

from __future__ import annotations

from collections.abc import Sequence

from builder.analysis.words import capitalised
from builder.drafting.craft import Candidate, Craft, closed, item_id, sentence_case
from builder.drafting.objectives import objective_id
from builder.model import Activity, Claim, Example, Recommendation

MOST_OF_A_KIND = 2


def activities(craft: Craft, selected: Sequence[Candidate]) -> tuple[Activity, ...]:
    """Up to two discussions of positions, two of measures and two cases."""
    groups = {candidate.group for candidate in selected}
    found: list[Activity] = []
    for claim in craft.analysis.of(Claim)[:MOST_OF_A_KIND]:
        owner = capitalised(closed(claim.owner))
        prompt = (
            f"{owner} {claim.verb} that {claim.content}. Does this hold where "
            "you work? Give one example that supports it and one that speaks against it."
        )
        found.append(_activity(craft, claim, "discussion", prompt, 10, "claims", groups))
    for measure in craft.analysis.of(Recommendation)[:MOST_OF_A_KIND]:
        prompt = (
            f"{sentence_case(measure.sentence.text)} Who would have to agree before this could be "
            "done in your country or organisation, and what could stand in the way?"
        )
        found.append(_activity(craft, measure, "discussion", prompt, 15, "recommendations", groups))
    for case in craft.analysis.of(Example)[:MOST_OF_A_KIND]:
        prompt = (
            f"{sentence_case(case.sentence.text)} Which conditions made this possible there, and "
            "which of them exist where you work?"
        )
        found.append(_activity(craft, case, "case", prompt, 20, "cases", groups))
    return tuple(found)


def _activity(
    craft: Craft,
    point: Claim | Recommendation | Example,
    kind: str,
    prompt: str,
    minutes: int,
    group: str,
    groups: set[str],
) -> Activity:
    return Activity(
        id=item_id(f"{craft.prefix}-a", "activity", (point,)),
        kind=kind,
        prompt=prompt,
        minutes=minutes,
        objective=objective_id(craft.prefix, group) if group in groups else "",
        source=craft.reference(point.sentence),
    )
