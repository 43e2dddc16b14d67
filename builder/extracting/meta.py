"""What the text says about itself: kind, date and years; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from builder.cleaning.title_block import DATE, MONTHS

_KINDS = (
    ("workshop", r"workshop (?:report|summary)|report of the workshop|\bthis workshop\b"),
    ("briefing", r"briefing (?:report|note|paper)|\bthis briefing\b"),
    ("seminar", r"seminar report|report of the seminar|\bthis seminar\b"),
    ("round table", r"\bround ?table \d"),
    ("address", r"opening (?:address|speech|remarks)|\bI am (?:pleased|delighted|honou?red)\b|"
                r"\bI (?:have|would like|wish) to\b|\bladies and gentlemen\b"),
    ("guideline", r"\bguidelines?\b"),
    ("minutes", r"\bminutes of\b"),
)  # fmt: skip
_ISO = re.compile(r"\b((?:19|20)\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\b")
_UPDATED = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")
_MONTH_YEAR = re.compile(rf"\b({'|'.join(MONTHS)}),? ((?:19|20)\d\d)\b")


@dataclass(frozen=True, slots=True)
class Meta:
    """What is known about the occasion of a text."""

    kind: str = "report"
    held: str = ""

    @property
    def as_of(self) -> int | None:
        """The year of figures without a date, which is that of the occasion."""
        return int(self.held[:4]) if self.held else None


def meta_of(heads: Iterable[str], body: str) -> Meta:
    """Return what `heads` (title block, title matter, removed notes) say, then the body's start."""
    head = " \n ".join(heads)
    return Meta(_kind(head) or _kind(body[:600]) or "report", _date(head, body))


def _kind(text: str) -> str:
    return next((kind for kind, form in _KINDS if re.search(form, text, re.I)), "")


def _date(head: str, body: str) -> str:
    dates = list(DATE.finditer(head))
    single = [match for match in dates if not re.match(r"\d+\s?[-–]", match[0])]
    if dates:
        match = (single or dates)[0]
        return f"{match[3]}-{_month(match[2])}-{int(match[1]):02}"
    if iso := _ISO.search(head):
        return iso[0]
    if updated := _UPDATED.search(head):
        return _numeric(int(updated[1]), int(updated[2]), updated[3], body)
    if month := _MONTH_YEAR.search(head):
        return f"{month[2]}-{_month(month[1])}"
    return ""


def _month(name: str) -> str:
    return f"{MONTHS.index(name.capitalize()) + 1:02}"


def _numeric(first: int, second: int, year: str, body: str) -> str:
    """Return 10/4/2013 as a date, if the month is clear: too big for one, or named in the text."""
    months = [n for n in {first, second} if n <= 12]
    named = [n for n in months if re.search(rf"\b{MONTHS[n - 1]}\b", body)]
    month = months[0] if len(months) == 1 else (named[0] if len(named) == 1 else 0)
    if not month:
        return year
    day = second if month == first else first
    return f"{year}-{month:02}-{day:02}" if 1 <= day <= 31 else year
