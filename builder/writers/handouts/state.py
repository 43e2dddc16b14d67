"""What was made of what: so that an unchanged handout is not set again, and an old one goes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path

from builder.writers.files import put

NAME = ".state"


class State:
    """Digests of what the files of a folder were made of, and of the files."""

    def __init__(self, folder: Path) -> None:
        """Read what is known about `folder`; a file that cannot be understood is forgotten."""
        self._folder = folder
        self._known: dict[str, list[str]] = {}
        try:
            held = json.loads((folder / NAME).read_text("utf-8"))
            if isinstance(held, dict):
                self._known = {k: v for k, v in held.items() if isinstance(v, list) and len(v) == 2}
        except (OSError, ValueError):
            pass

    def make(self, name: str, digest: str, make: Callable[[], bytes]) -> tuple[Path, bool]:
        """Put the file `name` in place, unless it is what was made of the same before.

        Returns:
            Its path, and whether it was made now.
        """
        path = self._folder / name
        if self._known.get(name) == [digest, _digest(path)]:
            return path, False
        put(path, make())
        self._known[name] = [digest, _digest(path)]
        return path, True

    def forget(self, wanted: Iterable[str], suffix: str) -> None:
        """Delete files that were made once and are not wanted any more.

        Only those are meant whose name has `suffix` from its first dot on.
        """
        keep = set(wanted)
        alike = [name for name in self._known if name[name.find(".") :] == suffix]
        for name in [name for name in alike if name not in keep]:
            path = self._folder / name
            if path.resolve().is_relative_to(self._folder.resolve()):
                if _digest(path) == self._known[name][1]:
                    path.unlink()
                del self._known[name]

    def save(self) -> None:
        """Keep it for the next run."""
        put(self._folder / NAME, json.dumps(self._known, indent=0, sort_keys=True) + "\n")


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
