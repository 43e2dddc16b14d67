"""Comments of a YAML file, which people write and a new draft must not lose.

A comment belongs to the key or list element after it, or beside it; elements are known by their
id, so that a comment moves with its item. What it belonged to may be gone: then it stands before
the element around that, or at the end of the file.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from builder.store.nodes import compose, to_data

Path = tuple[str | int, ...]
_Position = tuple[int, int]
_SCHEMA = "# yaml-language-server:"
_HASH = re.compile(r"(?:^|(?<=\s))#")


@dataclass(slots=True)
class Comments:
    """Comments by the path of what they belong to: lines before it, or text beside it."""

    before: dict[Path, list[str]] = field(default_factory=dict)
    beside: dict[Path, list[str]] = field(default_factory=dict)
    end: list[str] = field(default_factory=list)

    def placed(self, data: Any) -> Comments:
        """Return the same comments with places that exist in `data`."""
        known = set(_data_paths(data))
        found = Comments(end=list(self.end))
        for source, target in ((self.before, found.before), (self.beside, found.beside)):
            for path, lines in source.items():
                place = path
                while place and (place not in known or (place != path and len(place) == 1)):
                    place = place[:-1]
                if place == path:
                    target.setdefault(place, []).extend(lines)
                elif place:
                    found.before.setdefault(place, []).extend(lines)
                else:
                    found.end.extend(lines)
        return found


NO_COMMENTS = Comments()


def read_comments(text: str) -> Comments | None:
    """Return the comments of a YAML file, None if it has none or is no YAML."""
    lines = text.split("\n")
    hashes = [number for number, line in enumerate(lines) if _HASH.search(line)]
    if not hashes or (len(hashes) == 1 and lines[hashes[0]].startswith(_SCHEMA)):
        return None
    root, problems = compose(text, "")
    if problems:
        return None
    places = list(_places(root, ()))
    starts = [position for position, _ in places]
    scalars = sorted(_spans(root))
    comments = Comments()
    for number in hashes:
        column = _comment_column(lines[number], number, scalars)
        comment = lines[number][column:].rstrip() if column >= 0 else _SCHEMA
        if comment.startswith(_SCHEMA):
            continue
        index = bisect_left(starts, (number, column))
        if lines[number][:column].strip() and index:
            comments.beside.setdefault(places[index - 1][1], []).append(comment)
        elif index < len(places):
            comments.before.setdefault(places[index][1], []).append(comment)
        else:
            comments.end.append(comment)
    return comments


def element_name(index: int, value: Any) -> str | int:
    """Return how a path names an element of a list: by its id, or else by its index."""
    name = value.get("id") if isinstance(value, dict) else None
    return f"id {name}" if isinstance(name, str) else index


def _comment_column(
    line: str, number: int, scalars: list[tuple[_Position, _Position, bool]]
) -> int:
    """Return where the comment of a line begins, -1 if every hash is in a scalar."""
    for match in _HASH.finditer(line):
        here = (number, match.start())
        index = bisect_left(scalars, (here, here, True)) - 1
        if index < 0:
            return match.start()
        start, end, block = scalars[index]
        if here >= end or (block and start[0] == number):
            return match.start()
    return -1


def _places(node: Node | None, path: Path) -> Iterator[tuple[_Position, Path]]:
    """Yield where keys and list elements begin, in the order of the file."""
    if isinstance(node, MappingNode):
        for key, value in node.value:
            inner = (*path, key.value)
            yield _start(key), inner
            yield from _places(value, inner)
    elif isinstance(node, SequenceNode):
        for index, value in enumerate(node.value):
            inner = (*path, element_name(index, _shallow(value)))
            yield _start(value), inner
            yield from _places(value, inner)


def _shallow(node: Node) -> Any:
    """Return the id of a mapping as data, without reading the rest of it."""
    if not isinstance(node, MappingNode):
        return None
    return {key.value: to_data(value) for key, value in node.value if key.value == "id"}


def _spans(node: Node | None) -> Iterator[tuple[_Position, _Position, bool]]:
    """Yield where scalars begin and end, and whether they are blocks."""
    if isinstance(node, ScalarNode):
        end = (node.end_mark.line, node.end_mark.column)
        yield _start(node), end, node.style in ("|", ">")
    elif isinstance(node, MappingNode):
        for pair in node.value:
            for part in pair:
                yield from _spans(part)
    elif isinstance(node, SequenceNode):
        for value in node.value:
            yield from _spans(value)


def _start(node: Node) -> _Position:
    return node.start_mark.line, node.start_mark.column


def _data_paths(data: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the path of everything in `data`."""
    yield path
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _data_paths(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _data_paths(value, (*path, element_name(index, value)))
