"""Readers turn a file into an `Extract`. One format, one file, one line in `READERS`.

A reader is a function `read(path, root) -> Extract`. It raises `Refused` with every problem of
the file, each at `file:line`, where `file` is the path relative to `root`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from builder.errors import Refused, problem
from builder.model.text import Extract
from builder.store.files import display_path

Reader = Callable[[Path, Path], Extract]

READERS: dict[str, str] = {
    ".md": "builder.readers.markdown:read_extract",
}
"""Suffix to the dotted path of its reader, which is imported on use."""


def reader_for(path: Path, root: Path) -> Reader:
    """Return the reader for the suffix of `path`.

    Raises:
        Refused: no reader knows the suffix.
    """
    target = READERS.get(path.suffix.lower())
    if target is None:
        raise Refused(
            [
                problem(
                    "extract-format",
                    display_path(path, root),
                    0,
                    f'an extract cannot be read from a "{path.suffix}" file.',
                    f"Known formats: {', '.join(READERS)}.",
                )
            ]
        )
    module, name = target.split(":")
    reader: Reader = getattr(import_module(module), name)
    return reader


def read(path: Path, root: Path) -> Extract:
    """Read the extract at `path`; files are named relative to `root` in errors."""
    return reader_for(path, root)(path, root)
