"""One element of a reviewed list as text: read a field, set a field, keep every other byte.

Only what is laid out as the program lays it out is read by looking at lines; any other layout is
left to YAML, so that both ways always agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import takewhile
from typing import Any

from builder.store.comments import read_comments
from builder.store.emit import emit
from builder.store.nodes import compose, to_data
from builder.store.scalars import scalar
from builder.store.validate import clean

_ODD = re.compile(
    r"""^[ ]*(?:-[ ]+)*(?:[\w-]+:[ ]+)?(?:
        "(?:[^"\\]|\\.)*$        # a quotation that goes on in the next line
      | '(?:[^']|'')*$
      | [\[{](?!\}|\])           # flow style
      | [&*!?%@`]
      | (?:null|Null|NULL|~)[ ]*$
    )|\t""",
    re.MULTILINE | re.VERBOSE,
)
_KEY = re.compile(r" *([A-Za-z_]+):(?: +(.*))?$")
_NOTE = re.compile(r"(?:^|\s+)#.*$")


@dataclass(frozen=True)
class Block:
    """One element, with the comments before it, without the blank lines around it."""

    section: str
    """Name of its list."""
    text: str
    """Ends with a line break."""
    indent: int
    """Column of its hyphen."""

    @property
    def id(self) -> str:
        """Its id, or ""."""
        return str(self.fields.get("id", ""))

    @cached_property
    def fields(self) -> dict[str, Any]:
        """Its keys with a scalar value.

        Raises:
            ValueError: it is not valid YAML by itself.
        """
        text = self._plain()
        found = None if text is None else _scalars(text, self.indent + 2)
        if found is None:
            found = {key: value for key, value in self.data.items() if isinstance(value, str)}
        return found

    @cached_property
    def data(self) -> dict[str, Any]:
        """Everything in it as the model reads it; {} where it is no mapping.

        Raises:
            ValueError: it is not valid YAML by itself.
        """
        node, problems = compose(self.text, "")
        elements = to_data(node)
        if problems or not isinstance(elements, list) or len(elements) != 1:
            raise ValueError("a block is not one element")
        found = clean(elements[0])
        return found if isinstance(found, dict) else {}

    def with_keys(self, **values: str | bool | None) -> Block:
        """The block with scalar keys set, or taken out where the value is None."""
        text = self._plain()
        if text is None:
            data = self.data | values
            kept = {key: value for key, value in data.items() if value is not None}
            return written(self.section, kept, self.indent, self.text)
        lines = text.removesuffix("\n").split("\n")
        for key, value in values.items():
            lines = _with_key(lines, self.indent + 2, key, value)
        return dashed(self.section, lines, self.indent)

    def mapping(self) -> str:
        """Its text as a mapping at the margin, for an editor."""
        text = self._plain()
        if text is None:
            text = written(self.section, self.data, self.indent, self.text)._undashed() or ""
        lines = text.removesuffix("\n").split("\n")
        return "".join(line[min(self.indent + 2, _margin(line)) :] + "\n" for line in lines)

    def _plain(self) -> str | None:
        """Its text without the hyphen; None where the layout is unusual."""
        if _ODD.search(self.text):
            return None
        text = self._undashed()
        return None if text is None or _no_key(self.indent + 2).search(text) else text

    def _undashed(self) -> str | None:
        """Its text with a blank for the hyphen; None where that stands apart from its key."""
        hyphen = _hyphen(self.indent).search(self.text)
        if hyphen is None:
            return None
        return self.text[: hyphen.end() - 2] + "  " + self.text[hyphen.end() :]


def dashed(section: str, lines: list[str], indent: int) -> Block:
    """A block of the lines of a mapping that is indented as its element will be."""
    first = next(n for n, line in enumerate(lines) if line.strip() and line.strip()[0] != "#")
    lines = [*lines[:first], " " * indent + "- " + lines[first][indent + 2 :], *lines[first + 1 :]]
    lead = [" " * indent + line.strip() for line in lines[:first] if line.strip()]
    return Block(section, "\n".join([*lead, *lines[first:]]) + "\n", indent)


def from_mapping(section: str, text: str, indent: int) -> Block:
    """A block of a mapping at the margin, as an editor leaves it: the inverse of `mapping`."""
    margin = " " * (indent + 2)
    lines = [margin + line if line.strip() else "" for line in text.rstrip().split("\n")]
    return dashed(section, lines, indent)


def written(section: str, data: dict[str, Any], indent: int, old: str = "") -> Block:
    """A block of plain `data`, with the comments of the `old` text of the same element."""
    comments = read_comments(f"{section}:\n{old}") if old else None
    lines = emit({section: [data]}, comments).rstrip("\n").split("\n")
    head = lines.index(f"{section}:")
    lead = [f"  {line}" for line in lines[:head] if line]
    shifted = [" " * indent + line[2:] if line else "" for line in (*lead, *lines[head + 1 :])]
    return Block(section, "\n".join(shifted) + "\n", indent)


def depth(line: str) -> int:
    """Column of the first character; -1 for a blank line."""
    return _margin(line) if line.strip() else -1


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _spans(lines: list[str], column: int) -> Iterator[tuple[str, int, int]]:
    """Each key at `column` with its first line and the line after its last."""
    starts = [n for n, line in enumerate(lines) if depth(line) == column and line[column] != "#"]
    for start, following in zip(starts, [*starts[1:], len(lines)], strict=True):
        end = start + 1
        while end < following and not 0 <= depth(lines[end]) <= column:
            end += 1
        found = _KEY.match(lines[start])
        if found:
            yield found[1], start, end


def _with_key(lines: list[str], column: int, key: str, value: str | bool | None) -> list[str]:
    """The lines with one key set; a new one goes to the end."""
    span = next(((start, end) for name, start, end in _spans(lines, column) if name == key), None)
    fresh: list[str] = []
    if value is not None:
        note = _note(lines[span[0]]) if span else ""
        first, *rest = scalar(value, column + 2, column + len(key) + 2 + len(note))
        fresh = [f"{' ' * column}{key}: {first}{note}", *rest]
    start, end = span or (len(lines), len(lines))
    return [*lines[:start], *fresh, *lines[end:]]


def _note(line: str) -> str:
    """The comment beside a plain value, with blanks before it."""
    value = line.split(":", 1)[1].strip()
    note = None if value.startswith(("'", '"')) else _NOTE.search(line)
    return f"  {note[0].strip()}" if note else ""


def _scalars(text: str, column: int) -> dict[str, Any] | None:
    """Keys with a scalar value; None where only YAML can say."""
    found: dict[str, Any] = {}
    keys = list(_keys(column).finditer(text))
    for place, match in enumerate(keys):
        raw = (match[2] or "").strip()
        if raw in ("", "[]", "{}"):
            continue
        end = keys[place + 1].start() if place + 1 < len(keys) else len(text)
        inner = _inner(text[match.end() + 1 : end], column)
        value = raw if raw[0] in ("'", '"') else _NOTE.sub("", raw)
        if value == ">-" and all(inner):
            found[match[1]] = " ".join(inner)
        elif value:
            scalar_text = None if any(inner) else _unquoted(value)
            if scalar_text is None:
                return None
            found[match[1]] = scalar_text
    return found


def _inner(text: str, column: int) -> list[str]:
    """The lines below a key that belong to it, without their margin."""
    lines = text.split("\n")[:-1] if text else []
    own = takewhile(lambda line: not 0 <= depth(line) <= column, lines)
    return [line.strip() for line in own]


@cache
def _hyphen(indent: int) -> re.Pattern[str]:
    return re.compile(rf"^ {{{indent}}}- (?=\w)", re.MULTILINE)


@cache
def _keys(column: int) -> re.Pattern[str]:
    return re.compile(rf"^ {{{column}}}([A-Za-z_]+):(?: +(.*))?$", re.MULTILINE)


@cache
def _no_key(column: int) -> re.Pattern[str]:
    """A line at `column` that is neither a key nor a comment."""
    return re.compile(rf"^ {{{column}}}(?=[^ \n#])(?![A-Za-z_]+:(?: |$))", re.MULTILINE)


def _unquoted(value: str) -> str | None:
    """The text of a scalar in one line; None where only YAML can say."""
    if value[0] == "'":
        return value[1:-1].replace("''", "'") if re.fullmatch(r"'(?:[^']|'')*'", value) else None
    if value[0] == '"':
        return value[1:-1] if re.fullmatch(r'"[^"\\]*"', value) else None
    plain = value[0] not in "|>#-,:" and not re.search(r":(?: |$)", value)
    return value.strip() if plain else None
