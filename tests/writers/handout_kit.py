"""What tests of handouts share: making them, and reading PDF with a library of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from builder.model import Finding, ReviewedCourse
from builder.writers.exports import TARGETS, Request


def make(
    course: ReviewedCourse, out: Path, *only: str, root: Path | None = None, **options: Any
) -> tuple[dict[str, Path], list[Finding], list[str]]:
    """Return the files by name, the findings and the lines of progress."""
    said: list[str] = []
    request = Request(only=only, root=root, options=options, progress=said.append)
    paths = TARGETS["handouts"].load()(course, out, request)
    return {path.name: path for path in paths}, request.findings, said


def text(path: Path) -> str:
    """Return the text of all pages, without blanks: lines break anywhere."""
    return bare("".join(page.extract_text() for page in PdfReader(path).pages))


def bare(words: str) -> str:
    """Return the words without blanks and invisible characters."""
    return re.sub(r"[\s\u200b\u00ad]", "", words)


def resolved(value: Any) -> Any:
    """Return what a reference leads to."""
    return value.get_object() if isinstance(value, IndirectObject) else value


def tags(path: Path) -> list[str]:
    """Return the tags of the structure tree in reading order."""
    root = resolved(PdfReader(path).trailer["/Root"])
    return list(_tags(resolved(root["/StructTreeRoot"])))


def _tags(element: Any) -> Iterator[str]:
    element = resolved(element)
    if isinstance(element, ArrayObject):
        for kid in element:
            yield from _tags(kid)
    elif isinstance(element, DictionaryObject):
        if "/S" in element:
            yield str(element["/S"])
        yield from _tags(element.get("/K"))


def titles(outline: list[Any]) -> list[Any]:
    """Return the bookmarks as nested lists of their titles."""
    return [titles(o) if isinstance(o, list) else bare(str(o.title)) for o in outline]


def fonts(path: Path) -> Iterator[DictionaryObject]:
    """Yield the descriptor of each font."""
    for page in PdfReader(path).pages:
        for font in resolved(resolved(page["/Resources"]).get("/Font", {})).values():
            for descendant in resolved(resolved(font)["/DescendantFonts"]):
                yield resolved(resolved(descendant)["/FontDescriptor"])
