"""Who an element is, and whether a person has had a hand in it.

An element is known by its id, which grows from its source sentence and its rule. The initials
of the module stand before it and count for nothing, so that a renamed module keeps its history.
What the program drafts carries a fingerprint of its words: if they differ later, a person has
edited them, whatever the status says.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any, TypeVar

from builder.model import CourseModule, ItemBank, ReviewStatus
from builder.model.review import Reviewed, SourceRef

Element = TypeVar("Element", bound=Reviewed)

PERSON = "person"
LISTS = ("objectives", "key_concepts", "summary", "activities")
"""Lists of a module whose elements are reviewed."""

_ABOUT_REVIEW = {"status", "stale", "comment", "drafted", "drafter"}


def fingerprint(element: Reviewed) -> str:
    """Eight hexadecimal digits of everything but the review itself.

    Defaults count for nothing, so that a field which a later version adds changes no fingerprint.
    """
    data = element.model_dump(mode="json", exclude=_ABOUT_REVIEW, exclude_defaults=True)
    data["type"] = getattr(element, "type", "")
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]


def stamped(element: Element) -> Element:
    """The element with the fingerprint of its words as they are now."""
    return element.model_copy(update={"drafted": fingerprint(element)})


def noticed(element: Element) -> Element:
    """The element as `edited` where its words are not those that the program drafted."""
    if element.status != ReviewStatus.DRAFT or element.drafter != "rules":
        return element
    if element.drafted == fingerprint(element):
        return element
    return element.model_copy(update={"status": ReviewStatus.EDITED})


def noticed_bank(bank: ItemBank) -> ItemBank:
    """The bank with edits noticed that nobody declared."""
    items = tuple(noticed(item) for item in bank.items)
    return bank.model_copy(update={"items": items})


def noticed_module(module: CourseModule) -> CourseModule:
    """The module with edits noticed that nobody declared."""
    return module.model_copy(
        update={name: tuple(noticed(e) for e in getattr(module, name)) for name in LISTS}
    )


def settled(element: Reviewed) -> bool:
    """A person has accepted, edited, rejected or written it, or another drafter has drafted it.

    An objective that the program copied from course.yml and nobody touched since is not settled.
    """
    if element.status != ReviewStatus.DRAFT:
        return True
    if element.drafter == PERSON:
        return element.drafted != fingerprint(element)
    return element.drafter != "rules"


def untouchable(element: Reviewed) -> bool:
    """Written by a person: checked, but never rewritten."""
    return element.drafter == PERSON and settled(element)


def identifier(element: Any) -> str:
    """The id of an element."""
    return str(element.id)


def tail(name: str) -> str:
    """An id without the initials of its module."""
    return name.partition("-")[2] or name


def sources_of(element: Any) -> tuple[SourceRef, ...]:
    """All sentences that an element rests on; objectives may have none."""
    source = element.source
    further: tuple[SourceRef, ...] = getattr(element, "further_sources", ())
    return (source, *further) if source is not None else ()
