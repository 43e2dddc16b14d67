"""An extract as text: front matter, passages, and the source pages that each anchor cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from source_pages import Scope, Sources, fold

QUOTATION = re.compile(r"“([^”]*)”|\"([^\"]*)\"")
ANCHOR = re.compile(r"\[[^\]\n]+\](?:\s*\[[^\]\n]+\])*")
PAGE_REF = re.compile(r"(?:(?P<label>[\w-]+),\s*)?pp?\.\s*"
                      r"(?P<pages>\d[\d\s,;–—-]*(?:and \d[\d–—-]*)?)$")
LABEL_REF = re.compile(r"(?P<label>[\w-]+)(?:,\s*para\.\s*[\d–-]+)?$")
LIST_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")


class Problem(NamedTuple):
    path: Path
    line: int
    message: str


class Segment(NamedTuple):
    """A stretch of prose with the pages that its anchor cites."""

    offset: int
    text: str
    scope: Scope


class Extract:
    """One extract, cut up; collects the problems that are found in it."""

    def __init__(self, path: Path, sources: Sources) -> None:
        self.path, self.sources = path, sources
        self.text = path.read_text(encoding="utf-8")
        front = re.match(r"---\n(.*?)\n---\n", self.text, re.S)
        self.front = (yaml.safe_load(front[1]) if front else None) or {}
        self.body = front.end() if front else 0
        self.declared = page_list(str(self.front.get("pages", "")))
        self.labels = sorted(self.front.get("sources") or {})
        self.held = str(self.front.get("held", ""))
        self.problems: list[Problem] = []

    def report(self, offset: int, message: str) -> None:
        line = self.text.count("\n", 0, offset) + 1
        self.problems.append(Problem(self.path, line, message))

    def blocks(self) -> list[tuple[int, str]]:
        """Headings and passages with their places; a list joins the passage before it."""
        found: list[tuple[int, str]] = []
        for m in re.finditer(r"^#.*$|(?:^(?!#).*\S.*(?:\n|\Z))+", self.text[self.body:], re.M):
            start = self.body + m.start()
            if found and LIST_ITEM.match(m[0]) and not found[-1][1].startswith("#"):
                start = found.pop()[0]
            found.append((start, self.text[start:self.body + m.end()]))
        return found

    def sections(self) -> Iterator[list[tuple[int, str]]]:
        """The blocks from one heading to the next."""
        section: list[tuple[int, str]] = []
        for offset, text in self.blocks():
            if text.startswith("#") and section:
                yield section
                section = []
            section.append((offset, text))
        yield section

    def segments(self, section: list[tuple[int, str]]) -> list[Segment]:
        """Each anchor covers what precedes it, back to the anchor before.

        A heading speaks for its whole section and is held to all the pages of it.
        """
        done: list[Segment] = []
        pending: list[tuple[int, str]] = []
        for offset, text in (block for block in section if not block[1].startswith("#")):
            end: int = 0
            scope: Scope | None = None
            for m in ANCHOR.finditer(mask_quotations(text)):
                scope = self.cited(offset + m.start(), m[0])
                pending.append((offset + end, text[end:m.start()]))
                done += [Segment(o, t, scope) for o, t in pending if scope]
                pending, end = [], m.end()
            if scope and LIST_ITEM.match(text[end:]):
                done.append(Segment(offset + end, text[end:], scope))
            elif re.search(r"\w", text[end:]):
                pending.append((offset + end, text[end:]))
        for offset, text in pending:
            self.report(offset + len(text) - len(text.lstrip()), "passage without an anchor")
        whole = self.sources.scope("the pages of the section", [s.scope.text for s in done])
        headings = [block for block in section if block[1].startswith("#") and done]
        return done + [Segment(offset, text, whole) for offset, text in headings]

    def cited(self, offset: int, anchor: str) -> Scope | None:
        """The pages behind an anchor; what cannot be resolved is reported."""
        texts: list[str] = []
        years = set(re.findall(r"\b20\d\d\b", self.held))
        for part in re.split(r"\]\s*\[|;\s*(?=[a-z])", anchor.strip("[]")):
            pages, label = PAGE_REF.match(part.strip()), LABEL_REF.match(part.strip())
            name = (pages or label or {"label": None})["label"]
            if (not pages and not label) or (name and name not in self.labels):
                self.report(offset, f"[{part}] is neither a page nor a declared source")
            elif name:
                texts.append(self.document(offset, name))
            elif pages:
                cited = page_list(pages["pages"])
                texts += self.cited_pages(offset, anchor, cited)
                years.update(*map(self.sources.heading_years, cited))
        return self.sources.scope(anchor, texts, frozenset(years)) if any(texts) else None

    def document(self, offset: int, label: str) -> str:
        text = self.sources.document(label)
        if text is None:
            self.report(offset, f"no source document is known for “{label}”")
        return text or ""

    def cited_pages(self, offset: int, anchor: str, pages: list[int]) -> list[str]:
        for page in pages:
            if page not in self.declared:
                self.report(offset, f"{anchor}: page {page} is not among the declared pages")
        return [self.sources.pages.get(page, "") for page in pages]


def mask_quotations(text: str, fill: str = "x") -> str:
    """Same length, so that places stay what they are."""
    return QUOTATION.sub(lambda m: re.sub(r"[^\n]", fill, m[0]), text)


def page_list(text: str) -> list[int]:
    """ "19-21, 37" as [19, 20, 21, 37]."""
    pages: list[int] = []
    for m in re.finditer(r"(\d+)(?:\s*[-–—]\s*(\d+))?", text):
        pages += range(int(m[1]), int(m[2] or m[1]) + 1)
    return pages


def long_forms(text: str) -> list[tuple[str, str]]:
    """The "long form (LF)" pairs by which an extract introduces its acronyms."""
    forms: list[tuple[str, str]] = []
    for m in re.finditer(r"\(([A-Z][A-Za-z]*[A-Z])s?\)", text):
        before = re.findall(r"[\w'’-]+", text[max(0, m.start() - 150):m.start()])
        letters = re.compile(".*".join(m[1].lower()))
        sizes = range(max(2, len(m[1]) // 2), min(len(m[1]) + 5, len(before)) + 1)
        size = next((n for n in sizes if letters.match(" ".join(map(fold, before[-n:])))), 0)
        if size:
            forms.append((" ".join(before[-size:]), m[1]))
    return forms
