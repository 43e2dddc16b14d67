"""Each check of items finds its bad example, and nothing in the good ones."""

from __future__ import annotations

from typing import Any

import pytest

from builder.checks import ITEM_RULES, Knowledge, flaws
from builder.model import (
    Categorise,
    Choice,
    Item,
    ItemBase,
    Match,
    Multiple,
    Number,
    Open,
    Option,
    Order,
    Pair,
    SourceRef,
    Text,
    TrueFalse,
)
from builder.readers.markdown import extract_from_text

QUOTE = "Farmers dry grain on clean sheets because damp sacks breed mould."
HEDGED = "Warm nights may speed up the hatch of moths."
TEXT = f"""\
---
title: Grain
---
## One

{QUOTE} {HEDGED} Only metal silos keep rats out.

Three pests attack fruit: green aphids, red spiders and leaf rollers.
"""
KNOWLEDGE = Knowledge(extract_from_text(TEXT, "grain", "grain.md"))
SOURCE = SourceRef(extract="grain", section="One", quote=QUOTE)
BASE: dict[str, Any] = {"id": "g-1", "source": SOURCE, "rationale": f"The text says so: “{QUOTE}”"}
STEM = "Why do farmers use clean sheets?"


def made(kind: type[ItemBase], **fields: Any) -> Any:
    return kind(**(BASE | {"stem": STEM} | fields))


def choice(key: str, *lures: str, kind: type[ItemBase] = Choice, **fields: Any) -> Any:
    options = (Option(text=key, key=True, rationale="Yes."),)
    options += tuple(Option(text=lure, rationale="No.") for lure in lures)
    return made(kind, options=options, **fields)


GOOD: dict[str, Item] = {
    "choice": choice(
        "Damp sacks breed mould", "Warm nights wake moths", "Metal silos attract rats"
    ),
    "multiple": choice(
        "Green aphids", "Brown weevils", "Flour mites", kind=Multiple, stem="Which pests eat fruit?"
    ),
    "true_false": made(TrueFalse, stem="True or false? Damp sacks breed mould.", answer=True),
    "match": made(
        Match,
        stem="Match each pest with its food.",
        pairs=(Pair(left="Weevil", right="Stored wheat"), Pair(left="Aphid", right="Fresh leaves")),
        spare=("Old rope",),
    ),
    "order": made(Order, stem="Put the steps in order.", sequence=("Spread", "Turn", "Test")),
    "categorise": made(
        Categorise,
        stem="Sort each pest under its home.",
        categories={"Tree": ("Aphid", "Roller"), "Store": ("Weevil", "Mite")},
    ),
    "number": made(
        Number, stem="Enter the missing figure (per cent): “About ____ per cent.”", answer=12.0
    ),
    "text": made(Text, stem="What does FAO stand for?", accepted=("Food Organization",)),
    "open": made(Open, stem="Explain why farmers use clean sheets.", model_answer="Damp breeds."),
    "hedged": made(
        TrueFalse,
        stem="True or false? Warm nights may speed up the hatch of moths.",
        source=SourceRef(extract="grain", quote=HEDGED),
        rationale=f"“{HEDGED}”",
        answer=True,
    ),
    "person": choice(
        "Only metal silos",
        "Only clay pots",
        "Only jute sacks",
        drafter="person",
        stem="What keeps rats out?",
        source=SourceRef(extract="grain", quote="Only metal silos keep rats out."),
    ),
}
BAD: dict[str, list[Item]] = {
    "item-source": [
        made(
            Open,
            model_answer="Damp.",
            source=SourceRef(extract="grain", quote="Grain sleeps."),
            rationale="“Grain sleeps.”",
        ),
        made(
            Open,
            model_answer="Damp.",
            further_sources=(SourceRef(extract="grain", quote="Farmers dry grain."),),
        ),
    ],
    "item-stem": [
        made(Open, stem="Why do they use clean sheets?", model_answer="Damp."),
        made(Open, stem="Why do farmers use clean sheets", model_answer="Damp."),
        made(Open, stem="According to the passage, why do farmers dry?", model_answer="Damp."),
        made(Open, stem="Why do farmers dry? What with?", model_answer="Damp."),
        made(Open, stem=f"Why do farmers {'dry and sift ' * 20}grain?", model_answer="Damp."),
    ],
    "item-negative": [
        choice("Moths", "Rats", "Mites", stem="Which of the pests is not an insect?"),
        choice("Moths", "Rats", "Mites", stem="Which animals are pests, except?"),
    ],
    "item-containment": [
        choice("Damp sacks", "Damp sacks of rye", "Clean sheets"),
        choice("Damp sacks", "damp sacks.", "Clean sheets"),
    ],
    "item-length": [
        choice("Damp sacks breed mould when nights are warm", "Moths wake", "Rats come in"),
    ],
    "item-form": [
        choice("Because sacks are damp", "Warm nights in May", "Metal silos in ports"),
        choice("To keep sacks dry", "Warm nights", "Metal silos"),
    ],
    "item-shared-word": [choice("Clean work", "Warm nights", "Metal silos")],
    "item-telling-pair": [
        made(
            Match,
            stem="Match each pest with its food.",
            pairs=(
                Pair(left="Leaf roller", right="Leaf tips"),
                Pair(left="Weevil", right="Stored wheat"),
            ),
        ),
        made(
            Categorise,
            stem="Sort each pest under its home.",
            categories={"Tree pests": ("Pests of trees",), "Store": ("Weevil", "Mite")},
        ),
    ],
    "item-absolute": [
        choice("All of the above", "Warm nights", "Metal silos"),
        choice("Damp sacks", "Sacks always rot", "Metal silos", drafter="person"),
    ],
    "item-hedge": [
        made(
            TrueFalse,
            stem="True or false? Warm nights speed up the hatch of moths.",
            source=SourceRef(extract="grain", quote=HEDGED),
            rationale=f"“{HEDGED}”",
            answer=True,
        )
    ],
    "item-debris": [
        made(Open, stem="Why do farmers (in summer use sheets?", model_answer="Damp."),
        made(Open, stem="Why do farmers use use sheets?", model_answer="Damp."),
        made(Open, stem="Why do farmers12 use sheets?", model_answer="Damp."),
        made(Open, stem=STEM, model_answer="Damp breeds mould.."),
    ],
    "item-rationale": [
        made(Open, model_answer="Damp.", rationale=""),
        made(Open, model_answer="Damp.", rationale="The text says so."),
    ],
}
EXAMPLES = [(code, item) for code, items in BAD.items() for item in items]


def codes(item: Item) -> set[str]:
    return {code for code, _ in flaws(item, KNOWLEDGE)}


@pytest.mark.parametrize("code", ITEM_RULES)
def test_every_check_has_a_bad_example_and_advice(code: str) -> None:
    assert BAD[code]
    assert ITEM_RULES[code].advice.endswith(".")


def test_every_bad_example_has_its_check() -> None:
    assert set(BAD) == set(ITEM_RULES)


@pytest.mark.parametrize(("code", "item"), EXAMPLES)
def test_a_bad_example_is_found_by_its_check_alone(code: str, item: Item) -> None:
    assert codes(item) == {code}


@pytest.mark.parametrize(("code", "item"), EXAMPLES)
def test_messages_are_one_clear_clause(code: str, item: Item) -> None:
    for _, message in flaws(item, KNOWLEDGE):
        assert message == message.strip()
        assert not message.endswith(".")
        assert "\n" not in message


@pytest.mark.parametrize("name", GOOD)
def test_a_good_example_gives_no_finding(name: str) -> None:
    assert list(flaws(GOOD[name], KNOWLEDGE)) == []


def test_the_good_examples_cover_all_types() -> None:
    assert {item.type for item in GOOD.values()} == {
        "choice", "multiple", "true_false", "match", "order", "categorise", "number", "text", "open"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("quote", "sound"),
    [
        ("farmers dry grain on clean sheets — because damp sacks breed mould", True),
        ("Farmers dry grain on clean sheets because damp sacks breed", False),
        ("green aphids, red spiders and leaf rollers", False),
    ],
)
def test_a_quotation_is_a_whole_sentence_but_marks_may_differ(quote: str, sound: bool) -> None:
    item = made(
        Open,
        model_answer="Damp.",
        source=SourceRef(extract="grain", quote=quote),
        rationale=f"“{quote}”",
    )
    assert ("item-source" not in codes(item)) == sound


@pytest.mark.xfail(strict=True, reason="the gap is taken out and leaves a blank before the mark")
def test_a_gap_may_end_the_sentence() -> None:
    item = made(Number, stem="Enter the missing figure (USD): “A silo costs USD ____.”", answer=45)
    assert codes(item) == set()
