"""Writer of the list of acronyms, as the extracts introduce them: "long form (LF)"."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from builder.analysis.context import PassageContext, People
from builder.analysis.language import Tagged
from builder.analysis.points import acronym
from builder.model import Acronym, Extract, ReviewedCourse, ReviewedModule
from builder.writers import marks
from builder.writers.files import put
from builder.writers.glossary import sort_key

PATH = Path("appendix", "acronyms.md")


def write(course: ReviewedCourse, out: Path) -> list[Path]:
    """Write the list of acronyms below `out`."""
    return [put(out / PATH, acronym_list(course))]


def acronym_list(course: ReviewedCourse) -> str:
    """Return the Markdown of the list."""
    rows = [
        f"| {marks.line(short)} | {marks.line(long)} | {_link(reviewed)} |"
        for short, long, reviewed in collect(course)
    ]
    blocks = [marks.notice("the extracts of all modules"), "# Acronyms"]
    if rows:
        head = ["| Acronym | In full | First in |", "| --- | --- | --- |"]
        blocks.append(marks.box("acronyms", "\n".join([*head, *rows])))
    else:
        blocks.append("The extracts introduce no acronyms.")
    return marks.document(*blocks)


def collect(course: ReviewedCourse) -> list[tuple[str, str, ReviewedModule]]:
    """Return short form, long form and the first module that has it, from A to Z.

    Long forms that differ only in case are one; the first spelling is shown.
    """
    found: dict[tuple[str, str], tuple[str, str, ReviewedModule]] = {}
    for reviewed in course.modules:
        for point in acronyms(reviewed.extract):
            key = (point.short, point.long.casefold())
            found.setdefault(key, (point.short, point.long, reviewed))
    return sorted(found.values(), key=lambda entry: (sort_key(entry[0]), entry[1].casefold()))


def acronyms(extract: Extract) -> Iterator[Acronym]:
    """Yield the acronyms that the extract introduces, list members included."""
    for passage in extract.passages():
        context = PassageContext(extract, passage, People(), None, False)
        for sentence in (*passage.sentences, *passage.members):
            # The finder needs no parts of speech, which would take long to find.
            text = Tagged(sentence=sentence, text=sentence.text, tokens=())
            yield from acronym.find(text, context)


def _link(reviewed: ReviewedModule) -> str:
    return f"[{marks.line(reviewed.title)}](../modules/{reviewed.id}.md)"
