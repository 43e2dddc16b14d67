"""Change: how a quantity moved between two times, among other ways it could have moved."""

from __future__ import annotations

from collections.abc import Iterator

from builder.drafting.craft import Candidate, Craft, cited
from builder.model import Bloom, Change, Choice, Option


def draft(craft: Craft) -> Iterator[Candidate]:
    """One choice for each change that the text gives with both of its values."""
    for point in craft.analysis.of(Change):
        pronoun = "They" if point.plural else "It"
        start, end = point.start.split()[0], point.end.split()[0]
        if start == end or not (start[-1].isdecimal() and end[-1].isdecimal()):
            continue
        first, last = point.start[len(start) :], point.end[len(end) :]
        quoted = cited(craft.reference(point.sentence))
        wrong = f"The text gives the change so: {quoted}."
        item = craft.item(
            Choice,
            "change-choice",
            (point,),
            stem=f"According to {craft.owner(point)}, how did {point.what} change?",
            options=(
                Option(
                    text=f"{pronoun} {point.verb} from {point.start} to {point.end}",
                    key=True,
                    rationale=f"The text says so: {quoted}.",
                ),
                Option(
                    text=f"{pronoun} {point.opposite} from {end}{first} to {start}{last}",
                    rationale=wrong,
                ),
                Option(
                    text=f"{pronoun} stayed almost the same, at {start}{first} and {start}{last}",
                    rationale=wrong,
                ),
            ),
            rationale=f"The text says so: {quoted}.",
            bloom=Bloom.REMEMBER,
        )
        yield Candidate(item, (point,), "changes", (point.what,), 1.2)
