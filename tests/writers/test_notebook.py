"""The quiz notebooks: valid, the same each time, and readable without being run."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import nbformat
import pytest
import pytest_check
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from builder.model import (
    Bloom,
    CourseModule,
    ItemBank,
    LearningObjective,
    ReviewStatus,
    SourceRef,
    Text,
)
from builder.player import Quiz
from builder.player.plain import plain_item
from builder.writers.notebook import cell_ids, notebook, write
from player_pages import BANK, bank
from small_course import HOSTILE, course

OBJECTIVES = tuple(
    LearningObjective(
        id=f"lm-o{n}",
        statement=f"Explain matter {n}.",
        bloom=Bloom.APPLY,
        status=ReviewStatus.REJECTED if n == 4 else ReviewStatus.DRAFT,
    )
    for n in (3, 1, 2, 4)
)
MODULE = CourseModule(module="labour-migration", objectives=OBJECTIVES)


def cells(data: bytes) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(data)["cells"]
    return found


def source(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])


def shown(cell: dict[str, Any], kind: str) -> str:
    (output,) = cell["outputs"]
    return "".join(output["data"][kind])


def codes(data: bytes) -> list[dict[str, Any]]:
    return [cell for cell in cells(data) if cell["cell_type"] == "code"]


@pytest.fixture(scope="module")
def data() -> bytes:
    return notebook(MODULE, bank(), "Labour migration", pass_mark=70)


def test_the_form(data: bytes) -> None:
    check = pytest_check.check
    nbformat.validate(nbformat.reads(data.decode("utf-8"), as_version=4))
    check.equal(json.loads(data)["nbformat_minor"], 5)
    check.is_true(data.endswith(b"}\n"))
    check.is_not_in(b"\r", data)
    check.equal(data, notebook(MODULE, bank(), "Labour migration", pass_mark=70))
    # What nbformat itself would write: people who save it unchanged change nothing.
    again = nbformat.writes(nbformat.reads(data.decode("utf-8"), as_version=4))
    check.equal(again.rstrip("\n") + "\n", data.decode("utf-8"))


def test_the_cells(data: bytes) -> None:
    check = pytest_check.check
    title, start, *rest = cells(data)
    check.is_true(source(title).startswith("# Quiz: Labour migration\n\n9 items, pass mark 70 %"))
    check.is_in('quiz = Quiz("labour-migration.yml", pass_mark=70)', source(start))
    check.equal(start["outputs"], [])
    headings = [source(cell) for cell in rest if cell["cell_type"] == "markdown"]
    check.equal(
        headings,
        [f"## Objective {n}\n\nExplain matter {m}." for n, m in ((1, 3), (2, 1), (3, 2))]
        + ["## Your score"],
    )
    check.equal(source(rest[-1]), "quiz.score()")


def test_items_stand_under_their_objectives_and_are_numbered(data: bytes) -> None:
    items = {item.id: item for item in bank().published()}
    order = ["lm-5f0c05", "lm-7b0c07", "lm-9d0c09", "lm-1a0c01", "lm-3d0c03", "lm-6a0c06",
             "lm-2b0c02", "lm-4e0c04", "lm-8c0c08"]  # fmt: skip
    found = codes(data)[1:-1]
    assert [source(cell) for cell in found] == [f'quiz.item("{name}")' for name in order]
    assert [cell["id"] for cell in found] == [f"item-{name}" for name in order]
    for number, (name, cell) in enumerate(zip(order, found, strict=True), 1):
        assert shown(cell, "text/plain") == plain_item(items[name], number)
        html = shown(cell, "text/html")
        assert f'<span class="cq-number">{number}.</span>' in html
        assert 'href="../appendix/answers.html"' in html
    assert b"must not be published" not in data


def test_no_code_shows_in_the_book(data: bytes) -> None:
    start, *others = codes(data)
    assert start["metadata"]["tags"] == ["remove-cell"]
    assert [cell["metadata"]["tags"] for cell in others] == [["remove-input"]] * len(others)


def test_script_and_style_are_not_in_it(data: bytes) -> None:
    assert b"<style" not in data
    assert data.count(b"<script") == data.count(b'<script type=\\"application/json\\"') == 9


def test_running_it_shows_what_is_stored(data: bytes) -> None:
    """The code of the cells, run in order, gives the stored outputs; addresses aside."""
    names: dict[str, Any] = {}
    start, *others = codes(data)
    code = source(start).replace("labour-migration.yml", BANK.as_posix())
    exec(compile(code, "start", "exec"), names)
    for cell in others:
        result = eval(source(cell), names)
        link = '<a href="../appendix/answers.html">answers page</a>'
        assert result.bundle()["text/html"] == shown(cell, "text/html").replace(
            link, "answers page"
        )
        assert repr(result) == shown(cell, "text/plain")


def test_an_unknown_item_is_refused_in_words() -> None:
    with pytest.raises(LookupError, match=r"no published item 'lm-0e0c10'.*coursewright build"):
        Quiz(BANK).item("lm-0e0c10")


def test_items_without_objective_come_last() -> None:
    module = CourseModule(module="labour-migration", objectives=OBJECTIVES[1:2])
    headings = [
        source(cell)
        for cell in cells(notebook(module, bank(), "x"))
        if cell["cell_type"] == "markdown"
    ]
    assert headings[1:-1] == ["## Objective 1\n\nExplain matter 1.", "## Further items"]


def test_a_changed_item_changes_its_cell_only(data: bytes) -> None:
    items = list(bank().items)
    items[3] = items[3].model_copy(update={"stem": "Another stem?"})
    changed = notebook(
        MODULE, ItemBank(module="labour-migration", items=tuple(items)), "Labour migration",
        pass_mark=70,
    )  # fmt: skip
    pairs = zip(cells(data), cells(changed), strict=True)
    assert [old["id"] for old, new in pairs if old != new] == [f"item-{items[3].id}"]


TEXTS = st.one_of(st.text(), st.sampled_from(HOSTILE), st.sampled_from(["%magic", "!ls", "?x"]))


@given(TEXTS, TEXTS, TEXTS)
def test_hostile_text_is_text(title: str, name: str, statement: str) -> None:
    ref = SourceRef(extract="x", quote=title)
    item = Text(id=name, objective="o", stem=title, accepted=("x",), source=ref)
    objective = LearningObjective(id="o", statement=statement, bloom=Bloom.APPLY)
    module = CourseModule(module="x", objectives=(objective,))
    data = notebook(module, ItemBank(module=name, items=(item,)), title)
    nbformat.validate(nbformat.reads(data.decode("utf-8"), as_version=4))
    start, one, score = codes(data)
    call = ast.parse(source(one), mode="eval").body
    assert isinstance(call, ast.Call) and ast.literal_eval(call.args[0]) == item.id
    assert len(ast.parse(source(start)).body) == 2
    assert source(score) == "quiz.score()"
    for cell in cells(data):
        if cell["cell_type"] == "markdown":
            kinds = {token.type for token in MarkdownIt("gfm-like").parse(source(cell))}
            assert kinds <= {"heading_open", "heading_close", "inline", "paragraph_open",
                             "paragraph_close"}  # fmt: skip


def test_cell_ids() -> None:
    ref = SourceRef(extract="x", quote="q")
    names = ["lm-1", "a b", "x" * 70, "é"]
    items = [Text(id=name, stem="?", accepted=("x",), source=ref) for name in names]
    found = cell_ids(items)
    assert found["lm-1"] == "item-lm-1" and len(set(found.values())) == 4
    assert all(len(name) <= 64 for name in found.values())


def test_the_writer_leaves_out_empty_quizzes(tmp_path: Path) -> None:
    reviewed = course(hostile=False)
    assert [path.name for path in write(reviewed, tmp_path)] == ["remittances.ipynb"]
