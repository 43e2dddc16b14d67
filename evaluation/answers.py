"""The table that graders fill in, one row for each item."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.errors import Refused, problem
from builder.model import Finding
from builder.store.files import read_text

QUESTIONS = {
    "q1": "Is the stem understandable on its own, without the page around it?",
    "q2": "Does the cited passage fully support the key?",
    "q3": "Is exactly the keyed set correct: no other option defensible from the passage or from "
    "common knowledge?",
    "q4": "Is every distractor plausible to someone who has not read the text?",
    "q5": "Is there no surface cue (longest option, grammar, repeated word, position, odd type)?",
    "q6": "Does it ask for a point worth teaching, not an incidental detail?",
    "q7": "Does it require what its learning objective says, at that level?",
    "q8": "Is it fluent and free of errors?",
    "q9": "Is the rationale correct, does it cite the right passage and say why?",
    "q10": "Would you use it unedited, with attribution, date and hedging as in the source?",
}
"""What graders answer; an item is accepted if all ten answers are yes."""
FLAWS = ("wrong_key", "double_key")
COLUMNS = ("number", *QUESTIONS, *FLAWS, "comment")
_YES_NO = {"y": True, "yes": True, "n": False, "no": False}


@dataclass(frozen=True, slots=True)
class Grade:
    """What one grader says about one item."""

    yes: Mapping[str, bool]
    """Each of the ten questions: answered with yes."""
    flaws: frozenset[str]
    """Of "wrong_key" and "double_key", those that the grader saw."""
    comment: str = ""

    @property
    def accepted(self) -> bool:
        """Ten times yes, and nothing wrong with the key."""
        return all(self.yes.values()) and not self.flaws

    def objections(self) -> tuple[str, ...]:
        """Questions answered with no, and flaws of the key."""
        no = (name for name in QUESTIONS if not self.yes[name])
        return (*no, *(name for name in FLAWS if name in self.flaws))


def template(size: int) -> str:
    """Return an empty table for items 1 to `size`."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([number, *[""] * (len(COLUMNS) - 1)] for number in range(1, size + 1))
    return out.getvalue()


def read_grades(path: Path, size: int) -> dict[int, Grade]:
    """Return the grades in a table of items 1 to `size`; empty rows are left out.

    Raises:
        Refused: every row that cannot be understood.
    """
    return grades_from_text(read_text(path, path.name), size, path.name)


def grades_from_text(text: str, size: int, file: str) -> dict[int, Grade]:
    """Return the grades that `text` spells; `file` names it in messages.

    Raises:
        Refused: every row that cannot be understood.
    """
    table = csv.DictReader(io.StringIO(text), strict=False)
    missing = [name for name in COLUMNS[:-1] if name not in (table.fieldnames or ())]
    if missing:
        what = f"the column {', '.join(missing)} is missing."
        raise Refused([problem("grades-columns", file, 1, what, "Start from answers.csv.")])
    grades: dict[int, Grade] = {}
    problems: list[Finding] = []
    for row in table:
        cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
        if not any(cells[name] for name in COLUMNS[1:]):
            continue
        found = list(_problems(cells, size, grades))
        problems.extend(problem("grades-row", file, table.line_num, *pair) for pair in found)
        if not found:
            grades[int(cells["number"])] = _grade(cells)
    if problems:
        raise Refused(problems)
    return grades


def _problems(
    cells: Mapping[str, str], size: int, before: Mapping[int, Grade]
) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a row, each with what to do."""
    number = cells["number"]
    if not (number.isascii() and number.isdigit() and 1 <= int(number) <= size):
        yield f'there is no item "{number}".', f"Items are numbered 1 to {size}."
    elif int(number) in before:
        yield f"item {number} is graded twice.", "Delete one of the rows."
    wrong = [name for name in QUESTIONS if cells[name].lower() not in _YES_NO]
    wrong += [name for name in FLAWS if cells[name].lower() not in {*_YES_NO, ""}]
    if wrong:
        yield f"{', '.join(wrong)} is neither y nor n.", "Answer each of the ten with y or n."


def _grade(cells: Mapping[str, str]) -> Grade:
    yes = {name: _YES_NO[cells[name].lower()] for name in QUESTIONS}
    flaws = frozenset(name for name in FLAWS if _YES_NO.get(cells[name].lower(), False))
    return Grade(yes, flaws, cells["comment"])


def numbers(grades: Sequence[Mapping[int, Grade]]) -> list[int]:
    """Return the numbers that all graders have graded."""
    common = set(grades[0]).intersection(*grades[1:]) if grades else set()
    return sorted(common)
