"""Acronyms: "Long Form (LF)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.analysis.context import PassageContext
from builder.analysis.language import Tagged
from builder.model import Acronym

_SHORT = re.compile(r"\((?P<short>[A-Z][A-Za-z]*[A-Z][A-Za-z]?s?)\)")
_SMALL = frozenset("of the for and on in to against from with de la des du et".split())


def find(text: Tagged, context: PassageContext) -> Iterator[Acronym]:
    """Acronyms in brackets whose letters are the initials of the words before them.

    The matching of initials backwards from the bracket follows Schwartz and Hearst (2003).
    """
    for match in _SHORT.finditer(text.text):
        short = match["short"]
        letters = [c for c in short.rstrip("s") if c.isupper()]
        words = text.text[: match.start()].rstrip().split()
        long = _long_form(words, letters)
        if long:
            yield Acronym(sentence=text.sentence, short=short, long=long)


def _long_form(words: list[str], letters: list[str]) -> str:
    """The shortest run of words before the bracket with these initials, or ""."""
    position, taken = len(words), list(letters)
    while taken and position:
        position -= 1
        parts = [part for part in re.split(r"[-/]", words[position]) if part]
        if words[position].lower() in _SMALL and words[position][0].lower() != taken[-1].lower():
            continue
        for part in reversed(parts):
            if taken and part.strip("“”\"'(,")[:1].upper() == taken[-1]:
                taken.pop()
            elif part == parts[0]:
                return ""
        if words[position].endswith((",", ".", ";", ":")) and len(taken) < len(letters) - 1:
            return "" if taken else " ".join(words[position:])
    return "" if taken else " ".join(words[position:]).strip("“”\"'(,")
