"""Plain data as YAML: block style, one item one block, comments where they were."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from builder.store.comments import NO_COMMENTS, Comments, Path, element_name
from builder.store.scalars import quoted_if_needed, scalar

_LONG_KEY = 800
"""Longer keys need the explicit form; YAML allows 1,024 characters for others."""


def emit(data: dict[str, Any], comments: Comments | None = None) -> str:
    """Return `data` (dicts, lists of dicts or scalars, scalars) as the text of a YAML file."""
    placed = comments.placed(data) if comments else NO_COMMENTS
    lines: list[str] = []
    for key, value in data.items():
        block = list(_pair(key, value, 0, (key,), placed))
        if lines and (_is_blocks(value) or block[0].startswith("#")):
            lines.append("")
        lines.extend(block)
    if placed.end:
        lines.extend(["", *placed.end])
    return "\n".join(lines) + "\n"


def _pair(
    key: str, value: Any, indent: int, path: Path, comments: Comments, before: bool = True
) -> Iterator[str]:
    """Yield `key: value`, with the comments `before` it."""
    margin = " " * indent
    if before:
        yield from (margin + line for line in comments.before.get(path, ()))
    head = f"{margin}{_key(key)}:"
    if len(head) > _LONG_KEY:
        yield f"{margin}? {_key(key)}"
        head = f"{margin}:"
    note = "".join(f"  {text}" for text in comments.beside.get(path, ()))
    if isinstance(value, dict) and value:
        yield head + note
        for name, inner in value.items():
            yield from _pair(name, inner, indent + 2, (*path, name), comments)
    elif isinstance(value, list) and value:
        yield head + note
        yield from _elements(value, indent + 2, path, comments)
    elif isinstance(value, (dict, list)):
        yield f"{head} {'{}' if isinstance(value, dict) else '[]'}{note}"
    else:
        first, *rest = scalar(value, indent + 2, len(head) + 1 + len(note))
        yield f"{head} {first}{note}"
        yield from rest


@lru_cache(512)
def _key(name: str) -> str:
    return quoted_if_needed(name)


def _elements(values: list[Any], indent: int, path: Path, comments: Comments) -> Iterator[str]:
    """Yield the elements of a list; in a top-level list a blank line parts them."""
    margin = " " * indent
    for index, value in enumerate(values):
        here = (*path, element_name(index, value))
        if index and len(path) == 1 and _is_blocks(values):
            yield ""
        yield from (margin + line for line in comments.before.get(here, ()))
        if isinstance(value, dict):
            yield from _mapping(value, indent, here, comments)
        else:
            note = "".join(f"  {text}" for text in comments.beside.get(here, ()))
            first, *rest = scalar(value, indent + 2, indent + 2 + len(note))
            yield f"{margin}- {first}{note}"
            yield from rest


def _mapping(value: dict[str, Any], indent: int, path: Path, comments: Comments) -> Iterator[str]:
    """Yield a mapping as the element of a list: its first key stands beside the hyphen."""
    first = next(iter(value))
    yield from (" " * indent + line for line in comments.before.get((*path, first), ()))
    hyphen = True
    for name, inner in value.items():
        for line in _pair(name, inner, indent + 2, (*path, name), comments, name != first):
            yield f"{' ' * indent}- {line[indent + 2 :]}" if hyphen else line
            hyphen = False


def _is_blocks(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)
