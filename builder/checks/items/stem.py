"""The stem is one question or instruction that can be understood alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.analysis.language import tag_text
from builder.analysis.standing import dangling
from builder.checks.knowledge import Knowledge
from builder.model import Item

_TO_THE_PAGE = re.compile(
    r"\b(according to the (passage|text|extract|paragraph)|in the (passage|above)|the author)\b",
    re.IGNORECASE,
)
MOST_WORDS = 45
"""Thirty words of the item-writing guides, and fifteen for the owner of a statement."""


def check(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """Length, ending, reference to the page, words without antecedent."""
    stem = item.stem
    count = len(stem.split())
    if count > MOST_WORDS:
        yield f"the stem has {count} words"
    if not re.search(r"[.?]”?$", stem):
        yield "the stem does not end in a question mark or a full stop"
    if _TO_THE_PAGE.search(stem):
        yield "the stem points to a passage that the learner does not see"
    plain = re.sub(r"“[^”]*”", "", stem)
    if plain.count("?") > 1 and not plain.startswith("True or false?"):
        yield "the stem asks more than one question"
    tokens = tag_text(plain.removeprefix("True or false? "))
    word = dangling(tokens) if tokens and tokens[0].lower != "according" else dangling(tokens[1:])
    if word and word != "nothing" and not word.startswith("or "):
        yield f"“{word}” in the stem refers to something outside it"
