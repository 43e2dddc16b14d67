"""Grouping points for items that have several parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from builder.analysis.likeness import compatible, like_length
from builder.analysis.words import roots
from builder.model import TeachingPoint

Point = TypeVar("Point", bound=TeachingPoint)


def sets_of(
    points: Sequence[Point],
    left: Callable[[Point], str],
    right: Callable[[Point], str],
    size: int = 4,
    least: int = 3,
) -> Iterator[tuple[Point, ...]]:
    """Disjoint sets of `least` to `size` points fit for matching, taken in reading order.

    Within a set all left sides and all right sides are distinct and of like length, and no right
    side repeats a content word of a left side, which would give the pair away.
    """
    rest = list(points)
    while len(rest) >= least:
        chosen = _one_set(rest, left, right, size)
        if len(chosen) >= least:
            yield tuple(chosen)
            rest = [point for point in rest if point not in chosen]
        else:
            rest = rest[1:]


def _one_set(
    points: Sequence[Point], left: Callable[[Point], str], right: Callable[[Point], str], size: int
) -> list[Point]:
    """The first set of up to `size` points that fit together; what gives itself away goes."""
    barred: list[Point] = []
    while True:
        chosen: list[Point] = []
        for point in points:
            if len(chosen) < size and point not in barred and _fits(point, chosen, left, right):
                chosen.append(point)
        telling = next((p for p in chosen if _telling(p, chosen, left, right)), None)
        if telling is None:
            return chosen
        barred.append(telling)


def _fits(
    point: Point,
    chosen: list[Point],
    left: Callable[[Point], str],
    right: Callable[[Point], str],
) -> bool:
    rights = [right(other) for other in chosen]
    return (
        all(compatible(left(point), left(other)) for other in chosen)
        and all(compatible(right(point), other) for other in rights)
        and like_length([right(point), *rights], ratio=2.2)
    )


def _telling(
    point: Point,
    chosen: Sequence[Point],
    left: Callable[[Point], str],
    right: Callable[[Point], str],
) -> bool:
    """Its right side repeats a word of its left side that the other right sides lack."""
    shared = roots(left(point)) & roots(right(point))
    for other in chosen:
        if other is not point:
            shared = shared - roots(right(other))
    return bool(shared)
