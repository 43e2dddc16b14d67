"""The texts of an element one by one: what a sheet has a row for, and how an edit goes back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_REST = frozenset(
    "id type objective bloom source further_sources teaching_point rule drafter drafted status"
    " stale comment concepts section kind minutes key".split()
)
"""Keys that are no text to correct in a sheet."""
_LABELS = {"true_false": "statement", "model_answer": "model answer"}
_ONE = {"options": "option", "pairs": "pair", "sequence": "step", "accepted": "accepted answer"}


def parts(data: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield (path, label, text) of each text of an element, in order."""
    for key, value in data.items():
        if key not in _REST:
            yield from _walk(value, key, _LABELS.get(key, key.replace("_", " ")))


def with_part(data: dict[str, Any], path: str, text: str) -> dict[str, Any]:
    """The data with one text replaced.

    Raises:
        KeyError: there is no such text.
    """
    first, *rest = path.split("/")
    if first in _REST or first not in data:
        raise KeyError(path)
    return data | {first: _replaced(data[first], rest, text)}


def _walk(value: Any, path: str, label: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(value, list):
        for index, inner in enumerate(value):
            name = f"{_ONE.get(label, label)} {index + 1}"
            if isinstance(inner, dict) and inner.get("key"):
                name += " (key)"
            yield from _walk(inner, f"{path}/{index}", name)
    elif isinstance(value, dict):
        for index, (key, inner) in enumerate(value.items()):
            place = str(index) if path == "categories" else key
            if key not in _REST or path == "categories":
                yield from _walk(inner, f"{path}/{place}", _inner(path, label, key))
    elif value is not None:
        text = str(value).lower() if isinstance(value, bool) else str(value)
        yield path, label, text


def _inner(path: str, label: str, key: str) -> str:
    if path == "categories":
        return f"“{key}”"
    return label if key == "text" else f"{label}: {key}"


def _replaced(value: Any, path: list[str], text: str) -> Any:
    if not path:
        if isinstance(value, (dict, list)):
            raise KeyError(text)
        return text
    first, *rest = path
    if isinstance(value, dict):
        key = list(value)[int(first)] if first.isdigit() else first
        return value | {key: _replaced(value[key], rest, text)}
    if isinstance(value, list) and first.isdigit() and int(first) < len(value):
        return [
            _replaced(inner, rest, text) if index == int(first) else inner
            for index, inner in enumerate(value)
        ]
    raise KeyError(first)
