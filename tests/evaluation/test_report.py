from __future__ import annotations

import json
from pathlib import Path

import pytest

from builder.errors import Refused
from evaluation.answers import COLUMNS, QUESTIONS, Grade
from evaluation.report import Row, load, report
from evaluation.report_text import ABOUT, report_text


def grade(*objections: str) -> Grade:
    flaws = frozenset(objections) - set(QUESTIONS)
    return Grade({name: name not in objections for name in QUESTIONS}, flaws)


ROWS = [
    Row(1, "floods", "f-1", "cause-choice", "choice", ""),
    Row(2, "floods", "f-2", "cause-choice", "choice", ""),
    Row(3, "grain", "g-1", "list-order", "order", ""),
    Row(4, "grain", "g-2", "list-order", "order", ""),
    Row(5, "grain", "c-1", "", "choice", "wrong-key"),
    Row(6, "grain", "c-2", "", "choice", "longest-key"),
    Row(7, "grain", "c-3", "", "choice", "clean"),
]
ANNA = {
    1: grade(), 2: grade("q4"), 3: grade(), 4: grade("q2", "wrong_key"),
    5: grade("wrong_key"), 6: grade("q8"), 7: grade(),
}  # fmt: skip
BORIS = {
    1: grade(), 2: grade("q4", "q5"), 3: grade("q8"), 4: grade("q2"),
    5: grade("q2"), 6: grade(), 7: grade("q6"),
}  # fmt: skip


def counts(share: dict[str, int]) -> tuple[int, int]:
    return share["count"], share["of"]


def test_controls_do_not_count_as_items() -> None:
    found = report(ROWS, {"anna": ANNA, "boris": BORIS})
    assert counts(found["graders"]["anna"]["accepted"]) == (2, 4)
    assert counts(found["graders"]["boris"]["accepted"]) == (1, 4)
    assert counts(found["all"]["accepted"]) == (1, 4)


def test_each_of_the_ten_and_the_flaws() -> None:
    found = report(ROWS, {"anna": ANNA, "boris": BORIS})
    assert counts(found["graders"]["anna"]["questions"]["q5"]) == (4, 4)
    assert counts(found["all"]["questions"]["q5"]) == (3, 4)
    assert counts(found["all"]["questions"]["q4"]) == (3, 4)
    assert counts(found["all"]["flaws"]["wrong_key"]) == (1, 4)
    assert counts(found["all"]["flaws"]["double_key"]) == (0, 4)


def test_groups() -> None:
    found = report(ROWS, {"anna": ANNA})
    assert {k: counts(v) for k, v in found["by_rule"].items()} == {
        "cause-choice": (1, 2),
        "list-order": (1, 2),
    }
    assert {k: counts(v) for k, v in found["by_type"].items()} == {
        "choice": (1, 2),
        "order": (1, 2),
    }
    assert list(found["by_text"]) == ["floods", "grain"]


def test_planted_defects_and_clean_controls() -> None:
    found = report(ROWS, {"anna": ANNA, "boris": BORIS})
    anna, boris = (found["graders"][name]["controls"] for name in ("anna", "boris"))
    assert counts(anna["missed"]) == (0, 2)
    assert counts(anna["named"]) == (1, 2), "6 was turned down for another reason"
    assert counts(anna["false_alarms"]) == (0, 1)
    assert counts(boris["missed"]) == (1, 2)
    assert boris["missed_items"] == [{"number": 6, "defect": "longest-key"}]
    assert counts(boris["false_alarms"]) == (1, 1)
    assert counts(found["all"]["controls"]["missed"]) == (0, 2)


def test_agreement_is_on_drafted_items() -> None:
    (pair,) = report(ROWS, {"anna": ANNA, "boris": BORIS})["agreement"]
    assert pair["graders"] == ["anna", "boris"]
    assert counts(pair["same"]) == (3, 4)
    assert pair["kappa"] == 0.5
    assert report(ROWS, {"anna": ANNA})["agreement"] == []


def test_only_items_graded_by_all_count_for_all() -> None:
    found = report(ROWS, {"anna": ANNA, "boris": {1: grade(), 5: grade()}})
    assert counts(found["graders"]["anna"]["accepted"]) == (2, 4)
    assert counts(found["graders"]["boris"]["accepted"]) == (1, 1)
    assert counts(found["all"]["accepted"]) == (1, 1)


def test_text() -> None:
    text = report_text(report(ROWS, {"anna": ANNA, "boris": BORIS}))
    assert "Grader: all of them\n  items accepted             25 %  (1 of 4; 5–70 %)" in text
    assert "planted defects missed     50 %  (1 of 2; 9–91 %)  6 longest-key" in text
    assert "Cohen's kappa 0.50" in text
    assert "  2 floods/f-2 cause-choice (boris) q4 q5" in text
    assert set(ABOUT) == {*QUESTIONS, "wrong_key", "double_key"}


def test_the_text_of_nothing_but_controls() -> None:
    text = report_text(report(ROWS[4:], {"anna": {7: grade()}}))
    assert "items accepted              –    (none)" in text


def test_load(tmp_path: Path) -> None:
    entry = dict(zip(Row.__slots__, (1, "floods", "f-1", "r", "choice", ""), strict=True))
    (tmp_path / "secret.json").write_text(json.dumps({"entries": [entry]}))
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.csv").write_text(",".join(COLUMNS) + "\n1" + ",y" * 10 + ",,,\n")
    files = [tmp_path / "a" / "x.csv", tmp_path / "b" / "x.csv"]
    rows, graders = load(tmp_path, files)
    assert rows == [Row(1, "floods", "f-1", "r", "choice", "")]
    assert list(graders) == [path.as_posix() for path in files], "two graders stay two"
    assert list(load(tmp_path, files[:1])[1]) == ["x"]


@pytest.mark.parametrize("text", ["", "[]", '{"entries": [{"number": 1}]}', '{"entries": 1}'])
def test_a_broken_secret_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "secret.json").write_text(text)
    with pytest.raises(Refused, match="not what `draw` wrote"):
        load(tmp_path, [])


def test_an_empty_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.json").write_text('{"entries": []}')
    (tmp_path / "x.csv").write_text(",".join(COLUMNS) + "\n")
    with pytest.raises(Refused, match="no item is graded"):
        load(tmp_path, [tmp_path / "x.csv"])
