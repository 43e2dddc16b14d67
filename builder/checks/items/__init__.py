"""What a program can check of an item by itself.

A rule is ``check(item: Item, knowledge: Knowledge) -> Iterator[str]`` and yields what is wrong.
Drafted items with a flaw are dropped; people's items are reported with the advice below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from builder.checks.items import (
    absolutes,
    containment,
    debris,
    form,
    hedge,
    length,
    negative,
    rationale,
    shared_word,
    source,
    stem,
    telling_left,
)
from builder.checks.knowledge import Knowledge
from builder.model import Item

Check = Callable[[Item, Knowledge], Iterator[str]]


@dataclass(frozen=True, slots=True)
class ItemRule:
    """A check with the advice that goes with its findings."""

    check: Check
    advice: str


ITEM_RULES: dict[str, ItemRule] = {
    "item-source": ItemRule(
        source.check, "Quote the supporting sentence exactly as the extract has it."
    ),
    "item-stem": ItemRule(
        stem.check, "Ask one thing in at most 45 words, with everything named in it."
    ),
    "item-negative": ItemRule(negative.check, "Ask for what is so, not for what is not."),
    "item-containment": ItemRule(
        containment.check, "Make each option say something different from the others."
    ),
    "item-length": ItemRule(length.check, "Bring the options to a like length."),
    "item-form": ItemRule(form.check, "Give all options the same grammatical form."),
    "item-shared-word": ItemRule(
        shared_word.check, "Take the word out of the stem, or let a distractor have it too."
    ),
    "item-telling-pair": ItemRule(
        telling_left.check, "Reword the pair so that no word appears on both of its sides."
    ),
    "item-absolute": ItemRule(
        absolutes.check, "Drop “always”, “never”, “all of the above” and the like."
    ),
    "item-hedge": ItemRule(hedge.check, "Carry the hedge of the source into the item."),
    "item-debris": ItemRule(debris.check, "Repair brackets, quotation marks and doubled words."),
    "item-rationale": ItemRule(rationale.check, "Quote the source sentence in the rationale."),
}


def flaws(item: Item, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """(code, message) of everything that is wrong with an item."""
    for code, rule in ITEM_RULES.items():
        for message in rule.check(item, knowledge):
            yield code, message


__all__ = ["ITEM_RULES", "Check", "ItemRule", "Knowledge", "flaws"]
