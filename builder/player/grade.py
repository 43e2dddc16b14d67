"""Scores: `grade(item, answer)`. The script in the page scores in the same way.

An answer is what the learner chose or typed, in the words of the item and not in positions, so
that it does not matter how the item was presented:

| item | answer |
|---|---|
| choice | the text of the option |
| multiple | the texts of the options |
| true_false | True or False |
| match | left side to right side |
| order | the elements in order |
| categorise | statement to category |
| number, text | what was typed |
| open | the learner's own rating, 0 to 1 |
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from builder.model import (
    Categorise,
    Choice,
    Item,
    ItemBase,
    Match,
    Multiple,
    Number,
    Open,
    Order,
    Text,
    TrueFalse,
)
from builder.player.compare import read_number, right_number, same_text
from builder.player.order import (
    presented_lefts,
    presented_options,
    presented_statements,
)


@dataclass(frozen=True, slots=True)
class Grade:
    """What an answer is worth."""

    score: float
    """From 0 to 1: the share of the parts that are right."""
    parts: tuple[bool, ...]
    """Which parts are right, as presented; an item without parts has one."""
    complete: bool = True
    """False if something is missing, or what was typed is no number: ask again, do not count."""


def grade(item: Item, answer: Any) -> Grade:
    """Score `answer`; the table above says what it has to be for each type of item."""
    found: Grade = GRADERS[type(item)](item, answer)
    return found


def counts(item: Item) -> bool:
    """Whether the item counts in the score of a quiz: learners rate open answers themselves."""
    return not isinstance(item, Open)


def _of(parts: Sequence[bool], complete: bool = True) -> Grade:
    return Grade(sum(parts) / len(parts) if parts else 0.0, tuple(parts), complete)


def _choice(item: Choice, answer: str | None) -> Grade:
    known = [option for option in item.options if option.text == answer]
    return _of([any(option.key for option in known)], bool(known))


def _multiple(item: Multiple, answer: Collection[str]) -> Grade:
    """Each option is a judgment of its own: chosen and key, or neither (Couch 2018)."""
    options = presented_options(item)
    return _of([(option.text in answer) == option.key for option in options], bool(answer))


def _true_false(item: TrueFalse, answer: bool | None) -> Grade:
    return _of([answer is item.answer], answer is not None)


def _match(item: Match, answer: Mapping[str, str]) -> Grade:
    partner = {pair.left: pair.right for pair in item.pairs}
    lefts = presented_lefts(item)
    return _of([answer.get(left) == partner[left] for left in lefts], set(lefts) <= set(answer))


def _order(item: Order, answer: Sequence[str]) -> Grade:
    """Each place counts, because each place is marked right or wrong."""
    places = [given == due for given, due in zip(answer, item.sequence, strict=False)]
    return _of(places, len(answer) == len(item.sequence))


def _categorise(item: Categorise, answer: Mapping[str, str]) -> Grade:
    shown = presented_statements(item)
    right = [text in item.categories.get(answer.get(text, ""), ()) for text in shown]
    return _of(right, set(shown) <= set(answer))


def _number(item: Number, answer: str) -> Grade:
    right = right_number(answer, item.answer, item.unit, item.tolerance)
    return _of([right], read_number(answer, item.unit) is not None)


def _text(item: Text, answer: str) -> Grade:
    right = any(same_text(answer, accepted) for accepted in item.accepted)
    return _of([right], bool(answer.strip()))


def _open(item: Open, answer: float) -> Grade:
    return Grade(min(max(float(answer), 0.0), 1.0), ())


GRADERS: dict[type[ItemBase], Callable[[Any, Any], Grade]] = {
    Choice: _choice,
    Multiple: _multiple,
    TrueFalse: _true_false,
    Match: _match,
    Order: _order,
    Categorise: _categorise,
    Number: _number,
    Text: _text,
    Open: _open,
}
