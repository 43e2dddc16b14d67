"""Learning objectives, one for each group of selected items, named by what the items ask.

An objective says what its own items test and nothing else, so that alignment is true by
construction. Verbs follow the revised taxonomy (Anderson and Krathwohl 2001).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from builder.analysis.words import content_stems
from builder.checks.knowledge import all_text
from builder.drafting.craft import Candidate, Craft
from builder.drafting.phrasing import joined, words_in
from builder.model import Bloom, LearningObjective

MOST_WORDS = 36


@dataclass(frozen=True, slots=True)
class Group:
    """How the objective of a group is numbered and said."""

    number: int
    bloom: Bloom
    say: Callable[[Craft, Sequence[Candidate]], str]


def _names(candidates: Sequence[Candidate]) -> list[str]:
    return list(dict.fromkeys(name for c in candidates for name in c.names))


def _terms(craft: Craft, candidates: Sequence[Candidate]) -> str:
    return f"Recall the meaning of the terms {joined(_names(candidates))}"


def _contrasts(craft: Craft, candidates: Sequence[Candidate]) -> str:
    pairs: dict[frozenset[str], str] = {}
    for candidate in candidates:
        left, right = candidate.names
        pairs.setdefault(frozenset((left.lower(), right.lower())), f"{left} with {right}")
    return f"Contrast {joined(list(pairs.values()))}"


def _lists(craft: Craft, candidates: Sequence[Candidate]) -> str:
    topics = _names(candidates)
    return f"Name {joined(topics)}"


def _causes(craft: Craft, candidates: Sequence[Candidate]) -> str:
    names = _names(candidates)
    said = [name if name.startswith("what ") else f"why {name}" for name in names]
    return f"Explain {joined(said)}"


def _recommendations(craft: Craft, candidates: Sequence[Candidate]) -> str:
    agents = _fitting(_names(candidates), MOST_WORDS - 12)
    return f"Recall what was recommended {craft.about} to {joined(agents)}"


def _requirements(craft: Craft, candidates: Sequence[Candidate]) -> str:
    things = _fitting(_names(candidates), MOST_WORDS - 12)
    return f"Recall what was recommended {craft.at_meeting} about {joined(things)}"


def _conditions(craft: Craft, candidates: Sequence[Candidate]) -> str:
    names = _fitting(_names(candidates), MOST_WORDS - 6)
    return f"Work out what follows {joined(names)}"


def _changes(craft: Craft, candidates: Sequence[Candidate]) -> str:
    return f"Describe how {joined(_fitting(_names(candidates), MOST_WORDS - 6))} changed"


def _claims(craft: Craft, candidates: Sequence[Candidate]) -> str:
    people = _fitting(_names(candidates), MOST_WORDS - 10)
    return f"Recall the positions {craft.about} of {joined(people)}"


def _cases(craft: Craft, candidates: Sequence[Candidate]) -> str:
    names = _names(candidates)
    cases = "case" if len(names) == 1 else "cases"
    return f"Recall what was done or found in the {cases} of {joined(names)}"


def _events(craft: Craft, candidates: Sequence[Candidate]) -> str:
    years = sorted(_names(candidates))
    return f"Recall the order of events {craft.about} between {years[0]} and {years[-1]}"


def _figures(craft: Craft, candidates: Sequence[Candidate]) -> str:
    return f"Recall key figures {craft.about}"


def _fitting(parts: list[str], most_words: int) -> list[str]:
    """As many parts as fit into so many words, at least one."""
    kept: list[str] = []
    for part in parts:
        if kept and words_in(" ".join([*kept, part])) > most_words:
            break
        kept.append(part)
    return kept


GROUP_OBJECTIVES: dict[str, Group] = {
    "terms": Group(1, Bloom.REMEMBER, _terms),
    "contrasts": Group(2, Bloom.UNDERSTAND, _contrasts),
    "lists": Group(3, Bloom.REMEMBER, _lists),
    "causes": Group(4, Bloom.UNDERSTAND, _causes),
    "recommendations": Group(5, Bloom.REMEMBER, _recommendations),
    "claims": Group(6, Bloom.REMEMBER, _claims),
    "cases": Group(7, Bloom.REMEMBER, _cases),
    "events": Group(8, Bloom.REMEMBER, _events),
    "requirements": Group(10, Bloom.REMEMBER, _requirements),
    "conditions": Group(11, Bloom.UNDERSTAND, _conditions),
    "changes": Group(12, Bloom.UNDERSTAND, _changes),
    "figures": Group(9, Bloom.REMEMBER, _figures),
}


def objective_id(prefix: str, group: str) -> str:
    """The id of a group's objective: the same whatever else the module has."""
    numbers = [str(GROUP_OBJECTIVES[part].number) for part in group.split("+")]
    return f"{prefix}-o{'-'.join(numbers)}"


_VERBS = {
    Bloom.REMEMBER: "identify list name recall state define recognise recognize label locate",
    Bloom.UNDERSTAND: "explain describe summarise summarize interpret classify paraphrase discuss"
    " outline illustrate relate compare contrast",
    Bloom.APPLY: "apply use implement carry assign advise recommend demonstrate calculate propose",
    Bloom.ANALYSE: "analyse analyze distinguish differentiate examine attribute"
    " categorise organise",
    Bloom.EVALUATE: "evaluate assess judge justify critique appraise weigh",
    Bloom.CREATE: "design develop draft plan formulate create compose write",
}


def bloom_of(statement: str) -> Bloom:
    """Bloom level of the first verb of a statement that is known; understand where none is."""
    for word in statement.lower().split()[:4]:
        for level, verbs in _VERBS.items():
            if word.strip(".,:;") in verbs.split():
                return level
    return Bloom.UNDERSTAND


def authors_objectives(
    craft: Craft, statements: Sequence[str], selected: Sequence[Candidate]
) -> tuple[tuple[LearningObjective, ...], dict[str, str]]:
    """The author's own objectives, and which item serves which of them (item id to objective id).

    An item serves the objective with which it shares most content words, at least two.
    """
    found = tuple(
        LearningObjective(
            id=f"{craft.prefix}-a{index}",
            statement=statement,
            bloom=bloom_of(statement),
            drafter="person",
        )
        for index, statement in enumerate(statements, 1)
    )
    served: dict[str, str] = {}
    for candidate in selected:
        words = content_stems(all_text(candidate.item))
        shared = [(len(words & content_stems(o.statement)), -i) for i, o in enumerate(found)]
        best = max(shared, default=(0, 0))
        if best[0] >= 2:
            served[candidate.item.id] = found[-best[1]].id
    return found, served


def _statement(craft: Craft, parts: Sequence[Group], served: Sequence[Candidate]) -> str:
    """One statement; where two groups share an objective, each has one item and one half."""
    if len(parts) == 1:
        return parts[0].say(craft, served) + "."
    first, second = (part.say(craft, [c]) for part, c in zip(parts, served, strict=True))
    return f"{first}, and {second[0].lower()}{second[1:]}."


def objectives(craft: Craft, selected: Sequence[Candidate]) -> tuple[LearningObjective, ...]:
    """One objective for each group among the selected items, in their order."""
    found: list[LearningObjective] = []
    for name in dict.fromkeys(candidate.group for candidate in selected):
        parts = [GROUP_OBJECTIVES[part] for part in name.split("+")]
        served = [candidate for candidate in selected if candidate.group == name]
        first = served[0].item.source
        found.append(
            LearningObjective(
                id=objective_id(craft.prefix, name),
                statement=_statement(craft, parts, served),
                bloom=max((part.bloom for part in parts), key=lambda bloom: bloom.rank),
                concepts=tuple(_names(served))[:6] if name in ("terms", "contrasts") else (),
                section=first.section,
                source=first,
            )
        )
    return tuple(found)
