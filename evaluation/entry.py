"""What stands under one number of the sheet."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from builder.model import Extract, Item

CLEAN = "clean"
"""Name of a control without a planted defect."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An item with what a grader has to see beside it."""

    item: Item
    extract: Extract
    objective: str
    """Statement of its learning objective, or ""."""
    control: str = ""
    """"" for a drafted item, "clean", or the name of the planted defect."""

    @property
    def name(self) -> str:
        """Text and item id: unique within a kit."""
        return f"{self.extract.slug}/{self.item.id}"


def rank(seed: str, name: str) -> bytes:
    """Return the place of `name` in the order that `seed` shuffles to."""
    return hashlib.sha256(f"{seed}\0{name}".encode()).digest()
