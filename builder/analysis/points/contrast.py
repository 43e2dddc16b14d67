"""Contrasts: "Whereas X …, Y …", "X …, whereas Y …", "X …. Y, by contrast, …"."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.context import PassageContext
from builder.analysis.grammar import plural_phrase, subject_end
from builder.analysis.language import Tagged
from builder.analysis.standing import dangling
from builder.analysis.words import normalised
from builder.model import Contrast

_ELLIPTICAL = frozenset("not do does did is are was were can cannot".split())
_MARKERS = (("by", "contrast"), ("in", "contrast"), ("on", "the", "other", "hand"))


def find(text: Tagged, context: PassageContext) -> Iterator[Contrast]:
    """The contrast that the sentence states, alone or with the one before."""
    said = context.said
    sides = _whereas(text, said.start, said.end)
    if sides:
        yield from _contrast(text, text, *sides, owner=said.owner)
    elif context.previous is not None:
        yield from _by_contrast(text, context.previous)


def _whereas(text: Tagged, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Token ranges of the two clauses that "whereas" or "while" sets against each other."""
    tokens = text.tokens
    cue = next((i for i in range(start, end) if tokens[i].lower in ("whereas", "while")), -1)
    if cue < 0:
        return None
    if cue == start:
        for comma in range(cue + 1, end):
            if tokens[comma].text == "," and subject_end(tokens[:end], comma + 1) > 0:
                return (cue + 1, comma), (comma + 1, end)
        return None
    if cue > start and tokens[cue - 1].text == ",":
        return (start, cue - 1), (cue + 1, end)
    return None


def _by_contrast(text: Tagged, previous: Tagged) -> Iterator[Contrast]:
    """Two sentences of which the second carries a marker after its subject or in front."""
    words = [token.lower for token in text.tokens]
    for marker in _MARKERS:
        size = len(marker)
        for index in range(0, min(10, len(words) - size)):
            if tuple(words[index : index + size]) != marker:
                continue
            first = (0, previous.end())
            if index == 0 and words[size] == ",":
                yield from _contrast(previous, text, first, (size + 1, text.end()))
            elif words[index - 1] == "," and words[index + size] == ",":
                yield from _contrast(
                    previous, text, first, (index + size + 1, text.end()), subject=(0, index - 1)
                )
            return


def _contrast(
    left: Tagged,
    right: Tagged,
    first: tuple[int, int],
    second: tuple[int, int],
    *,
    subject: tuple[int, int] | None = None,
    owner: str = "",
) -> Iterator[Contrast]:
    """The contrast of two clauses, if both divide into subject and predicate of like number."""
    left_end = subject_end(left.tokens[: first[1]], first[0])
    right_range = subject or (second[0], subject_end(right.tokens[: second[1]], second[0]))
    if left_end < 0 or right_range[1] <= right_range[0]:
        return
    predicate = (second[0], second[1]) if subject else (right_range[1], second[1])
    number = plural_phrase(left.tokens[first[0] : left_end])
    other = plural_phrase(right.tokens[slice(*right_range)])
    sides = (left.inner(first[0], left_end), right.inner(*right_range))
    says = (left.span(left_end, first[1]), right.span(*predicate))
    spans = (left.tokens[first[0] : first[1]], right.tokens[slice(*right_range)])
    if any(dangling(span) for span in spans) or _refers_back(right, predicate):
        return
    if any(said.split()[-1:] and said.split()[-1] in _ELLIPTICAL for said in says):
        return
    if any("whereas" in said.split() for said in says):
        return
    if normalised(sides[0]) == normalised(sides[1]):
        return
    if any(not 2 <= len(said.split()) <= 24 for said in says) or max(map(len, sides)) > 70:
        return
    yield Contrast(
        sentence=left.sentence,
        also=None if right is left else right.sentence,
        left=sides[0],
        left_says=says[0],
        right=sides[1],
        right_says=says[1],
        plural=bool(number),
        agree=number is not None and number == other,
        owner=owner,
    )


def _refers_back(text: Tagged, span: tuple[int, int]) -> bool:
    """The predicate leans on the other clause ("has no such right", "do so", "less")."""
    words = {token.lower for token in text.tokens[slice(*span)]}
    return bool(
        words & {"such", "so", "it", "they", "them", "its", "their", "this", "these", "those"}
    )
