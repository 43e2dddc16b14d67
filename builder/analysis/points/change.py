"""Changes: "X rose from 23 in 2018 to 58 in 2022"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.analysis.context import PassageContext
from builder.analysis.grammar import plural_phrase, subject_end
from builder.analysis.language import Tagged
from builder.analysis.standing import dangling
from builder.model import Change

_UP = "rose increased grew climbed".split()
_DOWN = "fell decreased declined dropped shrank".split()
_OPPOSITE = {**dict.fromkeys(_UP, "fell"), **dict.fromkeys(_DOWN, "rose")}
_VALUE = (
    r"(?:about |around |some |nearly |almost |over |just over )?"
    r"[$€£]?\d[\d.,]*(?: ?%| per cent| percent| million| billion)?[^,;:]*?"
)
_FROM_TO = re.compile(rf"^(?P<verb>\w+) from (?P<start>{_VALUE}) to (?P<end>{_VALUE})(?:$|,)")


def find(text: Tagged, context: PassageContext) -> Iterator[Change]:
    """The change of a quantity between two values that the sentence gives."""
    said = context.said
    subject = subject_end(text.tokens[: said.end], said.start)
    if subject < 0 or text.tokens[subject].lower not in _OPPOSITE:
        return
    match = _FROM_TO.match(text.span(subject, said.end))
    what = text.tokens[said.start : subject]
    number = plural_phrase(what)
    if not match or number is None or dangling(what) or len(what) > 14:
        return
    if max(len(match["start"].split()), len(match["end"].split())) > 9:
        return
    yield Change(
        sentence=text.sentence,
        what=text.inner(said.start, subject),
        verb=match["verb"],
        opposite=_OPPOSITE[match["verb"].lower()],
        start=match["start"].strip(),
        end=match["end"].strip(),
        plural=number,
        owner=said.owner,
    )
