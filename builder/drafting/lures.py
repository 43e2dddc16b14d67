"""Choosing distractors.

Three options are enough where a fourth would be weak (Rodriguez 2005). Lures come from the same
module and have the same form as the key; what could also be right, or gives the key away by its
length, is passed over.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from builder.analysis.likeness import compatible, like_length, similar


def choose(key: str, pool: Iterable[str], count: int, stem: str = "", seed: str = "") -> list[str]:
    """Up to `count` lures for `key` out of `pool`, best first; [] where fewer than two fit.

    Best is what is closest to the stem in content, so that a word shared by stem and key gives
    nothing away; the seed decides whether the key may be the longest or the shortest.
    """
    fitting = [text for text in dict.fromkeys(pool) if compatible(key, text)]
    fitting = [text for text in fitting if like_length((key, text))]
    place = int(hashlib.sha256((seed + key).encode()).hexdigest(), 16) % 4
    ranked = sorted(
        fitting, key=lambda text: (-round(similar(stem, text), 2), abs(len(text) - len(key)), text)
    )
    chosen: list[str] = []
    wanted = (
        [text for text in ranked if len(text) >= len(key)],
        [text for text in ranked if len(text) < len(key)],
    )
    if place == 0:  # the key may be the shortest
        first = wanted[0][:count]
    elif place == 3:  # or the longest
        first = wanted[1][:count]
    else:  # mostly it is neither
        first = [*wanted[0][:1], *wanted[1][:1]]
    for text in (*first, *ranked):
        if len(chosen) == count:
            break
        if text in chosen or not all(compatible(text, other) for other in chosen):
            continue
        if like_length((key, text, *chosen)):
            chosen.append(text)
    return chosen if len(chosen) >= 2 else []
