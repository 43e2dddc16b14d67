"""A new draft meets what people did with the old one.

Accepted, edited and people's own elements stay as they are; what the extract no longer says is
marked stale. Rejected ones are kept, so that they never come back, not even as another draft of
the same sentence. What nobody has touched is replaced by the new draft.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from builder.analysis.words import normalised
from builder.model import CourseModule, Extract, Item, ItemBank, LearningObjective, ReviewStatus
from builder.model.review import Reviewed
from builder.review.align import aligned
from builder.review.ground import Ground, alike
from builder.review.identity import (
    PERSON,
    Element,
    identifier,
    noticed_bank,
    noticed_module,
    settled,
    sources_of,
    stamped,
    untouchable,
)
from builder.review.order import in_old_order

Returns = Callable[[Any, Any, Ground], bool]
"""Whether a new element is a rejected one once more."""


def merge(
    old_module: CourseModule | None,
    old_bank: ItemBank | None,
    new_module: CourseModule,
    new_bank: ItemBank,
    extract: Extract,
) -> tuple[CourseModule, ItemBank]:
    """The module and its bank after a new draft from `extract`; the old ones may be missing."""
    ground = Ground(extract)
    before = noticed_module(old_module or CourseModule(module=new_module.module))
    items = noticed_bank(old_bank or ItemBank(module=new_bank.module))
    module, bank = aligned(before, items, new_module, new_bank)
    refused = {o.id for o in before.objectives if o.status == ReviewStatus.REJECTED}
    wanted = [item for item in bank.items if item.objective not in refused]
    merged = _merged(items.items, wanted, ground, _item_returns, lambda item: "")
    result = bank.model_copy(update={"items": merged})
    return _merge_module(before, items, module, result, ground), result


def _merge_module(
    old: CourseModule, old_bank: ItemBank, new: CourseModule, bank: ItemBank, ground: Ground
) -> CourseModule:
    return CourseModule(
        module=new.module,
        objectives=_objectives(old, old_bank, new, bank, ground),
        key_concepts=_merged(
            old.key_concepts, new.key_concepts, ground, _never, lambda k: normalised(k.term)
        ),
        summary=_merged(
            old.summary, new.summary, ground, _sentence_returns, lambda s: normalised(s.text)
        ),
        activities=_merged(
            old.activities,
            new.activities,
            ground,
            _activity_returns,
            lambda a: f"{a.kind} {normalised(a.source.quote)}",
        ),
        not_assessed=new.not_assessed,
    )


def _objectives(
    old: CourseModule, old_bank: ItemBank, new: CourseModule, bank: ItemBank, ground: Ground
) -> tuple[LearningObjective, ...]:
    """Objectives that people decided about, that items need, and those of the author.

    One on which items that people accepted or edited hang keeps its words: the new draft knows
    only about the other items.
    """
    living = [item for item in bank.items if item.status != ReviewStatus.REJECTED]
    needed = {item.objective for item in living}
    held = {
        item.objective
        for item in old_bank.items
        if settled(item) and item.status != ReviewStatus.REJECTED
    }
    firm = {item.objective for item in living if _supported(item, ground)}
    drafted = {o.id for o in new.objectives}
    again = {
        o.id
        for o in old.objectives
        if o.id in held and not settled(o) and (o.drafter != PERSON or o.id not in drafted)
    }
    fresh = [o for o in new.objectives if o.id not in again]
    kept = [o for o in old.objectives if o.id in again]
    merged = _merged(
        old.objectives, [*kept, *fresh], ground, _never, lambda o: normalised(o.statement)
    )
    found = [_lifted(o) if o.id in firm else o for o in merged]
    return tuple(o for o in found if o.id in needed or settled(o) or o.drafter == PERSON)


def _lifted(objective: LearningObjective) -> LearningObjective:
    """An objective that a supported item serves is not stale, wherever it was drafted from."""
    return objective.model_copy(update={"stale": False}) if objective.stale else objective


def _merged(
    old: Sequence[Element],
    new: Sequence[Element],
    ground: Ground,
    returns: Returns,
    key: Callable[[Element], str],
) -> tuple[Element, ...]:
    """Old elements that people decided about, and new ones that are not among them."""
    kept = [_restated(e, ground) for e in old if settled(e)]
    taken = {identifier(e) for e in kept}
    said = {key(e) for e in kept if not e.stale} - {""}
    refused = [e for e in kept if e.status == ReviewStatus.REJECTED]
    fresh = {
        identifier(e): e
        for e in new
        if identifier(e) not in taken
        and key(e) not in said
        and not any(returns(e, rejected, ground) for rejected in refused)
    }
    noted = [e for e in old if e.comment and not settled(e)]
    for element in noted:
        again = fresh.get(identifier(element))
        if again is not None:
            fresh[identifier(element)] = again.model_copy(update={"comment": element.comment})
        else:
            kept.append(_restated(element, ground))
    stood = [stamped(e) for e in fresh.values()]
    return tuple(in_old_order(old, kept, stood) if kept or noted else stood)


def _restated(element: Element, ground: Ground) -> Element:
    """The element, its stale mark and the name of the extract as the extract stands now."""
    if untouchable(element) or element.status == ReviewStatus.REJECTED:
        return element
    changes: dict[str, Any] = {"stale": not _supported(element, ground)}
    if not changes["stale"]:
        changes |= _renamed_sources(element, ground.extract.slug)
    same = all(getattr(element, name) == value for name, value in changes.items())
    return element if same else element.model_copy(update=changes)


def _renamed_sources(element: Reviewed, slug: str) -> dict[str, Any]:
    """The references of an element, with the name that the extract has now."""
    renamed = [ref.model_copy(update={"extract": slug}) for ref in sources_of(element)]
    changes: dict[str, Any] = {"source": renamed[0]} if renamed else {}
    if len(renamed) > 1:
        changes["further_sources"] = tuple(renamed[1:])
    return changes


def _supported(element: Reviewed, ground: Ground) -> bool:
    return ground.supports(ref.quote for ref in sources_of(element))


def _never(new: Any, rejected: Any, ground: Ground) -> bool:
    """Known by id and key alone."""
    return False


def _item_returns(new: Item, rejected: Item, ground: Ground) -> bool:
    """The same type from the same kind of teaching point, about the same sentences."""
    if (new.type, new.teaching_point) != (rejected.type, rejected.teaching_point):
        return False
    one = {normalised(ref.quote) for ref in new.sources()}
    other = {normalised(ref.quote) for ref in rejected.sources()}
    return 2 * len(one & other) >= min(len(one), len(other)) or _sentence_returns(
        new, rejected, ground
    )


def _sentence_returns(new: Any, rejected: Any, ground: Ground) -> bool:
    """The same source sentence, or the one that a changed extract has in its place."""
    quote, before = new.source.quote, rejected.source.quote
    if normalised(quote) == normalised(before):
        return True
    return not ground.has(before) and alike(quote, before)


def _activity_returns(new: Any, rejected: Any, ground: Ground) -> bool:
    return bool(new.kind == rejected.kind) and _sentence_returns(new, rejected, ground)
