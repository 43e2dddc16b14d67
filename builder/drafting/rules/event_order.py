"""Events: bring three to five dated events into order."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.likeness import compatible
from builder.drafting.craft import Candidate, Craft, cited
from builder.model import Bloom, Event, Order


def draft(craft: Craft) -> Iterator[Candidate]:
    """One item from events of different years; the meeting itself is not one of them."""
    chosen: list[Event] = []
    for point in craft.analysis.of(Event):
        own_meeting = f"a {craft.analysis.extract.kind}" in point.what.lower()[:20]
        if own_meeting or any(point.year == other.year for other in chosen):
            continue
        if all(compatible(point.what, other.what) for other in chosen) and len(chosen) < 5:
            chosen.append(point)
    if len(chosen) < 3:
        return
    ordered = tuple(sorted(chosen, key=lambda p: p.year))
    item = craft.item(
        Order,
        "event-order",
        ordered,
        stem="Put the events in order, from the earliest to the latest.",
        sequence=tuple(point.what for point in ordered),
        rationale="The text dates each of them: "
        + " ".join(cited(craft.reference(p.sentence)) for p in ordered),
        bloom=Bloom.REMEMBER,
    )
    yield Candidate(item, ordered, "events", tuple(str(p.year) for p in ordered), 1.4)
