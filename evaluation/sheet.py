"""The sheet that graders read: each item as learners see it, its key, and its passage."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from builder.model import Extract, Item, Passage, Section, SourceRef
from builder.player.order import letter
from builder.player.payload import payload
from builder.player.plain import plain_item
from builder.player.words import TRUTH
from builder.writers.marks import line
from builder.writers.phrases import occasion, pages
from evaluation.answers import QUESTIONS
from evaluation.entry import Entry

_TITLE = """# Items to grade

Answer ten questions about each item with y or n in the row of its number in `answers.csv`. \
Where a question has nothing to refer to (no distractors), answer y. Put y under `wrong_key` if \
the passage contradicts the key, under `double_key` if another answer is right as well. Say in \
`comment` what made you answer n. Take the whole text to hand if you have it. Look for a reason \
to turn the item down; do not repair it in your head. Grade alone."""


def sheet(entries: Sequence[Entry]) -> str:
    """Return the Markdown of the sheet; entries are numbered from 1."""
    asked = "\n".join(f"{number}. {text}" for number, text in enumerate(QUESTIONS.values(), 1))
    blocks = [_TITLE, asked]
    for number, entry in enumerate(entries, 1):
        blocks.extend(_entry(number, entry))
    return "\n\n".join(blocks) + "\n"


def _entry(number: int, entry: Entry) -> Iterator[str]:
    item, extract = entry.item, entry.extract
    yield f"---\n\n## Item {number}"
    yield _hard_lines(plain_item(item))
    yield f"**Key:** {line(key_text(item))}"
    yield from (f"**Feedback on {letter(i)}:** {line(why)}" for i, why in _feedback(item))
    yield f"**Rationale:** {line(item.rationale) or '(none)'}"
    yield f"**Objective:** {line(entry.objective) or '(none)'} **Level:** {item.bloom}"
    yield f"**Source:** {line(extract.source or extract.title)} ({line(occasion(extract))})"
    yield from (f"**Cited:** “{line(ref.quote)}”{_page(ref.page)}" for ref in item.sources())
    found = around(item, extract)
    yield "**Passage:**" if found else "**Passage:** (the text has no such sentence)"
    for section, passages in found:
        blocks = [f"> *{line(section.title)}*", *map(_quoted, passages)]
        yield "\n>\n".join(blocks)


def _hard_lines(text: str) -> str:
    """Return lines of plain text as inert Markdown, each on a line of its own."""
    return "  \n".join(line(row) for row in text.split("\n"))


def key_text(item: Item) -> str:
    """Return the key in the letters and numbers of the presented item."""
    return KEYS[item.type](payload(item))


def _letters(data: dict[str, Any]) -> str:
    return ", ".join(letter(position) for position in data["key"])


def _pairs(data: dict[str, Any]) -> str:
    return "; ".join(
        f"{number} – {', '.join(letter(position) for position in places)}"
        for number, places in enumerate(data["key"], 1)
    )


def _number(data: dict[str, Any]) -> str:
    tolerance = data.get("tolerance")
    return f"{data['shown']} (± {tolerance:g} is accepted)" if tolerance else str(data["shown"])


KEYS: dict[str, Callable[[dict[str, Any]], str]] = {
    "choice": _letters,
    "multiple": _letters,
    "true_false": lambda data: TRUTH[data["key"][0]],
    "match": _pairs,
    "order": _letters,
    "categorise": _pairs,
    "number": _number,
    "text": lambda data: " or ".join(f"“{text}”" for text in data["accepted"]),
    "open": lambda data: f"Model answer: {data.get('model', '')}",
}
"""How the key of each type of item is written."""


def _feedback(item: Item) -> Iterator[tuple[int, str]]:
    """Positions of options with feedback of their own, other than the item's rationale."""
    for position, why in enumerate(payload(item).get("why", [])):
        if why and why != item.rationale:
            yield position, why


def _page(page: str) -> str:
    return f" ({line(pages(page))})" if page else ""


def around(item: Item, extract: Extract) -> list[tuple[Section, list[Passage]]]:
    """Return the passages that the item cites, and the one before the first, by section.

    The one before is there for what a cited sentence may point back to.
    """
    found: list[tuple[Section, list[Passage]]] = []
    for section in extract.sections:
        cited = {
            index
            for index, passage in enumerate(section.passages)
            if any(_cites(ref, section, passage) for ref in item.sources())
        }
        if cited:
            first = min(cited)
            shown = sorted(cited | ({first - 1} if first and not found else set()))
            found.append((section, [section.passages[index] for index in shown]))
    return found


def _cites(ref: SourceRef, section: Section, passage: Passage) -> bool:
    return ref.section in ("", section.title) and any(
        sentence.text == ref.quote for sentence in (*passage.sentences, *passage.members)
    )


def _quoted(passage: Passage) -> str:
    """Return a passage as a Markdown quotation, with the page at its end."""
    rows = [" ".join(line(sentence.text) for sentence in passage.sentences)]
    rows.extend(f"– {line(member.text)}" for member in passage.members)
    rows.extend(line(row) for row in passage.verbatim)
    pages_of = [s.locator.page for s in (*passage.sentences, *passage.members)]
    rows[-1] += _page(pages_of[-1]) if pages_of else ""
    return "  \n".join(f"> {row}" for row in rows if row)
