"""What the script in the page needs to know about an item: the key, and what to say about it.

Positions are those of the presented item (see `order`), counted from 0.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
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
from builder.player.compare import SCALES
from builder.player.order import (
    presented_lefts,
    presented_options,
    presented_rights,
    presented_sequence,
    presented_statements,
)
from builder.player.words import shown_number, where


def payload(item: Item) -> dict[str, Any]:
    """Return the data of an item as plain values; empty ones are left out."""
    data = {
        "type": item.type,
        **KEYS[type(item)](item),
        "rationale": item.rationale,
        "sources": _sources(item),
    }
    return {name: value for name, value in data.items() if value not in ("", [], None)}


def script_json(data: Any) -> str:
    """Return `data` as JSON that may stand in a script element of any page.

    No character is left that HTML, Markdown or JavaScript could take for an end of it.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029\u0085\u007f":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _sources(item: ItemBase) -> list[dict[str, str]]:
    """Return sentences and places, each once; a sentence of the rationale is not repeated."""
    said = _line(item.rationale)
    found = dict.fromkeys(
        ("" if _line(source.quote) in said else source.quote, where(source))
        for source in item.sources()
    )
    rows = [{"quote": quote, "where": place} for quote, place in found]
    return [{name: text for name, text in row.items() if text} for row in rows]


def _line(text: str) -> str:
    return " ".join(text.split())


def own_rationale(option: Option, item: Choice | Multiple) -> str:
    """Return the rationale of an option, or "" where it is that of the item, said anyway."""
    return "" if _line(option.rationale) == _line(item.rationale) else option.rationale


def _options(item: Choice | Multiple) -> dict[str, Any]:
    options = presented_options(item)
    return {
        "key": [i for i, option in enumerate(options) if option.key],
        "why": [own_rationale(option, item) for option in options],
    }


def _true_false(item: TrueFalse) -> dict[str, Any]:
    return {"key": [0 if item.answer else 1], "why": ["", ""]}


def _match(item: Match) -> dict[str, Any]:
    rights = presented_rights(item)
    partner = {pair.left: pair.right for pair in item.pairs}
    return {"key": [[rights.index(partner[left])] for left in presented_lefts(item)]}


def _categorise(item: Categorise) -> dict[str, Any]:
    groups: Sequence[tuple[str, ...]] = list(item.categories.values())
    return {
        "key": [
            [i for i, texts in enumerate(groups) if statement in texts]
            for statement in presented_statements(item)
        ]
    }


def _order(item: Order) -> dict[str, Any]:
    shown = presented_sequence(item)
    return {"key": [shown.index(element) for element in item.sequence]}


def _number(item: Number) -> dict[str, Any]:
    scale = next((SCALES[word] for word in item.unit.lower().split() if word in SCALES), None)
    return {
        "answer": item.answer,
        "tolerance": item.tolerance,
        "unit": item.unit,
        "scale": scale,
        "shown": shown_number(item),
    }


def _text(item: Text) -> dict[str, Any]:
    return {"accepted": list(item.accepted), "shown": item.accepted[0] if item.accepted else ""}


def _open(item: Open) -> dict[str, Any]:
    return {"model": item.model_answer}


KEYS: dict[type[ItemBase], Callable[[Any], dict[str, Any]]] = {
    Choice: _options,
    Multiple: _options,
    TrueFalse: _true_false,
    Match: _match,
    Order: _order,
    Categorise: _categorise,
    Number: _number,
    Text: _text,
    Open: _open,
}
