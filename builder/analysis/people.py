"""Persons and bodies that a text lets speak."""

from __future__ import annotations

import re
from collections.abc import Sequence

from builder.analysis.context import PassageContext
from builder.analysis.language import Tagged, Token

TITLES = (
    "Mr|Ms|Mrs|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Ambassador|Judge|Justice|Senator"
    "|President|Minister|Father|Bishop|Sheikh|H\\.E"
)
_PARTICLES = frozenset("de del della der den van von la le el al bin ten dos da du".split())
_WORD = r"[A-ZÀ-Þ][\w'’.-]*"
_NAME = rf"{_WORD}(?:\s+(?:(?:{'|'.join(sorted(_PARTICLES))})\s+)*{_WORD})*"
PERSON = re.compile(rf"^(?P<title>(?:{TITLES})\.?(?:\s+(?:{TITLES})\.?)?)\s+(?P<name>{_NAME})")
"""A titled person at the start of a text."""

_MEETING = re.compile(
    r"^the (workshop|seminar|meeting|briefing|session|(?:\w+ )?report|panel|participants"
    r"|speakers|discussions?|dialogue|conference|series|study|survey|(?:\w+ )?experts?|authors?)\b"
    r"|^(?:participants|speakers|experts|panellists|delegates|observers|authors)$",
    re.IGNORECASE,
)
_LINKS = frozenset("of the for and on in at".split())


def short_name(person: re.Match[str]) -> str:
    """“Ms Julia Nielson” to “Ms Nielson”; particles stay with the surname."""
    words = re.sub(r"['’]s?$", "", person["name"]).split()
    start = len(words) - 1
    while start > 0 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return f"{person['title']} {' '.join(words[start:])}"


def is_meeting(owner: str) -> bool:
    """“the workshop”, “participants”: the event of the extract itself, or its people."""
    return bool(_MEETING.match(owner))


def is_named_body(tokens: Sequence[Token]) -> bool:
    """“the ILO”, “UNHCR”, “The World Bank”: not “some” or “many governments”."""
    if not tokens or len(tokens) > 12:
        return False
    named = tokens[1:] if tokens[0].lower == "the" else tokens
    if not named or not named[0].text[0].isupper():
        return False
    if named is tokens and not named[0].tag.startswith("NNP") and not named[0].text.isupper():
        return False
    return all(t.text[0].isupper() or t.lower in _LINKS for t in named)


def remember(text: Tagged, context: PassageContext) -> None:
    """Keep "Ms Julia Nielson, Senior Trade Specialist at …" for later mentions."""
    person = PERSON.match(text.text)
    if person:
        context.people.introduce(short_name(person), _introduction(text, person))


def introduction_end(text: Tagged) -> int:
    """Index of the token after the introduction of a person who begins the sentence, or 0."""
    person = PERSON.match(text.text)
    if not person:
        return 0
    introduction = _introduction(text, person)
    end = next((i for i, t in enumerate(text.tokens) if t.start >= len(introduction)), 0)
    return end + 1 if end and text.tokens[end].text == "," else end


def _introduction(text: Tagged, person: re.Match[str]) -> str:
    """The name with the apposition or the "of …" that follows it and ends before the verb."""
    name = person.group()
    start = next((i for i, t in enumerate(text.tokens) if t.start >= person.end()), 0)
    apposed = text.tokens[start].text == "," if start else False
    linked = text.tokens[start].lower in ("of", "from", "at") if start else False
    if not (apposed or linked):
        return name
    for index in range(start + 2, min(start + 32, len(text.tokens))):
        token = text.tokens[index]
        verbal = token.tag in ("VBD", "VBZ", "VBP", "VBN", "MD", "RB") and token.text.islower()
        if verbal and (linked or text.tokens[index - 1].text == ","):
            return text.span(0, index)
    return name
