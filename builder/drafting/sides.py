"""Contrasts that are fit for items: both sides named shortly and described in the same way."""

from __future__ import annotations

from builder.analysis.language import tag_text
from builder.analysis.words import content_stems, stem
from builder.drafting.craft import Craft
from builder.model import Contrast


def name(side: str) -> str:
    """A side without its article: "a stock" to "stock"."""
    first, _, rest = side.partition(" ")
    return rest if first.lower() in ("a", "an") else side


def parallel(point: Contrast) -> bool:
    """The two predicates begin with the same verb, or both sides are terms of the field."""
    left, right = point.left_says.split(), point.right_says.split()
    same_verb = stem(_verb(left)) == stem(_verb(right))
    if max(len(point.left.split()), len(point.right.split())) > 6:
        return False
    if content_stems(point.left) & content_stems(point.right_says):
        return False
    if content_stems(point.right) & content_stems(point.left_says):
        return False
    return same_verb or (_kin(point.left, point.right) and _tense(left[0]) == _tense(right[0]))


_MODALS = frozenset("can could may might will would should must also often usually".split())


def _verb(words: list[str]) -> str:
    """The first word of a predicate that is no modal or adverb."""
    return next((word for word in words if word not in _MODALS), words[0])


def _kin(left: str, right: str) -> bool:
    """The two names share their head noun or their form ("smuggling", "trafficking")."""
    a, b = left.split(), right.split()
    return stem(a[-1]) == stem(b[-1]) or (len(a) == len(b) == 1)


def _tense(verb: str) -> str:
    tokens = tag_text(verb)
    return "past" if tokens and tokens[0].tag == "VBD" else "present"


def fit(craft: Craft) -> tuple[Contrast, ...]:
    """Parallel contrasts of the module, in reading order."""
    return tuple(point for point in craft.analysis.of(Contrast) if parallel(point))


def statement(point: Contrast, swapped: bool = False) -> str:
    """The contrast as one sentence, as it is or with the predicates exchanged."""
    says = (point.right_says, point.left_says) if swapped else (point.left_says, point.right_says)
    left = point.left[0].upper() + point.left[1:]
    return f"{left} {says[0]}, whereas {point.right} {says[1]}."


def attributed(craft: Craft, point: Contrast, text: str) -> str:
    """“According to X, …” in front of a sentence."""
    return f"According to {craft.owner(point)}, {_inner(point, text)}"


def _inner(point: Contrast, text: str) -> str:
    return point.left + text[len(point.left) :]
