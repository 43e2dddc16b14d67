"""Requirements: "Grain must be dried …", "Passwords should not be stored …"."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.context import PassageContext
from builder.analysis.grammar import plural_phrase, subject_end
from builder.analysis.language import Tagged
from builder.analysis.standing import dangling
from builder.analysis.words import EMPTY_SUBJECTS
from builder.model import Requirement

_MODALS = frozenset({"should", "must"})
_ADVERBS = frozenset("not never always only".split())


def find(text: Tagged, context: PassageContext) -> Iterator[Requirement]:
    """What should be so with a thing: a passive or a state after "should" or "must"."""
    said = context.said
    tokens = text.tokens[: said.end]
    subject = subject_end(tokens, said.start)
    if subject < 0 or tokens[subject].lower not in _MODALS:
        return
    verb = subject + 1
    while verb < said.end and tokens[verb].lower in _ADVERBS:
        verb += 1
    passive = verb < said.end and tokens[verb].lower in ("be", "contain", "have", "remain", "cover")
    number = plural_phrase(tokens[said.start : subject])
    if not passive or number is None or subject - said.start > 10:
        return
    span = tokens[said.start : said.end]
    if span[0].lower in EMPTY_SUBJECTS or dangling(span):
        return
    if not 3 <= said.end - subject <= 26:
        return
    if any(token.lower in _MODALS for token in tokens[verb:]) or any(t.text in ";:" for t in span):
        return
    yield Requirement(
        sentence=text.sentence,
        subject=text.inner(said.start, subject),
        predicate=text.span(subject, said.end),
        plural=number,
        owner=said.owner,
    )
