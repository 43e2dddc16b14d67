"""Cause and effect: "… because …", "X leads to Y", "Y is due to X", "as a result of X, Y"."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.attribution import statement
from builder.analysis.context import PassageContext
from builder.analysis.grammar import is_clause, is_noun_phrase, noun_phrase
from builder.analysis.language import Tagged, Token
from builder.analysis.standing import dangling
from builder.analysis.words import EMPTY_SUBJECTS, NEGATIONS
from builder.model import Cause

_FORWARD = (
    ("leads", "to"), ("lead", "to"), ("led", "to"), ("results", "in"), ("result", "in"),
    ("resulted", "in"), ("gives", "rise", "to"), ("give", "rise", "to"), ("gave", "rise", "to"),
    ("contributes", "to"), ("contribute", "to"), ("contributed", "to"), ("causes",), ("cause",),
    ("caused",),
)  # fmt: skip
_BACKWARD = (
    ("is", "due", "to"), ("are", "due", "to"), ("was", "due", "to"), ("were", "due", "to"),
    ("results", "from"), ("result", "from"), ("resulted", "from"), ("stems", "from"),
    ("stem", "from"), ("is", "caused", "by"), ("are", "caused", "by"), ("was", "caused", "by"),
    ("were", "caused", "by"), ("is", "driven", "by"), ("are", "driven", "by"),
    ("arises", "from"), ("arise", "from"),
)  # fmt: skip
_FRONTED = (("as", "a", "result", "of"), ("due", "to"), ("owing", "to"), ("because", "of"))
_MODALS = frozenset("can could may might will would often sometimes usually generally".split())


def find(text: Tagged, context: PassageContext) -> Iterator[Cause]:
    """Causes that the sentence states outright; nothing under a negation."""
    said = context.said
    yield from _as_a_result(text, context)
    tokens = text.tokens[: said.end]
    words = [token.lower for token in tokens]
    if said.end - said.start < 6:
        return
    found = (
        _because(text, words, said.start, said.end)
        or _conjoined(text, words, said.start, said.end)
        or _fronted(text, words, said.start, said.end)
        or _verbal(text, words, said.start, said.end)
    )
    if found:
        cause, effect, clausal, cue, hedge = found
        effect_clausal = clausal or cue in map(" ".join, _FRONTED)
        first, second = text.tokens[slice(*cause)], text.tokens[slice(*effect)]
        if dangling(first) and (not clausal or dangling((*second, *first))):
            return
        if _sound(first, clausal) and not dangling(second) and _sound(second, effect_clausal):
            yield Cause(
                sentence=text.sentence,
                cause=text.inner(*cause),
                effect=text.inner(*effect),
                clausal=clausal,
                cue=cue,
                hedge=hedge,
                owner=said.owner,
            )


_Range = tuple[int, int]
_Found = tuple[_Range, _Range, bool, str, str]


def _because(text: Tagged, words: list[str], start: int, end: int) -> _Found | None:
    if words[start:].count("because") != 1:
        return None
    cue = words.index("because", start)
    if words[cue + 1 : cue + 2] == ["of"] or text.tokens[cue - 1].tag == "RB":
        return None  # "partly because", "not because": the cause is qualified
    if cue == start:
        for comma in range(cue + 1, end):
            if words[comma] == "," and is_clause(text.tokens[comma + 1 : end]):
                return (cue + 1, comma), (comma + 1, end), True, "because", ""
        return None
    return (cue + 1, end), (start, cue), True, "because", ""


def _conjoined(text: Tagged, words: list[str], start: int, end: int) -> _Found | None:
    """“EFFECT, since CAUSE” and “CAUSE, so EFFECT”; the comma is what tells them from time."""
    for cue in range(start + 3, end - 3):
        if words[cue - 1] != "," or words[cue] not in ("since", "so"):
            continue
        if words[cue + 1] in ("that", "as", "far", "long") or words.count(words[cue]) > 1:
            return None
        left, right = (start, cue - 1), (cue + 1, end)
        if words[cue] == "since":
            return right, left, True, "since", ""
        return left, right, True, "so", ""
    return None


_RESULTS = (("as", "a", "result", ","), ("consequently", ","), ("therefore", ","))


def _as_a_result(text: Tagged, context: PassageContext) -> Iterator[Cause]:
    """“CAUSE. As a result, EFFECT.” over two sentences of a passage."""
    previous = context.previous
    words = tuple(token.lower for token in text.tokens[:4])
    cue = next((c for c in _RESULTS if words[: len(c)] == c), None)
    if previous is None or cue is None:
        return
    first, second = previous.tokens[: previous.end()], text.tokens[len(cue) : text.end()]
    if dangling(first) or dangling((*first, *second)) or not _sound(first, True):
        return
    if _sound(second, True) and statement(previous, context).owner == "":
        yield Cause(
            sentence=text.sentence,
            also=previous.sentence,
            cause=previous.inner(0, previous.end()),
            effect=text.span(len(cue), text.end()),
            clausal=True,
            cue=" ".join(cue[:-1]),
        )


def _fronted(text: Tagged, words: list[str], start: int, end: int) -> _Found | None:
    for cue in _FRONTED:
        if tuple(words[start : start + len(cue)]) != cue:
            continue
        first = start + len(cue)
        close = noun_phrase(text.tokens[:end], first)
        if close < end and words[close] == ",":
            return (first, close), (close + 1, end), False, " ".join(cue), ""
    return None


def _verbal(text: Tagged, words: list[str], start: int, end: int) -> _Found | None:
    subject = noun_phrase(text.tokens[:end], start)
    if subject == start:
        return None
    verb = subject
    hedge = ""
    while verb < end and words[verb] in _MODALS:
        hedge = f"{hedge} {words[verb]}".strip()
        verb += 1
    for cue in (*_FORWARD, *_BACKWARD):
        if tuple(words[verb : verb + len(cue)]) != cue:
            continue
        left, right = (start, subject), (verb + len(cue), end)
        forward = cue in _FORWARD
        return (
            (left if forward else right),
            (right if forward else left),
            False,
            " ".join(cue),
            hedge,
        )
    return None


def _sound(tokens: tuple[Token, ...], clausal: bool) -> bool:
    """A clause or a noun phrase that stands alone, without negation of its connection."""
    while tokens and tokens[-1].text in ",;":
        tokens = tokens[:-1]
    if not 2 <= len(tokens) <= 24 or tokens[0].lower in EMPTY_SUBJECTS:
        return False
    if any(token.text in ";:" for token in tokens):
        return False
    if clausal:
        return is_clause(tokens)
    return is_noun_phrase(tokens) and not any(token.lower in NEGATIONS for token in tokens[:2])
