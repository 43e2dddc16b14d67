"""One process at a time works on the reviewed files of a course.

The system gives the lock back when a process ends, however it ends; the file that stays says
nothing.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from builder.errors import Refused, problem
from builder.model import Finding

WAIT = 20.0
"""Seconds to wait for another process."""

_held: set[Path] = set()


@contextlib.contextmanager
def locked(root: Path, what: str, wait: float | None = None) -> Iterator[None]:
    """Hold the course at `root` to do `what`; within itself, this is held already.

    Raises:
        Refused: another process holds it for longer than `wait` seconds (default `WAIT`), or a
            file cannot be written.
    """
    path = root.resolve() / "_build" / ".lock"
    if path in _held:
        yield
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise Refused([_unwritable(error, "_build/.lock")]) from error
    try:
        _wait_for(handle, WAIT if wait is None else wait)
        _held.add(path)
        _note(handle, f"{what}, process {os.getpid()}")
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Refused([_unwritable(error, _name(error, root))]) from error
    finally:
        _held.discard(path)
        os.close(handle)


def _wait_for(handle: int, seconds: float) -> None:
    """Take the lock, or say who has it."""
    end = time.monotonic() + seconds
    told = False
    while not _take(handle):
        os.lseek(handle, 0, os.SEEK_SET)
        holder = os.read(handle, 200).decode("utf-8", "replace").strip() or "another process"
        if time.monotonic() > end:
            message = f"the course is being worked on by {holder}."
            advice = "Nothing was changed. Try again when it has finished."
            raise Refused([problem("course-locked", "_build/.lock", 0, message, advice)])
        if not told:
            print(f"Waiting for {holder} …", file=sys.stderr, flush=True)
            told = True
        time.sleep(0.05)


def _note(handle: int, text: str) -> None:
    """Say in the file who holds it, for those who wait."""
    os.truncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, text.encode())


def _exclusive() -> Callable[[int], None]:
    """How this system locks an open file; the call fails if another process has it."""
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        def far(handle: int) -> None:
            os.lseek(handle, 4096, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]

        return far
    return lambda handle: fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _take(handle: int) -> bool:
    try:
        _exclusive()(handle)
    except OSError:
        return False
    return True


def _unwritable(error: OSError, file: str) -> Finding:
    what = f"the file cannot be written ({error.strerror or error})."
    return problem(
        "file-unwritable", file, 0, what, "The old one is still whole. Make room for it."
    )


def _name(error: OSError, root: Path) -> str:
    name = Path(os.fsdecode(error.filename)) if error.filename else Path("_build")
    with contextlib.suppress(ValueError):
        return name.resolve().relative_to(root.resolve()).as_posix()
    return name.as_posix()
