"""Selection against the blueprint, and the objectives that come of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from types import SimpleNamespace
from typing import Any, cast

import pytest

from builder.analysis import analyse
from builder.drafting.craft import Candidate, Craft
from builder.drafting.draft import Draft
from builder.drafting.objectives import GROUP_OBJECTIVES, bloom_of, objective_id
from builder.drafting.select import (
    GROUPS,
    LEAST_PER_OBJECTIVE,
    MOST_OBJECTIVES,
    select,
    target_size,
)
from builder.model import Bloom, Choice, Definition, Locator, Open, Sentence, SourceRef
from builder.readers.markdown import extract_from_text

_NUMBERS = count()
WORDS = "barley millet oats rye rice sorghum spelt teff wheat maize quinoa lentil".split()


def candidate(group: str, fact: str = "", *, kind: type = Open, **fields: Any) -> Candidate:
    """A candidate on a fact of its own, whose stem and key share no word with others."""
    number = next(_NUMBERS)
    fact = fact or f"Fact {number}."
    where = Locator("grain", fields.pop("section", "One"), "3", 0, 0)
    point = Definition(sentence=Sentence(fact, where), term="t", body="b")
    source = SourceRef(extract="grain", section=where.section, page="3", quote=fact)
    given: dict[str, Any] = {"stem": f"What is {number}?", "source": source}
    given |= {"options": ()} if kind is Choice else {"model_answer": f"It is {number}."}
    value = fields.pop("value", 1.0)
    item = kind(id=f"i{number:04}", **(given | fields))
    return Candidate(item, (point,), group, ("1990", "2010"), value)


def groups(chosen: list[Candidate]) -> Counter[str]:
    return Counter(c.group for c in chosen)


def test_no_fact_is_asked_twice() -> None:
    pool = [candidate("terms", "One fact."), candidate("terms", "One fact.")]
    pool += [candidate("causes", "One fact."), candidate("terms"), candidate("terms")]
    chosen = select(pool, 2000)
    facts = [c.points[0].sentence.text for c in chosen]
    assert len(facts) == len(set(facts)) >= 2


def test_the_better_candidate_on_a_fact_is_taken() -> None:
    best = candidate("terms", "One fact.", value=1.9)
    pool = [candidate("terms", "One fact.", value=0.2), best, candidate("terms")]
    assert best in select(pool, 2000)


def test_an_objective_has_two_items_or_is_not_there() -> None:
    pool = [candidate("terms") for _ in range(4)] + [candidate("causes")]
    assert groups(select(pool, 2000)) == {"terms": 4}


def test_two_lonely_groups_share_an_objective() -> None:
    pool = [candidate("terms"), candidate("terms"), candidate("causes"), candidate("cases")]
    chosen = groups(select(pool, 2000))
    assert chosen["terms"] == 2
    assert chosen["causes+cases"] == 2
    assert objective_id("g", "causes+cases") == "g-o4-7"


def test_there_are_at_most_six_objectives() -> None:
    pool = [candidate(group) for group in GROUPS for _ in range(3)]
    chosen = groups(select(pool, 4000))
    assert len(chosen) <= MOST_OBJECTIVES
    assert min(chosen.values()) >= LEAST_PER_OBJECTIVE
    assert "figures" not in chosen


def test_a_stem_that_tells_the_key_of_another_is_left_out() -> None:
    key = "barley millet sorghum"
    pool = [candidate("terms", model_answer=key), candidate("terms"), candidate("terms")]
    telling = candidate("terms", stem=f"What follows {key}?")
    chosen = select([*pool, telling], 2000)
    assert not (pool[0] in chosen and telling in chosen)


@pytest.mark.parametrize(("words", "size"), [(0, 8), (640, 8), (960, 12), (1600, 20), (9999, 20)])
def test_the_size_follows_the_length(words: int, size: int) -> None:
    assert target_size(words) == size


def test_there_are_never_more_items_than_the_target() -> None:
    kinds = [Choice, Open]
    pool = [candidate(g, kind=kinds[n % 2]) for g in GROUPS for n in range(9)]
    assert 8 <= len(select(pool, 1000)) <= target_size(1000)


def test_types_keep_within_their_shares() -> None:
    pool = [candidate(g, kind=k) for g in GROUPS[:4] for k in (Choice, Open) for _ in range(9)]
    types = Counter(c.item.type for c in select(pool, 1600))
    assert types["open"] <= 0.35 * target_size(1600)
    assert types["choice"] <= 0.4 * target_size(1600)


def test_sections_that_have_had_no_turn_come_first() -> None:
    pool = [candidate("terms", value=1.2) for _ in range(5)]
    pool.append(candidate("terms", value=1.0, section="Two"))
    assert pool[-1] in select(pool, 400)


def test_the_order_of_candidates_does_not_matter() -> None:
    pool = [candidate(group) for group in GROUPS for _ in range(3)]
    assert select(pool, 1600) == select(pool[::-1], 1600)


@pytest.mark.xfail(strict=True, reason="the set takes all facts, and the group is left with one")
def test_a_set_does_not_starve_its_own_objective() -> None:
    """Four facts give a set, which leaves no second item, or four items; never nothing at all."""
    singles = [candidate("terms", value=1.0) for _ in range(4)]
    points = tuple(point for single in singles for point in single.points)
    whole = candidate("terms", value=1.4)
    assert len(select([*singles, replace(whole, points=points)], 2000)) >= 2


def test_nothing_comes_of_nothing() -> None:
    assert select([], 2000) == []
    assert select([candidate("terms")], 2000) == []


# Shares of what is published, where the text gives less than the target


def sentences() -> Iterator[str]:
    yield from (f"Insects ruined {30 + 7 * n} barns of {word} in {1990 + n}. [p. 3]"
                for n, word in enumerate(WORDS))  # fmt: skip
    yield "Farmers sell grain at harvest because school fees are due in that month. [p. 4]"
    yield "Traders pay low prices because most villages lie far from a market. [p. 4]"
    yield from ("It was a long day, and it ended well for all of us. [p. 5]" for _ in range(90))


@pytest.mark.xfail(strict=True, reason="the share is reckoned from the target, not from the items")
def test_figures_are_at_most_a_quarter(draft_text: Callable[[str], Draft]) -> None:
    body = "## Losses\n\n" + "\n\n".join(sentences())
    items = draft_text(body).bank.items
    assert len(items) >= 4
    assert sum(item.teaching_point == "figure" for item in items) <= 0.25 * len(items)


# Objectives


@pytest.mark.parametrize("group", GROUP_OBJECTIVES)
def test_the_verb_of_an_objective_shows_its_level(group: str) -> None:
    text = "---\ntitle: Grain\nheld: 2006\n---\n## One\n\nGrain is dry."
    craft = Craft(analyse(extract_from_text(text, "grain", "g.md")), "gr")
    served = [cast(Candidate, SimpleNamespace(names=("1990", "2010")))]
    statement = GROUP_OBJECTIVES[group].say(craft, served)
    assert statement[0].isupper()
    assert not statement.endswith(".")
    assert bloom_of(statement) == GROUP_OBJECTIVES[group].bloom


def test_each_group_has_an_objective_with_a_number_of_its_own() -> None:
    assert set(GROUPS) == set(GROUP_OBJECTIVES)
    numbers = [group.number for group in GROUP_OBJECTIVES.values()]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize(
    ("statement", "level"),
    [
        ("Explain why grain rots.", Bloom.UNDERSTAND),
        ("To critically evaluate two laws.", Bloom.EVALUATE),
        ("Learners can design a store.", Bloom.CREATE),
        ("Grain, and why it rots.", Bloom.UNDERSTAND),
        ("", Bloom.UNDERSTAND),
    ],
)
def test_the_level_of_an_author_s_objective(statement: str, level: Bloom) -> None:
    assert bloom_of(statement) == level
