"""Items on paper: what participants see never depends on the key."""

from __future__ import annotations

import json
from typing import Any

import pytest

from builder.model import (
    Choice,
    Item,
    Multiple,
    Number,
    Open,
    Option,
    Order,
    SourceRef,
    Text,
    TrueFalse,
)
from builder.player.order import presented_sequence
from builder.writers.handouts.keys import key_item, short_key
from builder.writers.handouts.paper import PARTS, paper_item
from builder.writers.item_numbers import item_numbers, module_numbers
from small_course import course, items

ITEMS = {item.type: item for item in items()}


def _rekeyed(item: Choice | Multiple, key: int) -> tuple[Option, ...]:
    return tuple(
        option.model_copy(update={"key": i == key, "rationale": f"SECRET {i}"})
        for i, option in enumerate(item.options)
    )


def other_keys(item: Item) -> list[Item]:
    """Return the item with every other key that it could have, and other words about it."""
    changed: dict[str, Any] = {
        "rationale": "SECRET why",
        "source": SourceRef(extract="x", section="SECRET", page="99", quote="SECRET quote"),
    }
    if isinstance(item, Choice | Multiple):
        rekeyed = [_rekeyed(item, key) for key in range(len(item.options))]
        sets = [options for forward in rekeyed for options in (forward, forward[::-1])]
        return [item.model_copy(update=changed | {"options": options}) for options in sets]
    updates: dict[type, dict[str, Any]] = {
        TrueFalse: {"answer": not getattr(item, "answer", True)},
        Number: {"answer": 4242.0, "tolerance": 42.0},
        Text: {"accepted": ("SECRET answer that is much longer",)},
        Open: {"model_answer": "SECRET answer " * 40},
    }
    return [item.model_copy(update=changed | updates.get(type(item), {}))]


@pytest.mark.parametrize("name", ITEMS)
def test_paper_does_not_know_the_key(name: str) -> None:
    shown = paper_item(ITEMS[name], "1.1")
    for other in other_keys(ITEMS[name]):
        assert paper_item(other, "1.1") == shown
    assert "SECRET" not in json.dumps(shown)


@pytest.mark.parametrize("name", ITEMS)
def test_paper_has_only_what_a_participant_needs(name: str) -> None:
    assert set(paper_item(ITEMS[name], "1.1")) <= {
        "number", "stem", "task", "type", "options", "lines", "choices", "unit",
    }  # fmt: skip
    assert len(PARTS) == len(ITEMS) == 9


def test_an_order_starts_wrong() -> None:
    item = ITEMS["order"]
    assert isinstance(item, Order)
    lines = [line["text"] for line in paper_item(item, "1.1")["lines"]]
    assert lines == list(presented_sequence(item)) != list(item.sequence)


def test_key_points_to_the_letters_of_the_paper() -> None:
    """What the key says can be found on the participant's sheet."""
    for item in ITEMS.values():
        paper, key = paper_item(item, "1.1"), key_item(item, "1.1")
        printed = {o["mark"]: o["text"] for o in paper.get("options", []) if o["mark"]}
        for line in (*key["right"], *key["wrong"]):
            if printed:
                assert printed[line["mark"]] == line["text"]
        left = {line["mark"]: line["text"] for line in paper.get("lines", [])}
        right = {line["mark"]: line["text"] for line in paper.get("choices", [])}
        if right:
            for line in key["right"]:
                number, mark = line["mark"].split(" – ")
                assert line["text"] == f"{left[number]} – {right[mark]}"


def test_key_of_an_order_gives_each_place_its_letter() -> None:
    item = ITEMS["order"]
    assert isinstance(item, Order)
    printed = {line["mark"]: line["text"] for line in paper_item(item, "1.1")["lines"]}
    marks = [line["mark"].split(" – ")[1] for line in key_item(item, "1.1")["right"]]
    assert [printed[mark] for mark in marks] == list(item.sequence)


def test_short_keys() -> None:
    short = {name: short_key(item) for name, item in ITEMS.items()}
    assert (short["true_false"], short["number"]) == ("True", "167 billion US dollars")
    assert (short["open"], short["text"]) == ("", ""), "they need words"
    assert [len(short[name].split(", ")) for name in ("choice", "multiple", "match")] == [1, 2, 2]
    assert [len(short[name].split(", ")) for name in ("order", "categorise")] == [3, 3]


def test_numbers_are_those_of_the_quiz() -> None:
    reviewed = course(hostile=False)
    first = reviewed.modules[0]
    numbers = item_numbers(first, module_numbers(reviewed)[first.id])
    assert numbers["re-choice"] == "1.1", "the items of the first objective come first"
    assert sorted(numbers.values()) == [f"1.{n}" for n in range(1, 10)]
    assert "re-rejected" not in numbers
