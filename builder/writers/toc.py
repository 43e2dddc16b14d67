"""Writer of `_toc.yml`, from which Jupyter Book takes the order of the pages.

People's pages (`course/*.md`) come first, then each part of the course with its modules, each
module with its quiz below it, and last the appendices.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from builder.model import ReviewedCourse, ReviewedModule
from builder.writers.files import put

PATH = Path("_toc.yml")
FIRST = ("intro", "description", "about")
"""People's pages that have a fixed place; any others follow by name."""
APPENDICES = ("glossary", "acronyms", "answers")
_HEAD = "# Made by `coursewright build` from course/course.yml. Changes made here are lost.\n"


def write(course: ReviewedCourse, out: Path) -> list[Path]:
    """Write the table of contents of the course and of people's pages below `out`."""
    own = sorted(path.stem for path in (out / "course").glob("*.md") if path.is_file())
    data = toc(course, [*(n for n in FIRST if n in own), *(n for n in own if n not in FIRST)])
    text = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=1000)
    return [put(out / PATH, _HEAD + text)]


def toc(course: ReviewedCourse, own: list[str]) -> dict[str, Any]:
    """Return the table of contents; `own` names people's pages in order."""
    parts = [{"caption": "The course", "chapters": [{"file": f"course/{name}"} for name in own]}]
    parts += [
        {"caption": part.title, "chapters": [_chapter(module) for module in modules]}
        for part, modules in course.parts()
    ]
    names = [name for name in APPENDICES if name != "answers" or _has_items(course)]
    parts.append(
        {"caption": "Appendices", "chapters": [{"file": f"appendix/{name}"} for name in names]}
    )
    return {"format": "jb-book", "root": "index", "parts": [p for p in parts if p["chapters"]]}


def _has_items(course: ReviewedCourse) -> bool:
    return any(module.bank.published() for module in course.modules)


def _chapter(reviewed: ReviewedModule) -> dict[str, Any]:
    chapter: dict[str, Any] = {"file": f"modules/{reviewed.id}"}
    if reviewed.bank.published():
        chapter["sections"] = [{"file": f"quizzes/{reviewed.id}", "title": "Quiz"}]
    return chapter
