"""Drafts that several tests look at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from builder.analysis import analyse
from builder.drafting import draft
from builder.drafting.draft import Draft
from builder.readers import read
from builder.readers.markdown import extract_from_text

ROOT = Path(__file__).parents[2]
TEXTS = sorted((ROOT / "evaluation" / "texts").glob("*.md"))
"""Reports of several fields, of the length that the floors ask for."""


@pytest.fixture(scope="session")
def draft_text() -> Callable[[str], Draft]:
    """A function that drafts a module from the body of an extract."""

    def made(body: str, front: str = "title: Grain\nheld: 2006\npages: 1-90\n") -> Draft:
        return draft(analyse(extract_from_text(f"---\n{front}---\n{body}\n", "grain", "g.md")), "g")

    return made


@pytest.fixture(scope="session", params=TEXTS, ids=lambda path: path.stem)
def drafted(request: pytest.FixtureRequest) -> Draft:
    """The draft of one report."""
    path: Path = request.param
    return draft(analyse(read(path, ROOT)), path.stem)
