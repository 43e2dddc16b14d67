"""In which order the parts of an item are presented, on screen and in print alike.

The order is shuffled by a digest of the item's id and the text of each part. So it is the same
in every build, does not depend on where the key stands in the bank, and does not change for the
other parts when one is edited. Options that are all numbers or years are sorted instead.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from builder.model import Categorise, Choice, Match, Multiple, Option, Order
from builder.player.compare import SCALES, read_number

T = TypeVar("T")

_NUMBER = re.compile(r"\d(?:[\d.,'\u2019\u00a0\u202f]*\d)?(?: \d{3}(?!\d))*")
_SCALE = re.compile(rf"\s*\b(?:{'|'.join(SCALES)})\b", re.IGNORECASE)


def presented_options(item: Choice | Multiple) -> tuple[Option, ...]:
    """Return the options as learners see them: A, B and so on."""
    texts = [option.text for option in item.options]
    return tuple(item.options[i] for i in _arranged(item.id, texts))


def presented_lefts(item: Match) -> tuple[str, ...]:
    """Return the left sides as learners see them, numbered from 1.

    They never stand beside their own right sides all the way down.
    """
    lefts = [pair.left for pair in item.pairs]
    shown = [lefts[i] for i in _shuffled(item.id + "\0left", lefts)]
    partner = {pair.left: pair.right for pair in item.pairs}
    rights = presented_rights(item)
    if [partner[left] for left in shown] == list(rights[: len(shown)]):
        shown = _rotated(shown)
    return tuple(shown)


def presented_rights(item: Match) -> tuple[str, ...]:
    """Return right sides and spare ones as learners see them, lettered, each once."""
    rights = list(dict.fromkeys([*(pair.right for pair in item.pairs), *item.spare]))
    return tuple(rights[i] for i in _arranged(item.id, rights))


def presented_sequence(item: Order) -> tuple[str, ...]:
    """Return the elements in the order from which learners start: never the right one."""
    shown = [item.sequence[i] for i in _shuffled(item.id, item.sequence)]
    return tuple(_rotated(shown) if shown == list(item.sequence) else shown)


def presented_statements(item: Categorise) -> tuple[str, ...]:
    """Return the statements as learners see them, the categories mixed."""
    statements = [text for texts in item.categories.values() for text in texts]
    return tuple(statements[i] for i in _shuffled(item.id, statements))


def letter(position: int) -> str:
    """Return the letter of a presented part, counted from 0.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    before, last = divmod(position, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


def _arranged(seed: str, texts: Sequence[str]) -> list[int]:
    """Return the positions sorted if all texts are the same but for a number, else shuffled."""
    values = numbers(texts)
    if values is None:
        return _shuffled(seed, texts)
    return sorted(range(len(texts)), key=lambda i: (values[i], texts[i]))


def numbers(texts: Iterable[str]) -> list[float] | None:
    """Return the number in each text if that is all in which they differ, else None."""
    values: list[float] = []
    frames: set[str] = set()
    for text in texts:
        found = list(_NUMBER.finditer(text))
        if len(found) != 1:
            return None
        start, end = found[0].span()
        scale = _SCALE.match(text, end)
        value = read_number(text[start : scale.end() if scale else end])
        if value is None:
            return None
        values.append(value)
        frames.add((text[:start] + "#" + _SCALE.sub("", text[end:], count=1)).casefold())
    return values if len(frames) == 1 else None


def _shuffled(seed: str, texts: Sequence[str]) -> list[int]:
    """Return the positions in an order that only the seed and each single text decide."""

    def rank(position: int) -> tuple[bytes, int]:
        digest = hashlib.sha256(f"{seed}\0{texts[position]}".encode("utf-8", "replace"))
        return digest.digest(), position

    return sorted(range(len(texts)), key=rank)


def _rotated(texts: list[T]) -> list[T]:
    return texts[1:] + texts[:1]
