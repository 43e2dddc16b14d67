"""A module as plain data for the templates: what participants read, and the trainer's key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from builder.model import Extract, Part, Passage, ReviewedCourse, ReviewedModule, Sentence
from builder.player.arrange import Group, groups
from builder.writers.handouts.figures import figures
from builder.writers.handouts.keys import key_item, short_key
from builder.writers.handouts.paper import paper_item
from builder.writers.item_numbers import item_number
from builder.writers.phrases import citation, count, occasion, pages, published

Data = dict[str, Any]

_COLUMN = " | "


def course_data(course: ReviewedCourse) -> Data:
    """Return what stands on every sheet of the course."""
    about = course.course
    return {
        "title": about.title,
        "institution": about.institution,
        "language": about.language,
        "audience": about.audience,
        "pass_mark": about.pass_mark,
    }


def module_data(reviewed: ReviewedModule, part: Part, number: int) -> Data:
    """Return everything about a module that a participant may see."""
    module = reviewed.module
    return {
        "number": number,
        "title": reviewed.title,
        "part": part.title,
        "facts": _facts(reviewed),
        "objectives": [_as_clause(o.statement) for o in published(module.objectives)],
        "messages": [_cited(s.text, s.source.page) for s in published(module.summary)],
        "concepts": [
            {"term": c.term, **_cited(c.definition, c.source.page)}
            for c in published(module.key_concepts)
        ],
        "reading": reading(reviewed.extract),
        "figures": figures(reviewed),
        "source": _source_line(reviewed.extract),
        "discussion": [
            {"text": a.prompt, "note": f"{a.kind}, {count(a.minutes, 'minute')}"}
            for a in published(module.activities)
        ],
        "quiz": [
            paper_item(item, item_number(number, place))
            for group in groups(module, reviewed.bank)
            for place, item in group.items
        ],
        "sources": _sources(reviewed.extract),
    }


def key_data(reviewed: ReviewedModule, number: int) -> Data:
    """Return the items of a module with their keys, by objective."""
    found = groups(reviewed.module, reviewed.bank)
    return {
        "number": number,
        "title": reviewed.title,
        "marking": [
            {"number": item_number(number, place), "key": short_key(item) or "in words"}
            for group in found
            for place, item in group.items
        ],
        "groups": [_key_group(group, number) for group in found],
        "not_assessed": list(reviewed.module.not_assessed),
        "source": _source_line(reviewed.extract),
    }


def _key_group(group: Group, number: int) -> Data:
    return {
        "objective": group.objective.statement if group.objective else "",
        "items": [key_item(item, item_number(number, place)) for place, item in group.items],
    }


def _cited(text: str, page: str) -> Data:
    return {"text": text, "page": pages(page)}


def _as_clause(statement: str) -> str:
    """Return an objective as it ends "you will be able to": its verb without a capital."""
    verb, space, rest = statement.partition(" ")
    return f"{verb.lower() if verb.istitle() else verb}{space}{rest.rstrip('.')}"


def _facts(reviewed: ReviewedModule) -> list[str]:
    items = len(reviewed.bank.published())
    facts = [
        f"About {count(reviewed.entry.minutes, 'minute')}",
        count(items, "quiz item") if items else "",
        occasion(reviewed.extract),
    ]
    return [fact for fact in facts if fact]


def _source_line(extract: Extract) -> str:
    return citation(extract) or "; ".join(extract.sources)


def _sources(extract: Extract) -> list[Data]:
    main = [{"label": "", "text": citation(extract)}] if extract.source else []
    return main + [{"label": label, "text": text} for label, text in extract.sources.items()]


def reading(extract: Extract) -> list[Data]:
    """Return the prose of the extract: sections of blocks, each of runs of text with a page.

    A page stands after the last sentence that it covers.
    """
    return [
        {
            "title": section.title,
            "blocks": [block for passage in section.passages for block in _passage(passage)],
        }
        for section in extract.sections
    ]


def _passage(passage: Passage) -> Iterator[Data]:
    units = (*passage.sentences, *passage.members)
    runs = list(_runs(units))
    count_of = len(passage.sentences)
    if count_of:
        yield {"kind": "text", "runs": runs[:count_of]}
    if passage.members:
        yield {"kind": "numbered" if passage.ordered else "bullets", "items": runs[count_of:]}
    if passage.verbatim:
        yield _verbatim(passage.verbatim)


def _runs(units: Iterable[Sentence]) -> Iterator[Data]:
    """Yield each sentence, with its page where the next one has another or there is none."""
    listed = list(units)
    for unit, after in zip(listed, (*listed[1:], None), strict=True):
        page = unit.locator.page
        closes = after is None or after.locator.page != page
        yield _cited(unit.text, page if closes else "")


def _verbatim(rows: tuple[str, ...]) -> Data:
    """Return rows as a table if they are one, else as lines that keep their breaks."""
    cells = [row.split(_COLUMN) for row in rows]
    width = len(cells[0])
    if width > 1 and len(cells) > 1 and all(len(row) == width for row in cells):
        return {"kind": "table", "rows": cells}
    return {"kind": "lines", "lines": [row for row in rows if row.strip()]}
