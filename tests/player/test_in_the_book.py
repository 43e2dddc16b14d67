"""The quiz page of a site that Jupyter Book has built."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.writers import write_all
from builder.writers.book import build_book
from small_course import course

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("book")
    write_all(course(hostile=False), root)
    return build_book(root).site


def test_a_quiz_page(tab: Page, site: Path) -> None:
    tab.goto((site / "quizzes" / "remittances.html").as_uri())
    form = tab.locator("#item-re-choice")
    expect(form.locator(".cq-main")).to_have_text("Check")
    # No code shows, and no script or style beside those of the site.
    assert tab.locator(".cell_input:visible, pre:visible").count() == 0
    assert tab.locator("article style, article script:not([type='application/json'])").count() == 0
    form.get_by_label("A transfer of money to a family").check()
    form.locator(".cq-main").click()
    expect(form.locator(".cq-status")).to_have_text("Right.")
    expect(tab.locator(".cq-score")).to_contain_text("1 of 9 items answered")
    ground = "element => getComputedStyle(element).backgroundColor"
    tab.evaluate("document.documentElement.dataset.theme = 'dark'")
    output = tab.locator(".output.text_html").first
    assert output.evaluate(ground) == "rgba(0, 0, 0, 0)"


def test_a_page_of_the_book_at_360_pixels(tab: Page, site: Path) -> None:
    tab.set_viewport_size({"width": 360, "height": 800})
    for page in ("quizzes", "modules"):
        tab.goto((site / page / "remittances.html").as_uri())
        expect(tab.locator(".cq-main").first).to_be_visible()
        assert tab.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_address_of_the_answers_holds(tab: Page, site: Path) -> None:
    """The link is for readers without scripts, to whom `noscript` shows it."""
    tab.goto((site / "quizzes" / "remittances.html").as_uri())
    notes = tab.locator("noscript").all_text_contents()
    assert any('href="../appendix/answers.html"' in note for note in notes)
    assert (site / "appendix" / "answers.html").is_file()
