"""Reporters: the same findings and figures as text or as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from builder.checks.course import check_course
from builder.checks.floors import shortfalls
from builder.model import Finding
from builder.pipeline import Drafted, Layout, draft_module, load_reviewed, read_extracts
from builder.store import load_course


def course_findings(root: Path) -> list[Finding]:
    """All findings about the course as it stands on disk.

    Raises:
        Refused: a file of the course cannot be read, or nothing was drafted yet.
    """
    return check_course(load_reviewed(root))


def print_findings(findings: Sequence[Finding], form: str) -> None:
    """Findings to stdout: `file:line: message advice [code]`, or a JSON list."""
    if form == "json":
        rows = [{**asdict(finding), "where": str(finding.where)} for finding in findings]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for finding in findings:
        print(f"{finding} [{finding.code}]")
    counts = {s: sum(f.severity == s for f in findings) for s in ("error", "warning", "note")}
    print(", ".join(f"{count} {name}{'s' * (count != 1)}" for name, count in counts.items()))


def print_yield(root: Path, form: str) -> None:
    """For each module: candidates by rule, what dropped them, what was published."""
    layout = Layout(root)
    course = load_course(layout.course)
    rows = [
        _yield(draft_module(layout, entry, text)) for entry, text in read_extracts(layout, course)
    ]
    if form == "json":
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row in rows:
        _print_row(row)


def _yield(drafted: Drafted) -> dict[str, Any]:
    reviewed = drafted.reviewed
    items = reviewed.bank.published()
    words = reviewed.extract.words()
    rules = sorted(drafted.yielded.made)
    dropped = drafted.yielded.dropped
    return {
        "module": reviewed.entry.id,
        "words": words,
        "items": len(items),
        "items_per_1000_words": round(1000 * len(items) / words, 1) if words else 0.0,
        "types": _counts([item.type for item in items]),
        "bloom": _counts([item.bloom.value for item in items]),
        "rules": {
            rule: {
                "made": drafted.yielded.made[rule],
                "published": drafted.yielded.published[rule],
                "dropped": {c: n for (r, c), n in sorted(dropped.items()) if r == rule},
            }
            for rule in rules
        },
        "not_assessed": list(reviewed.module.not_assessed),
        "shortfalls": [m for _, m in shortfalls(reviewed.extract, reviewed.module, reviewed.bank)],
    }


def _counts(names: Sequence[str]) -> dict[str, int]:
    return {name: names.count(name) for name in sorted(set(names))}


def _print_row(row: dict[str, Any]) -> None:
    print(
        f"{row['module']}: {row['words']} words, {row['items']} items "
        f"({row['items_per_1000_words']} per 1,000 words)"
    )
    for label in ("types", "bloom"):
        print(f"  {label}: " + ", ".join(f"{name} {count}" for name, count in row[label].items()))
    for rule, account in row["rules"].items():
        dropped = ", ".join(f"{code} {count}" for code, count in account["dropped"].items())
        print(
            f"  {rule}: {account['made']} made, {account['published']} published"
            + (f"; dropped by {dropped}" if dropped else "")
        )
    for note in (*row["shortfalls"], *row["not_assessed"]):
        print(f"  short: {note}")
