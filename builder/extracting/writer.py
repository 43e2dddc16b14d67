"""Writer of a new course folder: built beside its place, checked, then moved there in one step."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from builder.errors import Refused, problem
from builder.readers import read
from builder.store.course import load_course

GITIGNORE = """\
# built
/_build/

# environments and caches
/.venv/
__pycache__/
.jupyter_cache/
.ipynb_checkpoints/

# a write that was interrupted
.*.new
"""


def check_place(folder: Path) -> None:
    """Refuse a place that is taken.

    Raises:
        Refused: `folder` is a file, or holds something.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        what, advice = "is not a folder.", "Choose another name for the course."
    elif folder.is_dir() and any(folder.iterdir()):
        what, advice = "is not empty.", "Choose another folder: nothing of yours is overwritten."
    else:
        return
    raise Refused([problem("new-place", str(folder), 0, f"the place {what}", advice)])


def write_course(
    folder: Path, files: Mapping[str, str], finish: Callable[[Path], None] | None = None
) -> None:
    """Make `folder` with `files` (path within it to text); `finish` may add to it.

    The folder is made under another name beside its place, read as `build` would read it, and
    renamed once it is sound.

    Raises:
        Refused: the place is taken, or an extract could not be read again.
        OSError: the folder cannot be written; nothing is left behind.
    """
    check_place(folder)
    place = folder.absolute()
    place.parent.mkdir(parents=True, exist_ok=True)
    new = place.with_name(f".{place.name}.{os.getpid()}.new")
    try:
        new.mkdir()
        for name, text in files.items():
            path = new / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        if finish:
            finish(new)
        _verify(new)
        if place.is_dir():
            place.rmdir()
        os.replace(new, place)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _verify(root: Path) -> None:
    """Read the course as `build` will.

    Raises:
        Refused: something in it cannot be read.
    """
    course = load_course(root / "course" / "course.yml", root)
    findings = []
    for entry in course.modules():
        try:
            read(root / "course" / entry.extract, root)
        except Refused as refused:
            findings += refused.findings
    if findings:
        raise Refused(findings)
