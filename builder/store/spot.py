"""Where something stands: from a path into the data to a line of the file and plain words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from yaml.nodes import MappingNode, Node, SequenceNode

from builder.errors import problem
from builder.model.finding import Finding
from builder.store.nodes import line_of

Loc = Sequence[str | int]
"""A path into data: keys and indexes, possibly with pydantic's union tags between."""

_ONE = {
    "items": "item",
    "options": "option",
    "pairs": "pair",
    "sequence": "element",
    "accepted": "accepted answer",
    "spare": "spare",
    "parts": "part",
    "modules": "module",
    "objectives": "objective",
    "concepts": "concept",
    "key_concepts": "key concept",
    "summary": "summary sentence",
    "activities": "activity",
    "further_sources": "further source",
    "not_assessed": "entry of not_assessed",
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A piece of data, the file that it is from, and what the whole is called in messages."""

    data: Any
    file: str
    name: str
    node: Node | None = None

    def problem(self, loc: Loc, code: str, message: str, advice: str = "") -> Finding:
        """Return an error about what stands at `loc`."""
        return problem(code, self.file, self.line(loc), message, advice)

    def line(self, loc: Loc) -> int:
        """Return the line of `loc`, or of the nearest element around it (0 without a file)."""
        node = self.node
        if node is None:
            return 0
        line = line_of(node)
        for part in loc:
            if isinstance(node, MappingNode):
                pair = next((pair for pair in node.value if pair[0].value == part), None)
                if pair:
                    line, node = line_of(pair[0]), pair[1]
            elif (
                isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value)
            ):
                node = node.value[part]
                line = line_of(node)
        return line

    def at(self, loc: Loc) -> Any:
        """Return the data at `loc`, None if there is nothing."""
        return self._walk(loc)[0]

    def words(self, loc: Loc) -> str:
        """Return what stands at `loc` in words: "item im-07, option 2"."""
        return ", ".join(self._walk(loc)[1]) or self.name

    def _walk(self, loc: Loc) -> tuple[Any, list[str]]:
        """Follow `loc`; parts that are no key and no index here are union tags."""
        value, words = self.data, []
        field = ""
        for index, part in enumerate(loc):
            if isinstance(value, dict) and part in value:
                if field == "categories":
                    words.append(f'category "{part}"')
                elif isinstance(value[part], dict) and part != "categories":
                    words.append(str(part))
                value, field = value[part], str(part)
            elif isinstance(value, (list, tuple)) and isinstance(part, int) and part < len(value):
                value = value[part]
                words = _named(words, field, part, value)
            elif index == len(loc) - 1:
                return None, words
        return value, words


def _named(words: list[str], field: str, index: int, value: Any) -> list[str]:
    """Return `words` with the element of a list added, by its id if it has one."""
    name = value.get("id") if isinstance(value, dict) else None
    if isinstance(name, str) and name:
        return [f"{_ONE.get(field, field)} {name}"]
    return [*words, f"{_ONE.get(field, field)} {index + 1}"]
