"""Cause: what something leads to, or what leads to it, among noun phrases of other causes."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.words import BE
from builder.drafting.craft import Candidate, Craft, cited
from builder.drafting.options import options
from builder.model import Bloom, Cause, Choice, Enumeration

_ASK_EFFECT = {
    "leads to": "what does {} lead to", "lead to": "what do {} lead to",
    "led to": "what did {} lead to", "results in": "what does {} result in",
    "result in": "what do {} result in", "resulted in": "what did {} result in",
    "contributes to": "what does {} contribute to",
    "contribute to": "what do {} contribute to",
    "contributed to": "what did {} contribute to",
    "causes": "what does {} cause", "cause": "what do {} cause", "caused": "what did {} cause",
    "gives rise to": "what does {} give rise to", "give rise to": "what do {} give rise to",
    "gave rise to": "what did {} give rise to",
}  # fmt: skip
_ASK_CAUSE = {
    "is due to": "what is {} due to", "are due to": "what are {} due to",
    "was due to": "what was {} due to", "were due to": "what were {} due to",
    "results from": "what does {} result from", "result from": "what do {} result from",
    "stems from": "what does {} stem from", "stem from": "what do {} stem from",
    "is caused by": "what is {} caused by", "are caused by": "what are {} caused by",
    "is driven by": "what is {} driven by", "are driven by": "what are {} driven by",
}  # fmt: skip


def draft(craft: Craft) -> Iterator[Candidate]:
    """One choice for each cause stated between two noun phrases."""
    points = [p for p in craft.analysis.of(Cause) if not p.clausal]
    for point in points:
        asked = question(point)
        if not asked:
            continue
        stem = f"According to {craft.owner(point)}, {asked[0]}?"
        why = f"The text says so: {cited(craft.reference(point.sentence))}."
        choices = options(asked[1], why, _pool(craft, point), stem=stem, seed=stem)
        if choices:
            item = craft.item(
                Choice,
                "effect-choice",
                (point,),
                stem=stem,
                options=choices,
                rationale=why,
                bloom=Bloom.UNDERSTAND,
            )
            yield Candidate(item, (point,), "causes", (asked[2],), 1.2)


def question(point: Cause) -> tuple[str, str, str] | None:
    """(question, key, what the objective calls it)."""
    modal = point.hedge.split()[0] if point.hedge else ""
    if point.cue in _ASK_EFFECT:
        if modal:
            asked = f"what {modal} {point.cause} {point.cue}"
        else:
            asked = _ASK_EFFECT[point.cue].format(point.cause)
        if modal and modal not in ("can", "could", "may", "might"):
            return None
        return asked, point.effect, f"what {point.cause} {modal + ' ' if modal else ''}{point.cue}"
    if point.cue in _ASK_CAUSE and not modal:
        asked = _ASK_CAUSE[point.cue].format(point.effect)
        verb, _, rest = point.cue.partition(" ")
        tail = f"{verb} {rest}" if verb in BE else point.cue
        return asked, point.cause, f"what {point.effect} {tail}"
    return None


def _pool(craft: Craft, point: Cause) -> dict[str, str]:
    """Noun phrases that are causes, effects or listed elements elsewhere in the module."""
    pool: dict[str, str] = {}
    for other in craft.analysis.of(Cause):
        if other.sentence != point.sentence and not other.clausal:
            note = cited(craft.reference(other.sentence))
            pool[other.effect] = pool[other.cause] = f"The text links it to something else: {note}."
    for lst in craft.analysis.of(Enumeration):
        if lst.sentence != point.sentence:
            for member in lst.members:
                pool.setdefault(member, f"The text names it among {lst.topic}.")
    return pool
