"""Coordinated lists in running text: "a, b and c" to its members."""

from __future__ import annotations

import re

_OPEN = re.compile(
    r"\b(such as|including|includes?|for example|for instance|e\.g\.|among (?:them|others)"
    r"|among other things|and so on|and others|etc\.?|inter alia)\b",
    re.IGNORECASE,
)


def is_open(text: str) -> bool:
    """The text says that its list is not complete."""
    return bool(_OPEN.search(text))


def members(text: str, count: int) -> tuple[str, ...]:
    """The `count` members of a list, or () where the text does not divide into that many.

    The announced count is what proves that the list was divided where its author divided it.
    """
    text = text.strip().rstrip(".")
    if ";" in text:
        parts = [re.sub(r"^(?:and|or)\s+", "", part.strip()) for part in text.split(";")]
    else:
        parts = _by_commas(text)
    parts = [part for part in parts if part]
    return tuple(parts) if len(parts) == count else ()


def _by_commas(text: str) -> list[str]:
    """“a, b and c” or “a, b, and c” to its parts; [] where the last “and” is not the list's."""
    *front, tail = [part.strip() for part in text.split(",")]
    for joint in ("and", "or"):
        if tail.startswith(joint + " "):
            return [*front, tail[len(joint) :].strip()]
        halves = tail.split(f" {joint} ")
        if len(halves) == 2 and not (not front and " and " in f" {halves[0]} {halves[1]} "):
            return [*front, *(half.strip() for half in halves)]
        if len(halves) > 2:
            return []
    return []
