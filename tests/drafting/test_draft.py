"""The draft of a whole module: selection, objectives, concepts, summary, activities."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import combinations

import pytest

from builder.analysis import analyse
from builder.analysis.standing import dangling_text
from builder.analysis.words import content_stems, normalised
from builder.checks.knowledge import keys_of
from builder.drafting import draft
from builder.drafting.draft import Draft
from builder.drafting.rules import RULES
from builder.drafting.select import MOST_OBJECTIVES
from builder.drafting.summary import LEAST_WORDS, MOST_SENTENCES, MOST_WORDS
from builder.model import Bloom, ItemBank, Open, ReviewStatus
from builder.readers.markdown import extract_from_text

FRONT = "---\ntitle: Grain\nheld: 2006\npages: 1-90\n---\n"
STORAGE = """\
## Storage

Farmers sell grain at harvest because school fees are due in that month. [p. 14]

Traders pay low prices because most villages lie far from a market. [p. 15]

Insects spread in open stores because warm air speeds up the hatch of eggs. [p. 16]

Banks refuse loans to small farms because the land has no registered owner. [p. 17]
"""
COSTS = """\
## Costs

A fixed cost is an expense that stays the same at every harvest. [p. 3]

A variable cost is an expense that rises with the amount of seed. [p. 4]

A sunk cost is an outlay that no later decision brings back. [p. 5]

A levy is a payment that a port takes from every ship. [p. 6]
"""
MEASURES = """\
## Measures

Farmers should dry wheat on a clean sheet. [p. 20]

Banks should open branches in remote villages. [p. 21]

Governments should license the owners of silos. [p. 22]

In Rwanda, drones carry seed samples to a central laboratory. [p. 23]

Ms Ana Roe, Director of the Seed Institute, argued that a cheap meter is worth more than a new \
silo. [p. 29]
"""

Drafter = Callable[[str], Draft]


def facts(bank: ItemBank) -> list[str]:
    return [reference.quote for item in bank.items for reference in item.sources()]


# What people meet in a draft of a report


def test_ids_are_unique(drafted: Draft) -> None:
    module = drafted.module
    groups = (drafted.bank.items, module.objectives, module.key_concepts, module.summary)
    for group in (*groups, module.activities):
        ids = [element.id for element in group]
        assert len(ids) == len(set(ids))


def test_no_sentence_is_asked_about_twice(drafted: Draft) -> None:
    asked = Counter(item.source.quote for item in drafted.bank.items)
    lists = {i.source.quote for i in drafted.bank.items if i.source.quote.endswith(":")}
    assert [quote for quote, count in asked.items() if count > 1 and quote not in lists] == []


def test_no_stem_tells_the_key_of_another_item(drafted: Draft) -> None:
    for one, other in combinations(drafted.bank.items, 2):
        for asking, telling in ((one, other), (other, one)):
            for key in keys_of(asking):
                words = content_stems(key)
                assert len(words) < 3 or not words <= content_stems(telling.stem)


def test_each_objective_has_two_items_and_each_item_its_objective(drafted: Draft) -> None:
    served = Counter(item.objective for item in drafted.bank.items)
    assert set(served) == {objective.id for objective in drafted.module.objectives}
    assert min(served.values()) >= 2
    assert len(drafted.module.objectives) <= MOST_OBJECTIVES


def test_objectives_begin_with_their_verb_and_end_once(drafted: Draft) -> None:
    for objective in drafted.module.objectives:
        assert re.match(r"[A-Z][a-z]+ .*[^.?!]\.$", objective.statement), objective.statement
        assert len(objective.statement.split()) <= 50


def test_every_rationale_quotes_a_source(drafted: Draft) -> None:
    module = drafted.module
    quotes = facts(drafted.bank)
    for element in (*module.key_concepts, *module.summary, *module.activities):
        quotes.append(element.source.quote)
    assert all(quote and quote == quote.strip() for quote in quotes)
    for item in drafted.bank.items:
        assert any(reference.quote in item.rationale for reference in item.sources())


def test_the_summary_stands_alone(drafted: Draft) -> None:
    summary = drafted.module.summary
    assert 3 <= len(summary) <= MOST_SENTENCES
    for sentence in summary:
        assert LEAST_WORDS <= len(sentence.text.split()) <= MOST_WORDS
        assert dangling_text(sentence.text) == ""
        assert (
            normalised(sentence.text).split()[-1] == normalised(sentence.source.quote).split()[-1]
        )
    for one, other in combinations(summary, 2):
        assert one.text != other.text


def test_concepts_are_defined_once_each(drafted: Draft) -> None:
    terms = [concept.term.lower() for concept in drafted.module.key_concepts]
    assert len(terms) == len(set(terms))
    for concept in drafted.module.key_concepts:
        assert concept.term in concept.source.quote or concept.term.lower() in (
            concept.source.quote.lower()
        )
        assert concept.definition in concept.source.quote
        assert not concept.definition.endswith(".")


def test_activities_end_in_a_question_or_a_task(drafted: Draft) -> None:
    kinds = Counter(activity.kind for activity in drafted.module.activities)
    objectives = {objective.id for objective in drafted.module.objectives}
    assert set(kinds) <= {"discussion", "case"}
    for activity in drafted.module.activities:
        assert activity.prompt.endswith(("?", "."))
        assert activity.prompt[0].isupper()
        assert activity.objective in objectives | {""}
        assert 5 <= activity.minutes <= 30


def test_the_account_adds_up(drafted: Draft) -> None:
    account = drafted.yielded
    assert set(account.made) <= set(RULES)
    assert account.published.total() == len(drafted.bank.items)
    for rule, made in account.made.items():
        dropped = sum(n for (name, _), n in account.dropped.items() if name == rule)
        assert dropped + account.published[rule] <= made


def test_sections_without_items_are_named(drafted: Draft) -> None:
    covered = {reference.section for item in drafted.bank.items for reference in item.sources()}
    for note in drafted.module.not_assessed:
        named = re.match(r"“(.+?)”: ", note)
        assert named and named[1] not in covered


# What does not change


def ids_by_quote(made: Draft) -> dict[tuple[str, str], str]:
    return {(item.rule, item.source.quote): item.id for item in made.bank.items}


def test_the_same_text_gives_the_same_draft(draft_text: Drafter) -> None:
    assert draft_text(STORAGE + COSTS) == draft_text(STORAGE + COSTS)


def test_ids_do_not_depend_on_the_order_of_sections(draft_text: Drafter) -> None:
    one = ids_by_quote(draft_text(f"{STORAGE}\n{COSTS}\n{MEASURES}"))
    other = ids_by_quote(draft_text(f"{MEASURES}\n{COSTS}\n{STORAGE}"))
    common = one.keys() & other.keys()
    assert len(common) >= 4
    assert {key: one[key] for key in common} == {key: other[key] for key in common}


def test_an_edit_elsewhere_changes_no_id(draft_text: Drafter) -> None:
    before = ids_by_quote(draft_text(f"{STORAGE}\n{COSTS}"))
    after = ids_by_quote(draft_text(f"{STORAGE}\n{COSTS}".replace("a port takes", "a city takes")))
    common = before.keys() & after.keys()
    assert len(common) >= 4
    assert {key: before[key] for key in common} == {key: after[key] for key in common}


def test_a_changed_sentence_gives_a_new_id(draft_text: Drafter) -> None:
    before = ids_by_quote(draft_text(STORAGE))
    after = ids_by_quote(draft_text(STORAGE.replace("school fees are due", "taxes are due")))
    assert not {i for (_, q), i in before.items() if "school fees" in q} & set(after.values())


# What people have decided


def test_what_a_person_accepted_is_not_asked_again() -> None:
    analysis = analyse(extract_from_text(f"{FRONT}{STORAGE}\n{COSTS}", "grain", "g.md"))
    first = draft(analysis, "grain").bank
    kept = first.items[0].model_copy(update={"status": ReviewStatus.ACCEPTED})
    again = draft(analysis, "grain", reviewed=ItemBank(module="grain", items=(kept,))).bank
    assert kept.source.quote not in facts(again)


def test_what_a_person_rejected_makes_room() -> None:
    analysis = analyse(extract_from_text(f"{FRONT}{STORAGE}\n{COSTS}", "grain", "g.md"))
    first = draft(analysis, "grain").bank
    gone = first.items[0].model_copy(update={"status": ReviewStatus.REJECTED})
    again = draft(analysis, "grain", reviewed=ItemBank(module="grain", items=(gone,))).bank
    assert gone.id not in {item.id for item in again.items}
    assert again.items


def test_a_person_s_item_settles_its_sentence() -> None:
    analysis = analyse(extract_from_text(f"{FRONT}{STORAGE}\n{COSTS}", "grain", "g.md"))
    source = draft(analysis, "grain").bank.items[0].source
    mine = Open(id="m1", stem="Why?", model_answer="So.", source=source, drafter="person")
    again = draft(analysis, "grain", reviewed=ItemBank(module="grain", items=(mine,))).bank
    assert source.quote not in facts(again)


# Objectives of the author


def test_items_serve_the_author_s_objectives_where_they_share_words() -> None:
    analysis = analyse(extract_from_text(f"{FRONT}{STORAGE}\n{COSTS}", "grain", "g.md"))
    wish = ["Explain why farmers sell their grain at harvest.", "Design a school timetable."]
    made = draft(analysis, "grain", authors=wish)
    own = made.module.objectives[:2]
    assert [objective.statement for objective in own] == wish
    assert [objective.drafter for objective in own] == ["person", "person"]
    assert [objective.bloom for objective in own] == [Bloom.UNDERSTAND, Bloom.CREATE]
    assert own[0].id in {item.objective for item in made.bank.items}
    assert any("Design a school timetable" in note for note in made.module.not_assessed)


# Concepts and activities of a small text


def test_concepts_of_a_small_text(draft_text: Drafter) -> None:
    concepts = draft_text(COSTS).module.key_concepts
    assert [concept.term for concept in concepts] == [
        "fixed cost",
        "variable cost",
        "sunk cost",
        "levy",
    ]
    assert concepts[3].definition == "a payment that a port takes from every ship"
    assert concepts[3].source.page == "6"


def test_an_activity_closes_the_function_of_its_speaker(draft_text: Drafter) -> None:
    prompt = draft_text(MEASURES).module.activities[0].prompt
    assert "Ms Ana Roe, Director of the Seed Institute, argued that" in prompt


def test_activities_of_a_small_text(draft_text: Drafter) -> None:
    activities = draft_text(MEASURES).module.activities
    assert Counter(activity.kind for activity in activities) == {"discussion": 3, "case": 1}
    assert "Ms Ana Roe" in activities[0].prompt
    assert activities[-1].source.quote.startswith("In Rwanda")
    assert activities[-1].source.page == "23"


@pytest.mark.parametrize("body", [COSTS, "## A\n\nGrain is dry. [p. 3]"])
def test_no_activity_without_a_licence(body: str, draft_text: Drafter) -> None:
    assert draft_text(body).module.activities == ()


def test_a_section_that_gives_nothing_is_named(draft_text: Drafter) -> None:
    made = draft_text(f"{STORAGE}\n## Thanks\n\nThe day ended with thanks to all. [p. 30]")
    assert any(note.startswith("“Thanks”") for note in made.module.not_assessed)
