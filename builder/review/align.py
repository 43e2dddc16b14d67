"""The new draft in the names of the old one, so that both can be compared.

A renamed module drafts the same elements with other initials; an author's objective is numbered
by its place in course.yml. Here every element gets the id under which people know it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from builder.analysis.words import normalised
from builder.model import CourseModule, ItemBank, LearningObjective, SummarySentence
from builder.review.ground import alike
from builder.review.identity import (
    LISTS,
    PERSON,
    Element,
    fingerprint,
    identifier,
    settled,
    tail,
    untouchable,
)


def aligned(
    old_module: CourseModule, old_bank: ItemBank, module: CourseModule, bank: ItemBank
) -> tuple[CourseModule, ItemBank]:
    """The new module and bank with the ids of the old ones, references included."""
    module = steady(module)
    names = _objective_names(old_module.objectives, module.objectives, old_bank)
    lists: dict[str, Any] = {
        name: _named(getattr(old_module, name), getattr(module, name))
        for name in LISTS
        if name != "objectives"
    }
    lists["activities"] = tuple(_pointed(a, names) for a in lists["activities"])
    lists["objectives"] = _unique(
        o.model_copy(update={"id": names[o.id]}) for o in module.objectives
    )
    items = tuple(_pointed(item, names) for item in _named(old_bank.items, bank.items))
    return module.model_copy(update=lists), bank.model_copy(update={"items": items})


def reprefixed(bank: ItemBank, prefix: str) -> ItemBank:
    """The bank with drafted items under the initials that a draft of the module uses now."""
    items = tuple(
        item if untouchable(item) else item.model_copy(update={"id": f"{prefix}-{tail(item.id)}"})
        for item in bank.items
    )
    return bank.model_copy(update={"items": items})


def _named(old: Sequence[Element], new: Sequence[Element]) -> tuple[Element, ...]:
    """The new elements, each with the id of the old one that it is."""
    names = _same(old, [identifier(e) for e in new])
    found: tuple[Element, ...] = _unique(
        e.model_copy(update={"id": names[identifier(e)]}) for e in new
    )
    return found


def _same(old: Sequence[Element], ids: Sequence[str]) -> dict[str, str]:
    """New id to old id: the same one, or one that differs in the initials only."""
    known = {identifier(e) for e in old}
    tails: dict[str, str] = {}
    for element in old:
        name = identifier(element)
        if not untouchable(element) and name not in ids:
            tails.setdefault(tail(name), name)
    return {name: name if name in known else tails.get(tail(name), name) for name in ids}


def _unique(elements: Any) -> Any:
    """Without elements whose id is there already."""
    found: dict[str, Any] = {}
    for element in elements:
        found.setdefault(identifier(element), element)
    return tuple(found.values())


def _pointed(element: Any, names: dict[str, str]) -> Any:
    """An item or activity that points to its objective under the name that it has now."""
    name = names.get(element.objective, element.objective)
    return element if name == element.objective else element.model_copy(update={"objective": name})


def _objective_names(
    old: Sequence[LearningObjective], new: Sequence[LearningObjective], bank: ItemBank
) -> dict[str, str]:
    """New id of an objective to the id under which people know it."""
    names = _same(old, [o.id for o in new])
    settled_words = {normalised(o.statement): o.id for o in old if settled(o)}
    held = {item.objective for item in bank.items if settled(item)}
    fixed = {o.id: o for o in old if settled(o) or o.id in held}
    for objective in new:
        name = names[objective.id]
        if normalised(objective.statement) in settled_words:
            names[objective.id] = settled_words[normalised(objective.statement)]
        elif objective.drafter == PERSON and _another(objective, fixed.get(name)):
            digest = hashlib.sha256(normalised(objective.statement).encode()).hexdigest()[:4]
            names[objective.id] = f"{name}-{digest}"
    return names


def _another(objective: LearningObjective, old: LearningObjective | None) -> bool:
    """An author's objective that only has the number of the old one."""
    if old is None or old.drafted == fingerprint(objective):
        return False
    return not alike(objective.statement, old.statement)


def steady(module: CourseModule) -> CourseModule:
    """The module with summary sentences that are known by their words and not by their number."""
    return module.model_copy(update={"summary": tuple(_steady(s) for s in module.summary)})


def _steady(sentence: SummarySentence) -> SummarySentence:
    digest = hashlib.sha256(normalised(sentence.source.quote).encode()).hexdigest()[:6]
    prefix = sentence.id.partition("-")[0]
    return sentence.model_copy(update={"id": f"{prefix}-s-{digest}"})
