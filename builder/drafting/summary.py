"""The summary: sentences of the text that stand alone and carry its weight.

Sentences are scored by the weight of their words in the text (Luhn 1958) and by being the
bearer of a teaching point; each section speaks, and nothing is said twice.
"""

from __future__ import annotations

from collections import Counter

from builder.analysis.language import Tagged
from builder.analysis.likeness import similar
from builder.analysis.people import PERSON
from builder.analysis.standing import dangling
from builder.analysis.words import content_stems
from builder.drafting.craft import Craft
from builder.model import SummarySentence

LEAST_WORDS, MOST_WORDS = 8, 32
MOST_SENTENCES = 8
_WEIGHT = {"cause": 1.3, "contrast": 1.3, "recommendation": 1.3, "definition": 0.8,
           "claim": 1.1, "enumeration": 1.2, "figure": 0.9}  # fmt: skip


def summary(craft: Craft) -> tuple[SummarySentence, ...]:
    """Up to eight sentences in reading order: the best of each section, then the best left."""
    sentences = [t for t in craft.analysis.sentences if _usable(t)]
    weights = _weights(craft)
    kinds: dict[str, float] = {}
    for point in craft.analysis.points:
        weight = _WEIGHT.get(point.kind, 1.0)
        kinds[point.sentence.text] = max(weight, kinds.get(point.sentence.text, 0))
    ranked = sorted(sentences, key=lambda t: (-_score(t, weights) * kinds.get(t.text, 0.6), t.text))
    chosen: list[Tagged] = []
    for once in (True, False):
        for tagged in ranked:
            section = tagged.sentence.locator.section
            taken = any(t.sentence.locator.section == section for t in chosen)
            if len(chosen) == MOST_SENTENCES or tagged in chosen or (once and taken):
                continue
            if all(similar(tagged.text, other.text) < 0.35 for other in chosen):
                chosen.append(tagged)
    order = {tagged.text: index for index, tagged in enumerate(craft.analysis.sentences)}
    return tuple(
        SummarySentence(
            id=f"{craft.prefix}-s{index}",
            text=tagged.text,
            source=craft.reference(tagged.sentence),
        )
        for index, tagged in enumerate(sorted(chosen, key=lambda t: order[t.text]), 1)
    )


def _usable(tagged: Tagged) -> bool:
    """A full sentence of fair length that needs nothing before it and introduces its speaker."""
    text = tagged.text
    if not LEAST_WORDS <= len(text.split()) <= MOST_WORDS or not text.endswith((".", "”")):
        return False
    person = PERSON.match(text)
    if person and text[person.end() : person.end() + 1] != ",":
        return False
    return not dangling(tagged.tokens[: tagged.end()])


def _weights(craft: Craft) -> dict[str, float]:
    """How often each content word occurs in the text, the most frequent one 1.0."""
    counts = Counter(
        word for tagged in craft.analysis.sentences for word in content_stems(tagged.text)
    )
    top = max(counts.values(), default=1)
    return {word: count / top for word, count in counts.items()}


def _score(tagged: Tagged, weights: dict[str, float]) -> float:
    words = content_stems(tagged.text)
    return round(sum(weights[word] for word in words) / (len(words) + 4), 4)
