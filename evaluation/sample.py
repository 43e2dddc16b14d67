"""Which drafted items graders see: as many of each text and rule as their share."""

from __future__ import annotations

from collections.abc import Sequence

from evaluation.entry import Entry, rank


def sample(entries: Sequence[Entry], size: int, seed: str) -> list[Entry]:
    """Return `size` entries, or all if there are fewer.

    Entries are lined up by text and rule, shuffled within, and taken at equal steps. So every
    entry has the same chance, and the share of accepted items in the sample estimates that of
    all items; each text, and each rule of a text, is within one item of its exact share.
    """
    if size >= len(entries):
        return list(entries)
    if size == 0:
        return []
    line = sorted(entries, key=lambda e: (e.extract.slug, e.item.rule, rank(seed, e.name), e.name))
    step = len(line) / size
    start = int.from_bytes(rank(seed, "start")[:6], "big") / 2**48 * step
    return [line[min(int(start + step * i), len(line) - 1)] for i in range(size)]


def shuffled(entries: Sequence[Entry], seed: str) -> list[Entry]:
    """Return the entries in the order of the sheet; it does not tell controls from others."""
    return sorted(entries, key=lambda entry: (rank(f"{seed}\0sheet", entry.name), entry.name))
