"""A new draft respects what people did: one rule at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from builder.model import CourseModule, ItemBank, ReviewStatus
from builder.review.merge import merge
from review_kit import SENTENCES, World

A, E, R = ReviewStatus.ACCEPTED, ReviewStatus.EDITED, ReviewStatus.REJECTED
Pair = tuple[CourseModule, ItemBank]


def drafted(world: World, before: Pair | None = None) -> Pair:
    return merge(*(before or (None, None)), *world.draft(), world.text())


def changed(pair: Pair, name: str, place: int, **changes: Any) -> Pair:
    module, bank = pair
    owner: Any = bank if name == "items" else module
    elements = list(getattr(owner, name))
    elements[place] = elements[place].model_copy(update=changes)
    owner = owner.model_copy(update={name: tuple(elements)})
    return (module, owner) if name == "items" else (owner, bank)


def test_untouched_drafts_are_refreshed() -> None:
    _, bank = drafted(World(version=2), drafted(World()))
    assert {item.stem[:9] for item in bank.items} == {"Version 2"}


def test_an_edit_without_a_status_is_noticed() -> None:
    edited = changed(drafted(World()), "items", 0, stem="Mine?")
    _, bank = drafted(World(version=4), edited)
    assert (bank.items[0].stem, bank.items[0].status) == ("Mine?", E)


def test_an_element_without_a_fingerprint_is_a_persons() -> None:
    handwritten = changed(drafted(World()), "items", 0, drafted="", rule="")
    _, bank = drafted(World(version=4), handwritten)
    assert bank.items[0].stem.startswith("Version 1")
    assert bank.items[0].status == E


def test_what_the_source_no_longer_says_is_stale_until_it_says_so_again() -> None:
    pair = changed(drafted(World()), "items", 0, status=A)
    changed_source = World(sentences=(SENTENCES[5], *SENTENCES[1:4]))
    pair = drafted(changed_source, pair)
    assert [i.stale for i in pair[1].items if i.status == A] == [True]
    assert len([i for i in pair[1].items if i.source.quote == SENTENCES[5]]) == 2
    pair = drafted(World(), pair)
    assert [i.stale for i in pair[1].items if i.status == A] == [False]


def test_people_s_own_are_never_rewritten() -> None:
    own = changed(drafted(World()), "items", 0, drafter="person", drafted="")
    _, bank = drafted(World(sentences=SENTENCES[4:]), own)
    assert own[1].items[0] in bank.items


def test_another_draft_of_a_rejected_sentence_stays_away() -> None:
    pair = changed(drafted(World()), "items", 0, status=R)
    _, bank = drafted(World(version=2), pair)
    first = pair[1].items[0]
    same = [i for i in bank.items if i.source == first.source and i.type == first.type]
    assert same == [first]
    assert sum(i.source == first.source for i in bank.items) == 2, "another type may"


def test_what_serves_a_rejected_objective_goes_with_it() -> None:
    pair = changed(drafted(World()), "objectives", 0, status=R)
    refused = pair[0].objectives[0].id
    module, bank = drafted(World(version=2), pair)
    assert all(item.objective != refused for item in bank.items)
    assert [o.id for o in module.objectives if o.status == R] == [refused]


def test_an_objective_keeps_its_words_while_accepted_items_hang_on_it() -> None:
    pair = changed(drafted(World()), "items", 0, status=A)
    module, _ = drafted(World(version=2), pair)
    words = {o.id: o.statement for o in module.objectives}
    assert words["lm-o1"].endswith("version 1.")
    assert words["lm-o2"].endswith("version 2.")


def test_an_author_s_objective_may_change_its_number() -> None:
    pair = drafted(World(own=("Weigh fees.",)))
    pair = changed(pair, "objectives", 0, status=A)
    module, _ = drafted(World(own=("Plan clinics.", "Weigh fees.")), pair)
    statements = [o.statement for o in module.objectives if o.drafter == "person"]
    assert sorted(statements) == ["Plan clinics.", "Weigh fees."]
    again, _ = drafted(World(own=("Plan clinics.", "Weigh fees.")), (module, pair[1]))
    assert again == module


def test_an_author_s_objective_that_nobody_touched_follows_course_yml() -> None:
    pair = drafted(World(own=("Weigh fees.",)))
    module, _ = drafted(World(own=("Plan clinics.",)), pair)
    assert [o.statement for o in module.objectives if o.drafter == "person"] == ["Plan clinics."]


def test_a_renamed_module_keeps_its_ids() -> None:
    pair = changed(drafted(World()), "items", 0, status=A)
    ids = {item.id for item in pair[1].items}
    module, bank = drafted(World(slug="work-abroad", extract="work"), pair)
    assert {item.id for item in bank.items} == ids
    assert {item.source.extract for item in bank.items} == {"work"}
    assert {item.objective for item in bank.items} <= {o.id for o in module.objectives}


def test_a_decision_moves_no_block() -> None:
    pair = changed(drafted(World()), "items", 5, status=A)
    added = World(sentences=(SENTENCES[0], SENTENCES[6], *SENTENCES[1:4]))
    _, bank = drafted(added, pair)
    old = [item.id for item in pair[1].items]
    assert [item.id for item in bank.items if item.id in old] == old
    assert bank.items[1].source.quote == SENTENCES[6]


def test_a_comment_on_a_draft_stays_with_it() -> None:
    pair = changed(drafted(World()), "items", 0, comment="ask the ministry")
    _, bank = drafted(replace(World(), version=4), pair)
    assert (bank.items[0].comment, bank.items[0].stem[:9]) == ("ask the ministry", "Version 4")
    _, bank = drafted(World(sentences=SENTENCES[4:]), pair)
    assert [i.stale for i in bank.items if i.comment] == [True]
