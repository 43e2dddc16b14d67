"""Closed list: select its members among members of other lists."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.likeness import compatible, like_length, similar
from builder.analysis.words import capitalised
from builder.drafting.craft import Candidate, Craft, cited_list
from builder.drafting.kinds import akin
from builder.model import Bloom, Enumeration, Multiple, Option


def draft(craft: Craft) -> Iterator[Candidate]:
    """One select-all for each closed list of three to five that has lures of its kind."""
    points = craft.analysis.of(Enumeration)
    for point in points:
        if not 3 <= len(point.members) <= 5 or not like_length(point.members, ratio=2.6):
            continue
        lures = _lures(point, points)
        if len(lures) < 2:
            continue
        quoted = cited_list(craft, point)
        why = f"The text closes its list with exactly these: {quoted}."
        chosen = lures[: max(2, min(3, len(point.members)))]
        item = craft.item(
            Multiple,
            "list-multiple",
            (point,),
            stem=f"{_attributed(craft, point)} Select all that apply.",
            options=(
                *(
                    Option(text=capitalised(m), key=True, rationale="The list names it.")
                    for m in point.members
                ),
                *(
                    Option(text=capitalised(text), rationale=f"The text names it among {topic}.")
                    for text, topic in chosen
                ),
            ),
            rationale=why,
            bloom=Bloom.REMEMBER,
        )
        yield Candidate(item, (point,), "lists", (point.topic,), 1.0)


def _attributed(craft: Craft, point: Enumeration) -> str:
    """The question of the list with its owner, unless it names somebody itself."""
    question = point.question
    if point.owner and point.owner.split()[-1] in question:
        return question
    if "according to" in question.lower() or point.owner:
        owned = question if "according to" in question.lower() else ""
        return owned or f"{question[:-1]}, according to {craft.owner(point)}?"
    return f"{question[:-1]}, according to {craft.said_in(point)}?"


def _lures(point: Enumeration, points: tuple[Enumeration, ...]) -> list[tuple[str, str]]:
    """Members of other lists that are like the members here and could not be among them."""
    found: list[tuple[float, str, str]] = []
    for other in points:
        if other.sentence == point.sentence or not akin(point, other):
            continue
        for member in other.members:
            if not all(compatible(member, own) for own in point.members):
                continue
            if any(similar(member, own) > 0.34 for own in point.members):
                continue
            if not like_length([member, *point.members], ratio=2.2):
                continue
            nearness = similar(point.topic, other.topic) + similar(point.topic, member)
            found.append((-nearness, member, other.topic))
    lures: list[tuple[str, str]] = []
    for _, member, topic in sorted(found):
        if all(compatible(member, text) for text, _ in lures):
            lures.append((member, topic))
    return lures
