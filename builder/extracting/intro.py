"""The first page of a new course, for its author to go on writing."""

from __future__ import annotations

from collections.abc import Sequence

from builder.extracting.course import Imported
from builder.extracting.markdown import escaped
from builder.model.course import Course

_TEXT = """\
# Welcome

This course has {modules}. Each begins with its learning objectives and ends with a quiz; the
reading in between names the page of the source wherever the source has pages.

## What it is made from

{documents}

## How to use it

Read one module at a time, answer the items on the way, and take the quiz a day or two later. You
may take it as often as you like. Nothing that you answer leaves your computer.
"""


def intro(course: Course, documents: Sequence[Imported]) -> str:
    """Return the welcome page of `course`, which was made from `documents`."""
    count = len(list(course.modules()))
    titles = dict.fromkeys(document.title for document in documents)
    return _TEXT.format(
        modules=f"{count} modules" if count != 1 else "one module",
        documents="\n".join(f"* {escaped(title)}" for title in titles),
    )
