"""Comparisons: "X is cheaper than Y", which cannot hold the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.context import PassageContext
from builder.analysis.grammar import noun_phrase, plural_phrase, subject_end
from builder.analysis.language import Tagged, Token
from builder.analysis.standing import dangling
from builder.analysis.words import BE, content_stems
from builder.model import Comparison

_VAGUE = frozenset("others other ever before expected usual average anything elsewhere".split())


def find(text: Tagged, context: PassageContext) -> Iterator[Comparison]:
    """The comparison of two noun phrases of one number with "is … than"."""
    said = context.said
    tokens = text.tokens[: said.end]
    subject = subject_end(tokens, said.start)
    if subject < 0 or tokens[subject].lower not in BE:
        return
    than = next((i for i in range(subject, said.end) if tokens[i].lower == "than"), -1)
    if than < 0 or than - subject > 5 or not _comparative(tokens[subject:than]):
        return
    right = noun_phrase(tokens, than + 1)
    if right != said.end or right == than + 1 or right - than > 7 or subject - said.start > 7:
        return
    left_side, right_side = tokens[said.start : subject], tokens[than + 1 : right]
    if dangling(left_side) or dangling((*left_side, *right_side)):
        return
    number = plural_phrase(left_side)
    if number is None or plural_phrase(right_side) != number or _vague(right_side):
        return
    left, other = text.inner(said.start, subject), text.span(than + 1, right)
    if content_stems(left) <= content_stems(other) or content_stems(other) <= content_stems(left):
        return
    yield Comparison(
        sentence=text.sentence,
        left=left,
        right=other,
        middle=text.span(subject, than + 1),
        plural=number,
        owner=said.owner,
    )


def _comparative(tokens: tuple[Token, ...]) -> bool:
    words = {token.lower for token in tokens}
    if words & {"not", "no", "never", "rather", "other"}:
        return False
    return bool(words & {"more", "less"}) or any(token.tag in ("JJR", "RBR") for token in tokens)


def _vague(tokens: tuple[Token, ...]) -> bool:
    return any(t.lower in _VAGUE or t.tag == "CD" or t.tag.startswith("PRP") for t in tokens)
