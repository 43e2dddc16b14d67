"""Claims with an owner: "Ms N, function, argued that …"."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.context import PassageContext
from builder.analysis.grammar import is_clause
from builder.analysis.language import Tagged
from builder.analysis.people import PERSON, is_meeting, short_name
from builder.analysis.standing import dangling
from builder.model import Claim


def find(text: Tagged, context: PassageContext) -> Iterator[Claim]:
    """The position that the sentence reports; persons introduced on the way are remembered."""
    said = context.said
    if said.verb < 0 or is_meeting(said.owner):
        return
    content = text.tokens[said.start : said.end]
    if not is_clause(content) or dangling(content) or not 5 <= len(content) <= 32:
        return
    person = PERSON.match(text.text)
    yield Claim(
        sentence=text.sentence,
        owner=said.owner,
        name=short_name(person) if person else said.owner,
        verb="pointed out"
        if text.tokens[said.verb].lower == "out"
        else text.tokens[said.verb].text,
        content=text.span(said.start, said.end),
    )
