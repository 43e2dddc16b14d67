"""Floors of a module and of a course, so that abstaining is no escape."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from builder.model import Bloom, CourseModule, Extract, Finding, Item, ItemBank, Place, Severity
from builder.model.course import ReviewedCourse, ReviewedModule

LEAST_WORDS = 1000
"""Below this, a module need not reach the floors."""
LEAST_ITEMS, LEAST_TYPES, LEAST_COURSE_TYPES = 8, 4, 6
LEAST_OBJECTIVES, MOST_OBJECTIVES, LEAST_PER_OBJECTIVE = 3, 6, 2
ABOVE_RECALL, MOST_FIGURES = 0.4, 0.25


def check_course_floors(course: ReviewedCourse) -> Iterator[Finding]:
    """A finding for each floor that a module or the course falls short of, with by how much."""
    types: Counter[str] = Counter()
    for reviewed in course.modules:
        types.update(item.type for item in reviewed.bank.published())
        yield from check_floors(reviewed)
    if course.modules and len(types) < LEAST_COURSE_TYPES:
        message = f"the course has {len(types)} item types; at least {LEAST_COURSE_TYPES} are due."
        yield _finding("floor-course-types", "course/course.yml", message)


def check_floors(reviewed: ReviewedModule) -> Iterator[Finding]:
    """The floors of one module; what is not assessed is said too."""
    file = f"quizzes/{reviewed.entry.id}.yml"
    for code, message in shortfalls(reviewed.extract, reviewed.module, reviewed.bank):
        yield _finding(code, file, message)
    for note in reviewed.module.not_assessed:
        place = Place(f"modules/{reviewed.entry.id}.yml")
        yield Finding("section-not-assessed", Severity.NOTE, place, note)


def shortfalls(extract: Extract, module: CourseModule, bank: ItemBank) -> Iterator[tuple[str, str]]:
    """(code, message) for each floor that is not reached."""
    items = bank.published()
    if extract.words() < LEAST_WORDS:
        return
    if len(items) < LEAST_ITEMS:
        yield "floor-items", f"{len(items)} items; at least {LEAST_ITEMS} are due."
    types = {item.type for item in items}
    if len(types) < LEAST_TYPES:
        yield "floor-types", f"{len(types)} item types; at least {LEAST_TYPES} are due."
    yield from _objectives(module, items)
    if items:
        above = sum(more_than_recall(item) for item in items) / len(items)
        if above < ABOVE_RECALL:
            yield "floor-recall", f"{above:.0%} of the items ask for more than recall; 40% are due."
        figures = sum(i.teaching_point in ("figure", "acronym") for i in items) / len(items)
        if figures > MOST_FIGURES:
            yield (
                "floor-figures",
                f"{figures:.0%} of the items ask for figures; at most 25% should.",
            )


_BEYOND = frozenset("contrast comparison cause condition example".split())


def more_than_recall(item: Item) -> bool:
    """It asks for a contrast, a cause, a rule, a case, an order or a category."""
    beyond = item.teaching_point in _BEYOND or item.type in ("categorise", "order")
    return beyond or item.bloom.rank > Bloom.UNDERSTAND.rank


def _objectives(module: CourseModule, items: tuple[Item, ...]) -> Iterator[tuple[str, str]]:
    published = [o for o in module.objectives if o.status != "rejected"]
    if not LEAST_OBJECTIVES <= len(published) <= MOST_OBJECTIVES:
        yield (
            "floor-objectives",
            f"{len(published)} objectives; {LEAST_OBJECTIVES} to {MOST_OBJECTIVES} are due.",
        )
    if len({objective.bloom for objective in published}) < 2:
        yield "floor-bloom", "all objectives are on one Bloom level; two are due."
    served = Counter(item.objective for item in items)
    for objective in published:
        if served[objective.id] < LEAST_PER_OBJECTIVE:
            yield (
                "floor-objective-items",
                f"objective {objective.id} has {served[objective.id]} items; two are due.",
            )


def _finding(code: str, file: str, message: str) -> Finding:
    advice = "Add to the extract, or write items of your own (drafter: person)."
    return Finding(code, Severity.WARNING, Place(file), message, advice)
