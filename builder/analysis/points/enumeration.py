"""Closed lists: a counted head noun, and exactly that many members."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.analysis.context import PassageContext
from builder.analysis.grammar import base_noun_phrase, noun_phrase, subject_end
from builder.analysis.language import Tagged, Token
from builder.analysis.lists import is_open, members
from builder.analysis.people import PERSON, introduction_end
from builder.analysis.standing import dangling, dangling_text
from builder.analysis.words import BE, PREPOSITIONS, number_word, small_number
from builder.model import Enumeration

_SUBORDINATORS = frozenset("that if when because while although whether which who".split())
_ADVERBS_TO_LEAVE = frozenset("also therefore thus then here".split())


def find(text: Tagged, context: PassageContext) -> Iterator[Enumeration]:
    """The closed list that the sentence announces, if its count proves it closed."""
    colon = next((i for i, t in enumerate(text.tokens) if t.text == ":"), -1)
    if colon < 3:
        yield from _in_brackets(text)
        return
    named = _named_list(text, context)
    if named:
        yield named
        return
    count_at = _count(text.tokens, colon)
    if count_at < 0:
        return
    count = small_number(text.tokens[count_at].lower) or 0
    found = _members(text, context, colon, count)
    if not found or any(dangling_text(member) for member in found):
        return
    said = context.said
    limit = min(colon, said.end) if said.start == 0 and said.end else colon
    if count_at >= limit:
        return
    phrased = _phrase(text, count_at, limit)
    if phrased is None:
        return
    head, question, topic = phrased
    yield Enumeration(
        sentence=text.sentence,
        head=head,
        question=question,
        topic=topic,
        members=found,
        ordered=context.passage.ordered and context.last,
        owner=said.owner,
    )


_LEAD = re.compile(
    r"^The (?:(?:two|three|four|five|six|main|key|following|specific|general|overall) )*"
    r"(?P<head>[a-z-]+(?: [a-z-]+)?s(?: (?:of|for|in) .+)?) (?P<verb>are|were)"
    r"(?: as follows| the following|(?: two| three| four| five|two|three|four|five)fold)?:$"
)


def _named_list(text: Tagged, context: PassageContext) -> Enumeration | None:
    """“The objectives of the project were threefold:” and a list of them."""
    match = _LEAD.match(text.text)
    listed = [m.text.strip().rstrip(".;,").removesuffix(" and").rstrip(" ;,")
              for m in context.passage.members]  # fmt: skip
    if not match or not context.last or not 2 <= len(listed) <= 8:
        return None
    if is_open(text.text) or any(dangling_text(member) for member in listed):
        return None
    topic = f"the {number_word(len(listed))} {match['head']}"
    if dangling_text(topic):
        return None
    return Enumeration(
        sentence=text.sentence,
        head=match["head"],
        question=f"Which {match['verb']} {topic}?",
        topic=topic,
        members=tuple(listed),
        ordered=context.passage.ordered,
    )


def _in_brackets(text: Tagged) -> Iterator[Enumeration]:
    """“four specimens (blood, urine, stool and swabs)”: a count proves the brackets closed."""
    for match in re.finditer(r"\(([^()]+(?:,[^()]+)+ (?:and|or) [^()]+)\)", text.text):
        opening = next((i for i, t in enumerate(text.tokens) if t.start == match.start()), -1)
        count_at = _count(text.tokens, opening) if opening > 1 else -1
        if count_at < 0 or base_noun_phrase(text.tokens[:opening], count_at + 1) != opening:
            continue
        found = members(match.group(1), small_number(text.tokens[count_at].lower) or 0)
        phrased = _phrase(text, count_at, opening)
        if found and phrased and not any(dangling_text(member) for member in found):
            head, question, topic = phrased
            yield Enumeration(
                sentence=text.sentence, head=head, question=question, topic=topic, members=found
            )


def _count(tokens: tuple[Token, ...], colon: int) -> int:
    """Index of the number that counts the list: the last small one before a plural noun."""
    for index in range(colon - 1, -1, -1):
        number = small_number(tokens[index].lower)
        if number is None or not 2 <= number <= 10:
            continue
        stop = base_noun_phrase(tokens[:colon], index + 1)
        if stop > index + 1 and tokens[stop - 1].tag in ("NNS", "NNPS"):
            return index
    return -1


def _members(text: Tagged, context: PassageContext, colon: int, count: int) -> tuple[str, ...]:
    """Members after the colon, or of the list that the passage ends with."""
    rest = text.text[text.tokens[colon].end :].strip()
    if rest:
        return () if is_open(rest) else members(rest, count)
    listed = context.passage.members
    if not context.last or len(listed) != count:
        return ()
    return tuple(member.text.strip().rstrip(".;,") for member in listed)


def _phrase(text: Tagged, count_at: int, colon: int) -> tuple[str, str, str] | None:
    """(head, question, topic) of the announcement, or None where it cannot be said well."""
    tokens = text.tokens
    barred = ("not", "no", "only", "least", "among", "further", "other", "more", "such")
    if any(t.lower in barred for t in tokens[:colon]):
        return None
    start = (
        count_at - 1 if count_at and tokens[count_at - 1].lower in ("the", "these") else count_at
    )
    if count_at > start and tokens[start].lower == "these":
        return None
    head_end = base_noun_phrase(tokens[:colon], count_at + 1)
    if head_end < colon and tokens[head_end].lower == "of":
        head_end = max(head_end, noun_phrase(tokens[:colon], head_end + 1))
    if head_end > 0 and tokens[head_end - 1].lower in ("of", "for", "in"):
        return None
    head = text.span(count_at + 1, head_end)
    counted = text.span(count_at, head_end)
    counted = counted[0].lower() + counted[1:]
    rest = text.span(head_end, colon)
    before = tokens[:start]
    if not before or before[-1].text == ",":
        return _as_subject(text, start, head, counted, rest, head_end, colon)
    return _as_object(text, start, head, counted, rest)


def _as_subject(
    text: Tagged, start: int, head: str, counted: str, rest: str, head_end: int, colon: int
) -> tuple[str, str, str] | None:
    """“Three forces drive migration”: the list is the subject."""
    verb = next((i for i in range(head_end, colon) if text.tokens[i].finite), -1)
    short = text.tokens[verb].lower in BE and colon - verb < 3
    if verb < 0 or short or dangling(text.tokens[start + 1 : colon]):
        return None
    prefix = text.span(0, start)
    question = f"{prefix}, which {counted} {rest}?" if prefix else f"Which {counted} {rest}?"
    if text.tokens[head_end].lower in BE and text.tokens[head_end + 1 : colon] == ():
        return head, f"Which are the {counted}?", f"the {counted}"
    modifier, predicate = text.span(head_end, verb), text.span(verb, colon)
    topic = f"the {counted} {modifier}".strip() + f" that {predicate}"
    return head, question, topic


def _relative(counted: str, clause: str, verb: str, tail: str) -> str:
    """“the effects to which X leads”, “the priorities that X named”."""
    words = verb.split()
    if len(words) > 1 and words[-1] in PREPOSITIONS | {"to"} and words[-1] != "out":
        return f"the {counted} {words[-1]} which {clause} {' '.join(words[:-1])}{tail}"
    return f"the {counted} that {clause} {verb}{tail}"


def _as_object(
    text: Tagged, start: int, head: str, counted: str, rest: str
) -> tuple[str, str, str] | None:
    """“The workshop named four priorities”: the list is the object, or follows “there are”."""
    tokens = text.tokens
    words = [token.lower for token in tokens[:start]]
    tail = f" {rest}" if rest and rest not in ("as follows", "the following") else ""
    if words in (["there", "are"], ["there", "were"]):
        topic = f"the {counted}{tail}"
        return head, f"Which are {topic}?", topic
    comma = next((i for i in range(start - 1, -1, -1) if words[i] == ","), -1)
    introduced = introduction_end(text)
    if introduced and comma < introduced < start and tokens[introduced].tag in ("VBD", "VBZ"):
        said = {token.lower for token in tokens[introduced:start]}
        if said & (_SUBORDINATORS | {"and", "or"}):
            return None
        person = PERSON.match(text.text)
        name = person.group() if person else ""
        topic = _relative(counted, name, text.span(introduced, start), tail)
        return head, f"Which are {topic}?", topic
    subject = subject_end(tokens[:start], comma + 1)
    if subject < 0 or dangling(tokens[comma + 1 : start]):
        return None
    clause = text.inner(comma + 1, subject)
    verb = " ".join(t.text for t in tokens[subject:start] if t.lower not in _ADVERBS_TO_LEAVE)
    said = {token.lower for token in tokens[subject:start]}
    if said & {"and", "or"} or said <= {"has", "have", "had"} | _ADVERBS_TO_LEAVE:
        return None
    if any(t.lower in _SUBORDINATORS for t in tokens[comma + 1 : start]) or " that " in f" {tail} ":
        return None
    if not verb or tokens[comma + 1].lower in ("there", "it", "they") or "," in words[subject:]:
        return None
    if tokens[subject].lower in BE and tokens[start - 1].tag not in ("VBN", "VBG", "IN"):
        return None  # "The drivers are three forces": left to a person
    if tokens[subject].lower in BE and any(t.tag.startswith("NN") for t in tokens[subject:start]):
        return None
    topic = _relative(counted, clause, verb, tail)
    if comma > 0:
        if dangling(tokens[:comma]):
            return None
        prefix = text.span(0, comma)
        return head, f"{prefix}, which are {topic}?", topic
    return head, f"Which are {topic}?", topic
