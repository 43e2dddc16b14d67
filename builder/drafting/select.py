"""Selection against a blueprint: objectives × Bloom levels × item types.

Greedy and deterministic: groups take turns, each offering its best candidate that repeats no
fact, betrays no other item and keeps every type within its share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from builder.analysis.words import content_stems
from builder.checks.floors import LEAST_ITEMS, more_than_recall
from builder.checks.knowledge import keys_of
from builder.drafting.craft import Candidate
from builder.model import Item

GROUPS = (
    "terms", "contrasts", "causes", "conditions", "recommendations", "lists", "claims",
    "requirements", "changes", "cases", "events", "figures",
)  # fmt: skip
"""Groups of objectives in the order in which they are served."""
_SHARE = {"choice": 0.40, "open": 0.42, "true_false": 0.20, "match": 0.34, "text": 0.12,
          "number": 0.15}  # fmt: skip
_MOST = {"causes": 4, "lists": 3, "contrasts": 4, "conditions": 3, "requirements": 4}
"""How many things an objective can name and still be read: no more are asked of it."""
_FIGURE_SHARE = 0.2
MOST_OBJECTIVES = 6
LEAST_PER_OBJECTIVE = 2
ENOUGH_OBJECTIVES = 4
"""With more objectives than this, figures need no objective of their own."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Content words of an item's stem, and of those of its keys that have three or more."""

    stem: frozenset[str]
    keys: tuple[frozenset[str], ...]

    @classmethod
    def of(cls, item: Item) -> Wording:
        """The wording of an item."""
        keys = (content_stems(key) for key in keys_of(item))
        return cls(content_stems(item.stem), tuple(words for words in keys if len(words) >= 3))

    def betrays(self, other: Wording) -> bool:
        """This stem tells a key of the other."""
        return any(words <= self.stem for words in other.keys)


@dataclass(slots=True)
class _Selection:
    target: int
    wording: dict[str, Wording]
    chosen: list[Candidate] = field(default_factory=list)
    facts: set[str] = field(default_factory=set)
    types: Counter[str] = field(default_factory=Counter)
    sections: set[str] = field(default_factory=set)

    def allows(self, candidate: Candidate) -> bool:
        kind = candidate.item.type
        if self.facts & facts(candidate):
            return False
        if candidate.group in _MOST and self._names(candidate) > _MOST[candidate.group]:
            return False
        if self.types[kind] + 1 > max(2, round(_SHARE.get(kind, 1.0) * self.target)):
            return False
        if candidate.group == "figures" or kind == "text":
            minor = sum(c.group == "figures" or c.item.type == "text" for c in self.chosen)
            if minor + 1 > max(1, _FIGURE_SHARE * self.target):
                return False
        mine = self.wording[candidate.item.id]
        others = [self.wording[c.item.id] for c in self.chosen]
        return not any(mine.betrays(other) or other.betrays(mine) for other in others)

    def _names(self, candidate: Candidate) -> int:
        """How many things the objective of the group would have to name with this candidate."""
        group = [c for c in self.chosen if c.group == candidate.group]
        return len({name for c in (*group, candidate) for name in c.names})

    def worth(self, candidate: Candidate) -> tuple[float, str]:
        fresh = candidate.item.source.section not in self.sections
        crowd = self.types[candidate.item.type]
        other = candidate.value + 0.7 * (crowd == 0)  # four types are due
        return (
            other + 0.5 * fresh - 0.25 * crowd + 0.1 * (candidate.item.bloom.rank > 0),
            candidate.item.id,
        )

    def take(self, candidate: Candidate) -> None:
        self.chosen.append(candidate)
        self.facts |= facts(candidate)
        self.types[candidate.item.type] += 1
        self.sections.add(candidate.item.source.section)


def facts(candidate: Candidate) -> set[str]:
    """The sentences that a candidate asks about."""
    return {point.sentence.text for point in candidate.points}


def target_size(words: int) -> int:
    """How many items a module of so many words should have at most."""
    return max(8, min(20, words // 80))


def select(candidates: Sequence[Candidate], words: int) -> list[Candidate]:
    """The items to publish, grouped by objective in the order of `GROUPS`."""
    keep = _viable(candidates)
    single: set[str] = set()
    while True:
        allowed = [c for c in candidates if c.group in keep | single]
        selection = _fill(allowed, words, single)
        counts = Counter(candidate.group for candidate in selection.chosen)
        poor = {group for group in keep if counts[group] < LEAST_PER_OBJECTIVE}
        if not poor:
            break
        weakest = min(poor, key=lambda group: (counts[group], -GROUPS.index(group)))
        keep.discard(weakest)
        if counts[weakest] == 1:
            single.add(weakest)
    order = {group: index for index, group in enumerate(GROUPS)}
    written = ("text", "open")  # to recognise comes before to recall
    chosen = sorted(selection.chosen, key=lambda c: (order[c.group], c.item.type in written))
    return _paired(chosen, single, MOST_OBJECTIVES - len(keep))


def _paired(chosen: list[Candidate], single: set[str], room: int) -> list[Candidate]:
    """Groups with one item go two and two under one objective; what stays alone is left out."""
    lonely = [candidate for candidate in chosen if candidate.group in single]
    result = [candidate for candidate in chosen if candidate.group not in single]
    for one, two in list(zip(lonely[::2], lonely[1::2], strict=False))[:room]:
        both = f"{one.group}+{two.group}"
        result += [replace(one, group=both), replace(two, group=both)]
    return result


def _viable(candidates: Sequence[Candidate]) -> set[str]:
    """Up to six groups that have facts to ask about, the rich first; figures only to fill up."""
    supply = {
        group: set().union(*(facts(c) for c in candidates if c.group == group)) for group in GROUPS
    }
    viable = [group for group in GROUPS if len(supply[group]) >= LEAST_PER_OBJECTIVE]
    viable += [group for group in GROUPS if len(supply[group]) == 1]
    if len(viable) > ENOUGH_OBJECTIVES and "figures" in viable:
        viable.remove("figures")
    rich = [group for group in viable if len(supply[group]) >= LEAST_PER_OBJECTIVE]
    return set(rich[:MOST_OBJECTIVES]) | set(viable[len(rich) :])


def _fill(candidates: list[Candidate], words: int, single: set[str]) -> _Selection:
    """First what asks for more than recall, then the rest within the share that is left to it."""
    wording = {candidate.item.id: Wording.of(candidate.item) for candidate in candidates}
    selection = _Selection(target_size(words), wording)
    beyond = [candidate for candidate in candidates if more_than_recall(candidate.item)]
    _take_turns(selection, beyond, single, selection.target)
    count = len(selection.chosen)
    room = max(int(1.5 * count), LEAST_ITEMS + 1 - count)  # so that 40 % ask for more
    limit = min(selection.target, count + room)
    for group in GROUPS:  # two for an objective before another objective begins
        if group not in single and group != "requirements":
            _top_up(selection, [c for c in candidates if c.group == group], limit)
    _take_turns(selection, candidates, single, limit)
    return selection


def _top_up(selection: _Selection, candidates: list[Candidate], limit: int) -> None:
    """Bring a group to two items, if there is room for both of them."""
    group = candidates[0].group if candidates else ""
    missing = LEAST_PER_OBJECTIVE - sum(c.group == group for c in selection.chosen)
    if len(selection.chosen) + missing > limit:
        return
    for _ in range(missing):
        allowed = [candidate for candidate in candidates if selection.allows(candidate)]
        if allowed:
            selection.take(max(allowed, key=selection.worth))


def _take_turns(
    selection: _Selection, candidates: list[Candidate], single: set[str], limit: int
) -> None:
    """Each group in turn offers its best, until nothing fits or `limit` is reached.

    Groups in `single` have one turn only.
    """
    progress = True
    while progress and len(selection.chosen) < limit:
        progress = False
        for group in GROUPS:
            if group in single and any(c.group == group for c in selection.chosen):
                continue
            allowed = [c for c in candidates if c.group == group and selection.allows(c)]
            if allowed and len(selection.chosen) < limit:
                selection.take(max(allowed, key=selection.worth))
                progress = True
