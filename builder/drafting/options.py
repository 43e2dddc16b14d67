"""Options of choice items from a key and a pool of lures that explain themselves."""

from __future__ import annotations

from collections.abc import Mapping

from builder.analysis.words import capitalised
from builder.drafting.lures import choose
from builder.model import Option


def options(
    key: str,
    why: str,
    pool: Mapping[str, str],
    *,
    stem: str,
    seed: str,
    count: int = 3,
) -> tuple[Option, ...]:
    """The key first, then its lures; () where fewer than two lures fit.

    `pool` maps each possible lure to the reason why it is wrong. Where an option stands on the
    page is decided when it is shown (`presentation`), so the order here tells a learner nothing.
    """
    lures = choose(key, pool, count, stem, seed)
    if not lures:
        return ()
    return (
        Option(text=capitalised(key), key=True, rationale=why),
        *(Option(text=capitalised(lure), rationale=pool[lure]) for lure in lures),
    )
