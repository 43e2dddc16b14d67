"""A model as plain data for YAML: keys in the order people read them, defaults left out."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import Any

from builder.model.item import ItemBase
from builder.model.review import Model, Reviewed

_REVIEW = ("drafter", "drafted", "status", "stale", "comment")
_ITEM_FIRST = ("id", "type", "objective", "bloom", "stem")
_ITEM_LAST = ("rationale", "source", "further_sources", "teaching_point", "rule", *_REVIEW)


def ordered(value: Any) -> Any:
    """Return dicts, lists and scalars for `value`, a model or what one holds.

    The type of an item is always there; every other default is left out.
    """
    if isinstance(value, Model):
        return {
            name: ordered(inner)
            for name, info in ordered_fields(type(value))
            if (inner := getattr(value, name)) != info.default or name == "type"
        }
    if isinstance(value, dict):
        return {key: ordered(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [ordered(inner) for inner in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    return value


@cache
def ordered_fields(model: type[Model]) -> list[tuple[str, Any]]:
    """Return the fields of `model` in order: what is reviewed first, how it was reviewed last."""
    names = list(model.model_fields)
    first: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    if issubclass(model, ItemBase):
        first, last = _ITEM_FIRST, _ITEM_LAST
    elif issubclass(model, Reviewed):
        last = _REVIEW
    middle = [name for name in names if name not in first and name not in last]
    return [(name, model.model_fields[name]) for name in (*first, *middle, *last)]
