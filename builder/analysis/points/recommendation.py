"""Recommendations: who should do what, what for, and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.analysis.attribution import known_owner
from builder.analysis.context import PassageContext
from builder.analysis.grammar import is_bare_verb, noun_phrase, subject_end
from builder.analysis.language import Tagged, tag_text
from builder.analysis.standing import dangling
from builder.analysis.words import EMPTY_SUBJECTS
from builder.model import Recommendation

_MODALS = frozenset({"should", "must", "shall"})
_ASKING = frozenset(
    "urged urges encouraged encourages invited invites asked asks advised advises"
    " requested requests".split()
)
_RECOMMENDING = frozenset(
    "recommended recommends proposed proposes suggested suggests demanded demands urged urges"
    " advised advises insisted insists".split()
)
_SKIP = frozenset("also therefore thus then however always".split())
_NO_AGENT = frozenset("it this that there they these he she we you i one nothing what".split())


def find(text: Tagged, context: PassageContext) -> Iterator[Recommendation]:
    """The recommendation that the sentence makes, if agent and measure stand in it."""
    listed = list(_listed(text, context))
    if listed:
        yield from listed
        return
    said = context.said
    if said.end - said.start < 5:
        return
    found = (
        _that(text, 0, text.end(), context)
        or _called_on(text, 0, text.end(), context)
        or _should(text, said.start, said.end)
    )
    if not found:
        return
    agent, measure, owner = found
    yield from _recommendation(text, agent, measure, owner or said.owner)


_Range = tuple[int, int]


def _should(text: Tagged, start: int, end: int) -> tuple[_Range, _Range, str] | None:
    """“Governments should (therefore) license agencies”."""
    tokens = text.tokens
    stop = subject_end(tokens[:end], start)
    if stop < 0 or tokens[stop].lower not in _MODALS:
        return None
    verb = stop + 1
    while verb < end and tokens[verb].lower in _SKIP:
        verb += 1
    return (start, stop), (verb, end), ""


def _that(
    text: Tagged, start: int, end: int, context: PassageContext
) -> tuple[_Range, _Range, str] | None:
    """“Mr N recommended that States (should) train staff”."""
    tokens = text.tokens
    for index in range(start + 1, end - 3):
        if tokens[index].lower in _RECOMMENDING and tokens[index + 1].lower == "that":
            agent = noun_phrase(tokens[:end], index + 2)
            verb = agent + 1 if agent < end and tokens[agent].lower == "should" else agent
            if agent == index + 2 or verb >= end:
                return None
            return (index + 2, agent), (verb, end), _owner(text, start, index, context)
    return None


_ASKED_TO = re.compile(
    r"^(?P<agent>.+?) (?:should|must|(?:is|are|was|were) "
    r"(?:invited|requested|urged|encouraged|asked|advised|called (?:up)?on|recommended|expected)"
    r" to|need to|needs to)(?: (?:therefore|also|in particular))?:$"
)


def _listed(text: Tagged, context: PassageContext) -> Iterator[Recommendation]:
    """“Member States were invited to:” and a list of what."""
    match = _ASKED_TO.match(text.text)
    if not match or not context.last or len(context.passage.members) < 2:
        return
    agent = match["agent"].removeprefix("The workshop recommended that ")
    who = tag_text(agent)
    if dangling(who) or who[0].lower in _NO_AGENT or len(who) > 14:
        return
    stop = next((i for i, t in enumerate(text.tokens) if t.end >= len(agent)), 0)
    for member in context.passage.members:
        measure = member.text.strip().rstrip(".;,").removesuffix(" and").rstrip(" ;,")
        words = tag_text(measure)
        if words and is_bare_verb(words[0]) and not dangling(words) and 3 <= len(words) <= 28:
            yield Recommendation(
                sentence=member, agent=text.inner(0, stop + 1), measure=measure, also=text.sentence
            )


def _called_on(
    text: Tagged, start: int, end: int, context: PassageContext
) -> tuple[_Range, _Range, str] | None:
    """“The workshop called on employers to publish …”, “urged States to …”."""
    tokens = text.tokens
    for index in range(start + 1, end - 3):
        called = tokens[index].lower in ("called", "calls") and tokens[index + 1].lower in (
            "on",
            "upon",
        )
        if not called and tokens[index].lower not in _ASKING:
            continue
        first = index + (2 if called else 1)
        agent = noun_phrase(tokens[:end], first)
        if agent > first and agent < end - 1 and tokens[agent].lower == "to":
            return (first, agent), (agent + 1, end), _owner(text, start, index, context)
    return None


def _owner(text: Tagged, start: int, verb: int, context: PassageContext) -> str:
    """Who recommends, with the introduction given earlier; "" for a meeting of its own."""
    while verb > start and text.tokens[verb - 1].tag == "RB":
        verb -= 1
    return known_owner(text.span(start, verb), context)


def _recommendation(
    text: Tagged, agent: _Range, measure: _Range, owner: str
) -> Iterator[Recommendation]:
    """Check the parts and divide the measure from its purpose."""
    tokens = text.tokens
    verb = tokens[measure[0]]
    who = tokens[slice(*agent)]
    if any(t.lower in _MODALS for t in tokens[slice(*measure)]):
        return
    if verb.lower in ("not", "be", "have", "never") or not is_bare_verb(verb):
        return
    if who[0].lower in _NO_AGENT | EMPTY_SUBJECTS or dangling(who) or len(who) > 14:
        return
    if dangling((*who, *tokens[slice(*measure)])):
        return
    whole = text.span(*measure)
    if not 3 <= len(whole.split()) <= 26:
        return
    whole = _AFTERTHOUGHT.split(whole)[0].rstrip(" ,")
    if len(whole.split()) < 3:
        return
    action, purpose = _divide(whole)
    yield Recommendation(
        sentence=text.sentence,
        agent=text.inner(*agent),
        measure=action,
        purpose=purpose,
        owner=owner,
    )


_AFTERTHOUGHT = re.compile(r",? (?:because|since|so that|for example|for instance) ")
_PURPOSE = re.compile(r"\s+(?:in order to|so as to)\s+(?P<purpose>[a-z].+)$")


def _divide(measure: str) -> tuple[str, str]:
    """“license agencies in order to prevent abuse” to its measure and purpose."""
    found = _PURPOSE.search(measure)
    if found and len(measure[: found.start()].split()) > 2:
        return measure[: found.start()].rstrip(","), found.group("purpose")
    return measure, ""
