"""What the graders found: shares accepted, by whom and of what, and how far to trust it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from builder.errors import Refused, problem
from builder.store.files import read_text
from evaluation.answers import FLAWS, QUESTIONS, Grade, numbers, read_grades
from evaluation.controls import DEFECTS
from evaluation.entry import CLEAN
from evaluation.measures import Share, kappa

Grades = Mapping[int, Grade]


@dataclass(frozen=True, slots=True)
class Row:
    """What `secret.json` says about one number of the sheet."""

    number: int
    text: str
    item: str
    rule: str
    type: str
    control: str


def load(kit: Path, files: Sequence[Path]) -> tuple[list[Row], dict[str, Grades]]:
    """Return the rows of a kit and the grades of each grader, who is named after the file.

    Raises:
        Refused: a file cannot be read or understood, or grades nothing.
    """
    file = kit / "secret.json"
    try:
        rows = [Row(**row) for row in json.loads(read_text(file, file.as_posix()))["entries"]]
    except (ValueError, KeyError, TypeError) as error:
        what = f"this is not what `draw` wrote ({error})."
        raise Refused([problem("kit", file.as_posix(), 0, what, "Draw anew.")]) from error
    stems = [path.stem for path in files]
    names = stems if len(set(stems)) == len(stems) else [path.as_posix() for path in files]
    graders: dict[str, Grades] = {
        name: read_grades(path, len(rows)) for name, path in zip(names, files, strict=True)
    }
    empty = [
        problem("grades-empty", f"{name}", 0, "no item is graded.", "Fill in the table.")
        for name, grades in graders.items()
        if not grades
    ]
    if empty:
        raise Refused(empty)
    return rows, graders


def report(rows: Sequence[Row], graders: Mapping[str, Grades]) -> dict[str, Any]:
    """Return the report as plain data; shares have count, of, share, low and high."""
    drafted = [row for row in rows if not row.control]
    common = set(numbers(list(graders.values())))
    both = [row for row in drafted if row.number in common]
    every = list(graders.values())
    return {
        "graders": {name: _grader(rows, grades) for name, grades in graders.items()},
        "all": {**_judged(both, every), "controls": _controls(rows, every, common)},
        **{f"by_{name}": _grouped(both, every, name) for name in ("rule", "type", "text")},
        "agreement": [_agreement(drafted, graders, pair) for pair in combinations(graders, 2)],
        "rejected": _rejected(drafted, graders),
    }


def _grader(rows: Sequence[Row], grades: Grades) -> dict[str, Any]:
    graded = [row for row in rows if not row.control and row.number in grades]
    return {**_judged(graded, [grades]), "controls": _controls(rows, [grades], set(grades))}


def _judged(rows: Sequence[Row], every: Sequence[Grades]) -> dict[str, Any]:
    """Shares of rows that all accept, for which all say yes, and in which one sees a flaw."""
    return {
        "accepted": Share.that(accepted(row.number, every) for row in rows).data(),
        "questions": {
            name: Share.that(all(g[row.number].yes[name] for g in every) for row in rows).data()
            for name in QUESTIONS
        },
        "flaws": {
            name: Share.that(any(name in g[row.number].flaws for g in every) for row in rows).data()
            for name in FLAWS
        },
    }


def accepted(number: int, every: Iterable[Grades]) -> bool:
    """Whether all graders accept the item."""
    return all(grades[number].accepted for grades in every)


def _controls(rows: Sequence[Row], every: Sequence[Grades], graded: set[int]) -> dict[str, Any]:
    """How many planted defects nobody objected to, and how many clean controls somebody did.

    A defect is named if somebody objected with one of the answers that fit it: an item may be
    turned down for the wrong reason.
    """
    planted = [row for row in rows if row.control not in ("", CLEAN) and row.number in graded]
    clean = [row for row in rows if row.control == CLEAN and row.number in graded]
    missed = [row for row in planted if accepted(row.number, every)]
    return {
        "missed": Share(len(missed), len(planted)).data(),
        "named": Share.that(_named(row, every) for row in planted).data(),
        "false_alarms": Share.that(not accepted(row.number, every) for row in clean).data(),
        "missed_items": [{"number": row.number, "defect": row.control} for row in missed],
    }


def _named(row: Row, every: Iterable[Grades]) -> bool:
    fitting = set(DEFECTS.get(row.control, ()))
    return any(fitting & set(grades[row.number].objections()) for grades in every)


def _grouped(rows: Sequence[Row], every: Sequence[Grades], field: str) -> dict[str, Any]:
    """Shares that all accept, by what rows have in `field`."""
    groups: dict[str, list[bool]] = {}
    for row in rows:
        groups.setdefault(getattr(row, field), []).append(accepted(row.number, every))
    return {group: Share.that(groups[group]).data() for group in sorted(groups)}


def _agreement(
    drafted: Sequence[Row], graders: Mapping[str, Grades], pair: tuple[str, str]
) -> dict[str, Any]:
    """Agreement of two graders on which drafted items to accept; controls would flatter it."""
    one, other = (graders[name] for name in pair)
    verdicts = [
        (one[row.number].accepted, other[row.number].accepted)
        for row in drafted
        if row.number in one and row.number in other
    ]
    value = kappa(verdicts)
    return {
        "graders": list(pair),
        "same": Share.that(a == b for a, b in verdicts).data(),
        "kappa": None if value is None else round(value, 4),
    }


def _rejected(drafted: Sequence[Row], graders: Mapping[str, Grades]) -> list[dict[str, Any]]:
    """Every rejection of a drafted item, with the objections of its grader."""
    return [
        {
            "number": row.number, "text": row.text, "item": row.item, "rule": row.rule,
            "grader": name, "objections": list(grades[row.number].objections()),
            "comment": grades[row.number].comment,
        }
        for row in drafted
        for name, grades in graders.items()
        if row.number in grades and not grades[row.number].accepted
    ]  # fmt: skip
