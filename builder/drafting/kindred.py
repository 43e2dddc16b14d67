"""Definitions that can be mistaken for one another: of one genus, or with a word in common."""

from __future__ import annotations

from builder.analysis.grammar import base_noun_phrase
from builder.analysis.language import tag_text
from builder.analysis.words import content_stems, stem
from builder.model import Definition


def genus(point: Definition) -> str:
    """Stem of the noun that says what kind of thing the term is."""
    tokens = tag_text(point.body)
    end = base_noun_phrase(tokens)
    return stem(tokens[end - 1].text) if end else ""


def kindred(point: Definition, other: Definition) -> bool:
    """A learner who has not read the text could take one for the other."""
    return point.plural == other.plural and (
        genus(point) == genus(other) or bool(content_stems(point.term) & content_stems(other.term))
    )
