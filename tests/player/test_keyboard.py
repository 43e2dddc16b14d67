"""Whole quizzes in Chromium, by keyboard alone; `tab` sees to it that no request is made."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from builder.model import Item, Match, Order
from builder.player.order import presented_lefts, presented_rights, presented_sequence
from player_pages import items, key, page, positions

Opened = Callable[[str], Page]


class Keyboard:
    """Someone who has a keyboard and no mouse."""

    def __init__(self, tab: Page, form: Locator) -> None:
        self.tab = tab
        self.form = form

    def to(self, target: Locator) -> None:
        """Press Tab until `target` has the focus."""
        for _ in range(60):
            if target.evaluate("element => element === document.activeElement"):
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not lead to {target}")

    def press(self, *names: str) -> None:
        for name in names:
            self.tab.keyboard.press(name)

    def check(self) -> None:
        self.to(self.form.locator(".cq-main"))
        self.press("Enter")

    def answer(self, item: Item, right: bool = True) -> None:
        """Answer an item, rightly or with a mistake."""
        getattr(self, item.type)(item, right)

    def choice(self, item: Item, right: bool) -> None:
        """Arrows move among radio buttons, and Tab enters at the first one."""
        inputs = self.form.locator(".cq-options input")
        place = positions(item, key(item))[0]
        if not right:
            place = (place + 1) % inputs.count()
        self.to(inputs.first)
        self.press("Space", *["ArrowDown"] * place)
        expect(inputs.nth(place)).to_be_checked()

    true_false = choice

    def multiple(self, item: Item, right: bool) -> None:
        places = positions(item, key(item))
        for place in places if right else places[1:]:
            self.to(self.form.locator(".cq-options input").nth(place))
            self.press("Space")

    def match(self, item: Match, right: bool) -> None:
        partner, rights = key(item), presented_rights(item)
        for row, left in enumerate(presented_lefts(item)):
            self.to(self.form.locator("select").nth(row))
            self.press(*["ArrowDown"] * ((rights.index(partner[left]) if right else 1) + 1))

    def categorise(self, item: Item, right: bool) -> None:
        for row, place in enumerate(positions(item, key(item))):
            inputs = self.form.locator(".cq-rows > li").nth(row).locator("input")
            self.to(inputs.first)
            self.press("Space", *["ArrowRight"] * (place if right else 1 - place))

    def order(self, item: Order, right: bool) -> None:
        """Bring each element to its place, from the first on, with the button or the arrow."""
        shown = list(presented_sequence(item))
        first, second, *others = item.sequence
        due = [first, second, *others] if right else [second, first, *others]
        for place, element in enumerate(due):
            steps = shown.index(element) - place
            if not steps:
                continue
            line = self.form.locator(".cq-sequence > li").nth(shown.index(element))
            self.to(line.locator(".cq-move").first)
            self.press("Enter", *["ArrowUp"] * (steps - 1))
            said = self.form.locator(".cq-said")
            expect(said).to_have_text(f"{element}: now {place + 1} of {len(due)}")
            shown.insert(place, shown.pop(shown.index(element)))

    def number(self, item: Item, right: bool) -> None:
        self.type("21 %" if right else "12 per cent")

    def text(self, item: Item, right: bool) -> None:
        self.type("the MODE-4" if right else "Mode 3")

    def open(self, item: Item, right: bool) -> None:
        self.type("Because it is to be temporary.")

    def type(self, text: str) -> None:
        self.to(self.form.locator(".cq-field :is(input, textarea)"))
        self.press("Control+a")
        self.tab.keyboard.type(text)


def start(opened: Opened, kind: str) -> tuple[Item, Locator, Keyboard]:
    item = items()[kind]
    tab = opened(page([item]))
    form = tab.locator(".cq-item")
    return item, form, Keyboard(tab, form)


CHECKED = sorted(set(items()) - {"open"})


@pytest.mark.parametrize("kind", CHECKED)
def test_a_right_answer(opened: Opened, kind: str) -> None:
    item, form, keyboard = start(opened, kind)
    keyboard.answer(item)
    keyboard.check()
    expect(form.locator(".cq-status")).to_have_text("Right.")
    expect(form.locator(".cq-more")).to_contain_text(item.rationale)
    said = form.locator(".cq-more").inner_text()
    assert item.source.quote in said
    assert item.source.section in said and f"p.\u00a0{item.source.page}" in said
    expect(form.locator(".cq-reveal")).to_be_hidden()
    expect(form.locator(".cq-main")).to_be_focused()
    panel = form.page.locator(".cq-score")
    expect(panel).to_contain_text("Score at first try: 1 of 1 (100 %)")
    expect(panel).to_contain_text("You have reached the pass mark of 70 %.")


PARTLY = {
    "multiple": "Partly right: 5 of 6 options judged correctly.",
    "match": "Partly right: 1 of 3.",
    "order": "Partly right: 2 of 4.",
}


@pytest.mark.parametrize("kind", CHECKED)
def test_a_wrong_answer_then_the_right_one(opened: Opened, kind: str) -> None:
    item, form, keyboard = start(opened, kind)
    keyboard.answer(item, right=False)
    keyboard.check()
    status = form.locator(".cq-status")
    expect(status).not_to_have_text("Right.")
    expect(status).to_have_text(PARTLY.get(kind, "Not right."))
    expect(form.page.locator(".cq-score")).to_contain_text("Score at first try: 0")
    if kind == "true_false":
        expect(form.locator(".cq-more")).to_contain_text(item.rationale)
        return
    assert item.source.quote not in form.locator(".cq-more").inner_text()
    expect(form.locator(".cq-more")).to_contain_text(f"Look again at: {item.source.section}")
    keyboard.to(form.locator(".cq-main"))
    expect(form.locator(".cq-main")).to_have_text("Try again")
    keyboard.press("Enter")
    expect(status).to_have_text("")
    focused = form.locator(".cq-body :focus")
    expect(focused).to_have_count(1)


@pytest.mark.parametrize("kind", sorted(set(CHECKED) - {"true_false"}))
def test_show_the_answer(opened: Opened, kind: str) -> None:
    item, form, keyboard = start(opened, kind)
    keyboard.answer(item, right=False)
    keyboard.check()
    keyboard.to(form.locator(".cq-reveal"))
    keyboard.press("Enter")
    expect(form.locator(".cq-status")).to_contain_text("The answer:")
    expect(form.locator(".cq-more")).to_contain_text(item.source.quote)
    expect(form.locator(".cq-more")).to_be_focused()
    expect(form.locator(".cq-reveal")).to_be_hidden()
    keyboard.to(form.locator(".cq-main"))


def test_open_answers(opened: Opened) -> None:
    item, form, keyboard = start(opened, "open")
    keyboard.check()
    expect(form.locator(".cq-status")).to_have_text("Answer first.")
    keyboard.answer(item)
    keyboard.check()
    expect(form.locator(".cq-model")).to_have_text(item.model_answer)  # type: ignore[attr-defined]
    expect(form.locator(".cq-source")).to_contain_text(item.source.quote)
    keyboard.to(form.locator(".cq-rate input").first)
    keyboard.press("Space", "ArrowRight")
    expect(form.locator(".cq-status")).to_contain_text("does not count")
    expect(form.page.locator(".cq-score")).to_contain_text("You have answered all items.")
    assert "Score" not in form.page.locator(".cq-score").inner_text()


def test_the_whole_quiz(opened: Opened) -> None:
    """Three mistakes at first, then all right; then again from the start."""
    bank = items()
    tab = opened(page(bank.values()))
    panel = tab.locator(".cq-score")
    expect(panel).to_contain_text("0 of 9 items answered")
    mistakes = {"choice", "multiple", "number"}
    for position, item in enumerate(bank.values()):
        keyboard = Keyboard(tab, tab.locator(".cq-item").nth(position))
        keyboard.answer(item, right=item.type not in mistakes)
        keyboard.check()
        if item.type == "open":
            keyboard.to(keyboard.form.locator(".cq-rate input").first)
            keyboard.press("Space")
    expect(panel).to_contain_text("9 of 9 items answered")
    expect(panel).to_contain_text("Score at first try: 5.8 of 8 (73 %)")
    expect(panel).to_contain_text("You have reached the pass mark of 70 %.")
    form = tab.locator(".cq-item").first
    form.locator(".cq-main").focus()
    tab.keyboard.press("Enter")
    keyboard = Keyboard(tab, form)
    keyboard.answer(bank["choice"])
    keyboard.check()
    expect(panel).to_contain_text("Score at first try: 5.8 of 8 (73 %)")
    expect(panel).to_contain_text("With later tries: 6.8 of 8")
    keyboard.to(panel.locator("button"))
    keyboard.press("Enter")
    expect(panel).to_contain_text("0 of 9 items answered")
    expect(panel).to_be_focused()
    assert tab.locator("input:checked, .cq-checked").count() == 0
    assert all(
        tab.locator("textarea, input[type=text]").evaluate_all("es => es.map(e => !e.value)")
    )


def test_what_is_shown_is_no_achievement(opened: Opened) -> None:
    item, form, keyboard = start(opened, "choice")
    keyboard.answer(item, right=False)
    keyboard.check()
    keyboard.to(form.locator(".cq-reveal"))
    keyboard.press("Enter")
    keyboard.check()
    expect(form.locator("input:checked")).to_have_count(0)
    keyboard.answer(item)
    keyboard.check()
    expect(form.locator(".cq-status")).to_have_text("Right.")
    panel = form.page.locator(".cq-score")
    expect(panel).to_contain_text("Score at first try: 0 of 1")
    expect(panel).not_to_contain_text("later")


@pytest.mark.parametrize("kind", sorted(set(CHECKED) - {"order"}))
def test_nothing_is_not_checked(opened: Opened, kind: str) -> None:
    _, form, keyboard = start(opened, kind)
    keyboard.check()
    expect(form.locator(".cq-status")).to_contain_text("first" if kind != "number" else "Enter")
    expect(form.locator(".cq-main")).to_have_text("Check")
    expect(form.page.locator(".cq-score")).to_contain_text("0 of 1 item answered")
    expect(form.locator(".cq-body :focus")).to_have_count(1)


def test_a_changed_answer_is_open_again(opened: Opened) -> None:
    item, form, keyboard = start(opened, "choice")
    keyboard.answer(item, right=False)
    keyboard.check()
    expect(form.locator(".cq-mark")).to_have_count(1)
    form.locator("input").nth(positions(item, key(item))[0]).focus()
    keyboard.press("Space")
    expect(form.locator(".cq-mark")).to_have_count(0)
    expect(form.locator(".cq-main")).to_have_text("Check")
    keyboard.check()
    expect(form.locator(".cq-status")).to_have_text("Right.")


def test_enter_in_a_field_checks(opened: Opened) -> None:
    _, form, keyboard = start(opened, "text")
    keyboard.type("mode 4")
    keyboard.press("Enter")
    expect(form.locator(".cq-status")).to_have_text("Right.")


def test_the_ends_of_a_sequence_keep_the_focus(opened: Opened) -> None:
    _, form, keyboard = start(opened, "order")
    up = form.locator(".cq-sequence > li").first.locator(".cq-move").first
    keyboard.to(up)
    keyboard.press("Enter")
    expect(up).to_be_focused()
    expect(up).to_have_attribute("aria-disabled", "true")
