"""The course: `course/course.yml` to `Course` and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from pydantic import TypeAdapter

from builder.model.course import Course, ModuleEntry
from builder.model.finding import Finding
from builder.store.document import load_document, refuse, save_document
from builder.store.files import root_of
from builder.store.ordering import ordered
from builder.store.spot import Loc, Spot
from builder.store.validate import (
    clean,
    duplicate_problems,
    indexes,
    valid_elements,
    validate,
)

_ENTRY: TypeAdapter[Any] = TypeAdapter(ModuleEntry)
_Places = list[tuple[Loc, ModuleEntry]]


def load_course(path: Path, root: Path | None = None) -> Course:
    """Read the course at `path`; messages name it relative to `root`, the course root.

    Raises:
        Refused: every problem of the file, extracts that are not there included.
    """
    root = root or root_of(path)
    return load_document(path, root, "the course", lambda spot: _course(spot, path.parent, root))


def course_from_data(data: Any, file: str = "course") -> Course:
    """Return the course that plain `data` describes; `file` names it in messages.

    Raises:
        Refused: every problem of the data; extracts are not looked for.
    """
    return _course(Spot(clean(data), file, "the course"))


def course_to_data(course: Course) -> dict[str, Any]:
    """Return plain data for YAML; what has its default value is left out."""
    data: dict[str, Any] = ordered(course)
    return data


def save_course(path: Path, course: Course, root: Path | None = None) -> bool:
    """Write the course to `path` unless nothing has changed; comments of the file stay.

    Returns:
        Whether the file was written.
    """
    return save_document(path, root, "course", course)


def _course(spot: Spot, folder: Path | None = None, root: Path | None = None) -> Course:
    """Return the course at `spot`; with a `folder`, its extracts have to be there."""
    course, problems = validate(Course, spot)
    problems.extend(_title_problems(spot))
    entries = list(_entries(spot))
    problems.extend(duplicate_problems(_places(spot), spot))
    problems.extend(_path_problems(entries, spot))
    if folder is not None and root is not None:
        problems.extend(_file_problems(entries, spot, folder, root))
    return refuse(course, problems)


def _title_problems(spot: Spot) -> Iterator[Finding]:
    """Yield empty titles, of the course and of its parts."""
    parts: list[Loc] = [("parts", number) for number in indexes(spot.at(("parts",)))]
    for loc in [(), *parts]:
        title = spot.at((*loc, "title"))
        if isinstance(title, str) and not title.strip():
            what = f"{spot.words(loc)} has an empty title."
            yield spot.problem((*loc, "title"), "value-empty", what, "Write the title.")


def _places(spot: Spot) -> Iterator[Loc]:
    """Yield where the modules stand, valid or not."""
    for number in indexes(spot.at(("parts",))):
        modules = spot.at(("parts", number, "modules"))
        for index in indexes(modules):
            yield "parts", number, "modules", index


def _entries(spot: Spot) -> Iterator[tuple[Loc, ModuleEntry]]:
    """Yield the modules that are valid by themselves, each with its place."""
    for loc in _places(spot):
        for _, entry in valid_elements(_ENTRY, [spot.at(loc)]):
            yield loc, entry


def _is_absolute(path: str) -> bool:
    return PurePosixPath(path).is_absolute() or bool(PureWindowsPath(path).anchor)


def _path_problems(entries: _Places, spot: Spot) -> Iterator[Finding]:
    """Yield absolute paths, and extracts that make more than one module."""
    owners: dict[str, str] = {}
    for loc, entry in entries:
        place = (*loc, "extract")
        path = PurePosixPath(entry.extract).as_posix()
        if _is_absolute(entry.extract):
            what = f'{spot.words(loc)} has the absolute path "{entry.extract}".'
            advice = "Write it relative to course.yml, such as extracts/labour-migration.md."
            yield spot.problem(place, "extract-path", what, advice)
        elif path in owners:
            what = f'{spot.words(loc)} has the extract of module {owners[path]}, "{path}".'
            advice = "Give every module an extract of its own."
            yield spot.problem(place, "extract-shared", what, advice)
        owners.setdefault(path, entry.id)


def _file_problems(entries: _Places, spot: Spot, folder: Path, root: Path) -> Iterator[Finding]:
    """Yield extracts that lie outside of the course or do not exist."""
    for loc, entry in entries:
        place = (*loc, "extract")
        if _is_absolute(entry.extract):
            continue
        path = (folder / entry.extract).resolve()
        if not path.is_relative_to(root.resolve()):
            what = f'{spot.words(loc)} has the path "{entry.extract}", outside of the course.'
            yield spot.problem(place, "extract-path", what, "Move the extract into the course.")
        elif not path.is_file():
            what = f'{spot.words(loc)} has the extract "{entry.extract}", which does not exist.'
            advice = "Write the extract, or correct the path; it is relative to course.yml."
            yield spot.problem(place, "extract-missing", what, advice)
