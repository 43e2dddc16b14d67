"""A new draft meets what people did with the old one.

Accepted, edited and people's own elements stay as they are, marked stale once the extract no
longer has their sentence. Rejected ones are kept, so that they never come back. What nobody has
looked at is replaced by the new draft.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from builder.analysis.words import normalised
from builder.checks import Knowledge
from builder.model import CourseModule, Item, ItemBank, LearningObjective, ReviewStatus
from builder.model.review import Reviewed, SourceRef

Element = TypeVar("Element", bound=Reviewed)


def decided(element: Reviewed) -> bool:
    """A person has accepted, edited, rejected or written it."""
    return element.status != ReviewStatus.DRAFT or element.drafter != "rules"


def merge_bank(old: ItemBank | None, new: ItemBank, knowledge: Knowledge) -> ItemBank:
    """The bank after a new draft; what people decided comes first, in its old order."""
    if old is None:
        return new
    kept = [_refreshed(item, item.sources(), knowledge) for item in old.items if decided(item)]
    ids = {item.id for item in kept}
    rejected = {_fingerprint(i) for i in kept if i.status == ReviewStatus.REJECTED}
    fresh = [i for i in new.items if i.id not in ids and _fingerprint(i) not in rejected]
    return ItemBank(module=new.module, items=tuple(_in_old_order(old.items, kept, fresh)))


def merge_module(
    old: CourseModule | None, new: CourseModule, knowledge: Knowledge, bank: ItemBank
) -> CourseModule:
    """The module after a new draft; an objective that an item still needs is kept."""
    if old is None:
        return new
    needed = {item.objective for item in bank.items}
    objectives = _merged(old.objectives, new.objectives, knowledge, lambda o: o.id)
    known = {objective.id for objective in objectives}
    missing = [o for o in old.objectives if o.id in needed and o.id not in known]
    return CourseModule(
        module=new.module,
        objectives=_still_served((*objectives, *missing), needed),
        key_concepts=_merged(
            old.key_concepts, new.key_concepts, knowledge, lambda k: normalised(k.term)
        ),
        summary=_merged(old.summary, new.summary, knowledge, lambda s: normalised(s.source.quote)),
        activities=_merged(old.activities, new.activities, knowledge, lambda a: a.id),
        not_assessed=new.not_assessed,
    )


def _still_served(
    objectives: Sequence[LearningObjective], needed: set[str]
) -> tuple[LearningObjective, ...]:
    """Objectives that items need, and those that a person has decided about."""
    return tuple(o for o in objectives if o.id in needed or decided(o))


def _merged(
    old: Sequence[Element],
    new: Sequence[Element],
    knowledge: Knowledge,
    key: Callable[[Element], str],
) -> tuple[Element, ...]:
    """Old elements that people decided about, then new ones that are not among them."""
    kept = [
        _refreshed(element, _sources(element), knowledge) for element in old if decided(element)
    ]
    taken = {key(element) for element in kept} | {getattr(e, "id", "") for e in kept}
    fresh = [e for e in new if key(e) not in taken and getattr(e, "id", "") not in taken]
    return tuple(_in_old_order(old, kept, fresh))


def _sources(element: Reviewed) -> tuple[SourceRef, ...]:
    source = getattr(element, "source", None)
    return (source,) if isinstance(source, SourceRef) else ()


def _refreshed(element: Element, sources: Sequence[SourceRef], knowledge: Knowledge) -> Element:
    """The element with its stale mark set or lifted as the extract stands now."""
    stale = any(normalised(source.quote) not in knowledge.sentences for source in sources)
    return element if stale == element.stale else element.model_copy(update={"stale": stale})


def _fingerprint(item: Item) -> tuple[str, str, str]:
    """Teaching point and type: what a rejected item may not come back as."""
    return normalised(item.source.quote), item.teaching_point, item.type


def _in_old_order(
    old: Sequence[Element], kept: Sequence[Element], fresh: Sequence[Element]
) -> list[Element]:
    """Kept elements at their old places among the fresh ones, which keep their new order."""
    places = {getattr(e, "id", ""): index for index, e in enumerate(old)}
    result = list(fresh)
    for element in sorted(kept, key=lambda e: places[getattr(e, "id", "")]):
        result.insert(min(places[getattr(element, "id", "")], len(result)), element)
    return result
