"""Items with their keys, rationales and pages, as trainers get them."""

from __future__ import annotations

from collections.abc import Callable
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
    Option,
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
from builder.player.payload import own_rationale
from builder.player.words import TRUTH, shown_number, where

Line = dict[str, str]
"""`mark` (letter or number), `text`, and `note` (why, or what else is right)."""


def key_item(item: Item, number: str) -> dict[str, Any]:
    """Return an item with everything that a trainer needs to mark and explain it."""
    return {
        "number": number,
        "id": item.id,
        "stem": item.stem,
        "level": item.bloom.value,
        "right": RIGHT[type(item)](item),
        "wrong": _wrong(item),
        "rationale": item.rationale,
        "sources": _sources(item),
    }


def short_key(item: Item) -> str:
    """Return the key in a few characters for the marking table, or "" where it needs words."""
    return SHORT[type(item)](item) if type(item) in SHORT else ""


def _line(mark: str, text: str, note: str = "") -> Line:
    return {"mark": mark, "text": text, "note": note}


def _options(item: Choice | Multiple) -> list[Line]:
    return [_option(i, o, item) for i, o in enumerate(presented_options(item)) if o.key]


def _wrong(item: Item) -> list[Line]:
    """Return the distractors of which the bank says why they are wrong."""
    if not isinstance(item, Choice | Multiple):
        return []
    shown = enumerate(presented_options(item))
    return [_option(i, o, item) for i, o in shown if o.rationale and not o.key]


def _option(position: int, option: Option, item: Choice | Multiple) -> Line:
    return _line(letter(position), option.text, own_rationale(option, item))


def _match(item: Match) -> list[Line]:
    partner = {pair.left: pair.right for pair in item.pairs}
    rights = presented_rights(item)
    return [
        _line(f"{number} – {letter(rights.index(partner[left]))}", f"{left} – {partner[left]}")
        for number, left in enumerate(presented_lefts(item), 1)
    ]


def _order(item: Order) -> list[Line]:
    shown = presented_sequence(item)
    return [
        _line(f"{number} – {letter(shown.index(element))}", element)
        for number, element in enumerate(item.sequence, 1)
    ]


def _categorise(item: Categorise) -> list[Line]:
    lines = []
    for number, statement in enumerate(presented_statements(item), 1):
        homes = [i for i, texts in enumerate(item.categories.values()) if statement in texts]
        names = list(item.categories)
        lines.append(
            _line(
                f"{number} – {'/'.join(map(letter, homes))}",
                f"{statement} – {' / '.join(names[i] for i in homes)}",
            )
        )
    return lines


def _number(item: Number) -> list[Line]:
    note = f"give or take {item.tolerance:g}" if item.tolerance else ""
    return [_line("", shown_number(item), note)]


def _text(item: Text) -> list[Line]:
    first, *others = item.accepted or ("",)
    return [_line("", first, f"also: {', '.join(others)}" if others else "")]


def _sources(item: ItemBase) -> list[dict[str, str]]:
    """Return sentences and places, each once; a sentence of the rationale is not repeated."""
    said = " ".join(item.rationale.split())
    found = dict.fromkeys((source.quote, where(source)) for source in item.sources())
    return [
        {"quote": "" if " ".join(quote.split()) in said else quote, "where": place}
        for quote, place in found
    ]


def _truth(item: TrueFalse) -> str:
    return TRUTH[0 if item.answer else 1]


RIGHT: dict[type[ItemBase], Callable[[Any], list[Line]]] = {
    Choice: _options,
    Multiple: _options,
    TrueFalse: lambda item: [_line("", _truth(item))],
    Match: _match,
    Order: _order,
    Categorise: _categorise,
    Number: _number,
    Text: _text,
    Open: lambda item: [_line("", item.model_answer)],
}


def _marks(lines: list[Line], joint: str) -> str:
    return joint.join(line["mark"].replace(" – ", "\N{NO-BREAK SPACE}") for line in lines)


SHORT: dict[type[ItemBase], Callable[[Any], str]] = {
    Choice: lambda item: _marks(_options(item), ", "),
    Multiple: lambda item: _marks(_options(item), ", "),
    TrueFalse: _truth,
    Match: lambda item: _marks(_match(item), ", "),
    Order: lambda item: _marks(_order(item), ", "),
    Categorise: lambda item: _marks(_categorise(item), ", "),
    Number: shown_number,
}
