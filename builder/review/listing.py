"""Elements to look through: filtered, and printed for people, pipes and programs."""

from __future__ import annotations

import json
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builder.review.desk import Desk, Entry


@dataclass(frozen=True, slots=True)
class Filter:
    """Which elements are wanted; what is empty does not matter."""

    status: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    objective: str = ""
    stale: bool = False
    finding: str = ""

    def takes(self, entry: Entry) -> bool:
        """The element is wanted, findings aside."""
        return (
            (not self.status or entry.status in self.status)
            and (not self.types or entry.kind in self.types or _is_item(entry, self.types))
            and (not self.objective or entry.objective == self.objective)
            and (not self.stale or entry.stale)
        )


def _is_item(entry: Entry, types: Sequence[str]) -> bool:
    return "item" in types and entry.section == "items"


def wanted(desk: Desk, which: Filter) -> list[Entry]:
    """The elements that a filter takes.

    Raises:
        Refused: findings are asked for, and an extract cannot be read.
    """
    found = [entry for entry in desk.entries() if which.takes(entry)]
    if which.finding:
        from builder.review.look import codes_of

        codes = codes_of(desk, found)
        found = [e for e in found if _has(codes.get((e.module, e.id), ()), which.finding)]
    return found


def _has(codes: Iterable[str], code: str) -> bool:
    return any(code in ("any", found) for found in codes)


def names(entries: Sequence[Entry], among: Sequence[Entry]) -> list[str]:
    """How to call each entry: by its id, with its module where the id alone means several."""
    counts = Counter(entry.id for entry in among)
    return [e.id if counts[e.id] == 1 else f"{e.module}/{e.id}" for e in entries]


def print_entries(desk: Desk, entries: Sequence[Entry], form: str) -> None:
    """Entries to stdout: a table on a terminal, tab-separated in a pipe, or a JSON list."""
    called = names(entries, desk.entries())
    rows = list(zip(called, entries, strict=True))
    if form == "json":
        print(json.dumps([_row(name, e) for name, e in rows], ensure_ascii=False, indent=1))
        return
    if not sys.stdout.isatty():
        for name, e in rows:
            print("\t".join((name, _status(e), e.kind, e.module, e.words)))
        return
    width = shutil.get_terminal_size().columns
    longest = max((len(name) for name in called), default=0)
    for name, e in rows:
        line = f"{name:<{longest}}  {_status(e):<14}  {e.kind:<10}  {e.words}"
        print(line if len(line) <= width else line[: width - 1] + "…")
    print(summary(entries))


def summary(entries: Sequence[Entry]) -> str:
    """Return "12 elements: 3 accepted, 9 draft; 1 stale"."""
    counts = Counter(entry.status for entry in entries)
    stale = sum(entry.stale for entry in entries)
    parts = ", ".join(f"{count} {status}" for status, count in sorted(counts.items()))
    text = f"{len(entries)} element{'s' * (len(entries) != 1)}"
    return text + (f": {parts}" if parts else "") + (f"; {stale} stale" if stale else "")


def _status(entry: Entry) -> str:
    return f"{entry.status} stale" if entry.stale else entry.status


def _row(name: str, entry: Entry) -> dict[str, object]:
    return {
        "name": name,
        "id": entry.id,
        "module": entry.module,
        "kind": entry.kind,
        "status": entry.status,
        "stale": entry.stale,
        "objective": entry.objective,
        "text": entry.words,
        "comment": entry.field("comment"),
    }
