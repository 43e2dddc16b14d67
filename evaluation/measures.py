"""Shares with their uncertainty, and agreement between graders."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

_Z = 1.959964
"""Quantile of the normal distribution for 95 per cent, both sides."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    count: int
    of: int

    @classmethod
    def that(cls, answers: Iterable[bool]) -> Share:
        """Count those that are true."""
        listed = list(answers)
        return cls(sum(listed), len(listed))

    @property
    def value(self) -> float | None:
        """The share, or None of nothing."""
        return self.count / self.of if self.of else None

    def data(self) -> dict[str, Any]:
        """Plain values for JSON, with the 95 per cent interval."""
        low, high = wilson(self.count, self.of)
        values = {"share": self.value, "low": low, "high": high}
        rounded = {k: None if v is None else round(v, 4) for k, v in values.items()}
        return {"count": self.count, "of": self.of, **rounded}


def wilson(count: int, of: int) -> tuple[float, float]:
    """Return the 95 per cent interval of a share after Wilson (1927); (0, 1) of nothing.

    >>> [round(limit, 3) for limit in wilson(8, 10)]
    [0.49, 0.943]
    """
    if of == 0:
        return 0.0, 1.0
    share, square = count / of, _Z**2
    centre = share + square / (2 * of)
    spread = _Z * math.sqrt(share * (1 - share) / of + square / (4 * of**2))
    scale = 1 + square / of
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)


def kappa(pairs: Sequence[tuple[bool, bool]]) -> float | None:
    """Return Cohen's kappa of two graders; None if chance alone would make them agree.

    >>> kappa([(True, True), (False, False), (True, False), (False, True)])
    0.0
    """
    if not pairs:
        return None
    total = len(pairs)
    same = sum(a == b for a, b in pairs) / total
    first, second = (sum(pair[i] for pair in pairs) / total for i in (0, 1))
    chance = first * second + (1 - first) * (1 - second)
    return None if chance == 1 else (same - chance) / (1 - chance)
