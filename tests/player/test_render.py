"""Items as HTML and as text: complete, escaped, the same every time."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
import pytest_check
from hypothesis import given
from hypothesis import strategies as st

from builder.model import (
    Categorise,
    Choice,
    Option,
    SourceRef,
    TrueFalse,
)
from builder.player.payload import payload, script_json
from builder.player.plain import plain_item
from builder.player.render import anchor, render_item, render_score
from player_pages import items, with_text
from small_course import HOSTILE

TYPES = sorted(items())
ELEMENTS = set(
    "form fieldset legend span p ol ul li label input select option textarea noscript a "
    "script".split()
)
VOID = {"input"}


class Reader(HTMLParser):
    """Elements, attributes and text of some HTML; refuses what is not well nested."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.text = ""
        self.data = ""
        self.feed(html)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "script" in self.open:
            self.data += data
        else:
            self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def line(text: str) -> str:
    return " ".join(text.split())


HOSTILE_TEXT = st.one_of(
    st.text(), st.sampled_from(HOSTILE), st.lists(st.sampled_from(HOSTILE)).map("".join)
)


@given(HOSTILE_TEXT)
def test_hostile_text_is_text(text: str) -> None:
    hostile = with_text(text)
    calm = with_text("c" * len(hostile[0].stem))
    for item, model in zip(hostile, calm, strict=True):
        html = render_item(item, number=1, quiz="q", answers="x")
        found = Reader(html)
        assert set(found.names) <= ELEMENTS
        assert found.names == Reader(render_item(model, number=1, answers="x")).names
        assert not [name for name, _ in found.attributes if name.startswith("on")]
        assert line(text) in line(found.text)
        assert json.loads(found.data) == payload(item)
        assert "\n\n" not in html


@pytest.mark.parametrize("text", HOSTILE)
def test_data_holds_nothing_that_ends_a_script(text: str) -> None:
    written = script_json({"x": text + "</script><!--\u2028"})
    assert not re.search("[<>&\u2028]", written)
    assert json.loads(written)["x"] == text + "</script><!--\u2028"


@pytest.mark.parametrize("kind", TYPES)
def test_an_item_is_the_same_every_time(kind: str) -> None:
    assert render_item(items()[kind]) == render_item(items()[kind])


@pytest.mark.parametrize("kind", TYPES)
def test_what_every_item_has(kind: str) -> None:
    item = items()[kind]
    html = render_item(item, number=3, quiz="labour-migration", answers="../answers.html")
    found = Reader(html)
    check = pytest_check.check
    check.is_in(("data-type", kind), found.attributes)
    check.is_in(("data-quiz", "labour-migration"), found.attributes)
    check.is_in(("id", anchor(item.id)), found.attributes)
    check.equal(found.names.count("legend") - found.names.count("fieldset"), 0)
    check.is_true(line(found.text).startswith(f"3. {line(item.stem)}"))
    check.is_in(("href", "../answers.html"), found.attributes)
    check.is_not_in("style", [name for name, _ in found.attributes])


@pytest.mark.parametrize("kind", TYPES)
def test_an_item_on_its_own_belongs_to_no_quiz(kind: str) -> None:
    found = Reader(render_item(items()[kind]))
    assert "data-quiz" not in [name for name, _ in found.attributes]
    assert line(found.text).startswith(line(items()[kind].stem))
    assert "href" not in [name for name, _ in found.attributes]


def test_menus_leave_no_text_behind() -> None:
    """Where a forge strips form controls, lettered lists remain."""
    text = line(Reader(render_item(items()["match"])).text)
    assert "Choose …" not in text
    assert text.count("a trade rule that allows a State to offer more but not less") == 1


def test_many_or_long_categories_become_menus() -> None:
    ref = SourceRef(extract="x", quote="q")
    few = Categorise(id="x", stem="?", categories={"A": ("a",), "B": ("b",)}, source=ref)
    many = Categorise(id="x", stem="?", categories={c: (c.lower(),) for c in "ABCDE"}, source=ref)
    long = Categorise(id="x", stem="?", categories={"A" * 41: ("a",), "B": ("b",)}, source=ref)
    assert ["select" in Reader(render_item(item)).names for item in (few, many, long)] == [
        False, True, True,
    ]  # fmt: skip


def test_what_the_stem_says_is_not_said_again() -> None:
    ref = SourceRef(extract="x", quote="q")
    said = TrueFalse(id="x", stem="True or false? Water is wet.", answer=True, source=ref)
    assert "cq-task" not in render_item(said).split("<noscript>")[0]


def test_a_sentence_is_quoted_once() -> None:
    rationale = items()["true_false"]
    assert "quote" not in payload(rationale)["sources"][0]
    assert payload(items()["choice"])["sources"][0]["quote"].startswith("The H1B visa")
    same = Option(text="a", key=True, rationale="Because  of x.")
    item = Choice(id="x", stem="?", options=(same, Option(text="b", rationale="No.")),
                  rationale="Because of x.", source=SourceRef(extract="x", quote="q"))  # fmt: skip
    assert sorted(payload(item)["why"]) == ["", "No."]


def test_ids() -> None:
    assert anchor("lm-7f3a2c") == "item-lm-7f3a2c"
    assert anchor("a b") != anchor("a_b") and " " not in anchor("a b")


def test_plain_text() -> None:
    text = plain_item(items()["match"], 4).splitlines()
    assert text[0].startswith("4. Match each term")
    assert text[2:5] == ["  1. Guaranteed minimum treatment", "  2. Portability",
                         "  3. Non-discrimination"]  # fmt: skip
    assert text[5].startswith("  A. ") and text[8].startswith("  D. ")


def test_score_panel() -> None:
    found = panel(render_score("q<", list(items().values()), 70))
    assert found == {"data-quiz": "q<", "data-items": "9", "data-counted": "8", "data-pass": "70"}
    assert "data-pass" not in panel(render_score("q", [], None))


def panel(html: str) -> dict[str, str]:
    return {name: text for name, text in Reader(html).attributes if name.startswith("data-")}
