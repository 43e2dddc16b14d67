"""How alike two texts are: what options may share, and what not."""

from __future__ import annotations

from collections.abc import Sequence

from builder.analysis.words import content_stems, normalised

LENGTH_RATIO = 1.5


def similar(a: str, b: str) -> float:
    """Jaccard similarity of the content words of two texts, 0 to 1."""
    left, right = content_stems(a), content_stems(b)
    return len(left & right) / len(left | right) if left and right else 0.0


def compatible(a: str, b: str) -> bool:
    """Two options that can stand side by side: distinct, neither within the other."""
    x, y = normalised(a), normalised(b)
    if not x or not y or f" {x} " in f" {y} " or f" {y} " in f" {x} ":
        return False
    return similar(a, b) < 0.6


def like_length(texts: Sequence[str], ratio: float = LENGTH_RATIO) -> bool:
    """No text is more than `ratio` times as long as another; short ones may differ by 8 letters."""
    lengths = [len(text) for text in texts]
    return max(lengths) <= max(ratio * min(lengths), min(lengths) + 8)
