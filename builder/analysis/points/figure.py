"""Figures: a number with its unit, what is counted and when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.analysis.context import PassageContext
from builder.analysis.language import Tagged
from builder.analysis.standing import dangling
from builder.analysis.words import NUMBER_WORDS
from builder.model import Figure

_NUMBER = re.compile(
    r"(?P<currency>(?:USD|EUR|GBP|US\$|\$|€|£)\s?)?"
    r"(?P<digits>\d{1,3}(?:[ ,]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:\s(?P<scale>thousand|million|billion|trillion))?"
    r"(?P<percent>\s?%|\sper\s?cent\b|\spercent\b)?"
    r"(?:\s(?P<noun>[a-z][a-z-]{2,}))?",
)
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_ABOUT = re.compile(
    r"\b(about|around|approximately|nearly|almost|some|roughly|over|more than|less than|at least"
    r"|up to|an estimated|fewer than|under|close to)\s+$",
    re.IGNORECASE,
)
_NOT_COUNTED = frozenset("to and or in of on by at for from with until while the was were".split())


def find(text: Tagged, context: PassageContext) -> Iterator[Figure]:
    """Figures of a sentence that has one only, so that no other can be meant."""
    if dangling(text.tokens[: text.end()]):
        return
    found = [m for m in _NUMBER.finditer(text.text) if not _is_date(text.text, m)]
    if len(found) != 1:
        return
    match = found[0]
    unit = _unit(match, text)
    if not unit or any(word in NUMBER_WORDS for word in text.text.lower().split()):
        return
    value = float(re.sub(r"[ ,]", "", match["digits"]))
    years = _YEAR.findall(text.text)
    yield Figure(
        sentence=text.sentence,
        value=value,
        written=_written(match),
        unit=unit,
        year=int(years[0]) if years else context.extract.as_of,
        approximate=bool(_ABOUT.search(text.text[: match.start()])),
    )


def _written(match: re.Match[str]) -> str:
    return match["digits"]


def _unit(match: re.Match[str], text: Tagged) -> str:
    """“per cent”, “USD billion”, “million”, “countries”."""
    if match["percent"]:
        return "per cent"
    currency = (match["currency"] or "").strip()
    scale = match["scale"] or ""
    noun = match["noun"] or ""
    if currency or scale:
        return f"{currency} {scale}".strip()
    counted = any(t.start == match.start("noun") and t.nominal for t in text.tokens)
    return noun if counted and noun not in _NOT_COUNTED else ""


def _is_date(text: str, match: re.Match[str]) -> bool:
    """Years, days of a month, numbers of articles and conventions are not figures."""
    digits = match["digits"]
    plain = not (match["currency"] or match["scale"] or match["percent"])
    if plain and _YEAR.fullmatch(digits):
        return True
    before = text[max(0, match.start() - 14) : match.start()].lower()
    after = text[match.start() + len(digits) :].lower()
    months = (
        r"(january|february|march|april|may|june|july|august|september|october|november|december)"
    )
    if plain and re.search(r"\b[A-Z][a-z]+ $", text[: match.start()]) and match.start() > 12:
        return True  # "Mode 4", "Goal 3"
    return plain and bool(
        re.match(rf"\s{months}|[-–/]\d|(st|nd|rd|th)\b|\s?[-–]", after)
        or re.search(
            rf"({months}|article|no\.?|convention|page|goal|chapter|option|round)\s$", before
        )
        or re.search(r"[a-z]$|[-–/]$", before)
    )
