"""What the player says beside the words of the items."""

from __future__ import annotations

from builder.model import Item, Number, SourceRef
from builder.writers.phrases import pages

_TASKS = {
    "choice": "Choose one.",
    "multiple": "Choose all that apply.",
    "true_false": "True or false?",
    "match": "Choose a letter for each line.",
    "order": "Bring the lines into the right order.",
    "categorise": "Choose where each statement belongs.",
    "number": "Enter a number.",
    "text": "Enter a word or a short phrase.",
    "open": "Answer in a sentence or two.",
}
"""What to do, for each type of item."""
_SAID = {"multiple": "all that apply", "true_false": "true or false"}
"""Words of a stem that say so already."""

TRUTH = ("True", "False")


def task(item: Item) -> str:
    """Return what to do with an item, or "" where its stem says so."""
    said = _SAID.get(item.type)
    return "" if said and said in item.stem.lower() else _TASKS[item.type]


def where(source: SourceRef) -> str:
    """Return the place of a source sentence: "Trade approaches, p. 39".

    The page does not part from its "p." at the end of a line.
    """
    page = pages(source.page).replace(" ", "\N{NO-BREAK SPACE}", 1)
    return ", ".join(part for part in (source.section, page) if part)


def shown_number(item: Number) -> str:
    """Return the right number with its unit: "1,250 countries".

    A number that may be a year is written without separator.
    """
    decimals = f"{abs(item.answer):,.6f}".rstrip("0").rstrip(".")
    plain = decimals.replace(",", "") if abs(item.answer) < 10_000 else decimals
    sign = "\u2212" if item.answer < 0 else ""
    return " ".join(part for part in (sign + plain, item.unit) if part)
