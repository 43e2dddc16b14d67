"""Finders of teaching points, one file a kind.

A finder is a function ``find(text: Tagged, context: PassageContext) -> Iterator[TeachingPoint]``.
To add a kind: a dataclass in `model/point.py`, a file here, a line in `FINDERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from builder.analysis.context import PassageContext
from builder.analysis.language import Tagged
from builder.analysis.points import (
    acronym,
    cause,
    change,
    claim,
    comparison,
    condition,
    contrast,
    definition,
    enumeration,
    event,
    example,
    figure,
    recommendation,
    requirement,
)
from builder.model import TeachingPoint

Finder = Callable[[Tagged, PassageContext], Iterator[TeachingPoint]]

FINDERS: dict[str, Finder] = {
    "definition": definition.find,
    "contrast": contrast.find,
    "enumeration": enumeration.find,
    "cause": cause.find,
    "recommendation": recommendation.find,
    "condition": condition.find,
    "comparison": comparison.find,
    "requirement": requirement.find,
    "claim": claim.find,
    "change": change.find,
    "figure": figure.find,
    "event": event.find,
    "acronym": acronym.find,
    "example": example.find,
}
