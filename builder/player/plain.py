"""Items as plain text, for viewers that show neither HTML nor forms."""

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
from builder.player.words import TRUTH, task


def plain_item(item: Item, number: int | None = None) -> str:
    """Return an item as text: the stem, what to do, and the parts, lettered or numbered."""
    head = f"{number}. " if number is not None else ""
    lines = [head + _line(item.stem), task(item), *PARTS[type(item)](item)]
    return "\n".join(line for line in lines if line)


def _line(text: str) -> str:
    return " ".join(text.split())


def _lettered(texts: Iterable[str]) -> list[str]:
    return [f"  {letter(i)}. {_line(text)}" for i, text in enumerate(texts)]


def _numbered(texts: Iterable[str]) -> list[str]:
    return [f"  {i}. {_line(text)}" for i, text in enumerate(texts, 1)]


def _options(item: Choice | Multiple) -> list[str]:
    return _lettered(option.text for option in presented_options(item))


def _match(item: Match) -> list[str]:
    return _numbered(presented_lefts(item)) + _lettered(presented_rights(item))


def _categorise(item: Categorise) -> list[str]:
    return _numbered(presented_statements(item)) + _lettered(item.categories)


def _number(item: Number) -> list[str]:
    return [f"  ____ {item.unit}".rstrip()]


PARTS: dict[type[ItemBase], Callable[[Any], list[str]]] = {
    Choice: _options,
    Multiple: _options,
    TrueFalse: lambda item: ["  " + " / ".join(TRUTH)],
    Match: _match,
    Order: lambda item: _lettered(presented_sequence(item)),
    Categorise: _categorise,
    Number: _number,
    Text: lambda item: ["  ____"],
    Open: lambda item: [],
}
