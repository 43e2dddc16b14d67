"""Lures: like the key in length and form, and never the key over again."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.analysis.likeness import compatible, like_length
from builder.drafting.lures import choose
from builder.drafting.options import options

KEY = "dry wheat on a clean sheet"
POOL = [
    "open branches in remote villages",
    "license the owners of silos",
    "test moisture with a meter",
    "publish daily prices",
]


def test_lures_come_from_the_pool() -> None:
    assert len(choose(KEY, POOL, 3)) == 3
    assert set(choose(KEY, POOL, 3)) <= set(POOL)


@pytest.mark.parametrize(
    "lure",
    [
        KEY,
        "Dry wheat on a clean sheet.",
        "dry wheat",
        "dry wheat on a clean sheet every day",
        "dry clean wheat on sheets",
        "wait",
        "open branches in all of the remote villages of the north that have no bank of their own",
        "",
    ],
)
def test_what_is_no_lure(lure: str) -> None:
    assert lure not in choose(KEY, [lure, *POOL], 4)


def test_fewer_than_two_are_none() -> None:
    assert choose(KEY, POOL[:1], 3) == []
    assert choose(KEY, [], 3) == []


def test_the_order_of_the_pool_does_not_matter() -> None:
    assert choose(KEY, POOL, 3, "stem", "seed") == choose(KEY, POOL[::-1], 3, "stem", "seed")


def test_lures_near_the_stem_come_first() -> None:
    assert "license the owners of silos" in choose(KEY, POOL, 2, "the owners of silos", "b")


@given(st.lists(st.text(alphabet="abcd ", min_size=1, max_size=40), max_size=8), st.text())
def test_lures_keep_the_rules_whatever_the_pool(pool: list[str], seed: str) -> None:
    chosen = choose(KEY, pool, 3, seed=seed)
    assert len(chosen) in (0, 2, 3)
    assert all(compatible(one, other) for one, other in combinations([KEY, *chosen], 2))
    assert like_length([KEY, *chosen])


def test_options_put_the_key_first_and_say_why() -> None:
    found = options(KEY, "It is so.", {text: f"No: {text}" for text in POOL}, stem="?", seed="s")
    assert [option.key for option in found] == [True] + [False] * (len(found) - 1)
    assert found[0].text == "Dry wheat on a clean sheet"
    assert all(option.rationale == f"No: {option.text.lower()}" for option in found[1:])
