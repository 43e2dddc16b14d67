"""The pipeline: the stages in order, from a course folder to a reviewed course and its book."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from builder.analysis import analyse
from builder.drafting import draft
from builder.drafting.craft import prefix_of
from builder.drafting.draft import Yield
from builder.errors import Refused, problem
from builder.model import Course, CourseModule, Extract, Finding, ItemBank, ModuleEntry
from builder.model.course import ReviewedCourse, ReviewedModule
from builder.readers import read
from builder.review.align import reprefixed
from builder.review.identity import noticed_bank
from builder.review.lock import locked
from builder.review.merge import merge
from builder.review.renamed import former_names, take_over
from builder.review.seen import Seen
from builder.store import load_bank, load_course, load_module, save_bank, save_module
from builder.writers import write_all
from builder.writers.book import build_book

Progress = Callable[[str], None]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand in a course's root."""

    root: Path

    @property
    def course(self) -> Path:
        """The list of parts and modules."""
        return self.root / "course" / "course.yml"

    def extract(self, entry: ModuleEntry) -> Path:
        """The extract of a module."""
        return self.root / "course" / entry.extract

    def module(self, slug: str) -> Path:
        """The module draft that people review."""
        return self.root / "modules" / f"{slug}.yml"

    def bank(self, slug: str) -> Path:
        """The item bank that people review."""
        return self.root / "quizzes" / f"{slug}.yml"


@dataclass(frozen=True, slots=True)
class Drafted:
    """A reviewed module with the account of its drafting."""

    reviewed: ReviewedModule
    yielded: Yield


def build(root: Path, only: Sequence[str] = (), progress: Progress = print) -> list[Finding]:
    """Read, draft, merge with people's review, save, write the pages, build the book."""
    reviewed = draft_course(root, only, progress)
    progress("Writing pages and notebooks")
    write_all(reviewed, root)
    progress("Building the site")
    return list(build_book(root).findings)


def draft_course(
    root: Path, only: Sequence[str] = (), progress: Progress = print
) -> ReviewedCourse:
    """Everything up to the reviewed course; saves modules and banks once all were sound.

    Raises:
        Refused: something in the course folder cannot be worked with; nothing was saved.
    """
    layout = Layout(root)
    with locked(root, "coursewright draft"):
        course = load_course(layout.course)
        extracts = read_extracts(layout, course)
        former = former_names(root, extracts)
        seen = Seen(root)
        drafted = [
            _draft_module(layout, entry, extract, only, progress, former.get(entry.id, ""))
            for entry, extract in extracts
        ]
        for place, module in enumerate(drafted):
            if not only or module.id in only:
                drafted[place] = _save(layout, module, former.get(module.id, ""), seen, progress)
    return ReviewedCourse(course, tuple(drafted))


def _save(
    layout: Layout, reviewed: ReviewedModule, former: str, seen: Seen, progress: Progress
) -> ReviewedModule:
    """Save a module and its bank; if a person has saved them meanwhile, draft anew first."""
    files = (layout.module(former or reviewed.id), layout.bank(former or reviewed.id))
    while seen.changed(files):
        progress(f"{reviewed.id} was edited meanwhile; merging again")
        reviewed = draft_module(layout, reviewed.entry, reviewed.extract, former).reviewed
    if former:
        take_over(layout.root, former, reviewed.id)
        progress(f"The files of {former} are now those of {reviewed.id}")
    save_module(layout.module(reviewed.id), reviewed.module)
    save_bank(layout.bank(reviewed.id), reviewed.bank)
    return reviewed


def load_reviewed(root: Path) -> ReviewedCourse:
    """The reviewed course as it stands on disk, without drafting anew.

    Raises:
        Refused: a file cannot be read, or a module was never drafted.
    """
    layout = Layout(root)
    course = load_course(layout.course)
    extracts = read_extracts(layout, course)
    missing = [
        problem("not-drafted", f"modules/{entry.id}.yml", 0, "the module has not been drafted.",
                "Run `coursewright draft` first.")
        for entry, _ in extracts
        if not (layout.module(entry.id).exists() and layout.bank(entry.id).exists())
    ]  # fmt: skip
    if missing:
        raise Refused(missing)
    modules = tuple(
        ReviewedModule(
            entry, extract, load_module(layout.module(entry.id)), load_bank(layout.bank(entry.id))
        )
        for entry, extract in extracts
    )
    return ReviewedCourse(course, modules)


def read_extracts(layout: Layout, course: Course) -> list[tuple[ModuleEntry, Extract]]:
    """All extracts of a course in order; every problem of every file at once.

    Raises:
        Refused: at least one extract cannot be read.
    """
    found: list[tuple[ModuleEntry, Extract]] = []
    problems: list[Finding] = []
    for entry in course.modules():
        try:
            found.append((entry, read(layout.extract(entry), layout.root)))
        except Refused as refused:
            problems.extend(refused.findings)
    if problems:
        raise Refused(problems)
    return found


def draft_module(layout: Layout, entry: ModuleEntry, extract: Extract, former: str = "") -> Drafted:
    """Analyse and draft one module and merge it with what people did; nothing is saved.

    `former` is the name under which its files stand, where it was renamed.
    """
    old_bank = _existing(load_bank, layout.bank(former or entry.id))
    old_module = _existing(load_module, layout.module(former or entry.id))
    known = old_bank and reprefixed(noticed_bank(old_bank), prefix_of(entry.id))
    new = draft(analyse(extract), entry.id, reviewed=known, authors=entry.objectives)
    module, bank = merge(old_module, old_bank, new.module, new.bank, extract)
    return Drafted(ReviewedModule(entry, extract, module, bank), new.yielded)


def _draft_module(
    layout: Layout,
    entry: ModuleEntry,
    extract: Extract,
    only: Sequence[str],
    progress: Progress,
    former: str,
) -> ReviewedModule:
    """A module as drafted now, or as it stands where only others were asked for."""
    if only and entry.id not in only:
        bank = _existing(load_bank, layout.bank(entry.id)) or ItemBank(module=entry.id)
        module = _existing(load_module, layout.module(entry.id)) or CourseModule(module=entry.id)
        return ReviewedModule(entry, extract, module, bank)
    drafted = draft_module(layout, entry, extract, former).reviewed
    progress(f"Drafted {entry.id}: {len(drafted.bank.published())} items")
    return drafted


def _existing(load: Callable[[Path], T], path: Path) -> T | None:
    return load(path) if path.exists() else None


def known_modules(root: Path, only: Sequence[str]) -> None:
    """Refuse names of modules that the course does not have.

    Raises:
        Refused: with one finding for each unknown name.
    """
    course = load_course(Layout(root).course)
    names = {entry.id for entry in course.modules()}
    unknown = [
        problem(
            "module-unknown",
            "course/course.yml",
            0,
            f'the course has no module "{name}".',
            f"Its modules are {', '.join(sorted(names))}.",
        )
        for name in only
        if name not in names
    ]
    if unknown:
        raise Refused(unknown)
