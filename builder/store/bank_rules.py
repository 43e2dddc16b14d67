"""What an item needs beyond its form. One rule for each type, in `RULES`."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from builder.model.item import (
    Categorise,
    Choice,
    ItemBase,
    Match,
    Multiple,
    Number,
    Option,
    Order,
    Text,
)

Flaw = tuple[tuple[str | int, ...], str, str, str]
"""Place within the item, code, message that goes on from "item im-07", advice."""

_PLURALS = {"category": "categories"}
_NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


def item_problems(item: ItemBase) -> Iterator[Flaw]:
    """Yield what is wrong with `item`."""
    rule = RULES.get(type(item))
    if rule:
        yield from rule(item)


def _choice(item: Choice) -> Iterator[Flaw]:
    keys = _keys(item.options)
    yield from _at_least_two(item.options, "options", "option")
    if not keys:
        yield (
            ("options",),
            "item-key",
            "has no key; a choice item needs exactly one.",
            "Mark the right option with key: true.",
        )
    elif len(keys) > 1:
        yield (
            ("options", keys[1], "key"),
            "item-key",
            f"has {_count(len(keys), 'key')}; a choice item needs exactly one.",
            "Unmark one, or make it select-all.",
        )


def _multiple(item: Multiple) -> Iterator[Flaw]:
    keys = _keys(item.options)
    yield from _at_least_two(item.options, "options", "option")
    if not keys:
        yield (
            ("options",),
            "item-key",
            "has no key; a select-all item needs at least one.",
            "Mark each right option with key: true.",
        )
    elif len(keys) == len(item.options):
        yield (
            ("options",),
            "item-key",
            "has nothing but keys; a select-all item needs at least one distractor.",
            "Add a wrong option, or unmark one.",
        )


def _match(item: Match) -> Iterator[Flaw]:
    yield from _at_least_two(item.pairs, "pairs", "pair")
    lefts = [pair.left for pair in item.pairs]
    rights = [pair.right for pair in item.pairs] + list(item.spare)
    yield from _distinct(lefts, "pairs", "left side")
    yield from _distinct(rights, "pairs", "right side")


def _order(item: Order) -> Iterator[Flaw]:
    yield from _at_least_two(item.sequence, "sequence", "element")
    yield from _distinct(item.sequence, "sequence", "element")


def _categorise(item: Categorise) -> Iterator[Flaw]:
    yield from _at_least_two(item.categories, "categories", "category")
    statements = [text for texts in item.categories.values() for text in texts]
    if item.categories and not statements:
        yield ("categories",), "item-size", "has no statements to sort.", "Add some."
    yield from _distinct(statements, "categories", "statement")


def _number(item: Number) -> Iterator[Flaw]:
    if not math.isfinite(item.answer):
        yield ("answer",), "item-number", f"has the answer {item.answer}.", "Write a number."
    if not item.tolerance >= 0 or math.isinf(item.tolerance):
        yield (
            ("tolerance",),
            "item-number",
            f"has the tolerance {item.tolerance:g}.",
            "Write 0, or how far an answer may be off.",
        )


def _text(item: Text) -> Iterator[Flaw]:
    if not item.accepted:
        yield ("accepted",), "item-size", "accepts no answer.", "Add at least one to accepted."


RULES: dict[type[ItemBase], Callable[[Any], Iterator[Flaw]]] = {
    Choice: _choice,
    Multiple: _multiple,
    Match: _match,
    Order: _order,
    Categorise: _categorise,
    Number: _number,
    Text: _text,
}


def _keys(options: Iterable[Option]) -> list[int]:
    return [index for index, option in enumerate(options) if option.key]


def _count(number: int, word: str) -> str:
    """Return a number of things in words, such as "no option" or "two options"."""
    plural = {1: word}.get(number, _PLURALS.get(word, f"{word}s"))
    return f"{_NUMBERS[number] if number < len(_NUMBERS) else number} {plural}"


def _at_least_two(elements: Any, field: str, word: str) -> Iterator[Flaw]:
    if len(elements) < 2:
        message = f"has {_count(len(elements), word)}; it needs at least two."
        yield (field,), "item-size", message, f"Add to {field}."


def _distinct(texts: Iterable[str], field: str, word: str) -> Iterator[Flaw]:
    """Yield each text that is there more than once; case and spacing do not make it another."""
    counts = Counter(" ".join(text.split()).casefold() for text in texts)
    for text, number in counts.items():
        if number > 1 and text:
            message = f'has the {word} "{text}" {_count(number, "time")}.'
            yield (field,), "item-distinct", message, f"Make every {word} another."
