"""Writer of the module pages: `modules/<slug>.md`.

A page is what a learner works through: what it leads to, the key messages, the reading with an
item after each section, the key concepts, something to discuss, the way to the quiz, the sources.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from builder.model import Extract, Item, Part, ReviewedCourse, ReviewedModule
from builder.player.render import render_item
from builder.writers import marks
from builder.writers.files import put
from builder.writers.phrases import citation, count, occasion, published
from builder.writers.reading import reading

_LAST_RESORT = ("open",)
"""Types that are checked by nobody, so that another item of the section is better."""

_ANSWERS = "../appendix/answers.html"
"""Where readers without scripts find the answers."""


def write(course: ReviewedCourse, out: Path) -> list[Path]:
    """Write the page of each module below `out`; return their paths."""
    return [
        put(out / "modules" / f"{reviewed.id}.md", module_page(reviewed, part))
        for part, modules in course.parts()
        for reviewed in modules
    ]


def module_page(reviewed: ReviewedModule, part: Part) -> str:
    """Return the Markdown of one module page."""
    blocks = [
        marks.notice(f"{reviewed.id}.yml and the extract {reviewed.id}"),
        f"# {marks.line(reviewed.title)}",
        _facts(reviewed, part),
    ]
    for section in SECTIONS:
        blocks.extend(section(reviewed))
    return marks.document(*blocks)


def _facts(reviewed: ReviewedModule, part: Part) -> str:
    """Return the lines under the title: where the module belongs, and what it draws on."""
    items = len(reviewed.bank.published())
    facts = [
        marks.line(part.title),
        f"about {count(reviewed.entry.minutes, 'minute')}",
        count(items, "quiz item") if items else "no quiz yet",
        marks.line(occasion(reviewed.extract)),
    ]
    return marks.box(
        "facts", " · ".join(fact for fact in facts if fact), _drawn_on(reviewed.extract)
    )


def _drawn_on(extract: Extract) -> str:
    """Return the source in a line; several documents are named at the end of the page."""
    if extract.source:
        return f"Source: {marks.line(citation(extract))}"
    return f"Source: {count(len(extract.sources), 'document')}" if extract.sources else ""


def _objectives(reviewed: ReviewedModule) -> Iterator[str]:
    objectives = published(reviewed.module.objectives)
    if objectives:
        yield "## Learning objectives"
        yield "After this module you will be able to:"
        yield marks.bullets(
            f"{marks.line(_as_clause(objective.statement))} {marks.small(objective.bloom, 'bloom')}"
            for objective in objectives
        )


def _as_clause(statement: str) -> str:
    """Return an objective as it ends "you will be able to": its verb without a capital."""
    verb, space, rest = statement.partition(" ")
    return f"{verb.lower() if verb.istitle() else verb}{space}{rest.rstrip('.')}"


def _messages(reviewed: ReviewedModule) -> Iterator[str]:
    summary = published(reviewed.module.summary)
    if summary:
        yield "## Key messages"
        yield marks.box(
            "messages",
            marks.bullets(
                marks.line(sentence.text) + marks.page_mark(sentence.source.page)
                for sentence in summary
            ),
        )


def _reading(reviewed: ReviewedModule) -> Iterator[str]:
    yield "## Reading"
    checks = {title: _check(item) for title, item in check_items(reviewed).items()}
    yield from reading(reviewed.extract, checks)


def check_items(reviewed: ReviewedModule) -> dict[str, Item]:
    """Return the item that follows each section, as far as there is one.

    An item belongs to the last section that it rests on, so that it asks for nothing that comes
    later. Preferred are items that mark themselves, then those that rest on one section only.
    """
    order = {section.title: n for n, section in enumerate(reviewed.extract.sections)}
    chosen: dict[str, Item] = {}

    def preference(item: Item) -> tuple[bool, int]:
        return item.type in _LAST_RESORT, len({source.section for source in item.sources()})

    for item in sorted(reviewed.bank.published(), key=preference):
        sections = (source.section for source in item.sources())
        chosen.setdefault(max(sections, key=lambda title: order.get(title, -1)), item)
    return chosen


def _check(item: Item) -> str:
    return marks.html_block(
        '<div class="cw-check">\n<p class="cw-check-title">Check yourself</p>\n'
        f"{render_item(item, answers=_ANSWERS)}\n</div>"
    )


def _concepts(reviewed: ReviewedModule) -> Iterator[str]:
    concepts = published(reviewed.module.key_concepts)
    if concepts:
        yield "## Key concepts"
        for concept in concepts:
            definition = marks.line(concept.definition) + marks.page_mark(concept.source.page)
            yield f"{marks.line(concept.term)}\n: {definition}"


def _discussion(reviewed: ReviewedModule) -> Iterator[str]:
    activities = published(reviewed.module.activities)
    if activities:
        yield "## Discussion"
        yield marks.numbered(
            f"{marks.line(activity.prompt)} "
            + marks.small(f"{activity.kind}, {count(activity.minutes, 'minute')}", "kind")
            for activity in activities
        )


def _quiz(reviewed: ReviewedModule) -> Iterator[str]:
    items = len(reviewed.bank.published())
    if items:
        yield "## Ready?"
        link = f"[Take the quiz](../quizzes/{reviewed.id}.ipynb)"
        yield marks.box("action", f"{link} {marks.small(count(items, 'item'), 'kind')}")
    if reviewed.module.not_assessed:
        yield "What the quiz does not assess:" if items else "What could not be assessed:"
        yield marks.bullets(marks.line(reason) for reason in reviewed.module.not_assessed)


def _sources(reviewed: ReviewedModule) -> Iterator[str]:
    extract = reviewed.extract
    named = [f"{marks.line(label)}: {marks.line(text)}" for label, text in extract.sources.items()]
    main = [marks.line(citation(extract))] if extract.source else []
    if main or named:
        yield "## Sources"
        yield marks.box("sources", marks.bullets([*main, *named]))


SECTIONS: tuple[Callable[[ReviewedModule], Iterator[str]], ...] = (
    _objectives,
    _messages,
    _reading,
    _concepts,
    _discussion,
    _quiz,
    _sources,
)
"""What stands on a page, in order; a section without content is left out."""
