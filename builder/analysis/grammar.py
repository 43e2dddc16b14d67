"""Shallow grammar over tagged tokens: noun phrases, clauses, verb phrases.

Every function answers conservatively: what is not clearly a phrase of the kind is not one.
"""

from __future__ import annotations

from collections.abc import Sequence

from builder.analysis.language import Token, can_be_verb
from builder.analysis.words import BE, PREPOSITIONS, QUANTIFIERS

Tokens = Sequence[Token]

_BEFORE_NOUN = frozenset(
    {"DT", "PDT", "PRP$", "CD", "JJ", "JJR", "JJS", "VBN", "VBG", "POS", "NN", "NNS", "NNP", "NNPS"}
)


def base_noun_phrase(tokens: Tokens, start: int = 0) -> int:
    """End of the noun phrase without postmodifiers that begins at `start`, or `start`."""
    end = last_noun = start
    while end < len(tokens):
        token = tokens[end]
        fits = token.tag in _BEFORE_NOUN or token.lower in QUANTIFIERS or token.text in '“”"'
        adverb = token.tag == "RB" and end + 1 < len(tokens) and tokens[end + 1].tag[:2] == "JJ"
        joined = (
            token.lower in ("and", "or")
            and end > start
            and end + 1 < len(tokens)
            and tokens[end - 1].tag in ("JJ", "VBN", "CD")
            and tokens[end + 1].tag in ("JJ", "VBN", "CD")
        )
        if not (fits or adverb or joined):
            break
        if token.tag in ("DT", "PRP$") and end > start and tokens[end - 1].tag != "PDT":
            break
        if token.tag == "VBG" and last_noun > start:
            break  # "workers living abroad": a clause begins
        end += 1
        if token.nominal or (token.tag == "VBG" and end == start + 1):
            last_noun = end
    return last_noun


def noun_phrase(tokens: Tokens, start: int = 0) -> int:
    """End of the noun phrase at `start` with its of-, for-, in- … phrases and coordination."""
    end = base_noun_phrase(tokens, start)
    if end == start:
        return start
    while end < len(tokens):
        after = end
        if tokens[end].lower in PREPOSITIONS or tokens[end].lower in ("and", "or"):
            after = end + 1
        elif tokens[end].text == "," and _coordination_ahead(tokens, end + 1):
            after = end + 1
            if after < len(tokens) and tokens[after].lower in ("and", "or"):
                after += 1
        elif tokens[end].text == "(":
            close = next((i for i in range(end, len(tokens)) if tokens[i].text == ")"), end)
            if close == end:
                break
            end = close + 1
            continue
        if after == end:
            break
        stop = base_noun_phrase(tokens, after)
        if stop == after:
            break
        end = stop
    return end


_LONGEST_LIST = 80
"""Tokens looked ahead for the end of a list: a bound on the time that lists of names take."""


def _coordination_ahead(tokens: Tokens, start: int) -> bool:
    """Whether what follows a comma is a list of noun phrases that an "and" closes."""
    position = start
    while position < min(len(tokens), start + _LONGEST_LIST):
        if tokens[position].lower in ("and", "or"):
            position += 1
            return base_noun_phrase(tokens, position) > position
        stop = base_noun_phrase(tokens, position)
        if stop == position:
            return False
        if stop < len(tokens) and tokens[stop].lower in ("of", "in", "for"):
            stop = base_noun_phrase(tokens, stop + 1)
        if stop >= len(tokens) or tokens[stop].text not in (",", "and", "or"):
            return False
        position = stop + (tokens[stop].text == ",")
    return False


def is_noun_phrase(tokens: Tokens) -> bool:
    """The tokens are one noun phrase, possibly with a relative clause or participle after it."""
    if not tokens:
        return False
    end = noun_phrase(tokens)
    if end == len(tokens):
        return True
    return end > 0 and (
        tokens[end].lower in ("that", "who", "which", "whose", "where", "to")
        or tokens[end].tag in ("VBN", "VBG", "VBD")
    )


def finite_verb(tokens: Tokens, start: int = 0) -> int:
    """Index of the first finite verb at or after `start`, relative clauses passed over, or -1."""
    index, relative = start, False
    while index < len(tokens):
        token = tokens[index]
        if token.lower in ("that", "who", "which", "whose") and index > start:
            relative = True
        elif token.text == ",":
            relative = False
        elif token.finite or (token.tag == "VB" and index and tokens[index - 1].tag == "NNS"):
            if not relative:
                return index
            relative = False
        index += 1
    return -1


def subject_end(tokens: Tokens, start: int = 0) -> int:
    """End of a subject at `start` that a finite verb follows at once (or after an adverb), or -1.

    Relative clauses and participles between the noun and the verb are included.
    """
    end = noun_phrase(tokens, start)
    if end == start and start < len(tokens) and tokens[start].lower in ("there", "it", "they"):
        end = start + 1
    if end == start:
        return -1
    position = end
    if position < len(tokens) and tokens[position].lower in ("that", "who", "which", "whose"):
        verb = next((i for i in range(position + 1, len(tokens)) if tokens[i].finite), -1)
        if verb < 0:
            return -1
        position = next((i for i in range(verb + 1, len(tokens)) if tokens[i].finite), -1)
        if position < 0 or any(t.text in ",;:" for t in tokens[end:position]):
            return -1
        while position > end and tokens[position - 1].tag == "RB":
            position -= 1
        return position
    verb = position
    while verb < len(tokens) and tokens[verb].tag == "RB":
        verb += 1
    if verb < len(tokens) and (tokens[verb].finite or tokens[verb].lower in BE):
        return position
    return -1


def is_clause(tokens: Tokens) -> bool:
    """A full declarative clause: a subject, then a finite verb, then at least one word more."""
    start = 0
    if tokens and tokens[0].lower in PREPOSITIONS:
        comma = next((i for i, t in enumerate(tokens[:14]) if t.text == ","), -1)
        if comma < 0:
            return False
        start = comma + 1
    end = subject_end(tokens, start)
    return end > 0 and end + 1 < len(tokens)


def is_bare_verb(token: Token) -> bool:
    """The base form of a verb ("train", "ensure")."""
    if token.tag in ("VB", "VBP"):
        return True
    return token.tag in ("NN", "JJ") and can_be_verb(token.text) and token.text.islower()


def plural_phrase(tokens: Tokens) -> bool | None:
    """Number of a noun phrase: True plural, False singular, None where it is not clear."""
    end = base_noun_phrase(tokens)
    if end == 0:
        return None
    if end < len(tokens) and tokens[end].lower == "and":
        return True
    head = tokens[end - 1]
    if head.lower in ("people", "police", "children", "women", "men", "data", "media"):
        return True
    return {"NN": False, "NNP": False, "VBG": False, "NNS": True, "NNPS": True}.get(head.tag)


def content_head(tokens: Tokens) -> str:
    """Head noun of a noun phrase, lower case, or ""."""
    end = base_noun_phrase(tokens)
    return tokens[end - 1].lower if end else ""
