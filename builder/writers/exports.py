"""Targets of `coursewright export`: what is made from the reviewed course beside the book.

A target is a function `write(course, out, request) -> list[Path]`: it puts its files below the
folder `out`, replaces whole files or none, leaves alone what would not change, and returns the
paths of all files that it answers for. The same course and request give the same bytes.

To add a target: a module with such a function, and an entry in `TARGETS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from builder.model import Finding, ReviewedCourse
from builder.writers.quick_imports import without_slow_grammar


def _silent(line: str) -> None:
    """Say nothing."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a target, and where it reports."""

    only: tuple[str, ...] = ()
    """Slugs of the modules wanted; all if empty."""
    root: Path | None = None
    """The course's root, for what people have put there."""
    options: Mapping[str, Any] = field(default_factory=dict)
    """Values of the options of the target, by name; those not given have their default."""
    progress: Callable[[str], None] = _silent
    findings: list[Finding] = field(default_factory=list)
    """The target adds what people should know about the result."""

    def option(self, name: str, default: Any) -> Any:
        """Return the value of an option."""
        return self.options.get(name, default)


Exporter = Callable[[ReviewedCourse, Path, Request], list[Path]]


@dataclass(frozen=True, slots=True)
class Target:
    """One line of the list of targets."""

    writer: str
    """Dotted path of the function, imported on use."""
    summary: str
    options: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    """Each option with what `argparse` wants to know about it."""

    def load(self) -> Exporter:
        """Import the function."""
        module, function = self.writer.split(":")
        with without_slow_grammar():
            found: Exporter = getattr(import_module(module), function)
        return found


PAPER = ("--paper", {"choices": ("a4", "letter"), "default": "a4", "help": "default: a4"})
MONO = ("--mono", {"action": "store_true", "help": "black and white, no tinted areas"})

TARGETS: dict[str, Target] = {
    "handouts": Target(
        "builder.writers.handouts:write",
        "PDF for print: handout and answer key of each module, the whole course as a booklet",
        (PAPER, MONO),
    ),
}
"""Name to target; the name is also the folder below `_build/`."""
