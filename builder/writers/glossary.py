"""Writer of the glossary: every key concept of the course from A to Z, with its module."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from builder.model import KeyConcept, ReviewedCourse, ReviewedModule
from builder.writers import marks
from builder.writers.files import put
from builder.writers.phrases import published

PATH = Path("appendix", "glossary.md")


def write(course: ReviewedCourse, out: Path) -> list[Path]:
    """Write the glossary below `out`."""
    return [put(out / PATH, glossary(course))]


def glossary(course: ReviewedCourse) -> str:
    """Return the Markdown of the glossary."""
    entries = sorted(_entries(course), key=lambda entry: (sort_key(entry[0].term), entry[1].id))
    blocks = [marks.notice("the key concepts of all modules"), "# Glossary"]
    if not entries:
        blocks.append("The modules have no key concepts yet.")
    letter = ""
    for concept, reviewed in entries:
        if initial(concept.term) != letter:
            letter = initial(concept.term)
            blocks.append(f"## {letter}")
        blocks.append(f"{marks.line(concept.term)}\n: {_definition(concept, reviewed)}")
    return marks.document(*blocks)


def _entries(course: ReviewedCourse) -> Iterator[tuple[KeyConcept, ReviewedModule]]:
    for reviewed in course.modules:
        for concept in published(reviewed.module.key_concepts):
            yield concept, reviewed


def _definition(concept: KeyConcept, reviewed: ReviewedModule) -> str:
    link = f"[{marks.line(reviewed.title)}](../modules/{reviewed.id}.md)"
    return (
        f"{marks.line(concept.definition)} "
        f'<span class="cw-where">{link}{marks.page_mark(concept.source.page)}</span>'
    )


def sort_key(term: str) -> tuple[str, str]:
    """Return what terms are sorted by: letters without case and accents, then the term."""
    plain = unicodedata.normalize("NFKD", term.casefold())
    return "".join(c for c in plain if c.isalnum() or c == " ").strip(), term


def initial(term: str) -> str:
    """Return the letter that a term stands under; "0–9" for what begins with none."""
    first = sort_key(term)[0][:1].upper()
    return first if first.isalpha() else "0–9"
