"""Writer of the answers page: keys, rationales and pages of all items, as in the quizzes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from builder.model import (
    Categorise,
    Choice,
    CourseModule,
    Item,
    ItemBank,
    ItemBase,
    Match,
    Multiple,
    Number,
    Open,
    Option,
    Order,
    ReviewedCourse,
    Text,
    TrueFalse,
)
from builder.player.arrange import groups
from builder.player.order import (
    letter,
    presented_lefts,
    presented_options,
    presented_rights,
    presented_sequence,
    presented_statements,
)
from builder.player.payload import own_rationale
from builder.player.words import TRUTH, shown_number, where
from builder.writers.files import put
from builder.writers.markdown import escape

PATH = Path("appendix", "answers.md")
_NOTICE = "<!-- Made by `coursewright build` from the item banks. Changes made here are lost. -->"


def write(course: ReviewedCourse, out: Path) -> list[Path]:
    """Write the answers page of the course below `out`."""
    blocks = [_NOTICE, "# Answers", "Numbers and letters are those of the quizzes."]
    for reviewed in course.modules:
        blocks.append(answers_markdown(reviewed.module, reviewed.bank, reviewed.title))
    return [put(out / PATH, "\n\n".join(block.strip() for block in blocks if block) + "\n")]


def answers_markdown(module: CourseModule, bank: ItemBank, title: str, level: int = 2) -> str:
    """Return the answers of one quiz as MyST Markdown, or "" for a quiz without items.

    Args:
        module: the module, whose objectives order the items.
        bank: the item bank.
        title: title of the module, the heading.
        level: level of that heading.
    """
    items = [pair for group in groups(module, bank) for pair in group.items]
    if not items:
        return ""
    blocks = [f"{'#' * level} {escape(title)}"]
    blocks += ["\n".join(_entry(number, item)) for number, item in items]
    return "\n\n".join(blocks) + "\n"


def _entry(number: int, item: Item) -> Iterator[str]:
    """Yield the lines of one item: the stem, the key, why, and where it stands."""
    yield f"**{number}.** {escape(item.stem)}"
    yield ""
    for line in KEYS[type(item)](item):
        yield f"- {line}"
    if item.rationale:
        yield f"- {escape(item.rationale)}"
    said = " ".join(item.rationale.split())
    for quote, place in dict.fromkeys((s.quote, where(s)) for s in item.sources()):
        known = " ".join(quote.split()) in said
        parts = [f"“{escape(quote)}”" if not known else "", escape(place)]
        yield f"- Source: {', '.join(part for part in parts if part)}"


def _lettered(position: int, text: str) -> str:
    return f"**{letter(position)}.** {escape(text)}"


def _option(position: int, option: Option, item: Choice | Multiple) -> str:
    why = own_rationale(option, item)
    return _lettered(position, option.text) + (f" – {escape(why)}" if why else "")


def _options(item: Choice | Multiple) -> Iterator[str]:
    options = list(enumerate(presented_options(item)))
    for position, option in options:
        if option.key:
            yield f"Right: {_option(position, option, item)}"
    for position, option in options:
        if option.rationale and not option.key:
            yield f"Wrong: {_option(position, option, item)}"


def _true_false(item: TrueFalse) -> Iterator[str]:
    yield f"Right: **{TRUTH[0 if item.answer else 1]}**"


def _match(item: Match) -> Iterator[str]:
    partner = {pair.left: pair.right for pair in item.pairs}
    rights = presented_rights(item)
    for number, left in enumerate(presented_lefts(item), 1):
        yield f"{number}: {escape(left)} – {_lettered(rights.index(partner[left]), partner[left])}"


def _order(item: Order) -> Iterator[str]:
    shown = presented_sequence(item)
    yield f"Right: {', '.join(letter(shown.index(element)) for element in item.sequence)}"
    for number, element in enumerate(item.sequence, 1):
        yield f"{number}: {_lettered(shown.index(element), element)}"


def _categorise(item: Categorise) -> Iterator[str]:
    for number, statement in enumerate(presented_statements(item), 1):
        names = [name for name, texts in item.categories.items() if statement in texts]
        yield f"{number}: {escape(statement)} – **{escape(' / '.join(names))}**"


def _number(item: Number) -> Iterator[str]:
    margin = f", give or take {item.tolerance:g}" if item.tolerance else ""
    yield f"Right: **{escape(shown_number(item))}**{margin}"


def _text(item: Text) -> Iterator[str]:
    first, *others = item.accepted or ("",)
    also = f" (also: {', '.join(map(escape, others))})" if others else ""
    yield f"Right: **{escape(first)}**{also}"


def _open(item: Open) -> Iterator[str]:
    yield f"Model answer: {escape(item.model_answer)}"


KEYS: dict[type[ItemBase], Callable[[Any], Iterator[str]]] = {
    Choice: _options,
    Multiple: _options,
    TrueFalse: _true_false,
    Match: _match,
    Order: _order,
    Categorise: _categorise,
    Number: _number,
    Text: _text,
    Open: _open,
}
