"""The example course that `coursewright new DIR` makes where no documents are given."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable


def example_files() -> dict[str, str]:
    """Return the files of the example course: path within the course to text."""
    return dict(sorted(_below(files("builder.extracting") / "example_course", "").items()))


def _below(folder: Traversable, prefix: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in folder.iterdir():
        if entry.is_dir():
            found.update(_below(entry, f"{prefix}{entry.name}/"))
        elif entry.name.endswith((".md", ".yml")):
            found[f"{prefix}{entry.name}"] = entry.read_text("utf-8")
    return found
