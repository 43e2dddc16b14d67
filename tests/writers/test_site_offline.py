"""The site in a browser: it asks for nothing but its own files, over http and from a folder."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from pytest_check import check

from builder.writers import write_all
from builder.writers.book import build_book
from small_course import course

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

PAGES = (
    "index.html",
    "course/intro.html",
    "modules/remittances.html",
    "modules/hostile-text.html",
    "quizzes/remittances.html",
    "quizzes/hostile-text.html",
    "appendix/glossary.html",
    "appendix/acronyms.html",
    "appendix/answers.html",
    "search.html?q=fees",
)


@dataclass
class Seen:
    """What a page did while it was looked at."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


_APPENDIX = ("appendix/glossary", "appendix/acronyms", "appendix/answers")


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    (root / "course").mkdir()
    (root / "course" / "intro.md").write_text("# Welcome\n\n:::{note}\nStart.\n:::\n", "utf-8")
    write_all(course(), root)
    result = build_book(root)
    assert result.findings == ()
    return result.site


@pytest.fixture(scope="module", params=["file", "http"])
def base(folder: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    if request.param == "file":
        yield folder.as_uri() + "/"
        return
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if not CHROMIUM:
        message = "there is no Chromium; install it to run the tests of the site"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield started
        started.close()


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def page(browser: Any, seen: Seen) -> Iterator[Any]:
    opened = browser.new_page(viewport={"width": 1280, "height": 900})

    def hear(message: Any) -> None:
        if message.type in ("error", "warning"):
            seen.complaints.append(message.text)

    def dismiss(dialog: Any) -> None:
        seen.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    opened.on("console", hear)
    opened.on("pageerror", lambda error: seen.complaints.append(str(error)))
    opened.on("dialog", dismiss)
    opened.on("request", lambda request: seen.requests.append(request.url))
    opened.on("requestfailed", lambda request: seen.complaints.append(f"failed: {request.url}"))
    opened.on(
        "response",
        lambda answer: answer.status >= 400 and seen.complaints.append(f"missing: {answer.url}"),
    )
    yield opened
    opened.close()


def test_pages_ask_only_for_files_of_the_site(page: Any, seen: Seen, base: str) -> None:
    for path in PAGES:
        seen.requests.clear()
        page.goto(base + path, wait_until="load")
        page.wait_for_timeout(150)
        with check:
            assert len(seen.requests) > 5, f"{path}: style and scripts are asked for"
        foreign = [url for url in seen.requests if not url.startswith((base, "data:"))]
        with check:
            assert (path, foreign, seen.complaints) == (path, [], [])
        seen.complaints.clear()


def test_pages_are_no_wider_than_the_screen(page: Any, folder: Path) -> None:
    for path in PAGES:
        page.goto(f"{folder.as_uri()}/{path}")
        for width in (360, 800, 1280):
            page.set_viewport_size({"width": width, "height": 780})
            with check:
                wide = page.evaluate("document.documentElement.scrollWidth")
                assert wide <= width, f"{path} at {width}"


def test_hostile_text_is_not_live(page: Any, seen: Seen, folder: Path) -> None:
    """A heading that reads "cw-live" has that id; what comes alive is an element of the text."""
    for path in ("modules/hostile-text", "quizzes/hostile-text", *_APPENDIX, "index"):
        page.goto(f"{folder.as_uri()}/{path}.html")
        page.wait_for_timeout(150)
        live = page.evaluate(
            """() => [...document.querySelectorAll(
                "article h1#cw-live, article img, [onerror], [onmouseover], article iframe, "
                + "a[href^='javascript'], a[href^='http'], .math"
            )].map(element => element.outerHTML)"""
        )
        with check:
            assert (path, live, seen.complaints) == (path, [], [])
        with check:
            assert "<script>alert('cw-live')</script>" in page.inner_text("body"), path


def test_search_finds_pages(page: Any, base: str) -> None:
    page.goto(base + "search.html?q=fees")
    page.wait_for_selector("#search-results li a")
    titles = page.locator("#search-results li > a").all_inner_texts()
    assert "Remittances" in titles


def test_an_item_can_be_answered_on_a_module_page(page: Any, seen: Seen, base: str) -> None:
    page.goto(base + "modules/remittances.html")
    item = page.locator(".cw-check form").first
    item.get_by_label("A transfer of money to a family").check()
    item.get_by_role("button", name="Check").click()
    assert "Right" in item.inner_text()
    assert seen.complaints == []


def test_a_quiz_page_shows_no_code_and_its_score(page: Any, folder: Path) -> None:
    page.goto(folder.as_uri() + "/quizzes/remittances.html")
    assert page.locator("article pre, .cell_input").count() == 0
    assert page.locator("form.cq-item").count() == 9
    assert page.locator(".cq-score").is_visible()
    assert page.locator("a[href*='binder'], a[href*='colab'], [class*='launch']").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(browser: Any, folder: Path, scheme: str) -> None:
    """Small print has a contrast of at least 4.5 : 1 in both schemes (WCAG 2.2 AA)."""
    page = browser.new_page(color_scheme=scheme)
    page.goto(folder.as_uri() + "/modules/remittances.html")
    for selector in ("article p", ".cw-page", ".cw-facts p", ".cw-bloom", ".bd-links a"):
        colour = page.evaluate(
            "selector => getComputedStyle(document.querySelector(selector)).color", selector
        )
        ground = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
        assert contrast(colour, ground) >= 4.5, selector
    page.close()


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours "rgb(r, g, b)"."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour."""
    parts = [float(part) / 255 for part in colour.split("(")[1].rstrip(")").split(",")[:3]]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_contrast_knows_black_on_white() -> None:
    assert round(contrast("rgb(0, 0, 0)", "rgb(255, 255, 255)")) == 21
