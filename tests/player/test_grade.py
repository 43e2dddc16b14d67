"""Scores."""

from __future__ import annotations

from typing import Any

import pytest

from builder.model import Categorise, Choice, Match, Multiple, Order
from builder.player.grade import GRADERS, Grade, counts, grade
from player_pages import items, key

TYPES = sorted(items())


def test_the_bank_has_every_type() -> None:
    assert {type(item) for item in items().values()} == set(GRADERS)


@pytest.mark.parametrize("kind", TYPES)
def test_the_key_scores_one(kind: str) -> None:
    item = items()[kind]
    result = grade(item, key(item))
    assert result.score == 1 and result.complete and all(result.parts)


EMPTY: dict[str, Any] = {
    "choice": None, "multiple": [], "true_false": None, "match": {}, "order": [],
    "categorise": {}, "number": "", "text": " ",
}  # fmt: skip


@pytest.mark.parametrize("kind", EMPTY)
def test_nothing_is_no_answer(kind: str) -> None:
    result = grade(items()[kind], EMPTY[kind])
    assert not result.complete and result.score < 1


def test_every_distractor_fails() -> None:
    item = items()["choice"]
    assert isinstance(item, Choice)
    wrong = [option.text for option in item.options if not option.key]
    assert [grade(item, text).score for text in wrong] == [0, 0]


def test_each_option_is_a_judgment() -> None:
    item = items()["multiple"]
    assert isinstance(item, Multiple)
    assert grade(item, ["entry", "stay"]).score == pytest.approx(4 / 6)
    assert grade(item, ["entry", "stay", "work", "return", "training"]).score == pytest.approx(
        5 / 6
    )
    assert grade(item, ["taxation", "training"]).score == 0


def test_each_line_counts() -> None:
    match, sort = items()["match"], items()["categorise"]
    assert isinstance(match, Match) and isinstance(sort, Categorise)
    same = {pair.left: match.pairs[0].right for pair in match.pairs}
    assert grade(match, same).score == pytest.approx(1 / 3)
    one_category = dict.fromkeys(key(sort), "H1B visa")
    assert grade(sort, one_category).score == pytest.approx(2 / 3)
    missing = dict(list(key(match).items())[:2])
    assert grade(match, missing) == Grade(
        pytest.approx(2 / 3), grade(match, missing).parts, complete=False
    )


def test_each_place_counts() -> None:
    item = items()["order"]
    assert isinstance(item, Order)
    first, second, *rest = item.sequence
    assert grade(item, [second, first, *rest]).score == 0.5
    assert grade(item, [second, first, *rest]).parts == (False, False, True, True)


def test_true_and_false() -> None:
    assert grade(items()["true_false"], False) == Grade(0, (False,))


def test_open_answers_are_rated_by_learners_and_do_not_count() -> None:
    assert [grade(items()["open"], rating).score for rating in (0, 0.5, 1, 7)] == [0, 0.5, 1, 1]
    assert [kind for kind in TYPES if not counts(items()[kind])] == ["open"]
