"""Events: something that happened at a date that the sentence names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.analysis.context import PassageContext
from builder.analysis.grammar import finite_verb, is_clause
from builder.analysis.language import Tagged, tag_text
from builder.analysis.standing import dangling
from builder.analysis.words import capitalised
from builder.model import Event

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = rf"(?:(?:\d{{1,2}} )?{_MONTH} )?(?P<year>1[89]\d\d|20\d\d)"
_LEADING = re.compile(rf"^(?:In|On) {_DATE},? (?P<what>.+)$")
_TRAILING = re.compile(rf"^(?P<what>.+?),? (?:in|on) {_DATE}\.$")
_OTHER_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_STATES = frozenset("was were had could would".split())


def find(text: Tagged, context: PassageContext) -> Iterator[Event]:
    """The event of a sentence with one date, in the past tense."""
    match = _LEADING.match(text.text) or _TRAILING.match(text.text)
    if not match or _OTHER_YEAR.search(match["what"]):
        return
    what = match["what"].strip().rstrip(".")
    tokens = tag_text(what)
    verb = finite_verb(tokens)
    if verb < 1 or tokens[verb].tag != "VBD":
        return
    if tokens[verb].lower in _STATES and not _happened(tokens[verb + 1 : verb + 3]):
        return
    if not is_clause(tokens) or dangling(tokens) or not 4 <= len(tokens) <= 26:
        return
    yield Event(sentence=text.sentence, year=int(match["year"]), what=capitalised(what))


def _happened(after: tuple[object, ...]) -> bool:
    """“was adopted” is an event, “was high” is a state."""
    return any(getattr(token, "tag", "") == "VBN" for token in after)
