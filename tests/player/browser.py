"""Chromium for tests: `chromium` is the browser, `tab` a page that may not reach any network.

A test that takes `tab` fails if the page logs an error, throws one, or asks for anything that
is not a file or on the machine itself. Without Chromium such tests are skipped, except under CI,
where they fail.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Request,
    ViewportSize,
    sync_playwright,
)

EXECUTABLE = "/usr/bin/chromium"
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
]
_LOCAL = ("", "127.0.0.1", "localhost")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Start the browser for the tests of a module; two drivers at once would not do."""
    executable = EXECUTABLE if Path(EXECUTABLE).exists() else shutil.which("chromium")
    if executable is None:
        message = "there is no Chromium; install it to run the tests of the quiz player"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def profile(chromium: Browser) -> Iterator[BrowserContext]:
    """Open a window of 1000 × 900 pixels, for pages that leave nothing behind."""
    window: ViewportSize = {"width": 1000, "height": 900}
    context = chromium.new_context(viewport=window, reduced_motion="reduce")
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def tab(profile: BrowserContext) -> Iterator[Page]:
    """Open a page; the docstring of the module says what it must not do."""
    page = profile.new_page()
    troubles: list[str] = []
    watch(page, troubles)
    yield page
    page.close()
    assert not troubles, troubles


def watch(page: Page, troubles: list[str]) -> None:
    """Note what a page must not do in `troubles`."""

    def requested(request: Request) -> None:
        if urlsplit(request.url).scheme not in ("data", "blob") and not _is_local(request.url):
            troubles.append(f"request: {request.url}")

    page.on("request", requested)
    page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
    page.on(
        "console",
        lambda message: (
            troubles.append(f"console: {message.text}") if message.type == "error" else None
        ),
    )


def _is_local(url: str) -> bool:
    return (urlsplit(url).hostname or "") in _LOCAL


@pytest.fixture
def opened(tab: Page, tmp_path: Path) -> Callable[[str], Page]:
    """Return what shows HTML in the tab, from a file."""

    def show(html: str) -> Page:
        path = tmp_path / "page.html"
        path.write_text(html, encoding="utf-8")
        tab.goto(path.as_uri())
        return tab

    return show
