"""The player in Chromium: what it looks like, where it works, what it must not do."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import pytest_check
from playwright.sync_api import Browser, Page, expect

from builder.player.render import render_item
from player_pages import PLAYER, items, page, with_text
from small_course import HOSTILE

Opened = Callable[[str], Page]

CONTRAST = """() => {
  const rgba = (text) => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const part = [r, g, b].map((c) => c / 255)
      .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
  };
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = rgba(getComputedStyle(e).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const poor = [];
  for (const element of document.querySelectorAll(".cq-item *, .cq-score *")) {
    const own = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!own || !element.checkVisibility() || element.ariaDisabled === "true") continue;
    if (element.matches("script, option")) continue;
    const [a, b] = [light(rgba(getComputedStyle(element).color)), light(ground(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) poor.push(`${element.className}: ${ratio.toFixed(2)}`);
  }
  return poor;
}"""

ALL_STATES = """() => {
  const press = (form, name) => form.querySelector(name).click();
  for (const form of document.querySelectorAll(".cq-item")) {
    form.querySelectorAll(".cq-options li:nth-child(-n+2) input").forEach((i) => i.click());
    form.querySelectorAll("select").forEach((menu) => (menu.selectedIndex = 2));
    form.querySelectorAll(".cq-row label:first-of-type input").forEach((i) => i.click());
    form.querySelectorAll(".cq-field :is(input, textarea)").forEach((i) => (i.value = "12"));
    press(form, ".cq-main");
  }
}"""


def answered(opened: Opened, theme: str = "") -> Page:
    """A page on which everything has been answered, mostly wrongly."""
    tab = opened(page(items().values(), theme))
    tab.evaluate(ALL_STATES)
    expect(tab.locator(".cq-more:not(:empty)")).to_have_count(9)
    return tab


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("reveal", [False, True])
def test_contrast(opened: Opened, theme: str, reveal: bool) -> None:
    tab = answered(opened, theme)
    if reveal:
        tab.evaluate(
            "document.querySelectorAll('.cq-reveal:not([hidden])').forEach(b => b.click())"
        )
    assert tab.evaluate(CONTRAST) == []


def test_dark_by_preference_where_there_is_no_theme(opened: Opened, tab: Page) -> None:
    tab.emulate_media(color_scheme="dark")
    tab = opened(page([items()["choice"]]))
    ground = "getComputedStyle(document.querySelector('.cq-item')).backgroundColor"
    assert tab.evaluate(ground) == "rgb(23, 28, 34)"
    tab.evaluate("document.documentElement.dataset.theme = 'light'")
    assert tab.evaluate(ground) == "rgb(255, 255, 255)"


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_width_scrolls_sideways(opened: Opened, tab: Page, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    answered(opened)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    wide = """[...document.querySelectorAll('.cq-item *:not(option)')]
        .filter(e => e.checkVisibility() && !e.closest('.cq-said'))
        .filter(e => e.getBoundingClientRect().right > innerWidth).map(e => e.className)"""
    assert tab.evaluate(wide) == []


def test_long_words_break(opened: Opened, tab: Page) -> None:
    tab.set_viewport_size({"width": 360, "height": 800})
    tab = opened(page(with_text("x" * 400)))
    tab.evaluate(ALL_STATES)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360


def test_targets_are_large_enough(opened: Opened) -> None:
    tab = answered(opened)
    sizes = tab.evaluate(
        """[...document.querySelectorAll('button, select, textarea, input[type=text], label')]
        .filter(e => e.checkVisibility() && !e.querySelector('textarea, input[type=text]'))
        .map(e => [e.className + e.tagName, e.getBoundingClientRect()])
        .filter(([, box]) => box.width < 24 || box.height < 24).map(([name]) => name)"""
    )
    assert sizes == []


@pytest.mark.parametrize("kind", sorted(items()))
def test_the_focus_can_be_seen(opened: Opened, kind: str) -> None:
    tab = opened(page([items()[kind]]))
    for _ in range(4):
        tab.keyboard.press("Tab")
        outline = tab.evaluate(
            "(({outlineStyle, outlineWidth}) => [outlineStyle, parseFloat(outlineWidth)])"
            "(getComputedStyle(document.activeElement))"
        )
        assert outline[0] == "solid" and outline[1] >= 2
        if tab.evaluate("document.activeElement.classList.contains('cq-main')"):
            return


def test_every_control_has_a_name(opened: Opened) -> None:
    tab = answered(opened)
    for role in ("radio", "checkbox", "combobox", "textbox", "button"):
        for control in tab.get_by_role(role).all():  # type: ignore[arg-type]
            tree = control.aria_snapshot()
            assert re.search(rf'{role} "[^"]+"', tree), tree


def test_items_that_come_later_are_enhanced(opened: Opened) -> None:
    tab = opened(page([]))
    html = render_item(items()["choice"], number=1, quiz="labour-migration")
    tab.evaluate("html => { document.body.append(document.createRange()"
                 ".createContextualFragment(`<div>${html}</div>`)) }", html)  # fmt: skip
    expect(tab.locator(".cq-item .cq-main")).to_have_text("Check")


def test_running_the_script_twice_does_no_harm(opened: Opened) -> None:
    tab = opened(page([items()["choice"]]))
    tab.add_script_tag(content=(PLAYER / "player.js").read_text("utf-8"))
    expect(tab.locator(".cq-main")).to_have_count(1)


def test_an_item_without_its_data_stays_as_it_is(opened: Opened) -> None:
    html = page([items()["choice"]])
    bare = re.sub(r'<script type="application/json">.*?</script>', "", html)
    broken = re.sub(r'(<script type="application/json">).*?(</script>)', r"\1{\2", html)
    for text in (bare, broken):
        assert opened(text).locator(".cq-main").count() == 0


def test_without_script_items_read_well(chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.set_content(page(items().values(), script=False))
    text = tab.locator("body").inner_text()
    check = pytest_check.check
    check.equal(tab.locator("button").count(), 0)
    check.equal(text.count("answers page"), 9)
    for item in items().values():
        check.is_in(item.stem, text)
    check.is_in("a trade rule that allows a State to offer more but not less", text)
    check.equal(tab.locator("input[type=radio]").count(), 3 + 2 + 6)
    context.close()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(opened: Opened, text: str) -> None:
    tab = opened(page(with_text(text)))
    tab.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    count = "document.querySelectorAll('img, iframe, svg, script, a, style, object').length"
    before = tab.evaluate(count)
    tab.evaluate(ALL_STATES)
    tab.evaluate("document.querySelectorAll('.cq-reveal:not([hidden])').forEach(b => b.click())")
    assert tab.evaluate(count) == before
    shown = " ".join(
        (tab.locator(".cq-item").last.locator(".cq-more").text_content() or "").split()
    )
    assert " ".join(text.split()) in shown


def test_print_leaves_out_what_paper_cannot_do(opened: Opened, tab: Page) -> None:
    tab.emulate_media(media="print")
    tab = opened(page(items().values()))
    assert tab.locator("button:visible, select:visible, progress:visible").count() == 0
    assert tab.locator(".cq-text:visible").count() > 20


def test_the_files_themselves() -> None:
    script = (PLAYER / "player.js").read_text("utf-8")
    style = (PLAYER / "player.css").read_text("utf-8")
    check = pytest_check.check
    check.less(len(script.encode()), 20_000)
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "document.write",
                 "fetch(", "XMLHttp", "http:", "https:", "localStorage", "</"):  # fmt: skip
        check.is_not_in(word, script)
    for word in ("@import", "url(", "http", "</"):
        check.is_not_in(word, style)
