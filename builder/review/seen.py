"""What reviewed files held when they were read, so that no later edit is overwritten."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


class Seen:
    """The bytes of the reviewed files of a course."""

    def __init__(self, root: Path) -> None:
        """Look at all of them."""
        folders = ("modules", "quizzes")
        self._held = {
            path: _held(path) for f in folders for path in sorted(root.glob(f"{f}/*.yml"))
        }

    def changed(self, paths: Iterable[Path]) -> bool:
        """Somebody has saved one of `paths` since it was last looked at."""
        now = {path: _held(path) for path in paths}
        changed = any(self._held.get(path) != held for path, held in now.items())
        self._held.update(now)
        return changed


def _held(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
