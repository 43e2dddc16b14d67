"""Words and their parts of speech, with their places in the sentence.

Tags are those of the Penn Treebank, from TextBlob's PatternTagger (a Brill tagger, 1992, with its
lexicon in the package): no download, no model, the same answer on every machine. What it gets
wrong most, verbs that are spelt like nouns, is repaired here from the clause around them.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache

from textblob.en import lexicon, parser

from builder.model import Sentence

_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*(?:st|nd|rd|th)?\b"  # numbers and ordinals
    r"|(?:[A-Z]\.){2,}|\b(?:Mr|Ms|Mrs|Dr|Prof|St|No|vs|e\.g|i\.e|etc)\."  # abbreviations
    r"|['’]s\b"  # possessive
    r"|[^\W_]+(?:(?:[-&.]|['’](?!s\b))[^\W_]+)*"  # words, with hyphens and apostrophes
    r"|[^\w\s]"
)
_ABSTRACT = re.compile(r"(tion|ment|ness|ity|ing|ism|ance|ence|ship|ture|cy)s?$")
_ADJECTIVE = re.compile(r"(?:(?<!tri)al|ive|ous|ic|able|ible|less|ful|ary|ented)$")
_TIE_IN_FRONT = re.compile(
    r"(However|Moreover|Furthermore|In addition|Similarly|Nevertheless|Nonetheless|Finally"
    r"|Meanwhile|Also|Likewise|In fact|Of course|Indeed|Interestingly|Importantly|Notably), "
)
_TIE_INSIDE = re.compile(
    r"(?<!only)(?<!but)"
    r"(?:, (?:however|therefore|moreover|in turn|too|indeed|of course|nevertheless),"
    r"| (?:also|therefore|thus|nevertheless|moreover|indeed)(?= [a-z])) "
)
_NOMINAL = ("NN", "NNS", "NNP", "NNPS")
_FINITE = ("VBZ", "VBP", "VBD", "MD")
_AFTER_VERB = ("DT", "JJ", "PRP", "PRP$", "IN", "TO", "CD", "RB", "VBG", "VBN", *_NOMINAL)
_RELATIVES = frozenset({"that", "which", "who"})
_CLAUSE_ENDS = frozenset(",;:.") | {"because", "whereas", "while", "although", "that", "which"}


@dataclass(frozen=True, slots=True)
class Token:
    """One word or punctuation mark: `text[start:end]` of its sentence."""

    text: str
    tag: str
    start: int
    end: int
    lower: str
    """The word in lower case."""

    @property
    def nominal(self) -> bool:
        """A common or proper noun."""
        return self.tag in _NOMINAL

    @property
    def finite(self) -> bool:
        """A verb that carries tense, or a modal."""
        return self.tag in _FINITE


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence with its tokens."""

    sentence: Sentence
    text: str
    """The sentence without the words that only tie it to the one before ("however", "also")."""
    tokens: tuple[Token, ...]

    def span(self, start: int, end: int) -> str:
        """Text from token `start` up to, not including, token `end`, without outer commas."""
        if start >= end:
            return ""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end].strip(" ,;:")

    def inner(self, start: int, end: int) -> str:
        """`span` as it would stand inside a sentence: no capital that only the start gave it."""
        text = self.span(start, end)
        if start or not text or self.tokens[0].tag in ("NNP", "NNPS"):
            return text
        word = self.tokens[0].text
        return text if word[1:].lower() != word[1:] else text[0].lower() + text[1:]

    def find(self, *words: str, start: int = 0) -> int:
        """Index of the first token at or after `start` that is one of `words`, or -1."""
        for index in range(start, len(self.tokens)):
            if self.tokens[index].lower in words:
                return index
        return -1

    def end(self) -> int:
        """Number of tokens without the closing full stop."""
        count = len(self.tokens)
        while count and self.tokens[count - 1].text in '.!?”"':
            count -= 1
        return count


@lru_cache(maxsize=1)
def _tags() -> dict[str, str]:
    """The tagger's lexicon as a plain dictionary (loading it takes a tenth of a second)."""
    len(lexicon)
    return dict(lexicon)


@lru_cache(maxsize=20_000)
def can_be_verb(word: str) -> bool:
    """Whether the lexicon knows inflected verb forms of `word` (base form or with -s)."""
    word = word.lower()
    tags = _tags()
    bases = {word}
    if word.endswith("s"):
        bases |= {word[:-1], word[:-2]} if word.endswith("es") else {word[:-1]}
    for base in bases:
        stem = base[:-1] if base.endswith("e") else base
        stem = stem[:-1] + "i" if stem.endswith("y") else stem
        double = stem + stem[-1:]
        forms = (stem + "ed", base + "ing", stem + "ing", double + "ed", double + "ing")
        if any(tags.get(form, "").startswith("VB") for form in forms):
            return True
    return False


def tag(sentence: Sentence, common: Container[str] = ()) -> Tagged:
    """Tokens and tags of a sentence; time linear in its length.

    `common` holds the words that the text has in lower case elsewhere: at the start of a
    sentence their capital does not make them names.
    """
    text = _untied(sentence.text)
    matches = list(_TOKEN.finditer(text))
    words = [match.group() for match in matches]
    tags = [tagged[1] or "NN" for tagged in parser.find_tags(words)] if words else []
    _repair(words, tags, common)
    return Tagged(
        sentence,
        text,
        tuple(
            Token(word, part, match.start(), match.end(), word.lower())
            for word, part, match in zip(words, tags, matches, strict=True)
        ),
    )


def _untied(text: str) -> str:
    """The text without discourse adverbs, which say nothing of its content."""
    text = _TIE_INSIDE.sub(" ", text)
    found = _TIE_IN_FRONT.match(text)
    if found:
        text = text[found.end() :]
        text = text[:1].upper() + text[1:]
    return text


@lru_cache(maxsize=20_000)
def tag_text(text: str) -> tuple[Token, ...]:
    """Tokens of a loose piece of text, such as a member of a list."""
    from builder.model import Locator

    return tag(Sentence(text, Locator("", "", "", 0, 0))).tokens


def _repair(words: list[str], tags: list[str], common: Container[str]) -> None:
    """Mend tags in place: capitals, nouns tagged as adjectives, verbs tagged as nouns."""
    for i, word in enumerate(words):
        if i == 0 and tags[i] in ("NNP", "NNPS") and not word.isupper():
            tags[i] = _without_capital(word, tags[i], common)
        if word.lower() in ("whereas", "because", "although", "while"):
            tags[i] = "IN"
        if word in ("result", "lead") and tags[i] in ("NN", "VB", "JJ") and i + 1 < len(words):
            joint = {"result": "in", "lead": "to"}[word]
            if words[i + 1] == joint and tags[i - 1].startswith("NN"):
                tags[i] = "VBP"
        if word in ("'s", "’s"):
            tags[i] = "POS"
        if i and word.islower() and tags[i - 1] in ("DT", "PRP$"):
            _noun_after_article(word, tags, i)
    start = 0
    for i, word in enumerate([*words, "."]):
        if word.lower() in _CLAUSE_ENDS:
            _find_lost_verb(words, tags, start, min(i, len(words)))
            start = i + 1


def _noun_after_article(word: str, tags: list[str], i: int) -> None:
    """“a migrant makes”, “the set of”: what ends a noun phrase is its noun."""
    following = tags[i + 1] if i + 1 < len(tags) else "."
    ends = following in ("VBZ", "VBD", "MD", "IN", "WDT", "WP", ".", ",", "TO")
    if tags[i] in ("VB", "VBP", "JJ", "VBN") and ends and not word.endswith("ed"):
        tags[i] = "NN"


def _without_capital(word: str, name: str, common: Container[str]) -> str:
    """Tag of a first word that may be capitalised only because it comes first."""
    lower = word.lower()
    known = _tags().get(lower)
    if known:
        return known
    if _ADJECTIVE.search(lower):
        return "JJ"
    if lower in common or _ABSTRACT.search(lower):
        return "NNS" if lower.endswith("s") and not lower.endswith("ss") else "NN"
    return name


def _find_lost_verb(words: list[str], tags: list[str], start: int, end: int) -> None:
    """Give a clause without a finite verb the word that can be one ("forces drive migration").

    Readings are tried from the surest to the boldest; the first that fits somewhere is taken.
    """
    if any(tags[i] in _FINITE for i in range(start, end)):
        return
    relative = 0 < start < end and words[start - 1].lower() in _RELATIVES
    if relative and tags[start] == "NNS" and can_be_verb(words[start]):
        tags[start] = "VBZ"
        return
    for reading in (_base_form, _past_form, _third_person, _after_phrase):
        for i in range(start + 1, end):
            after = tags[i + 1] if i + 1 < len(tags) else "."
            if words[i].islower() and (new := reading(words, tags, start, i, after)):
                tags[i] = new
                return


def _base_form(words: list[str], tags: list[str], start: int, i: int, after: str) -> str:
    """“workers hire”, “States tacitly accept”."""
    before = i - 1
    while before > start and tags[before] == "RB":
        before -= 1
    plural = tags[before] in ("NNS", "NNPS") or words[before].lower() in ("people", "we", "they")
    fits = tags[i] in ("NN", "VB", "JJ") and after in (*_AFTER_VERB, "CC", ".")
    return "VBP" if plural and fits and can_be_verb(words[i]) else ""


def _past_form(words: list[str], tags: list[str], start: int, i: int, after: str) -> str:
    """“the ILO produced a framework”: a participle that nothing else makes finite."""
    before = i - 1
    while before > start and tags[before] == "RB":
        before -= 1
    fits = tags[i] == "VBN" and after in (*_AFTER_VERB, "CC") and tags[before] in _NOMINAL
    return "VBD" if fits else ""


def _third_person(words: list[str], tags: list[str], start: int, i: int, after: str) -> str:
    """“smuggling concerns entry”, “the text sets out”."""
    singular = tags[i - 1] in ("NN", "NNP", "VBG") and tags[i] == "NNS"
    return "VBZ" if singular and after in _AFTER_VERB and can_be_verb(words[i]) else ""


def _after_phrase(words: list[str], tags: list[str], start: int, i: int, after: str) -> str:
    """“countries of origin lack decent work”: the plural subject stands before a phrase."""
    plural = any(tags[j] in ("NNS", "NNPS") for j in range(start, i - 1))
    fits = tags[i] == "NN" and tags[i - 1] == "NN" and after in ("DT", "JJ", "PRP$", "RB", "CD")
    return "VBP" if plural and fits and can_be_verb(words[i]) else ""
