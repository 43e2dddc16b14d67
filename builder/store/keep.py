"""Saving without touching what did not change: blocks that say the same keep their bytes."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter, ValidationError

from builder.model.item import Item
from builder.model.module import Activity, KeyConcept, LearningObjective, SummarySentence
from builder.store.block import Block
from builder.store.blocks import blocks_of, is_plain, join, split
from builder.store.ordering import ordered

_ADAPTERS: dict[str, TypeAdapter[Any]] = {
    "items": TypeAdapter(Item),
    "objectives": TypeAdapter(LearningObjective),
    "key_concepts": TypeAdapter(KeyConcept),
    "summary": TypeAdapter(SummarySentence),
    "activities": TypeAdapter(Activity),
}
_SCALARS = ("objective", "drafter", "drafted", "status", "stale", "comment")
"""Keys of an element that the program changes by themselves."""


def keep_blocks(old: str, new: str) -> str:
    """The `new` text of a file, with the blocks of the `old` one where they say the same.

    A block that differs in keys of the review only keeps its other lines.
    """
    if not is_plain(old):
        return new
    pieces = split(new)
    try:
        before = {(block.section, block.id): block for _, block in blocks_of(split(old))}
    except ValueError:
        return new
    for place, block in blocks_of(pieces):
        was = before.get((block.section, block.id))
        if was is not None and was.text != block.text:
            pieces[place] = _kept(was, block)
    return join(pieces)


def said(block: Block) -> dict[str, Any]:
    """What a block says, as plain data in order; defaults left out.

    Raises:
        ValueError: it cannot be read, or is not valid.
    """
    data: dict[str, Any] = ordered(model_of(block))
    return data


def model_of(block: Block) -> Any:
    """The element that a block describes.

    Raises:
        ValueError: it cannot be read, or is not valid.
    """
    try:
        return _ADAPTERS[block.section].validate_python(block.data)
    except ValidationError as error:
        raise ValueError(str(error)) from error


def _kept(old: Block, new: Block) -> Block:
    """The old block, with the keys set in which it differs; the new one if those are not enough."""
    try:
        before, after = said(old), said(new)
        differing = {
            key for key in before.keys() | after.keys() if before.get(key) != after.get(key)
        }
        if differing - set(_SCALARS) or old.indent != new.indent:
            return new
        changes = {key: after.get(key) for key in _SCALARS if key in differing}
        kept = old.with_keys(**changes) if changes else old
        return kept if said(kept) == after else new
    except ValueError:
        return new
