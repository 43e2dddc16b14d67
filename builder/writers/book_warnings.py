"""What Sphinx warns of, as findings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from builder.model import Finding, Place, Severity

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_WARNING = re.compile(
    r"(?:(?P<where>.*?): )?(?P<level>WARNING|ERROR|CRITICAL|SEVERE): (?P<message>.*)"
)
_PLACE = re.compile(r"(?P<file>.+?)(?::(?P<line>\d+))?:?")
_KIND = re.compile(r"\s*\[(?P<kind>[\w-]+(?:\.[\w-]+)?)\]$")
_NOTEBOOK_LINES = 10_000
"""The notebook reader counts the lines of cell n from n times this number."""


def findings_from(text: str, root: Path) -> tuple[Finding, ...]:
    """Return the warnings in `text`, which Sphinx wrote; files are named relative to `root`."""
    return tuple(_finding(*parts, root=root) for parts in _warnings(_COLOUR.sub("", text)))


def _warnings(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield place, level and message of each warning; further lines belong to the one before."""
    current: tuple[str, str, str] | None = None
    for line in text.splitlines():
        match = _WARNING.fullmatch(line)
        if match:
            if current:
                yield current
            current = match["where"] or "", match["level"], match["message"]
        elif current and line.strip():
            current = current[0], current[1], f"{current[2]} {line.strip()}"
    if current:
        yield current


def _finding(where: str, level: str, message: str, root: Path) -> Finding:
    place = _PLACE.fullmatch(where)
    file, line = (place["file"], int(place["line"] or 0)) if place else ("_config.yml", 0)
    if Path(file).is_relative_to(root):
        file = Path(file).relative_to(root).as_posix()
    else:
        if place and not Path(file).is_absolute() and not (root / file).exists():
            file, line, message = "_config.yml", 0, f"{where}: {message}"
    if file.endswith(".ipynb") and line >= _NOTEBOOK_LINES:
        message, line = f"cell {line // _NOTEBOOK_LINES}: {message}", 0
    kind = _KIND.search(message)
    plain = _KIND.sub("", message).rstrip(".")
    return Finding(
        "book-warning" if level == "WARNING" else "book-error",
        Severity.WARNING if level == "WARNING" else Severity.ERROR,
        Place(file, line),
        f"Jupyter Book: {plain}.",
        f"({kind['kind']})" if kind else "",
    )
