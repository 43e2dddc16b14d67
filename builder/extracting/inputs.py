"""Which files `--from` means: files, folders and globs, each file once, in a steady order."""

from __future__ import annotations

import glob
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.errors import Refused, problem
from builder.importing import SUFFIXES
from builder.model.finding import Finding

_GLOB = set("*?[")


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read."""

    path: Path
    named: bool
    """The person named it, rather than the folder in which it lies."""


def inputs(names: Sequence[str]) -> list[Input]:
    """Return the files that `names` mean.

    Raises:
        Refused: a name means nothing.
    """
    found: dict[Path, Input] = {}
    problems: list[Finding] = []
    for name in names:
        mine = _expanded(name, problems)
        for item in mine:
            found.setdefault(item.path.resolve(), item)
    if problems:
        raise Refused(problems)
    return list(found.values())


def _expanded(name: str, problems: list[Finding]) -> list[Input]:
    path = Path(name)
    if path.is_dir():
        files = [Input(file, False) for file in _documents(path)]
        if not files:
            what = "the folder holds no document that can be read."
            advice = f"Known are {', '.join(SUFFIXES)}."
            problems.append(problem("import-missing", name, 0, what, advice))
        return files
    if path.exists():
        return [Input(path, True)]
    if _GLOB & set(name):
        matches = [Path(match) for match in sorted(glob.glob(name, recursive=True))]
        if files := [Input(match, False) for match in matches if match.is_file()]:
            return files
    advice = "Check the name; put a pattern such as 'papers/*.pdf' in quotes."
    problems.append(problem("import-missing", name, 0, "there is no such file.", advice))
    return []


def _documents(folder: Path) -> list[Path]:
    """Return the documents below a folder by name; hidden ones and unknown formats are left."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and path.suffix.lower() in SUFFIXES
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]
