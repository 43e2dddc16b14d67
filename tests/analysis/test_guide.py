"""What the guide to writing extracts promises: each of its examples does what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.analysis import analyse
from builder.analysis.points import FINDERS
from builder.readers.markdown import extract_from_text

GUIDE = Path(__file__).parents[2] / "docs" / "writing-extracts.md"
KINDS = {
    "a definition": "definition",
    "a distinction": "contrast",
    "a closed list": "enumeration",
    "a cause": "cause",
    "a recommendation": "recommendation",
    "a position": "claim",
    "a figure": "figure",
    "an event": "event",
    "an acronym": "acronym",
    "a case": "example",
}
_ROW = re.compile(r"^\| (an? [a-z ]+?) \| (.+?) \| (.+?) \|$", re.MULTILINE)
_EXAMPLE = re.compile(r"\*([^*]+)\*")
SPELT_OUT = {
    "X leads to Y.": "The storm leads to a loss of seed.",
    "As a result of X, Y.": "As a result of the storm, prices rose in spring.",
    "X is due to Y.": "The loss of seed is due to the storm.",
}
FAILING: dict[str, str] = {}
"""Examples that the program does not yet find, with the reason."""


def rows() -> list[tuple[str, str, str]]:
    return _ROW.findall(GUIDE.read_text("utf-8"))


def examples(column: int) -> list[object]:
    found: list[object] = []
    for row in rows():
        for text in _EXAMPLE.findall(row[column]):
            why = FAILING.get(text)
            marks = [pytest.mark.xfail(strict=True, reason=why)] if why else []
            found.append(pytest.param(KINDS.get(row[0], "?"), text, id=text[:40], marks=marks))
    return found


def kinds_in(text: str) -> set[str]:
    head = "---\ntitle: T\nas_of: 2006\n---\n## One\n\n"
    body = text if text.endswith(".") else f"Speakers at the meeting discussed {text}."
    return {point.kind for point in analyse(extract_from_text(f"{head}{body}\n", "t", "t")).points}


def test_the_table_is_read() -> None:
    assert {row[0] for row in rows()} == set(KINDS)
    assert set(KINDS.values()) <= set(FINDERS)


@pytest.mark.parametrize(("kind", "text"), examples(1))
def test_what_to_write_is_found(kind: str, text: str) -> None:
    assert kind in kinds_in(SPELT_OUT.get(text, text))


@pytest.mark.parametrize(("kind", "text"), examples(2))
def test_what_not_to_write_is_left_alone(kind: str, text: str) -> None:
    assert kind not in kinds_in(text.replace("…", "flood and drought"))
