"""The quiz notebook in a real JupyterLab: Run All, answer by keyboard, read the feedback."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser import watch
from builder.model import Bloom, CourseModule, LearningObjective
from builder.writers.notebook import notebook
from player_pages import BANK, bank, items, key, positions

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
# JupyterLab asks its own server for what may not be there.
OWN_NOISE = ("404", "favicon", "Failed to load resource")


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start JupyterLab on the machine itself, with a home and settings of its own."""
    home = tmp_path_factory.mktemp("jupyter")
    folder = home / "quizzes"
    folder.mkdir()
    shutil.copy(BANK, folder / "labour-migration.yml")
    objectives = tuple(
        LearningObjective(id=f"lm-o{n}", statement=f"Objective of US$ {n}", bloom=Bloom.APPLY)
        for n in (1, 2, 3)
    )
    module = CourseModule(module="labour-migration", objectives=objectives)
    data = notebook(module, bank(), "Migration at US$ 5 or US$ 10", pass_mark=70)
    (folder / "labour-migration.ipynb").write_bytes(data)
    config = home / "config" / "labconfig"
    config.mkdir(parents=True)
    news = {"@jupyterlab/apputils-extension:announcements": True}
    (config / "page_config.json").write_text(json.dumps({"disabledExtensions": news}))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = secrets.token_hex(16)
    settings = {
        "HOME": home,
        "PYTHONPATH": ROOT,
        "IPYTHONDIR": home / "ipython",
        "JUPYTER_CONFIG_DIR": home / "config",
        "JUPYTER_DATA_DIR": home / "data",
        "JUPYTER_RUNTIME_DIR": home / "runtime",
        "JUPYTERLAB_SETTINGS_DIR": home / "settings",
        "JUPYTERLAB_WORKSPACES_DIR": home / "workspaces",
    }
    arguments = [
        "--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0", f"--ServerApp.root_dir={folder}",
        f"--IdentityProvider.token={token}", "--LabApp.extension_manager=readonly",
    ]  # fmt: skip
    log = (home / "log").open("wb")
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", *arguments],
        env={**os.environ, **{name: str(value) for name, value in settings.items()}},
        stdout=log,
        stderr=log,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/api/status?token={token}", server, home / "log")
        yield f"{address}/lab/tree/labour-migration.ipynb?token={token}"
    finally:
        server.terminate()
        server.wait(20)
        log.close()


def _wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(300):
        assert server.poll() is None, log.read_text()
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(log.read_text())


@pytest.fixture
def opened_lab(lab: str, chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1200, "height": 900})
    tab = context.new_page()
    troubles: list[str] = []
    watch(tab, troubles)
    tab.goto(lab)
    yield tab
    context.close()
    assert not [t for t in troubles if not any(noise in t for noise in OWN_NOISE)], troubles


def bring(target: Locator) -> None:
    """Scroll until JupyterLab shows the cell of `target`: it renders only what is in sight."""
    target.evaluate("element => element.scrollIntoView({block: 'center'})")
    expect(target).to_be_visible()


def test_a_quiz_in_jupyterlab(opened_lab: Page) -> None:
    tab = opened_lab
    cells = tab.locator(".jp-Notebook .jp-Cell")
    expect(cells.first).to_be_visible(timeout=30_000)
    # It reads before it is run.
    expect(tab.locator(".jp-OutputArea").get_by_text("What separates the H1B visa")).to_be_visible()
    expect(tab.locator(".cq-main")).to_have_count(0)
    expect(tab.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible(timeout=30_000)
    tab.get_by_role("menuitem", name="Run", exact=True).click()
    tab.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    form = tab.locator('.cq-item[data-item="lm-1a0c01"]')
    expect(tab.locator(".cq-item .cq-main")).to_have_count(9, timeout=40_000)
    bring(form)
    expect(form.locator(".cq-main")).to_have_text("Check")
    item = items()["choice"]
    place = positions(item, key(item))[0]
    inputs = form.locator("input")
    inputs.first.focus()
    for name in ["Space", *["ArrowDown"] * place]:
        tab.keyboard.press(name)
    expect(inputs.nth(place)).to_be_checked()
    tab.keyboard.press("Tab")
    expect(form.locator(".cq-main")).to_be_focused()
    tab.keyboard.press("Enter")
    expect(form.locator(".cq-status")).to_have_text("Right.")
    expect(form.locator(".cq-more")).to_contain_text(item.source.quote)
    expect(form).to_be_visible()
    # Letters are typed and not taken for commands ("dd" deletes a cell, "x" cuts one).
    count = tab.evaluate("document.querySelectorAll('.jp-Cell').length")
    field = tab.locator('.cq-item[data-item="lm-8c0c08"] input')
    bring(field)
    field.focus()
    tab.keyboard.type("add x mode dd 4")
    expect(field).to_have_value("add x mode dd 4")
    tab.keyboard.press("Control+a")
    tab.keyboard.type("Mode 4")
    tab.keyboard.press("Enter")
    expect(tab.locator('.cq-item[data-item="lm-8c0c08"] .cq-status')).to_have_text("Right.")
    assert tab.evaluate("document.querySelectorAll('.jp-Cell').length") == count
    assert tab.locator(".cq-item:has-text('must not be published')").count() == 0
    # Amounts in dollars are no mathematics.
    assert tab.locator("mjx-container").count() == 0
    heading = tab.get_by_role("heading", name="Quiz: Migration at US$ 5 or US$ 10")
    bring(heading)
    expect(heading).to_be_visible()
    panel = tab.locator(".cq-score")
    bring(panel)
    expect(panel).to_contain_text("2 of 9 items answered")
    expect(panel).to_contain_text("Score at first try: 2 of 2 (100 %)")
