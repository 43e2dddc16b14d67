"""Items laid out for paper, as participants get them: nothing here tells the key.

Parts stand in the order of `builder.player.order`. The room for an answer depends on the type of
the item alone, never on the length of its key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
from builder.player.order import (
    letter,
    presented_lefts,
    presented_options,
    presented_rights,
    presented_sequence,
    presented_statements,
)
from builder.player.words import TRUTH

_TASKS = {
    "choice": "Mark one.",
    "multiple": "Mark all that apply.",
    "true_false": "Mark one.",
    "match": "Write a letter on each line.",
    "order": "Number the lines in the right order, from 1.",
    "categorise": "Write a letter on each line.",
    "number": "Write a number.",
    "text": "Write a word or a short phrase.",
    "open": "Answer in a sentence or two.",
}


def paper_item(item: Item, number: str) -> dict[str, Any]:
    """Return what a participant sees of an item, for the templates."""
    return {
        "number": number,
        "stem": item.stem,
        "task": _TASKS[item.type],
        "type": item.type,
        **PARTS[type(item)](item),
    }


def lettered(texts: Iterable[str]) -> list[dict[str, str]]:
    """Return texts with their letters."""
    return [{"mark": letter(i), "text": text} for i, text in enumerate(texts)]


def numbered(texts: Iterable[str]) -> list[dict[str, str]]:
    """Return texts with their numbers."""
    return [{"mark": str(i), "text": text} for i, text in enumerate(texts, 1)]


def _options(item: Choice | Multiple) -> dict[str, Any]:
    return {"options": lettered(option.text for option in presented_options(item))}


def _match(item: Match) -> dict[str, Any]:
    return {"lines": numbered(presented_lefts(item)), "choices": lettered(presented_rights(item))}


def _categorise(item: Categorise) -> dict[str, Any]:
    return {
        "lines": numbered(presented_statements(item)),
        "choices": lettered(item.categories),
    }


PARTS: dict[type[ItemBase], Callable[[Any], dict[str, Any]]] = {
    Choice: _options,
    Multiple: _options,
    TrueFalse: lambda item: {"options": [{"mark": "", "text": text} for text in TRUTH]},
    Match: _match,
    Order: lambda item: {"lines": lettered(presented_sequence(item))},
    Categorise: _categorise,
    Number: lambda item: {"unit": item.unit},
    Text: lambda item: {},
    Open: lambda item: {},
}
