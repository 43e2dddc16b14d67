"""The number of an item: the same on paper, in the slides and on the site.

An item is called by the number of its module in the course and its number in the quiz: 3.7 is
the seventh item of the third module. Its id stays when items come and go; its number does not.
"""

from __future__ import annotations

from builder.model import ReviewedCourse, ReviewedModule
from builder.player.arrange import groups


def module_numbers(course: ReviewedCourse) -> dict[str, int]:
    """Return the slug of each module with its number in the course, from 1."""
    return {reviewed.id: number for number, reviewed in enumerate(course.modules, 1)}


def item_numbers(reviewed: ReviewedModule, module_number: int) -> dict[str, str]:
    """Return the id of each published item of a module with its number, in quiz order."""
    return {
        item.id: item_number(module_number, number)
        for group in groups(reviewed.module, reviewed.bank)
        for number, item in group.items
    }


def item_number(module_number: int, number: int) -> str:
    """Return the number by which people call an item.

    >>> item_number(3, 7)
    '3.7'
    """
    return f"{module_number}.{number}"
