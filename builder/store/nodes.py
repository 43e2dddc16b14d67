"""YAML as a tree of nodes that know their lines, and plain data from it.

Only structure is taken from YAML: scalars stay the text that was written, and the model decides
what a field means. So `page: 38` is the text "38", a term `No` is no boolean, and no tag can
create an object.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from builder.errors import problem
from builder.model.finding import Finding

_TAGS = "tag:yaml.org,2002:"
_STR = f"{_TAGS}str"
_NULL = f"{_TAGS}null"
_MERGE = f"{_TAGS}merge"
_PLAIN = dict.fromkeys(("", "~", "null", "Null", "NULL"), _NULL) | {"<<": _MERGE}
MAX_DEPTH = 40
"""Deeper nesting than any file of a course needs; it bounds recursion."""

_WIDE_MARGIN = " " * 64
_COMPACT = re.compile(r"(?:[-?:][ \t]+){8}")
_MANY_BRACKETS = 200


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The safe loader, in C where there is one, for which a plain scalar is text or null."""

    def resolve(self, kind: type[Node], value: str, implicit: Any) -> str:
        """Return the tag of a node that has none."""
        if kind is ScalarNode:
            return _PLAIN.get(value, _STR) if implicit[0] else _STR
        return f"{_TAGS}map" if kind is MappingNode else f"{_TAGS}seq"


def compose(text: str, file: str, first_line: int = 1) -> tuple[Node | None, list[Finding]]:
    """Parse `text`, which begins on `first_line` of `file`.

    Returns:
        The root node (None if there is nothing or it cannot be parsed), and the problems:
        syntax, duplicate keys, aliases, tags, keys that are no text, too deep nesting.
    """
    try:
        if _too_deep(text):
            what = "this is nested too deeply."
            return None, [problem("yaml-depth", file, first_line, what, "Check the indentation.")]
        root: Node | None = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return None, [_syntax_problem(error, text, file, first_line)]
    except (yaml.reader.ReaderError, UnicodeEncodeError) as error:
        at = error.position if isinstance(error, yaml.reader.ReaderError) else error.start
        line = first_line + text.count("\n", 0, at)
        what = "there is a control character, which YAML does not allow."
        return None, [problem("yaml-syntax", file, line, what, "Delete it.")]
    return root, [] if root is None else list(_shape_problems(root, file, first_line))


@contextmanager
def without_collection() -> Iterator[None]:
    """Hold the garbage collector: a million nodes without a cycle, and it looks at them all."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _too_deep(text: str) -> bool:
    """Say whether composing could exhaust the stack: the parser written in C does not check.

    Depth needs brackets, or a column for each level; only a text with enough of either is looked
    at event by event.
    """
    brackets = text.count("[") + text.count("{")
    if brackets <= _MANY_BRACKETS and _WIDE_MARGIN not in text and not _COMPACT.search(text):
        return False
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, CollectionStartEvent):
            depth += 1
        elif isinstance(event, CollectionEndEvent):
            depth -= 1
        if depth > 2 * MAX_DEPTH:
            return True
    return False


def line_of(node: Node, first_line: int = 1) -> int:
    """Return the line on which `node` begins."""
    return int(node.start_mark.line) + first_line


def to_data(node: Node | None) -> Any:
    """Return plain data: dicts, lists, text, and None for what is empty or `null`."""
    if isinstance(node, MappingNode):
        return {key.value: to_data(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [to_data(element) for element in node.value]
    if isinstance(node, ScalarNode) and node.tag != _NULL:
        return node.value
    return None


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, file: str, first_line: int) -> Finding:
    """Return the parser's complaint, at its line."""
    mark = error.problem_mark or error.context_mark
    at = mark.line if mark else 0
    what = error.problem or "it cannot be parsed"
    if what.startswith("but ") and error.context:
        what = f"{error.context} {what}"
    advice = "Check the indentation; text with a colon, a hash or quotation marks needs quotes."
    if "alias" in what or "anchor" in what:
        advice = "Put text that begins with * or & in quotes; aliases are not allowed."
    elif "\t" in "".join(text.split("\n")[at : at + 1]):
        advice = "Indent with spaces instead of tabs."
    what = f"this is not valid YAML: {what}."
    return problem("yaml-syntax", file, first_line + at, what, advice)


def _shape_problems(root: Node, file: str, first_line: int) -> Iterator[Finding]:
    """Yield what a file of ours may not contain, and do not follow any node twice."""
    seen: dict[int, bool] = {}
    stack = [(root, 0)]
    while stack:
        node, depth = stack.pop()
        line = line_of(node, first_line)
        if id(node) in seen:
            reported, seen[id(node)] = seen[id(node)], True
            if reported:
                continue
            yield problem(
                "yaml-alias",
                file,
                line,
                "this element is used again through an alias (*), which is not allowed.",
                "Write the element out where it is needed.",
            )
            continue
        seen[id(node)] = False
        if not node.tag.startswith(_TAGS) or "/" in node.tag:
            yield problem(
                "yaml-tag",
                file,
                line,
                f'"{node.tag.removeprefix(_TAGS)}" is read as a tag, which is not allowed.',
                "Put text that begins with ! in quotes.",
            )
        if depth > MAX_DEPTH:
            yield problem(
                "yaml-depth", file, line, "this is nested too deeply.", "Check the indentation."
            )
        elif isinstance(node, SequenceNode):
            stack.extend((element, depth + 1) for element in reversed(node.value))
        elif isinstance(node, MappingNode):
            yield from _key_problems(node, file, first_line)
            stack.extend((value, depth + 1) for _, value in reversed(node.value))


def _key_problems(node: MappingNode, file: str, first_line: int) -> Iterator[Finding]:
    """Yield duplicate keys, merge keys and keys that are no text."""
    lines: dict[str, int] = {}
    for key, _ in node.value:
        line = line_of(key, first_line)
        if not isinstance(key, ScalarNode) or key.tag == _MERGE:
            yield problem(
                "yaml-key", file, line, "a key has to be plain text.", "Put it in quotes."
            )
        elif key.value in lines:
            yield problem(
                "yaml-duplicate",
                file,
                line,
                f'the key "{key.value}" is given twice (first on line {lines[key.value]}).',
                "Keep one of the two.",
            )
        else:
            lines[key.value] = line
