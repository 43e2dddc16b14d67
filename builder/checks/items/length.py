"""The length of an option does not give it away."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.likeness import like_length
from builder.checks.knowledge import Knowledge
from builder.model import Choice, Item


def check(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """Lengths of the options of a choice within 1 : 1.5."""
    if isinstance(item, Choice) and not like_length([option.text for option in item.options]):
        yield "one option is more than half again as long as another"
