"""All findings about a course: flaws of items, alignment, floors."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.floors import check_course_floors
from builder.checks.items import ITEM_RULES, flaws
from builder.checks.knowledge import Knowledge
from builder.model import Finding, Place, Severity
from builder.model.course import ReviewedCourse, ReviewedModule


def check_course(course: ReviewedCourse) -> list[Finding]:
    """Findings in course order; nothing is changed."""
    findings = [finding for reviewed in course.modules for finding in _items(reviewed)]
    return [*findings, *check_course_floors(course)]


def _items(reviewed: ReviewedModule) -> Iterator[Finding]:
    """Flaws of the published items of a module, and items without an objective."""
    file = f"quizzes/{reviewed.entry.id}.yml"
    knowledge = Knowledge(reviewed.extract)
    objectives = {o.id for o in reviewed.module.objectives}
    for item in reviewed.bank.items:
        if item.status == "rejected":
            continue
        if item.stale:
            message = f"item {item.id} is stale: the extract no longer has its sentence."
            advice = "Compare it with the extract; correct its source or reject it."
            yield Finding("item-stale", Severity.WARNING, Place(file), message, advice)
            continue
        for code, message in flaws(item, knowledge):
            severity = Severity.ERROR if code == "item-source" else Severity.WARNING
            text = f"item {item.id}: {message}."
            yield Finding(code, severity, Place(file), text, ITEM_RULES[code].advice)
        if item.objective not in objectives:
            message = f"item {item.id} serves the objective “{item.objective}”, which is not there."
            advice = "Name one of the module's objectives."
            yield Finding("item-objective", Severity.ERROR, Place(file), message, advice)
