"""Writer of the quiz notebooks: `quizzes/<slug>.ipynb`.

A notebook reads without being run: each item is stored as the output of its cell. In the book
the stored items are brought to life by the script of the site, and no code is seen; in
JupyterLab, Run All loads the item bank that lies beside the notebook.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import nbformat

from builder.model import CourseModule, Item, ItemBank, ReviewedCourse
from builder.player.arrange import Group, groups
from builder.player.quiz import Shown, shown_item, shown_score
from builder.writers.files import put
from builder.writers.markdown import escape
from builder.writers.phrases import count

ANSWERS = "../appendix/answers.html"
"""Address of the answers page, seen from a quiz page of the site."""

_METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
_FURTHER = "Further items"
"""Heading of items whose objective the module does not have."""
_HOW = (
    "Answer each item and choose **Check**. Every answer is explained, with the sentence of the "
    "source that it rests on. Your first try counts; you may try again as often as you like."
)
_RUN = "# To answer in JupyterLab, choose Run > Run All Cells first."


def write(course: ReviewedCourse, out: Path) -> list[Path]:
    """Write the notebook of each module that has published items below `out`."""
    return [
        put(
            out / "quizzes" / f"{reviewed.id}.ipynb",
            notebook(
                reviewed.module,
                reviewed.bank,
                reviewed.title,
                pass_mark=course.course.pass_mark,
            ),
        )
        for reviewed in course.modules
        if reviewed.bank.published()
    ]


def notebook(
    module: CourseModule,
    bank: ItemBank,
    title: str,
    *,
    pass_mark: int | None = None,
    answers: str = ANSWERS,
) -> bytes:
    """Return the notebook of a quiz: all published items, grouped by learning objective.

    Args:
        module: objectives, which make the headings.
        bank: the item bank, to be saved as `<module>.yml` beside the notebook.
        title: title of the module.
        pass_mark: per cent of the points that are needed, shown with the score.
        answers: address of the answers page, for readers without scripts.

    Raises:
        nbformat.ValidationError: the notebook would not be valid; nothing comes of it.
    """
    found = groups(module, bank)
    data = {
        "cells": list(_cells(found, bank.module, title, pass_mark, answers)),
        "metadata": _METADATA,
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    nbformat.validate(nbformat.from_dict(data))  # type: ignore[no-untyped-call]
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
    return (text + "\n").encode("utf-8")


def _cells(
    found: tuple[Group, ...], quiz: str, title: str, pass_mark: int | None, answers: str
) -> Iterator[dict[str, Any]]:
    """Yield the cells in order."""
    items = [item for group in found for _, item in group.items]
    # A mark that nobody sees would surprise; one that is shown belongs to what is run.
    mark = "" if pass_mark is None else f", pass_mark={pass_mark}"
    ids = cell_ids(items)
    yield _markdown("title", f"# {_shown(f'Quiz: {title}')}\n\n{_intro(items, pass_mark)}")
    yield _code(
        "start",
        f"{_RUN}\nfrom builder.player import Quiz\n\nquiz = Quiz({_literal(quiz + '.yml')}{mark})",
        None,
        "remove-cell",
    )
    for position, group in enumerate(found, 1):
        yield _markdown(f"objective-{position}", _heading(position, group))
        for number, item in group.items:
            shown = shown_item(item, number, quiz, answers)
            yield _code(ids[item.id], f"quiz.item({_literal(item.id)})", shown, "remove-input")
    yield _markdown("score-heading", "## Your score")
    yield _code("score", "quiz.score()", shown_score(quiz, items, pass_mark), "remove-input")


def _intro(items: list[Item], pass_mark: int | None) -> str:
    facts = count(len(items), "item")
    mark = f", pass mark {pass_mark} %" if pass_mark is not None else ""
    return f"{facts}{mark}. {_HOW}"


def _heading(position: int, group: Group) -> str:
    """Return a short heading, for the sidebar, and the objective in full."""
    if group.objective is None:
        return f"## {_FURTHER}"
    return f"## Objective {position}\n\n{_shown(group.objective.statement.rstrip('. '))}."


def _shown(text: str) -> str:
    """Return `text` as Markdown for notebooks.

    JupyterLab looks for mathematics in what Markdown has become, where nothing tells an escaped
    dollar from another; but no formula goes over the border of an element.
    """
    return escape(text).replace("\\$", "<span>\\$</span>")


def cell_ids(items: Iterable[Item]) -> dict[str, str]:
    """Return the cell id of each item: its own id where that is one, else a digest of it."""
    found: dict[str, str] = {}
    for item in items:
        fits = re.fullmatch(r"[A-Za-z0-9_-]{1,58}", item.id)
        name = item.id if fits else hashlib.sha256(item.id.encode()).hexdigest()[:16]
        found[item.id] = f"item-{name}"
    return found


def _literal(text: str) -> str:
    """Return `text` as a string of Python; that of JSON is one, for whole characters."""
    return json.dumps(text, ensure_ascii=False)


def _markdown(cell_id: str, text: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": cell_id, "metadata": {}, "source": _lines(text)}


def _code(cell_id: str, source: str, shown: Shown | None, tag: str) -> dict[str, Any]:
    """Return a code cell, never run, with what it shows as its stored output."""
    outputs: list[dict[str, Any]] = []
    if shown is not None:
        data = {kind: _lines(text) for kind, text in shown.bundle().items()}
        outputs.append(
            {
                "output_type": "execute_result",
                "execution_count": None,
                "data": data,
                "metadata": {},
            }
        )
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": cell_id,
        "metadata": {"tags": [tag]},
        "outputs": outputs,
        "source": _lines(source),
    }


def _lines(text: str) -> list[str]:
    """Return the text as notebooks keep it: a list of lines with their ends."""
    return [line for line in re.split(r"(?<=\n)", text) if line]
