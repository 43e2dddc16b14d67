"""Writer of the handouts: which files there are, and what each is set from."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from builder.model import Finding, Place, ReviewedCourse, ReviewedModule, Severity
from builder.writers.exports import Request
from builder.writers.handouts.booklet import booklet_data
from builder.writers.handouts.content import Data, course_data, key_data, module_data
from builder.writers.handouts.fonts import FOLDER, STAND_IN, load_fonts
from builder.writers.handouts.state import State
from builder.writers.handouts.typeset import Typesetter
from builder.writers.item_numbers import module_numbers

PARTICIPANTS = "participants"
TRAINERS = "trainers"
_NAMED = 5
"""How many characters a finding names."""
PAPERS = {"a4": "a4", "letter": "us-letter"}


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One PDF to be."""

    name: str
    template: str
    data: Data
    module: str = ""
    """Slug of the module; "" for the booklet, which repeats the others."""


def write(course: ReviewedCourse, out: Path, request: Request) -> list[Path]:
    """Write handouts, answer keys and, if no modules are named, the booklet below `out`.

    Options: `paper` ("a4" or "letter") and `mono`. Files of another paper or colour have it in
    their names and stay.

    Raises:
        Refused: fonts are missing or cannot be read.
    """
    fonts = load_fonts(request.root)
    setter = Typesetter(fonts)
    state = State(out)
    missing: dict[str, set[str]] = {}
    suffix = _suffix(request)
    made: dict[str, Path] = {}
    for sheet in _sheets(course, request):
        name = f"{sheet.name}{suffix}"
        data = fonts.clean(sheet.data, missing.setdefault(sheet.module, set()))
        make = partial(setter.pdf, sheet.template, data)
        made[name], fresh = state.make(name, setter.digest(sheet.template, data), make)
        request.progress(f"{'Set' if fresh else 'Unchanged:'} {name}")
    if not request.only:
        state.forget(made, suffix)
    state.save()
    request.findings.extend(
        _unshown(reviewed, missing[reviewed.id])
        for reviewed in course.modules
        if missing.get(reviewed.id)
    )
    return list(made.values())


def _suffix(request: Request) -> str:
    """Return how the names of all files of this paper and colour end."""
    paper = request.option("paper", "a4")
    parts = [paper if paper != "a4" else "", "mono" if request.option("mono", False) else ""]
    return "".join(f".{part}" for part in parts if part) + ".pdf"


def _sheets(course: ReviewedCourse, request: Request) -> Iterator[_Sheet]:
    numbers = module_numbers(course)
    common: Data = {
        "paper": PAPERS[request.option("paper", "a4")],
        "mono": bool(request.option("mono", False)),
        "course": course_data(course),
    }
    if not request.only and course.modules:
        # First: setting it takes most memory, which the others can then use again.
        yield _Sheet(f"{PARTICIPANTS}/booklet", "booklet", {**common, **booklet_data(course)})
    for part, modules in course.parts():
        for reviewed in modules:
            if request.only and reviewed.id not in request.only:
                continue
            number = numbers[reviewed.id]
            stem = f"{number:02}-{reviewed.id}"
            data = {**common, "module": module_data(reviewed, part, number)}
            yield _Sheet(f"{PARTICIPANTS}/{stem}", "handout", data, reviewed.id)
            if reviewed.bank.published():
                key = {**common, "module": key_data(reviewed, number)}
                yield _Sheet(f"{TRAINERS}/{stem}-answers", "key", key, reviewed.id)


def _unshown(reviewed: ReviewedModule, missing: set[str]) -> Finding:
    """Return the finding about characters of a module that no font has."""
    named = ", ".join(f"“{c}” ({_name(c)})" for c in sorted(missing)[:_NAMED])
    more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
    message = f"the fonts do not have {named}{more}: handouts show {STAND_IN} instead."
    advice = (
        f"Put a font that has them into {FOLDER.as_posix()}/ (for Chinese, for instance, "
        "Noto Sans SC), or write it otherwise."
    )
    place = _place(reviewed, missing)
    return Finding("handout-characters", Severity.WARNING, place, message, advice)


def _name(character: str) -> str:
    return unicodedata.name(character, f"U+{ord(character):04X}").lower()


def _place(reviewed: ReviewedModule, missing: set[str]) -> Place:
    """Return where one of the characters is first: in the extract, else in the reviewed files."""
    for passage in reviewed.extract.passages():
        texts = [s.text for s in (*passage.sentences, *passage.members)]
        if any(missing & set(text) for text in (*texts, *passage.verbatim)):
            return Place(f"course/{reviewed.entry.extract}", passage.line)
    if missing & set(reviewed.bank.model_dump_json()):
        return Place(f"quizzes/{reviewed.id}.yml")
    if missing & set(reviewed.module.model_dump_json()):
        return Place(f"modules/{reviewed.id}.yml")
    return Place(f"course/{reviewed.entry.extract}")
