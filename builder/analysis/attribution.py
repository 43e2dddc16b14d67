"""Who says it: "According to X, …", "…, according to X", "Ms N, function, argued that …"."""

from __future__ import annotations

from builder.analysis.context import PassageContext, Statement
from builder.analysis.grammar import noun_phrase
from builder.analysis.language import Tagged
from builder.analysis.people import PERSON, is_meeting, is_named_body, short_name
from builder.analysis.words import REPORTING_VERBS

_CUES = (("according", "to"), ("in", "the", "view", "of"), ("in", "the", "words", "of"))


_NOTHING = Statement(0, 0)


def statement(tagged: Tagged, context: PassageContext) -> Statement:
    """The sentence without its attribution and its closing full stop."""
    reported = _reported(tagged, context)
    if reported is not None:
        return reported
    tokens, end = tagged.tokens, tagged.end()
    colon = next((i for i in range(end) if tokens[i].text == ":"), end)
    words = [token.lower for token in tokens[:end]]
    for cue in _CUES:
        size = len(cue)
        if tuple(words[:size]) == cue:
            close = noun_phrase(tokens[:end], size)
            if close > size and close < end and tokens[close].text == ",":
                return Statement(close + 1, end, known_owner(tagged.span(size, close), context))
            return _NOTHING  # an owner that is not understood
        for index in range(2, colon - size):
            if tuple(words[index : index + size]) == cue:
                if words[index - 1] != ",":
                    return _NOTHING
                owner = known_owner(tagged.span(index + size, colon), context)
                return Statement(0, index - 1, owner)
    return Statement(0, end)


def reporting_verb(tagged: Tagged) -> int:
    """Index of the reporting verb of the main clause, or -1."""
    for index, token in enumerate(tagged.tokens[:-1]):
        if token.lower in ("that", "because", "whereas", "while", "although"):
            return -1
        if token.lower in REPORTING_VERBS and index:
            if token.lower == "pointed" and tagged.tokens[index + 1].lower == "out":
                return index + 1
            return index
    return -1


def _reported(tagged: Tagged, context: PassageContext) -> Statement | None:
    """“X argued that CLAUSE”: the clause, owned by X."""
    verb = reporting_verb(tagged)
    if verb < 1 or verb + 2 >= len(tagged.tokens) or tagged.tokens[verb + 1].lower != "that":
        return None
    stop = verb - (tagged.tokens[verb].lower == "out")
    while stop > 1 and tagged.tokens[stop - 1].tag == "RB":
        stop -= 1
    owner = tagged.span(0, stop)
    if not (PERSON.match(owner) or is_meeting(owner) or is_named_body(tagged.tokens[:stop])):
        return _NOTHING
    return Statement(verb + 2, tagged.end(), known_owner(owner, context), verb)


def known_owner(owner: str, context: PassageContext) -> str:
    """The owner as first introduced, with function."""
    person = PERSON.match(owner)
    if person and person.end() == len(owner):
        return context.people.introduction(short_name(person))
    return owner
