"""The draft of one module."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from builder.analysis import Analysis
from builder.checks import Knowledge, flaws
from builder.drafting.activities import activities
from builder.drafting.concepts import key_concepts
from builder.drafting.craft import Candidate, Craft, prefix_of
from builder.drafting.objectives import objective_id, objectives
from builder.drafting.rules import RULES
from builder.drafting.select import select
from builder.drafting.summary import summary
from builder.model import CourseModule, Extract, ItemBank


@dataclass(frozen=True, slots=True)
class Yield:
    """What became of the candidates of a module."""

    made: Counter[str] = field(default_factory=Counter)
    """Rule to number of candidates."""
    dropped: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(rule, code of the check) to number of candidates dropped."""
    published: Counter[str] = field(default_factory=Counter)
    """Rule to number of items selected."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted module with its bank and the account of its making."""

    module: CourseModule
    bank: ItemBank
    yielded: Yield


def draft(analysis: Analysis, slug: str) -> Draft:
    """Draft a module from the analysis of its extract; no file is touched."""
    craft = Craft(analysis, prefix_of(slug))
    account = Yield()
    candidates = _sound(craft, account)
    selected = select(candidates, analysis.extract.words())
    account.published.update(candidate.item.rule for candidate in selected)
    items = tuple(
        c.item.model_copy(update={"objective": objective_id(craft.prefix, c.group)})
        for c in selected
    )
    module = CourseModule(
        module=slug,
        objectives=objectives(craft, selected),
        key_concepts=key_concepts(craft),
        summary=summary(craft),
        activities=activities(craft, selected),
        not_assessed=_not_assessed(analysis.extract, selected),
    )
    return Draft(module, ItemBank(module=slug, items=items), account)


def _sound(craft: Craft, account: Yield) -> list[Candidate]:
    """Candidates of all rules that no check objects to; ids are unique."""
    knowledge = Knowledge(craft.analysis.extract)
    kept: dict[str, Candidate] = {}
    for name, rule in RULES.items():
        for candidate in rule(craft):
            account.made[name] += 1
            flaw = next(flaws(candidate.item, knowledge), None)
            if flaw is not None:
                account.dropped[name, flaw[0]] += 1
            else:
                kept.setdefault(candidate.item.id, candidate)
    return list(kept.values())


def _not_assessed(extract: Extract, selected: Sequence[Candidate]) -> tuple[str, ...]:
    """Sections that no item asks about."""
    covered = {ref.section for c in selected for ref in c.item.sources()}
    return tuple(
        f"“{section.title}”: no teaching point of it gave an item that passes every check."
        for section in extract.sections
        if section.title not in covered
    )
