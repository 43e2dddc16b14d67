"""What a person decides about an element: accept, reject, take a decision back."""

from __future__ import annotations

from collections.abc import Callable

from builder.model import ReviewStatus
from builder.review.desk import Desk, Entry
from builder.review.identity import PERSON, fingerprint
from builder.store.block import Block
from builder.store.keep import model_of

Decision = Callable[[Entry, str], Block]


def accept(entry: Entry, reason: str = "") -> Block:
    """Keep it as it is from now on; what was edited is accepted already."""
    status = None if entry.status == "edited" else ReviewStatus.ACCEPTED.value
    changes: dict[str, str | bool | None] = {"status": status} if status else {}
    return _noted(entry, changes, reason)


def reject(entry: Entry, reason: str = "") -> Block:
    """Keep it out of the course, and keep it from coming back."""
    return _noted(entry, {"status": ReviewStatus.REJECTED.value}, reason)


def reopen(entry: Entry, reason: str = "") -> Block:
    """Take the decision back: it is a draft again, which a new draft may replace.

    What a person wrote stays theirs.
    """
    model = model_of(entry.block)
    drafted = None if entry.field("drafter") == PERSON else fingerprint(model)
    return _noted(entry, {"drafted": drafted, "status": None}, reason)


def comment(entry: Entry, reason: str = "") -> Block:
    """Leave a note, and decide nothing."""
    return _noted(entry, {}, reason)


DECISIONS: dict[str, Decision] = {
    "accept": accept,
    "reject": reject,
    "reopen": reopen,
    "comment": comment,
}


def decide(desk: Desk, entries: list[Entry], decision: str, reason: str = "") -> int:
    """Decide about all `entries` and save; return how many of them changed."""
    for entry in entries:
        desk.put(entry, DECISIONS[decision](entry, reason))
    return desk.save()


def _noted(entry: Entry, changes: dict[str, str | bool | None], reason: str) -> Block:
    reason = " ".join(reason.split())
    before = entry.field("comment")
    if reason and reason not in before:
        changes["comment"] = f"{before}; {reason}" if before else reason
    return entry.block.with_keys(**changes) if changes else entry.block
