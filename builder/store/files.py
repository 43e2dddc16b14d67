"""Files of a course: read as UTF-8 or refused, written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from builder.errors import Refused, problem

_FOLDERS = ("course", "modules", "quizzes")


def write_if_changed(path: Path, data: bytes) -> bool:
    """Replace the file at `path` by `data`, unless that is what it holds already.

    Folders are made as needed; a link is followed; the permissions of the file stay.

    Returns:
        Whether the file was written.

    Raises:
        OSError: it cannot be written; the old file is still whole.
    """
    path = path.resolve()
    try:
        if path.read_bytes() == data:
            return False
        mode = path.stat().st_mode & 0o7777
    except FileNotFoundError:
        mode = None
        path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        new.write_bytes(data)
        if mode is not None:
            new.chmod(mode)
        os.replace(new, path)
    finally:
        new.unlink(missing_ok=True)
    return True


def read_text(path: Path, file: str) -> str:
    """Return the text of the file at `path`, which messages call `file`.

    Raises:
        Refused: it is missing, cannot be read, or is not UTF-8.
    """
    try:
        data = path.read_bytes()
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError as error:
        advice = "Create it, or run the command in the course's root."
        raise Refused(
            [problem("file-missing", file, 0, "there is no such file.", advice)]
        ) from error
    except OSError as error:
        what = f"the file cannot be read ({error.strerror})."
        raise Refused([problem("file-unreadable", file, 0, what, "Check it.")]) from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"the byte at offset {error.start} (0x{data[error.start]:02x}) is not UTF-8."
        advice = "Save the file with the encoding UTF-8."
        raise Refused([problem("file-encoding", file, line, what, advice)]) from error


def root_of(path: Path) -> Path:
    """Return the course root of a file such as `quizzes/x.yml`: the folder above its own."""
    path = path.absolute()
    return path.parents[1] if path.parent.name in _FOLDERS else path.parent


def display_path(path: Path, root: Path) -> str:
    """Return `path` as messages name it: relative to `root` where it lies below, with slashes."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.as_posix()
