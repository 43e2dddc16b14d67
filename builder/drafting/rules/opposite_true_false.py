"""A cause or a claim with a word that has a licensed opposite: true, or turned round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.analysis.words import PREPOSITIONS, content_stems, normalised
from builder.drafting.clauses import said_plainly
from builder.drafting.craft import Candidate, Craft, cited, item_id, sentence_case
from builder.drafting.opposites import swaps
from builder.model import Bloom, Cause, Claim, TeachingPoint, TrueFalse

_BLUNT = re.compile(r"[“”:;]|\b(not|no|never|rather than|instead of|unlike|both|between)\b")
"""Sentences in which an exchanged word would be plain nonsense, or deny what is denied."""


def draft(craft: Craft) -> Iterator[Candidate]:
    """One statement for each point with exactly one such word."""
    for point in craft.analysis.points:
        text = _text(point)
        turned = list(swaps(text))
        if len(turned) != 1 or _BLUNT.search(text) or text.split()[0].lower() in PREPOSITIONS:
            continue
        false, word, other = turned[0]
        if _supported(craft, point, other, text) or text.lower().split().count(word.lower()) > 1:
            continue
        swapped = int(item_id("", "opposite-true-false", (point,))[1:], 16) % 2 == 0
        quoted = cited(craft.reference(point.sentence))
        shown = false if swapped else text
        verdict = f"The text says “{word}”, not “{other}”" if swapped else "The text says so"
        item = craft.item(
            TrueFalse,
            "opposite-true-false",
            (point,),
            stem=f"True or false? According to {craft.owner(point)}, {sentence_case(shown)}"
            if shown[0].isupper()
            else f"True or false? According to {craft.owner(point)}, {shown}.",
            answer=not swapped,
            rationale=f"{verdict}: {quoted}.",
            bloom=Bloom.UNDERSTAND,
        )
        if isinstance(point, Cause):
            yield Candidate(item, (point,), "causes", (point.effect,), 0.7)
        elif isinstance(point, Claim):
            yield Candidate(item, (point,), "claims", (point.name,), 0.6)


def _text(point: TeachingPoint) -> str:
    if isinstance(point, Cause) and said_plainly(point):
        return f"{point.effect} because {point.cause}"
    return point.content if isinstance(point, Claim) else ""


def _supported(craft: Craft, point: TeachingPoint, other: str, text: str) -> bool:
    """Another sentence of the text says nearly the same with the opposite word."""
    stems = content_stems(text)
    for tagged in craft.analysis.sentences:
        if tagged.sentence == point.sentence or other not in normalised(tagged.text).split():
            continue
        if len(stems & content_stems(tagged.text)) * 2 >= len(stems):
            return True
    return False
