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
        chosen: list[Point] = [rest[0]]
        for point in rest[1:]:
            if len(chosen) == size:
                break
            if _fits(point, chosen, left, right):
                chosen.append(point)
        if len(chosen) >= least and not _telling(chosen, left, right):
            yield tuple(chosen)
            rest = [point for point in rest if point not in chosen]
        else:
            rest = rest[1:]


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
        and not _telling([point], left, right)
    )


def _telling(
    chosen: Sequence[Point], left: Callable[[Point], str], right: Callable[[Point], str]
) -> bool:
    """A right side repeats a word of its own left side that the other right sides lack."""
    for point in chosen:
        shared = roots(left(point)) & roots(right(point))
        for other in chosen:
            if other is not point:
                shared = shared - roots(right(other))
        if shared:
            return True
    return False
