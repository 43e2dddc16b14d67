"""Who speaks in a document: name, function and organisation, as it introduces them."""

from __future__ import annotations

import re

_TITLE = r"(?:H\.E\.? )?(?:Mr|Mrs|Ms|Dr|Prof|Professor|Ambassador|Minister)\.?"
_NAME = r"(?:[A-ZÀ-Þ][\w’'-]+|de|di|da|van|von|der|den|el|al|[A-Z]\.)"
_SPEAKER = re.compile(
    rf"\b(?P<name>{_TITLE}(?: {_NAME}){{2,5}}),? "
    r"(?P<role>(?:(?:the |an? )?[A-Z][\w’'/&-]*|(?:from|of) the)[^.;()]{4,140}?)"
    r"(?=,? (?:\w+ed|gave|said|spoke|drew|began|made|shared|took|noted|led)\b|, (?:who|in|which)\b|[.;(])"
)


def speakers(text: str) -> list[tuple[str, str]]:
    """Return each person who is introduced, with function and organisation, in order."""
    found: dict[str, str] = {}
    for match in _SPEAKER.finditer(text):
        name = " ".join(match["name"].split())
        role = " ".join(match["role"].split()).strip(" ,")
        if len(role.split()) <= 22:
            found.setdefault(name, role)
    return list(found.items())
