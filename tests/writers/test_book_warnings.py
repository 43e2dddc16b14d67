"""What Sphinx writes, as findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.model import Severity
from builder.writers.book_warnings import findings_from

ROOT = Path("/courses/mine")


@pytest.mark.parametrize(
    ("text", "where", "says"),
    [
        (
            "/courses/mine/modules/a.md:83: WARNING: no such target [myst.xref_missing]",
            "modules/a.md:83",
            "no such target. (myst.xref_missing)",
        ),
        ("/courses/mine/modules/a.md:: WARNING: broken", "modules/a.md", "broken."),
        ("/courses/mine/a.md: WARNING: broken.", "a.md", "broken."),
        ("/courses/mine/q.ipynb:30007: WARNING: broken", "q.ipynb", "cell 3: broken."),
        ("WARNING: unknown value", "_config.yml", "unknown value."),
        ("\x1b[91mWARNING: in red\x1b[39;49;00m", "_config.yml", "in red."),
        ("WARNING: first line\n  second line", "_config.yml", "first line second line."),
        ("somewhere in a file: WARNING: broken", "_config.yml", "somewhere in a file: broken."),
    ],
)
def test_warning(text: str, where: str, says: str) -> None:
    (finding,) = findings_from(text, ROOT)
    assert finding.severity is Severity.WARNING
    assert (str(finding.where), f"{finding.message} {finding.advice}".strip()) == (
        where,
        f"Jupyter Book: {says}",
    )


def test_errors_are_errors() -> None:
    found = findings_from("/courses/mine/a.md:1: ERROR: bad\n\nWARNING: odd\n", ROOT)
    assert [(f.code, f.severity) for f in found] == [
        ("book-error", Severity.ERROR),
        ("book-warning", Severity.WARNING),
    ]


def test_silence_is_no_finding() -> None:
    assert findings_from("", ROOT) == ()
    assert findings_from("\nRunning Sphinx\n", ROOT) == ()
