"""The reading against its cases: `cases/reading.md`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.readers.markdown import extract_from_text
from builder.writers.reading import reading

CASES = Path(__file__).parent / "cases" / "reading.md"
_CASE = re.compile(r"^## (.+?)\n+```in\n(.*?)^```\n+```out\n(.*?)^```$", re.M | re.S)
_PLAIN = '---\ntitle: Trade\nsource: "A report"\n---\n'
_LABELLED = "---\ntitle: Trade\nsources:\n  norway: Norway\n---\n"


def cases() -> list[tuple[str, str, str]]:
    return _CASE.findall(CASES.read_text("utf-8"))


def test_all_cases_are_found() -> None:
    assert len(cases()) == CASES.read_text("utf-8").count("```in")


@pytest.mark.parametrize(("name", "text", "expected"), cases(), ids=lambda value: value[:40])
def test_case(name: str, text: str, expected: str) -> None:
    front = _LABELLED if "[norway" in text else _PLAIN
    extract = extract_from_text(front + text, "trade", "trade.md")
    assert "\n\n".join(reading(extract, {})) == expected.rstrip("\n")


def test_an_item_follows_its_section_once() -> None:
    extract = extract_from_text(
        f"{_PLAIN}## A\nOne. [p. 1]\n\n## B\nTwo. [p. 1]\n\n## A\nThree. [p. 1]\n", "t", "t.md"
    )
    blocks = list(reading(extract, {"A": "ITEM"}))
    assert blocks[2] == "ITEM"
    assert blocks.count("ITEM") == 1
