"""Closed word classes of English, and the small arithmetic of words."""

from __future__ import annotations

import re
from functools import lru_cache

from nltk.stem.porter import PorterStemmer

BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
PREPOSITIONS = frozenset(
    "of for in between on from to with by among within at against towards toward under over across"
    " into about without through as during after before since per via beyond despite around near"
    " upon inside outside throughout along amid regarding concerning besides alongside".split()
)
QUANTIFIERS = frozenset(
    "many most some several few both all any each every no more less fewer other another such"
    " much enough certain various half".split()
)
PRONOUNS = frozenset(
    "he she it they him her them his hers its their theirs himself herself itself themselves"
    " we us our ours i me my you your one ones".split()
)
DEMONSTRATIVES = frozenset("this these those such".split())
CONNECTIVES = frozenset(
    "also however therefore thus moreover furthermore hence consequently nevertheless nonetheless"
    " likewise similarly instead otherwise meanwhile then too accordingly finally besides".split()
)
BACK_REFERENCES = re.compile(
    r"\b(the (former|latter|above|following|others?)|as (mentioned|noted|discussed)"
    r"|(above|below)[- ]mentioned|respectively|see (above|below)|here|in turn)\b",
    re.IGNORECASE,
)
HEDGES = frozenset(
    "may might can could would should perhaps possibly probably often sometimes usually generally"
    " largely mostly partly likely unlikely about around approximately nearly almost roughly"
    " reportedly apparently seems appears tend tends estimated some many most".split()
)
NEGATIONS = frozenset("not no never neither nor none nobody nothing without hardly rarely".split())
EMPTY_SUBJECTS = frozenset("no few little nobody none neither hardly not".split())
"""First words of a subject that turn what is said of it round."""
STOPWORDS = frozenset(
    "a an the and or but nor of for in on at to from by with about as into through during than"
    " that which who whom whose what when where why how is are was were be been being have has had"
    " do does did will would shall should may might can could must not no it its this these those"
    " they them their he she his her we our you your i there here if so such both each any all some"
    " more most many much other another own same also only very between among within against"
    " because while whereas although since per".split()
)
REPORTING_VERBS = frozenset(
    "argued argues stressed stresses noted notes said says stated states warned warns suggested"
    " suggests explained explains observed observes emphasised emphasized emphasises underlined"
    " underlines highlighted highlights maintained maintains reported reports concluded concludes"
    " cautioned cautions added adds believed believes affirmed affirms pointed claimed claims"
    " acknowledged acknowledges recognised confirmed found finds feared agreed considered"
    " contended insisted insists remarked recalled recalls asserted held proposed".split()
)
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBER_WORDS: dict[str, int] = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: (index + 2) * 10 for index, word in enumerate(_TENS)},
}
ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth last".split()
)
MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)

_stemmer = PorterStemmer()


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The word without its endings, by Porter's algorithm (1980)."""
    return str(_stemmer.stem(word.lower()))


@lru_cache(maxsize=20_000)
def content_stems(text: str) -> frozenset[str]:
    """Stems of the words of a text that carry meaning."""
    return frozenset(
        stem(word)
        for word in re.findall(r"[^\W\d_]+", text.lower())
        if word not in STOPWORDS and len(word) > 2
    )


@lru_cache(maxsize=20_000)
def normalised(text: str) -> str:
    """Lower case, words only: for comparing texts."""
    return " ".join(re.findall(r"\w+", text.lower()))


def small_number(word: str) -> int | None:
    """Value of "three" or "3" (up to 99), else None."""
    word = word.lower()
    if word in NUMBER_WORDS:
        return NUMBER_WORDS[word]
    return int(word) if word.isdecimal() and len(word) < 3 else None


@lru_cache(maxsize=20_000)
def roots(text: str) -> frozenset[str]:
    """Content stems cut to five letters, so that "Mexico" and "Mexican" are one."""
    return frozenset(word[:5] for word in content_stems(text))


def number_word(count: int) -> str:
    """2 to "two", up to twelve; digits after that."""
    return _UNITS[count] if count <= 12 else str(count)


def capitalised(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]
