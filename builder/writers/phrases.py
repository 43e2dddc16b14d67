"""Small wordings that several pages share: dates, places in a source, counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from builder.model import Extract, ReviewStatus
from builder.model.review import Reviewed

Element = TypeVar("Element", bound=Reviewed)

_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def published(elements: Iterable[Element]) -> tuple[Element, ...]:
    """The elements that may reach a learner: neither rejected nor stale."""
    return tuple(
        element
        for element in elements
        if element.status != ReviewStatus.REJECTED and not element.stale
    )


def count(number: int, one: str, many: str = "") -> str:
    """Return "1 item", "2 items"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def pages(page: str) -> str:
    """Return a page as it is cited: "38" is "p. 38", "38–39" is "pp. 38–39", labels stay."""
    if not page[:1].isdigit():
        return page
    return f"p. {page}" if page.isdigit() else f"pp. {page}"


def date(held: str) -> str:
    """Return an ISO date, month or year in words; anything else stays as it is."""
    parts = held.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) not in (2, 3):
        return held
    month = int(parts[1])
    if not 1 <= month <= 12:
        return held
    day = f"{int(parts[2])} " if len(parts) == 3 else ""
    return f"{day}{_MONTHS[month - 1]} {parts[0]}"


def occasion(extract: Extract) -> str:
    """Return what the source is and when it was: "Workshop, 15 March 2006"."""
    kind = extract.kind[:1].upper() + extract.kind[1:]
    return ", ".join(part for part in (kind, date(extract.held)) if part)


def citation(extract: Extract) -> str:
    """Return the source with the declared pages."""
    declared = extract.pages.replace("-", "–")
    where = pages(declared) if declared else ""
    return ", ".join(part for part in (extract.source, where) if part)


def hours(number: float) -> str:
    """Return "18 hours", "1.5 hours"."""
    return count(int(number), "hour") if number == int(number) else f"{number:g} hours"
