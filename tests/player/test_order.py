"""The order in which learners see the parts of an item."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model import Categorise, Choice, Match, Option, Order, Pair, SourceRef
from builder.player import order

REF = SourceRef(extract="x", quote="q")
TEXTS = st.lists(st.text(min_size=1, max_size=8), min_size=2, max_size=6, unique=True)


def choice(texts: list[str], name: str = "x-1", key: int = 0) -> Choice:
    options = tuple(Option(text=text, key=i == key) for i, text in enumerate(texts))
    return Choice(id=name, stem="?", options=options, source=REF)


def shown(item: Choice) -> list[str]:
    return [option.text for option in order.presented_options(item)]


@given(TEXTS, st.randoms())
def test_neither_key_nor_place_in_the_bank_decides(texts: list[str], chance: object) -> None:
    texts = list(dict.fromkeys(text.strip() for text in texts))
    orders = {
        tuple(shown(choice(list(mixed), key=key)))
        for mixed in itertools.islice(itertools.permutations(texts), 24)
        for key in range(len(texts))
    }
    assert len(orders) == 1
    assert sorted(orders.pop()) == sorted(texts)


def test_keys_stand_everywhere() -> None:
    places = [shown(choice(["key", "b", "c"], f"x-{n}")).index("key") for n in range(300)]
    assert all(70 < places.count(place) < 130 for place in range(3)), places


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["34", "9", "120"], ["9", "34", "120"]),
        (["20%", "5%", "12.5%"], ["5%", "12.5%", "20%"]),
        (["in 2003", "in 1989", "in 2000"], ["in 1989", "in 2000", "in 2003"]),
        (["USD 1.2 billion", "USD 300 million"], ["USD 300 million", "USD 1.2 billion"]),
        (["1 200 people", "900 people", "15 000 people"],
         ["900 people", "1 200 people", "15 000 people"]),
        (["1,200", "900"], ["900", "1,200"]),
    ],
)  # fmt: skip
def test_numbers_are_sorted(texts: list[str], expected: list[str]) -> None:
    for mixed in itertools.permutations(texts):
        assert shown(choice(list(mixed))) == expected


@pytest.mark.parametrize(
    "texts", [["34", "many"], ["2 of 3", "1 of 3"], ["3 women", "3 men"], ["10–20%", "5–9%"]]
)
def test_what_is_more_than_a_number_is_not(texts: list[str]) -> None:
    assert order.numbers(texts) is None


@given(TEXTS, st.integers(0, 50))
def test_a_sequence_never_starts_right(texts: list[str], number: int) -> None:
    texts = list(dict.fromkeys(text.strip() for text in texts))
    if len(texts) < 2:
        return
    item = Order(id=f"x-{number}", stem="?", sequence=tuple(texts), source=REF)
    assert order.presented_sequence(item) != item.sequence
    assert sorted(order.presented_sequence(item)) == sorted(texts)


@given(TEXTS, st.integers(0, 50), st.booleans())
def test_pairs_never_stand_side_by_side(texts: list[str], number: int, years: bool) -> None:
    texts = list(dict.fromkeys(text.strip() for text in texts))
    if len(texts) < 2:
        return
    pairs = tuple(
        Pair(left=text, right=f"in {1990 + i}" if years else f"right of {text}")
        for i, text in enumerate(texts)
    )
    item = Match(id=f"x-{number}", stem="?", pairs=pairs, spare=("spare", "spare"), source=REF)
    partner = {pair.left: pair.right for pair in pairs}
    lefts, rights = order.presented_lefts(item), order.presented_rights(item)
    assert [partner[left] for left in lefts] != list(rights[: len(lefts)])
    assert sorted(lefts) == sorted(partner)
    assert sorted(rights) == sorted([*partner.values(), "spare"])


def test_statements_are_mixed_and_all_there() -> None:
    groups = {"X": ("a", "b", "c", "d"), "Y": ("e", "f", "g", "h")}
    item = Categorise(id="x-1", stem="?", categories=groups, source=REF)
    mixed = order.presented_statements(item)
    assert sorted(mixed) == list("abcdefgh") and mixed != tuple("abcdefgh")


def test_letters() -> None:
    assert [order.letter(n) for n in (0, 1, 25, 26, 27, 52)] == ["A", "B", "Z", "AA", "AB", "BA"]
