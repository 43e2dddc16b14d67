"""Any sound statement with a word that has a licensed opposite: true, or turned round."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.words import content_stems, normalised
from builder.drafting.craft import Candidate, Craft, cited, item_id, sentence_case
from builder.drafting.opposites import swaps
from builder.model import Bloom, Cause, Claim, TeachingPoint, TrueFalse


def draft(craft: Craft) -> Iterator[Candidate]:
    """One statement for each cause or claim with exactly one such word."""
    for point in (*craft.analysis.of(Cause), *craft.analysis.of(Claim)):
        text = _text(point)
        turned = list(swaps(text))
        if len(turned) != 1 or any(char in text for char in "“”:;"):
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
        group = "causes" if isinstance(point, Cause) else "claims"
        names = (point.effect,) if isinstance(point, Cause) else (point.name,)
        yield Candidate(item, (point,), group, names, 0.8)


def _text(point: TeachingPoint) -> str:
    if isinstance(point, Cause) and point.clausal:
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
