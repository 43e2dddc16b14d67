"""Clauses that can follow "why" and "because" in a stem."""

from __future__ import annotations

from builder.analysis.words import CONNECTIVES, PREPOSITIONS
from builder.model import Cause


def said_plainly(point: Cause) -> bool:
    """Effect and cause are clauses that begin with their subject."""
    if not point.clausal:
        return False
    first = [side.split()[0].lower().rstrip(",") for side in (point.effect, point.cause)]
    return not any(word in PREPOSITIONS or word in CONNECTIVES for word in first)
