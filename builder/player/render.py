"""Items as HTML that reads well by itself and that `player.js` brings to life.

The HTML is a real form, so that it can be answered with pen in mind, by keyboard and with a
screen reader even where no script runs. Where a viewer strips form controls, lettered lists
remain: what select menus offer stands in attributes, so nothing is left of them.
Everything that comes from an item is escaped; blank lines never occur, so that the HTML may
stand as one block in Markdown.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from builder.model import (
    Categorise,
    Choice,
    Item,
    ItemBase,
    Match,
    Multiple,
    Number,
    Open,
    Order,
    Text,
    TrueFalse,
)
from builder.player.grade import counts
from builder.player.order import (
    letter,
    presented_lefts,
    presented_options,
    presented_rights,
    presented_sequence,
    presented_statements,
)
from builder.player.payload import payload, script_json
from builder.player.words import TRUTH, task
from builder.writers.phrases import count

_MOST_RADIOS = 4
"""More categories than these are chosen from a menu."""
_LONGEST_RADIO = 40
"""So are categories with longer names."""
# Amounts in dollars are no mathematics to MathJax, here and in notebooks.
_CLASSES = "cq-item tex2jax_ignore mathjax_ignore"


def render_item(item: Item, *, number: int | None = None, quiz: str = "", answers: str = "") -> str:
    """Return the HTML of one item.

    Args:
        item: the item.
        number: its number in the quiz, shown before the stem.
        quiz: name of the quiz in whose score it counts; "" for an item on its own.
        answers: address of the answers page, for readers without scripts.
    """
    shown = f'<span class="cq-number">{number}.</span> ' if number is not None else ""
    attributes = {"id": anchor(item.id), "data-item": item.id, "data-quiz": quiz}
    lines = [
        f'<form class="{_CLASSES}" method="dialog" autocomplete="off" data-type="{item.type}"'
        f"{_attributes(attributes)}>",
        f'<fieldset class="cq-body"><legend class="cq-stem">{shown}{_text(item.stem)}</legend>',
        f'<p class="cq-task">{to_do}</p>' if (to_do := task(item)) else "",
        BODIES[type(item)](item),
        "</fieldset>",
        f'<noscript><p class="cq-task">{_answers_note(answers)}</p></noscript>',
        f'<script type="application/json">{script_json(payload(item))}</script>',
        "</form>",
    ]
    return "\n".join(line for line in lines if line)


def render_score(quiz: str, items: Sequence[Item], pass_mark: int | None = None) -> str:
    """Return the HTML of the score panel of a quiz; the script fills it."""
    attributes = {
        "data-quiz": quiz,
        "data-items": str(len(items)),
        "data-counted": str(sum(map(counts, items))),
        "data-pass": "" if pass_mark is None else str(pass_mark),
    }
    return (
        f'<div class="cq-score tex2jax_ignore mathjax_ignore"{_attributes(attributes)}>\n'
        f'<p class="cq-line">{count(len(items), "item")} in this quiz.</p>\n</div>'
    )


def anchor(item_id: str) -> str:
    """Return the HTML id of an item.

    >>> anchor("lm-7f3a2c")
    'item-lm-7f3a2c'
    """
    return "item-" + re.sub(r"[^\w-]", lambda m: f"_{ord(m.group()):x}", item_id, flags=re.ASCII)


def _answers_note(answers: str) -> str:
    page = f'<a href="{_escape(answers)}">answers page</a>' if answers else "answers page"
    return f"Without scripts, compare your answer with the {page} of this course."


def _escape(text: str) -> str:
    return html.escape(" ".join(text.split()))


def _text(text: str) -> str:
    return f'<span class="cq-text" dir="auto">{_escape(text)}</span>'


def _attributes(values: dict[str, str]) -> str:
    return "".join(f' {name}="{_escape(value)}"' for name, value in values.items() if value)


def _list(kind: str, elements: Iterable[str], tag: str = 'ol type="A"') -> str:
    """Return a list, lettered unless `tag` says otherwise."""
    rows = "\n".join(f"<li>{element}</li>" for element in elements)
    name, _, attributes = tag.partition(" ")
    return f'<{name} class="{kind}"{" " * bool(attributes)}{attributes}>\n{rows}\n</{name}>'


def _choices(texts: Iterable[str], control: str, tag: str = 'ol type="A"') -> str:
    labels = (
        f'<label><input type="{control}" name="answer" value="{i}"> {_text(text)}</label>'
        for i, text in enumerate(texts)
    )
    return _list("cq-options", labels, tag)


def _choice(item: Choice) -> str:
    return _choices((option.text for option in presented_options(item)), "radio")


def _multiple(item: Multiple) -> str:
    return _choices((option.text for option in presented_options(item)), "checkbox")


def _true_false(_: TrueFalse) -> str:
    return _choices(TRUTH, "radio", "ul")


def _menu(row: int, label: str, texts: Sequence[str]) -> str:
    """Return a select menu; its entries are attributes, so that they vanish with the menu."""
    entries = "".join(
        f'<option value="{i}" label="{letter(i)}. {_escape(text)}"></option>'
        for i, text in enumerate(texts)
    )
    return (
        f'<select name="row-{row}" aria-label="{_escape(label)}">'
        f'<option value="" label="Choose …"></option>{entries}</select>'
    )


def _menus(rows: Sequence[str], texts: Sequence[str]) -> str:
    """Return rows with a menu each, and the lettered list of what the menus offer."""
    lines = (f"{_text(row)} {_menu(i, row, texts)}" for i, row in enumerate(rows))
    return _list("cq-rows", lines, "ol") + "\n" + _list("cq-bank", map(_text, texts))


def _match(item: Match) -> str:
    return _menus(presented_lefts(item), presented_rights(item))


def _categorise(item: Categorise) -> str:
    names, statements = list(item.categories), presented_statements(item)
    if len(names) > _MOST_RADIOS or max(map(len, names), default=0) > _LONGEST_RADIO:
        return _menus(statements, names)
    return _list(
        "cq-rows",
        (
            f'<fieldset class="cq-row"><legend>{_text(statement)}</legend>\n'
            + ' <span class="cq-or">/</span>\n'.join(
                f'<label><input type="radio" name="row-{row}" value="{i}"> {_text(name)}</label>'
                for i, name in enumerate(names)
            )
            + "</fieldset>"
            for row, statement in enumerate(statements)
        ),
        "ol",
    )


def _order(item: Order) -> str:
    return _list("cq-sequence", map(_text, presented_sequence(item)))


def _field(attributes: str, unit: str = "") -> str:
    after = f' <span class="cq-unit">{_text(unit)}</span>' if unit else ""
    return (
        '<p class="cq-field"><label><span class="cq-label">Your answer:</span> '
        f'<input type="text" name="answer" {attributes} spellcheck="false">{after}</label></p>'
    )


def _number(item: Number) -> str:
    return _field('inputmode="decimal" size="12"', item.unit)


def _short_text(_: Text) -> str:
    return _field('size="30" autocapitalize="none"')


def _open(_: Open) -> str:
    return (
        '<p class="cq-field"><label><span class="cq-label">Your answer:</span>'
        '<textarea name="answer" rows="5"></textarea></label></p>'
    )


BODIES: dict[type[ItemBase], Callable[[Any], str]] = {
    Choice: _choice,
    Multiple: _multiple,
    TrueFalse: _true_false,
    Match: _match,
    Order: _order,
    Categorise: _categorise,
    Number: _number,
    Text: _short_text,
    Open: _open,
}
