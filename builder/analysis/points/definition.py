"""Definitions: "X is a G that …", "X means …", "X refers to …", "X is defined as …"."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.context import PassageContext
from builder.analysis.grammar import base_noun_phrase, content_head, noun_phrase
from builder.analysis.language import Tagged, Token
from builder.analysis.standing import dangling
from builder.analysis.words import DEMONSTRATIVES, HEDGES, ORDINALS, PRONOUNS, stem
from builder.model import Definition

_COPULAS = (
    ("is", "defined", "as"),
    ("are", "defined", "as"),
    ("is", "understood", "as"),
    ("are", "understood", "as"),
    ("refers", "to"),
    ("refer", "to"),
    ("means",),
    ("mean",),
    ("denotes",),
    ("denote",),
    ("describes",),
    ("describe",),
    ("is",),
    ("are",),
)
_NOT_A_TERM = frozenset(
    "aim goal objective problem challenge reason result idea question example purpose issue"
    " priority point way key first second third one most role task need difference part step"
    " conclusion answer message concern obstacle solution cause consequence advantage benefit"
    " lesson focus theme topic case fact thing lack rest majority number total half success"
    " failure others other everyone people alternative response option best worst main".split()
)
_NOT_A_GENUS = frozenset(
    "challenge problem issue example reason factor way thing part result matter priority key"
    " success failure step sign question case concern one lot majority minority source"
    " cause consequence obstacle solution threat opportunity fact advantage disadvantage benefit"
    " danger risk option precondition prerequisite must necessity essential cornerstone hallmark"
    " reality response reminder test barrier driver kind sort subject topic burden blessing".split()
)
_EVALUATIONS = frozenset(
    "important key major significant good great crucial vital essential main central serious"
    " powerful useful valuable critical growing clear natural difficult real true big huge better"
    " necessary fundamental considerable typical prime leading largest best common".split()
)
_DIFFERENTIA = frozenset(
    "that who which whose where when of for in by to with between from through among on".split()
)


def find(text: Tagged, context: PassageContext) -> Iterator[Definition]:
    """The definition that the sentence is, if it is one."""
    tokens, end = text.tokens, text.end()
    copula, start = _copula(tokens, end)
    if not copula:
        yield from _relative(text, end)
        return
    term = _term(text, start)
    if copula[0] == "are" and any(t.lower == "and" for t in tokens[:start]):
        return
    body = tokens[start + len(copula) : end]
    if not term or not _defines(body, copula) or _circular(term, body):
        return
    if dangling(body) or not 5 <= len(body) <= 34:
        return
    yield Definition(
        sentence=text.sentence,
        term=term,
        body=text.span(start + len(copula), end),
        plural=copula[0] in ("are", "refer", "mean", "denote", "describe"),
    )


def _relative(text: Tagged, end: int) -> Iterator[Definition]:
    """“…, an urban heat island, which is an area that …”: the definition of the noun before it."""
    tokens = text.tokens
    for which in range(2, end - 6):
        if tokens[which].lower != "which" or tokens[which - 1].text != ",":
            continue
        ahead = tuple(token.lower for token in tokens[which + 1 : which + 5])
        copula = next((c for c in _COPULAS if ahead[: len(c)] == c), ())
        first = which + 1 + len(copula)
        stop = next((i for i in range(first, end) if tokens[i].text in ",;:("), end)
        before = tokens[: which - 1]
        starts = range(max(0, which - 6), which - 1)
        begin = next((i for i in starts if noun_phrase(before, i) == which - 1), -1)
        article = begin >= 0 and tokens[begin].lower in ("a", "an", "the")
        body = tokens[first:stop]
        if not copula or not article or not _defines(body, copula) or dangling(body):
            return
        term = text.span(begin + 1, which - 1)
        if 5 <= len(body) <= 34 and not _circular(term, body) and len(term.split()) < 5:
            plural = copula[0] in ("are", "refer", "mean", "denote", "describe")
            yield Definition(
                sentence=text.sentence, term=term, body=text.span(first, stop), plural=plural
            )
        return


def _copula(tokens: tuple[Token, ...], end: int) -> tuple[tuple[str, ...], int]:
    """The defining verb and its index, where a noun phrase from the start runs up to it."""
    subject = _quoted_end(tokens) or noun_phrase(tokens, 0)
    if not 0 < subject < end or subject > 11:
        return (), 0
    for copula in _COPULAS:
        found = tuple(token.lower for token in tokens[subject : subject + len(copula)])
        if found == copula:
            return copula, subject
    return (), 0


def _quoted_end(tokens: tuple[Token, ...]) -> int:
    """End of 'The term "One Health"' or '"One Health"', or 0."""
    opening = next((i for i, t in enumerate(tokens[:4]) if t.text in '“"‘'), -1)
    if opening < 0 or any(t.lower not in ("the", "a", "term", "word", "phrase", "concept", "notion",
                                          "expression") for t in tokens[:opening]):  # fmt: skip
        return 0
    return next((i + 1 for i, t in enumerate(tokens[:12]) if i > opening and t.text in '”"’'), 0)


def _term(text: Tagged, end: int) -> str:
    """The subject as a term without article, or "" where it is not one."""
    if _quoted_end(text.tokens) == end:
        opening = next(i for i, t in enumerate(text.tokens) if t.text in '“"‘')
        return text.span(opening + 1, end - 1)
    start = 0
    if text.tokens[0].lower in ("a", "an", "the"):
        start = 2 if text.tokens[1].lower in ("term", "notion", "concept") else 1
        if start == 2 and text.tokens[2].lower == "of":
            start = 3
    if end > start + 3 and text.tokens[end - 1].text == ")" and text.tokens[end - 3].text == "(":
        end -= 3  # "a Regional Consultative Process (RCP)"
    words = text.tokens[start:end]
    definite = text.tokens[0].lower == "the" and start == 1
    head = content_head(words)
    barred = PRONOUNS | DEMONSTRATIVES | HEDGES
    if not words or head in _NOT_A_TERM or words[0].lower in _NOT_A_TERM:
        return ""
    if definite and not _distinctive(words):
        return ""
    if any(
        t.lower in barred
        or t.lower in ORDINALS
        or t.lower == "and"
        or t.tag == "CD"
        or t.text in ",("
        for t in words
    ):
        return ""
    return text.inner(start, end)


def _distinctive(words: tuple[Token, ...]) -> bool:
    """A definite term must say which one: "the Cluster Process", "the migration industry"."""
    if len(words) == 1:
        return words[0].text.isupper() and len(words[0].text) > 2
    return all(t.nominal or t.tag in ("JJ", "VBG", "VBN") for t in words)


def _defines(body: tuple[Token, ...], copula: tuple[str, ...]) -> bool:
    """Genus and difference: an indefinite noun phrase and what sets it apart."""
    if not body or body[0].lower in ("not", "also", "only", "often", "still"):
        return False
    if any(token.lower in ("whereas", "while", "because", "it", "they") for token in body):
        return False
    weak = copula in (("is",), ("are",))
    article = body[0].lower in ("a", "an", "any")
    if weak and copula == ("is",) and body[0].lower == "the":
        article = True
    if weak and copula == ("is",) and not article:
        return False
    genus = base_noun_phrase(body)
    if genus == 0 or genus == len(body):
        return False
    if any(token.lower in _EVALUATIONS or token.tag in ("JJS", "JJR") for token in body[:genus]):
        return False
    of_working = body[genus - 1].lower == "way" and body[genus].lower == "of"
    if weak and body[genus - 1].lower.rstrip("s") in _NOT_A_GENUS and not of_working:
        return False
    if weak and copula == ("are",) and body[genus - 1].tag not in ("NNS", "NNPS"):
        return False
    following = body[genus]
    return following.lower in _DIFFERENTIA or following.tag in ("VBG", "VBN", "VBD", "TO")


def _circular(term: str, body: tuple[Token, ...]) -> bool:
    """The body repeats the whole term, so it explains nothing."""
    words = {stem(word) for word in term.split()}
    return words <= {stem(token.text) for token in body}
