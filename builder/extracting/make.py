"""Making a new course folder: read the documents, propose a course, write it, say what is next."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from builder.errors import Refused
from builder.extracting.account import report
from builder.extracting.course import propose, slug_of
from builder.extracting.document import Account, import_file, removed_text
from builder.extracting.example import example_files
from builder.extracting.inputs import Input, inputs
from builder.extracting.intro import intro
from builder.extracting.markdown import extract_file
from builder.extracting.writer import GITIGNORE, check_place, write_course
from builder.model.course import Course
from builder.model.finding import Finding
from builder.store.course import save_course

Say = Callable[[str], None]

_PARALLEL = 4
"""Fewer documents are read faster than processes are started."""
_CROWD = 2_000_000


def make_example(folder: Path, say: Say) -> None:
    """Make the example course in `folder`.

    Raises:
        Refused: the place is taken.
    """
    write_course(folder, {**example_files(), ".gitignore": GITIGNORE})
    say(f"An example course is in {folder}.")
    say(f"Next: cd {folder} && coursewright build")


def make_course(folder: Path, names: Sequence[str], title: str, say: Say) -> None:
    """Make a course in `folder` from the documents that `names` mean, and say what is next.

    Raises:
        Refused: the place is taken, or a document that was named cannot be read.
    """
    check_place(folder)
    accounts, skipped = _read_all(inputs(names), say)
    _write(folder, accounts, skipped, title)
    for finding in skipped:
        say(str(finding))
    _say_next(folder, accounts, say)


def _read_all(files: Sequence[Input], say: Say) -> tuple[list[Account], list[Finding]]:
    """Return what was read, and why files that were not named could not be.

    Raises:
        Refused: a file that was named cannot be read, or none can.
    """
    accounts: list[Account] = []
    refused: list[Finding] = []
    skipped: list[Finding] = []
    for number, (file, result) in enumerate(zip(files, _results(files), strict=True), 1):
        if isinstance(result, Account):
            accounts.append(result)
            extracts = len(result.imported.extracts)
            say(f"[{number}/{len(files)}] {file.path.name}: {result.words} words, "
                f"{extracts} extract{'s' * (extracts != 1)}")  # fmt: skip
        else:
            (refused if file.named else skipped).extend(result)
    if refused or not accounts:
        raise Refused([*refused, *skipped])
    return accounts, skipped


def _results(files: Sequence[Input]) -> Iterator[Account | tuple[Finding, ...]]:
    """Yield the result of each file in order; many files are read on all cores."""
    paths = [file.path for file in files]
    workers = min(os.cpu_count() or 1, len(paths))
    large = len(paths) >= 2 and sum(map(_size, paths)) > _CROWD
    if workers > 1 and (len(paths) >= _PARALLEL or large):
        with ProcessPoolExecutor(workers) as pool:
            yield from pool.map(import_file, paths)
    else:
        yield from map(import_file, paths)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _write(
    folder: Path, accounts: Sequence[Account], skipped: Sequence[Finding], title: str
) -> None:
    imported = [account.imported for account in accounts]
    course, slugs = propose(imported, " ".join(title.split()) or imported[0].title)
    taken: set[str] = set()
    removed = [f"import/removed/{slug_of(Path(i.name).stem, taken)}.txt" for i in imported]
    drafts = [(draft, document) for document in imported for draft in document.extracts]
    files = {
        f"course/extracts/{slug}.md": extract_file(draft, document.title)
        for slug, (draft, document) in zip(slugs, drafts, strict=True)
    }
    files["course/intro.md"] = intro(course, imported)
    files["import-report.md"] = report(accounts, slugs, removed, skipped)
    files[".gitignore"] = GITIGNORE
    for name, account in zip(removed, accounts, strict=True):
        if text := removed_text(account):
            files[name] = text
    write_course(folder, files, lambda new: _save(new, course))


def _save(root: Path, course: Course) -> None:
    save_course(root / "course" / "course.yml", course, root)


def _say_next(folder: Path, accounts: Sequence[Account], say: Say) -> None:
    extracts = sum(len(account.imported.extracts) for account in accounts)
    modules = "1 module" if extracts == 1 else f"{extracts} modules"
    say(f"The course is in {folder}: {modules}.")
    say(f"1. Read {folder / 'import-report.md'}: what to look at, left out and repaired.")
    say(f"2. Look through {folder / 'course' / 'course.yml'} and {folder / 'course' / 'extracts'}.")
    say(f"3. cd {folder} && coursewright build")
