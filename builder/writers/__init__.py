"""Writers turn the reviewed course into files. One kind of output, one file, one line below.

A writer is a function `write(course, out) -> list[Path]`: it puts its files below the folder
`out`, replaces whole files or none, leaves alone what would not change, and returns the paths of
all files that it answers for, in a fixed order, whether they changed or not. The same course
gives the same bytes.

To add a writer: a file here with such a function, and a line in `WRITERS`. The writers here make
what the book consists of and are given the root of the course.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from builder.model.course import ReviewedCourse
from builder.writers.quick_imports import without_slow_grammar

Writer = Callable[[ReviewedCourse, Path], list[Path]]

WRITERS: dict[str, str] = {
    "pages": "builder.writers.pages:write",
    "glossary": "builder.writers.glossary:write",
    "acronyms": "builder.writers.acronyms:write",
    "notebooks": "builder.writers.notebook:write",
    "answers": "builder.writers.answers:write",
    "home": "builder.writers.home:write",
    "toc": "builder.writers.toc:write",
    "config": "builder.writers.config:write",
}
"""Name to the dotted path of the writer, which is imported on use."""


def writer(name: str) -> Writer:
    """Return the writer of that name.

    Raises:
        KeyError: there is none.
    """
    module, function = WRITERS[name].split(":")
    with without_slow_grammar():
        found: Writer = getattr(import_module(module), function)
    return found


def write_all(course: ReviewedCourse, out: Path) -> list[Path]:
    """Run all writers on `course`; return what they wrote or left as it was, in order."""
    return [path for name in WRITERS for path in writer(name)(course, out)]
