"""Figures that a module reports: the sentence, the date and the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.model import Number, ReviewedModule, Sentence
from builder.writers.phrases import pages

_FIGURE = re.compile(
    r"\d[\d,. ]*\s?(?:%|per\s?cent\b|percent\b|thousand\b|million\b|billion\b|trillion\b)"
    r"|(?:USD|EUR|GBP|US\$|\$|€|£)\s?\d"
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def figures(reviewed: ReviewedModule) -> list[dict[str, str]]:
    """Return the sentences with figures, each with its date and page.

    A sentence that the quiz asks a figure of is left out: the list would give it away. A sentence
    without a date has that of the extract, as its front matter declares it.
    """
    asked = {
        source.quote
        for item in reviewed.bank.published()
        if isinstance(item, Number) or item.teaching_point == "figure"
        for source in item.sources()
    }
    return [
        {
            "text": sentence.text,
            "date": _date(sentence.text, reviewed.extract.as_of),
            "page": pages(sentence.locator.page),
        }
        for sentence in _sentences(reviewed)
        if _FIGURE.search(sentence.text) and sentence.text not in asked
    ]


def _sentences(reviewed: ReviewedModule) -> Iterator[Sentence]:
    """Yield running text only: a member of a list does not say what it counts."""
    yield from reviewed.extract.sentences()


def _date(text: str, as_of: int | None) -> str:
    years = list(dict.fromkeys(_YEAR.findall(text)))
    return ", ".join(years) if years else str(as_of or "")
