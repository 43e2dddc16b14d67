"""The script scores as Python does: both on the same answers, through Chromium."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from builder.model import (
    Categorise,
    Choice,
    Item,
    Match,
    Multiple,
    Number,
    Open,
    Order,
    SourceRef,
    Text,
    TrueFalse,
)
from builder.player.compare import plain, read_number
from builder.player.grade import grade
from builder.player.payload import payload
from player_pages import items, page, positions

# Letters that are new in Unicode are letters to one side first.
LETTERS = st.characters(max_codepoint=0xFFFF, exclude_categories=("Cs", "Cn"))
TYPED = st.one_of(
    st.text(LETTERS, max_size=12),
    st.text("0123456789.,' \u00a0\u202f-+%$−–’ٱ٣۵५", max_size=10),
    st.lists(
        st.sampled_from(
            ["1", "234", "1,234", ".5", ",", " ", "per", "cent", "%", "USD", "million", "billion",
             "countries", "the", "Mode", "4", "mode", "É", "ß", "İ", "ﬁ", "Σ", "ς", "-"]
        ),
        max_size=5,
    ).map(" ".join),
)  # fmt: skip


def answers(item: Item) -> st.SearchStrategy[Any]:
    """Answers that a learner can give, complete and incomplete, right and wrong."""
    match item:
        case Choice():
            return st.sampled_from([option.text for option in item.options])
        case Multiple():
            texts = [option.text for option in item.options]
            return st.lists(st.sampled_from(texts), unique=True)
        case TrueFalse():
            return st.sampled_from([True, False, None])
        case Match():
            rights = [pair.right for pair in item.pairs] + list(item.spare)
            return _chosen([pair.left for pair in item.pairs], rights)
        case Categorise():
            statements = [text for texts in item.categories.values() for text in texts]
            return _chosen(statements, list(item.categories))
        case Order():
            return st.permutations(item.sequence)
        case Number():
            near = st.floats(item.answer - 3, item.answer + 3).map(lambda x: f"{x:.2f} %")
            return st.one_of(near, TYPED)
        case Text():
            return st.one_of(TYPED, st.sampled_from(item.accepted))
        case Open():
            return st.sampled_from([0.0, 0.5, 1.0])


def _chosen(rows: list[str], texts: list[str]) -> st.SearchStrategy[dict[str, str]]:
    one = st.sampled_from([None, *texts])
    return st.fixed_dictionaries(dict.fromkeys(rows, one)).map(
        lambda chosen: {row: text for row, text in chosen.items() if text is not None}
    )


@pytest.fixture
def player(opened: Callable[[str], Page]) -> Page:
    return opened(page([]))


SETTINGS = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@given(data=st.data())
@SETTINGS
def test_scores_agree(player: Page, data: st.DataObject) -> None:
    cases = [
        (item, answer)
        for item in items().values()
        for answer in data.draw(st.lists(answers(item), min_size=4, max_size=4))
    ]
    found = player.evaluate(
        "cases => cases.map(([data, answer]) => coursewright.grade(data, answer))",
        [[payload(item), positions(item, answer)] for item, answer in cases],
    )
    for (item, answer), result in zip(cases, found, strict=True):
        expected = grade(item, answer)
        where = (item.type, answer)
        assert result["score"] == expected.score, where
        assert result["complete"] == expected.complete, where
        assert result["parts"] == list(expected.parts), where


@given(texts=st.lists(TYPED, min_size=20, max_size=40))
@SETTINGS
def test_comparisons_agree(player: Page, texts: list[str]) -> None:
    found = player.evaluate(
        "texts => texts.map(t => [coursewright.plain(t), coursewright.readNumber(t, 'countries')])",
        texts,
    )
    assert found == [[plain(text), read_number(text, "countries")] for text in texts]


def test_a_scale_in_the_unit_agrees(player: Page) -> None:
    item = Number(
        id="x-1", stem="?", answer=167, unit="USD billion", tolerance=0.5,
        source=SourceRef(extract="x", quote="q"),
    )  # fmt: skip
    typed = ["167", "167.4", "167.6", "USD 167 billion", "167,000,000,000", "167 million", "x"]
    found = player.evaluate(
        "([data, typed]) => typed.map(text => coursewright.grade(data, text).score)",
        [payload(item), typed],
    )
    assert found == [grade(item, text).score for text in typed] == [1, 1, 0, 1, 1, 0, 0]
