"""Item banks: `quizzes/<slug>.yml` to `ItemBank` and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from builder.model.finding import Finding
from builder.model.item import Item, ItemBank, ItemBase
from builder.store.bank_rules import item_problems
from builder.store.document import load_document, refuse, save_document
from builder.store.ordering import ordered
from builder.store.spot import Spot
from builder.store.validate import (
    blank_problems,
    clean,
    duplicate_problems,
    indexes,
    valid_elements,
    validate,
)

_ITEM: TypeAdapter[Any] = TypeAdapter(Item)


def load_bank(path: Path, root: Path | None = None) -> ItemBank:
    """Read the item bank at `path`; messages name it relative to `root`, the course root.

    Raises:
        Refused: every problem of the file.
    """
    return load_document(path, root, "the item bank", _bank)


def bank_from_data(data: Any, file: str = "item bank") -> ItemBank:
    """Return the item bank that plain `data` describes; `file` names it in messages.

    Raises:
        Refused: every problem of the data.
    """
    return _bank(Spot(clean(data), file, "the item bank"))


def bank_to_data(bank: ItemBank) -> dict[str, Any]:
    """Return plain data for YAML; what has its default value is left out."""
    data: dict[str, Any] = ordered(bank)
    return data


def save_bank(path: Path, bank: ItemBank, root: Path | None = None) -> bool:
    """Write the item bank to `path` unless nothing has changed; comments of the file stay.

    Returns:
        Whether the file was written.
    """
    return save_document(path, root, "bank", bank)


def _bank(spot: Spot) -> ItemBank:
    bank, problems = validate(ItemBank, spot)
    elements = spot.data.get("items") if isinstance(spot.data, dict) else None
    items = enumerate(bank.items) if bank else valid_elements(_ITEM, elements)
    for index, item in items:
        problems.extend(_all_problems(item, index, spot))
    problems.extend(duplicate_problems((("items", index) for index in indexes(elements)), spot))
    return refuse(bank, problems)


def _all_problems(item: ItemBase, index: int, spot: Spot) -> list[Finding]:
    """Return what is wrong with one item that has the right form."""
    loc = ("items", index)
    problems = list(blank_problems(item, spot, loc))
    for place, code, message, advice in item_problems(item):
        problems.append(spot.problem((*loc, *place), code, f"{spot.words(loc)} {message}", advice))
    return problems
