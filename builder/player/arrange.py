"""Which items a quiz has, and in which order: by learning objective, as the module has them."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model import CourseModule, Item, ItemBank, LearningObjective
from builder.writers.phrases import published


@dataclass(frozen=True, slots=True)
class Group:
    """The items of one objective."""

    objective: LearningObjective | None
    """None for items whose objective the module does not have."""
    items: tuple[tuple[int, Item], ...]
    """Each item with its number in the quiz, from 1."""


def groups(module: CourseModule, bank: ItemBank) -> tuple[Group, ...]:
    """Return the published items, grouped by the published objectives in their order.

    Within an objective items stand as in the bank; objectives without items are left out; items
    without objective come last.
    """
    objectives = {objective.id: objective for objective in published(module.objectives)}
    homes: dict[str, list[Item]] = {name: [] for name in [*objectives, ""]}
    for item in bank.published():
        homes[item.objective if item.objective in objectives else ""].append(item)
    found: list[Group] = []
    number = 1
    for name, items in homes.items():
        if items:
            found.append(Group(objectives.get(name), tuple(enumerate(items, number))))
            number += len(items)
    return tuple(found)
