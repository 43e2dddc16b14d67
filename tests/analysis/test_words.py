"""The small arithmetic of words and of likeness."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.analysis.likeness import compatible, like_length, similar
from builder.analysis.words import (
    capitalised,
    content_stems,
    normalised,
    number_word,
    roots,
    small_number,
    stem,
)


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("two", 2),
        ("Twelve", 12),
        ("nineteen", 19),
        ("Ninety", 90),
        ("3", 3),
        ("99", 99),
        ("100", None),
        ("many", None),
        ("²", None),
        ("", None),
    ],
)
def test_small_number(word: str, value: int | None) -> None:
    assert small_number(word) == value


def test_number_word_is_the_inverse_up_to_twelve() -> None:
    assert [small_number(number_word(n)) for n in range(13)] == list(range(13))
    assert number_word(13) == "13"


@pytest.mark.parametrize(
    ("one", "other"), [("farms", "farm"), ("storing", "stored"), ("Policies", "policy")]
)
def test_endings_do_not_count(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_stop_words_and_short_words_carry_no_meaning() -> None:
    assert content_stems("It is the law of an EU") == {stem("law")}
    assert content_stems("Of the and by") == frozenset()


def test_roots_join_a_place_and_its_adjective() -> None:
    assert roots("Mexico") == roots("Mexican")
    assert roots("Kenya") != roots("Kerala")


def test_normalised_keeps_words_only() -> None:
    assert normalised("  The WHO’s “plan”: 3.5 %!") == "the who s plan 3 5"


def test_capitalised_changes_the_first_letter_only() -> None:
    assert [capitalised(text) for text in ("", "a loan", "éCOLE")] == ["", "A loan", "ÉCOLE"]


def test_similar_is_a_share_of_common_words() -> None:
    assert similar("dry grain in stores", "stored grain, dried") == 1.0
    assert similar("dry grain", "late verdict") == 0.0
    assert similar("dry grain", "dry seed") == pytest.approx(1 / 3)
    assert similar("", "dry grain") == 0.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a loan", "A loan."),
        ("a loan", "a loan with interest"),
        ("interest", "a loan with interest"),
        ("the loss of dry grain", "a loss of dry grain"),
        ("", "a loan"),
        ("…", "a loan"),
    ],
)
def test_what_cannot_stand_side_by_side(one: str, other: str) -> None:
    assert not compatible(one, other)
    assert not compatible(other, one)


def test_containment_is_of_whole_words() -> None:
    assert compatible("a late claim", "a claimant")
    assert compatible("art", "a party")


def test_like_length_allows_half_as_much_again_or_eight_letters() -> None:
    assert like_length(["a" * 20, "b" * 30])
    assert not like_length(["a" * 20, "b" * 31])
    assert like_length(["a", "b" * 9])
    assert not like_length(["a", "b" * 10])


@given(st.text(), st.text())
def test_likeness_does_not_depend_on_the_side(one: str, other: str) -> None:
    assert similar(one, other) == similar(other, one)
    assert compatible(one, other) == compatible(other, one)
    assert 0 <= similar(one, other) <= 1
