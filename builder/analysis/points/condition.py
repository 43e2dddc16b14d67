"""Conditions: "If X, Y", "When X, Y", "Y unless X"."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.context import PassageContext
from builder.analysis.grammar import is_clause
from builder.analysis.language import Tagged
from builder.analysis.standing import dangling
from builder.model import Condition

_LEADING = frozenset("if when where unless once whenever".split())
_TRAILING = frozenset("if unless".split())
_NOT_BEFORE = frozenset("even only as whether or and that but ask".split())
_PAST = frozenset("was were had did".split())


def find(text: Tagged, context: PassageContext) -> Iterator[Condition]:
    """The rule that the sentence states; what happened once in the past is none."""
    said = context.said
    tokens, start, end = text.tokens, said.start, said.end
    if end - start < 8 or any(t.text in ';:“”"' for t in tokens[start:end]):
        return
    words = [token.lower for token in tokens[:end]]
    if sum(word in _LEADING for word in words[start:]) != 1:
        return
    parts = _leading(text, words, start, end) or _trailing(words, start, end)
    if parts is None:
        return
    cue, condition, consequence = parts
    first, second = tokens[slice(*condition)], tokens[slice(*consequence)]
    if (
        dangling(first)
        or dangling((*first, *second))
        or not (is_clause(first) and is_clause(second))
    ):
        return
    past = any(t.tag == "VBD" or t.lower in _PAST for t in (*first, *second))
    if past or not (4 <= len(first) <= 22 and 4 <= len(second) <= 22):
        return
    yield Condition(
        sentence=text.sentence,
        cue=words[cue],
        condition=text.span(*condition),
        consequence=text.inner(*consequence),
        owner=said.owner,
    )


_Parts = tuple[int, tuple[int, int], tuple[int, int]]


def _leading(text: Tagged, words: list[str], start: int, end: int) -> _Parts | None:
    if words[start] not in _LEADING:
        return None
    for comma in range(start + 3, end - 3):
        if words[comma] == "," and is_clause(text.tokens[comma + 1 : end]):
            return start, (start + 1, comma), (comma + 1, end)
    return None


def _trailing(words: list[str], start: int, end: int) -> _Parts | None:
    for cue in range(start + 4, end - 3):
        if words[cue] in _TRAILING:
            if words[cue - 1] in _NOT_BEFORE:
                return None
            stop = cue - 1 if words[cue - 1] == "," else cue
            return cue, (cue + 1, end), (start, stop)
    return None
