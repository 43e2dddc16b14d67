"""The whole course as plain data for the booklet: modules, glossary, acronyms and index."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.model import ReviewedCourse
from builder.writers.acronyms import collect
from builder.writers.glossary import initial, sort_key
from builder.writers.handouts.content import Data, course_data, module_data
from builder.writers.item_numbers import module_numbers
from builder.writers.phrases import count, hours, pages, published


def booklet_data(course: ReviewedCourse) -> Data:
    """Return the course for participants; places that the index leads to are marked."""
    numbers = module_numbers(course)
    parts = [
        {"title": part.title, "modules": [module_data(m, part, numbers[m.id]) for m in modules]}
        for part, modules in course.parts()
    ]
    acronyms = [
        {"short": short, "long": long, "module": numbers[reviewed.id]}
        for short, long, reviewed in collect(course)
    ]
    terms = _terms(course)
    _mark(parts, terms)
    return {
        "course": course_data(course),
        "facts": _facts(course),
        "parts": parts,
        "glossary": list(_glossary(course, numbers)),
        "acronyms": acronyms,
        "index": [{"term": term, "letter": initial(term)} for term in terms],
    }


def _facts(course: ReviewedCourse) -> list[str]:
    facts = [count(len(course.modules), "module")]
    if course.course.hours:
        facts.append(f"about {hours(course.course.hours)}")
    return facts


def _glossary(course: ReviewedCourse, numbers: dict[str, int]) -> Iterator[Data]:
    entries = [
        (concept, reviewed)
        for reviewed in course.modules
        for concept in published(reviewed.module.key_concepts)
    ]
    for concept, reviewed in sorted(entries, key=lambda e: (sort_key(e[0].term), numbers[e[1].id])):
        yield {
            "term": concept.term,
            "letter": initial(concept.term),
            "text": concept.definition,
            "page": pages(concept.source.page),
            "module": numbers[reviewed.id],
        }


def _terms(course: ReviewedCourse) -> list[str]:
    """Return what the index leads to, from A to Z: key concepts and acronyms, each once."""
    terms = {
        concept.term.casefold(): concept.term
        for reviewed in reversed(course.modules)
        for concept in published(reviewed.module.key_concepts)
    }
    for short, _, _ in collect(course):
        terms.setdefault(short.casefold(), short)
    return sorted(terms.values(), key=sort_key)


def _mark(parts: list[Data], terms: list[str]) -> None:
    """Give each sentence of the readings the positions, in `terms`, of those it mentions."""
    patterns = [(term.lower(), _pattern(term)) for term in terms]
    for runs in _readings(parts):
        for run in runs:
            low = run["text"].lower()
            found = [
                i
                for i, (term, pattern) in enumerate(patterns)
                if term in low and pattern.search(run["text"])
            ]
            if found:
                run["index"] = found


def _pattern(term: str) -> re.Pattern[str]:
    """Match a term as a whole; an acronym only in capitals."""
    flags = re.NOFLAG if term.isupper() else re.IGNORECASE
    return re.compile(rf"(?<!\w){re.escape(term)}(?:s|es)?(?!\w)", flags)


def _readings(parts: list[Data]) -> Iterator[list[Data]]:
    for part in parts:
        for module in part["modules"]:
            for section in module["reading"]:
                for block in section["blocks"]:
                    yield block.get("runs") or block.get("items") or []
