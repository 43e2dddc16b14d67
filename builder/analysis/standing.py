"""Whether a piece of text can be understood without the text around it.

Sentences lifted from a text mislead when their antecedent stays behind: Zhang, Wan and Bansal
(2022) found it in three of ten extractive summaries. What dangles is not used.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from builder.analysis.language import Token, tag_text
from builder.analysis.words import (
    BACK_REFERENCES,
    CONNECTIVES,
    DEMONSTRATIVES,
    HEDGES,
    PREPOSITIONS,
    PRONOUNS,
)

_PLURAL_PRONOUNS = frozenset("they them their theirs themselves".split())
_OUTSIDE = frozenset("we us our ours i me my you your he she him her his hers one ones".split())
_BOUND_TO_TEXT = frozenset(
    "author authors speaker speakers panel panellist participants participant presenter session"
    " study survey programme program project scheme initiative case example figure table annex"
    " chapter section document paper agreement plan decision proposal company firm village town"
    " city region country government law ministry minister president agency office group team"
    " committee body event meeting conference discussion debate situation problem issue question"
    " approach method model measure measures rule list result"
    " results latter former first second third two three four five others rest film"
    " campaign network handbook guide tool database team answer strategy consultation convention"
    " commission protocol council fund forum treaty charter directive regulation bill reform"
    " centre association dialogue series round survey questionnaire trial pilot bulletin review"
    " exercise incident outbreak episode experiment sample dataset bank board union".split()
)
_RECIPROCAL = re.compile(r"\b(each|one)\b.+\bthe other\b")
_CONNECTING = CONNECTIVES - frozenset("otherwise then finally instead too besides".split())
_OPENERS_TO_REFUSE = CONNECTIVES | frozenset(
    "and but or so because yet for example another other others both neither either".split()
)


def dangling(tokens: Sequence[Token]) -> str:
    """The word that needs an antecedent outside `tokens`, or ""."""
    if not tokens:
        return "nothing"
    too_much = tokens[0].lower == "too" and len(tokens) > 1 and tokens[1].tag == "JJ"
    if tokens[0].lower in _OPENERS_TO_REFUSE - {"for", "because"} and not too_much:
        return tokens[0].lower
    text = " ".join(token.text for token in tokens)
    reference = BACK_REFERENCES.search(text)
    if reference and not (reference.group().lower() == "the other" and _RECIPROCAL.search(text)):
        return reference.group()
    for index, token in enumerate(tokens):
        if token.lower in _CONNECTING and not _harmless(tokens, index):
            return token.lower
        if _pronoun_dangles(tokens, index) or _definite_dangles(tokens, index):
            return token.lower
        if token.lower in DEMONSTRATIVES and not _resolved(tokens, index):
            return token.lower
    return ""


def _harmless(tokens: Sequence[Token], index: int) -> bool:
    """“not only … but also”."""
    return tokens[index].lower == "also" and any(token.lower == "only" for token in tokens[:index])


def _nouns_before(tokens: Sequence[Token], index: int) -> list[Token]:
    return [token for token in tokens[:index] if token.nominal]


def _pronoun_dangles(tokens: Sequence[Token], index: int) -> bool:
    word = tokens[index].lower
    if word not in PRONOUNS or (word == "us" and tokens[index].text.isupper()):
        return False
    if word in _OUTSIDE:
        return word not in ("one", "ones") or index == 0
    before = _nouns_before(tokens, index)
    if word == "them" or (word == "it" and not _subject(tokens, index)):
        verbs = [i for i in range(index) if tokens[i].finite]
        if len(verbs) == 1:  # the subject of the same clause cannot be meant
            before = [noun for noun in tokens[verbs[0] : index] if noun.nominal]
    if word in _PLURAL_PRONOUNS:
        plural = any(noun.tag in ("NNS", "NNPS") or noun.lower == "people" for noun in before)
        return not (plural or sum(1 for noun in before) > 1)
    if word == "it" and _expletive(tokens, index):
        return False
    return not any(noun.tag in ("NN", "NNP") for noun in before)


def _subject(tokens: Sequence[Token], index: int) -> bool:
    """A verb follows the pronoun at once, or after an adverb."""
    ahead = tokens[index + 1 : index + 3]
    return any(token.finite for token in ahead[:1]) or (
        len(ahead) == 2 and ahead[0].tag == "RB" and ahead[1].finite
    )


def _expletive(tokens: Sequence[Token], index: int) -> bool:
    """“it is important that”, “it takes … to”: the pronoun stands for what follows."""
    ahead = [token.lower for token in tokens[index + 1 : index + 7]]
    return (
        bool(ahead)
        and ahead[0] in ("is", "was", "takes", "becomes", "remains")
        and ("that" in ahead or "to" in ahead)
    )


def _resolved(tokens: Sequence[Token], index: int) -> bool:
    """A demonstrative whose noun was named before in the same text, or "such as", "this year"."""
    word = tokens[index].lower
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if word == "such":
        return following in ("as", "a", "an") and index > 0
    if word in ("those", "that") and following in ("who", "of", "that", "which", "with", "in"):
        return True
    if following in ("who", "with") or tokens[min(index + 1, len(tokens) - 1)].tag == "VBN":
        return True
    return any(token.lower == following for token in tokens[:index]) or (
        index > 4
        and any(token.lower.rstrip("s") == following.rstrip("s") for token in tokens[:index])
    )


def _definite_dangles(tokens: Sequence[Token], index: int) -> bool:
    """“the programme” with nothing that says which one, before or after it."""
    if tokens[index].lower != "the" or index + 1 >= len(tokens):
        return False
    at = index + 1
    while at + 1 < len(tokens) and tokens[at].tag in ("JJ", "VBN") and tokens[at].text.islower():
        at += 1
    noun = tokens[at]
    if tokens[index + 1].tag == "JJR" and not any(t.lower == "than" for t in tokens[index:]):
        return True  # "the smaller group": smaller than which?
    singular = noun.lower.removesuffix("s")
    if noun.lower not in _BOUND_TO_TEXT and singular not in _BOUND_TO_TEXT:
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following and (
        following.nominal
        or following.tag in ("JJ", "VBN", "VBG", "CD")
        or following.lower in PREPOSITIONS
        or following.lower in ("that", "which", "who", "to", "where", "whose", "'s", "’s")
    ):
        return False
    return not any(singular == t.lower.removesuffix("s") for t in tokens[:index])


@lru_cache(maxsize=20_000)
def dangling_text(text: str) -> str:
    """`dangling` for a loose piece of text."""
    return dangling(tag_text(text))


def hedges(text: str) -> frozenset[str]:
    """Hedging words of a text."""
    return frozenset(word.strip(".,;:") for word in text.lower().split()) & HEDGES
