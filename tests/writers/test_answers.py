"""The answers page: numbers and letters as in the quiz, keys, reasons, places."""

from __future__ import annotations

from pathlib import Path

import pytest
from docutils import nodes
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from builder.model import Bloom, CourseModule, ItemBank, LearningObjective
from builder.writers.answers import answers_markdown, write
from builder.writers.markdown import escape
from player_pages import bank, with_text
from small_course import HOSTILE, course
from test_markdown import kinds, tree

MODULE = CourseModule(
    module="labour-migration",
    objectives=tuple(
        LearningObjective(id=f"lm-o{n}", statement="x", bloom=Bloom.APPLY) for n in (1, 2, 3)
    ),
)


@pytest.fixture(scope="module")
def text() -> str:
    return answers_markdown(MODULE, bank(), "Labour migration")


EXPECTED = [
    "## Labour migration\n\n**1.** What separates the H1B visa",
    "- Right: **B.** The H1B visa serves temporary migration. – The H1B visa is a scheme",
    "- Wrong: **C.** The H1B visa serves permanent migration. – That is what",
    "- Right: **True**\n",
    "- 1: Guaranteed minimum treatment – **D.** a trade rule that allows",
    "- Right: A, B, D, C\n- 1: **A.** Women began",
    "- 2: It serves temporary migration. – **H1B visa**",
    "- Right: **20 per cent**, give or take 1",
    "- Right: **Mode 4** (also: GATS Mode 4, Mode four)",
    "- Model answer: Governments want movements",
    "- Source: “In 1989, women began to take part in the arrangement.”, Migration approaches",
    "p.\u00a038",
]


@pytest.mark.parametrize("part", EXPECTED)
def test_what_it_says(text: str, part: str) -> None:
    assert part in text


def test_only_published_items(text: str) -> None:
    assert "must not be published" not in text
    assert text.count("\n**") == 9


def test_a_quiz_without_items_has_no_answers() -> None:
    assert answers_markdown(MODULE, ItemBank(module="x"), "x") == ""


def test_the_level_of_the_heading() -> None:
    assert answers_markdown(MODULE, bank(), "x", level=3).startswith("### x\n")


@given(st.one_of(st.text(), st.sampled_from(HOSTILE)))
@settings(max_examples=60)
def test_hostile_text_is_text(text: str) -> None:
    assume(escape(text))
    page = answers_markdown(
        CourseModule(module="x"), ItemBank(module="x", items=tuple(with_text(text))), "x"
    )
    found = tree(f"# Page\n\n{page}")
    allowed = {"document", "section", "title", "paragraph", "strong", "bullet_list", "list_item"}
    assert set(kinds(found)) <= allowed
    assert not list(found.findall(nodes.raw))


def test_the_page_of_the_course(tmp_path: Path) -> None:
    (path,) = write(course(), tmp_path)
    assert path == tmp_path / "appendix" / "answers.md"
    page = path.read_text("utf-8")
    assert page.startswith("<!-- Made by") and "\n# Answers\n" in page
    assert page.count("\n## ") == 2 and page.endswith("\n") and not page.endswith("\n\n")
