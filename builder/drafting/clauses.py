"""Clauses that can follow "why" and "because" in a stem."""

from __future__ import annotations

import re

from builder.analysis.words import CONNECTIVES, PREPOSITIONS
from builder.model import Cause

_UNFINISHED = re.compile(
    r"\b(as a result|in this way|in that case)\b|\b(is|are|was|were) (even )?(less|more) \w+$"
)
"""Effects that lean on what was said before, or compare with something not named."""


def said_plainly(point: Cause) -> bool:
    """Effect and cause are clauses that begin with their subject."""
    if not point.clausal:
        return False
    if _UNFINISHED.search(point.effect):
        return False
    first = [side.split()[0].lower().rstrip(",") for side in (point.effect, point.cause)]
    return not any(word in PREPOSITIONS or word in CONNECTIVES for word in first)
