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
from builder.drafting.objectives import authors_objectives, objective_id, objectives
from builder.drafting.rules import RULES
from builder.drafting.select import facts, select
from builder.drafting.summary import summary
from builder.model import CourseModule, Extract, ItemBank, LearningObjective, ReviewStatus


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


def draft(
    analysis: Analysis,
    slug: str,
    reviewed: ItemBank | None = None,
    authors: Sequence[str] = (),
) -> Draft:
    """Draft a module from the analysis of its extract; no file is touched.

    `reviewed` is the bank as people left it: facts that they accepted or edited are not asked
    again, and what they rejected makes room for something else. `authors` are objectives of
    the author, for which `objectives` looks for items.
    """
    craft = Craft(analysis, prefix_of(slug))
    account = Yield()
    candidates = [c for c in _sound(craft, account) if not _settled(c, reviewed)]
    selected = select(candidates, analysis.extract.words())
    account.published.update(candidate.item.rule for candidate in selected)
    own, served = authors_objectives(craft, authors, selected)
    items = tuple(
        c.item.model_copy(
            update={"objective": served.get(c.item.id, objective_id(craft.prefix, c.group))}
        )
        for c in selected
    )
    drafted = objectives(craft, [c for c in selected if c.item.id not in served])
    module = CourseModule(
        module=slug,
        objectives=(*own, *drafted),
        key_concepts=key_concepts(craft),
        summary=summary(craft),
        activities=activities(craft, selected),
        not_assessed=(
            *_unsupported(own, served),
            *_not_assessed(analysis.extract, selected),
        ),
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


def _settled(candidate: Candidate, reviewed: ItemBank | None) -> bool:
    """A person has already decided about this item, or about another on the same sentence."""
    for item in reviewed.items if reviewed else ():
        if item.status == ReviewStatus.DRAFT and item.drafter == "rules":
            continue
        if item.id == candidate.item.id:
            return True
        quotes = {reference.quote for reference in item.sources()}
        if item.status != ReviewStatus.REJECTED and quotes & facts(candidate):
            return True
    return False


def _unsupported(own: Sequence[LearningObjective], served: dict[str, str]) -> tuple[str, ...]:
    """Objectives of the author for which the text supports no item."""
    return tuple(
        f"“{objective.statement}”: the extract supports no item for this objective."
        for objective in own
        if objective.id not in served.values()
    )


def _not_assessed(extract: Extract, selected: Sequence[Candidate]) -> tuple[str, ...]:
    """Sections that no item asks about."""
    covered = {ref.section for c in selected for ref in c.item.sources()}
    return tuple(
        f"“{section.title}”: no teaching point of it gave an item that passes every check."
        for section in extract.sections
        if section.title not in covered
    )
