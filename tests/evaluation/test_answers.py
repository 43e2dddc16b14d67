from __future__ import annotations

from pathlib import Path

import pytest

from builder.errors import Refused
from evaluation.answers import COLUMNS, QUESTIONS, grades_from_text, numbers, template

YES = ",".join("y" * 10)


def table(*rows: str) -> str:
    return "\n".join([",".join(COLUMNS), *rows]) + "\n"


def test_the_template_holds_no_grade() -> None:
    assert template(2).splitlines()[1:] == ["1" + "," * 13, "2" + "," * 13]
    assert grades_from_text(template(2), 2, "a.csv") == {}


def test_ten_times_yes_is_accepted() -> None:
    grades = grades_from_text(table(f"1,{YES},,,", f"2,{YES.upper()},N,no,fine"), 2, "a.csv")
    assert grades[1].accepted and grades[2].accepted
    assert grades[2].comment == "fine"


def test_one_no_or_a_flaw_of_the_key_is_not_accepted() -> None:
    no = "y,y,y,n,y,y,y,y,y,y"
    grades = grades_from_text(table(f"1,{no},,,", f"2,{YES},,y,"), 2, "a.csv")
    assert not grades[1].accepted and grades[1].objections() == ("q4",)
    assert not grades[2].accepted and grades[2].objections() == ("double_key",)


def test_every_bad_row_is_named() -> None:
    text = table(f"9,{YES},,,", f"1,{YES},,,", f"1,{YES},,,", "2,y,y,y,y,y,y,y,y,maybe,,,,", "²,y")
    with pytest.raises(Refused) as refused:
        grades_from_text(text, 2, "a.csv")
    found = [str(finding) for finding in refused.value.findings]
    assert found[0] == 'a.csv:2: there is no item "9". Items are numbered 1 to 2.'
    assert found[1] == "a.csv:4: item 1 is graded twice. Delete one of the rows."
    assert found[2].startswith("a.csv:5: q9, q10 is neither y nor n.")
    assert found[3].startswith('a.csv:6: there is no item "²".')


def test_a_missing_column_is_named() -> None:
    with pytest.raises(Refused, match="q10, wrong_key, double_key is missing"):
        grades_from_text("number,q1,q2,q3,q4,q5,q6,q7,q8,q9\n", 1, "a.csv")


def test_numbers_are_those_that_all_have_graded() -> None:
    one = grades_from_text(table(f"1,{YES},,,", f"2,{YES},,,"), 3, "a.csv")
    other = grades_from_text(table(f"2,{YES},,,", f"3,{YES},,,"), 3, "b.csv")
    assert numbers([one, other]) == [2]
    assert numbers([]) == []


def test_graders_read_the_same_ten_questions_everywhere() -> None:
    manual = (Path(__file__).parents[2] / "evaluation" / "README.md").read_text("utf-8")
    for number, text in enumerate(QUESTIONS.values(), 1):
        assert f"{number}. {text}\n" in manual
