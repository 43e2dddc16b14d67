"""Putting files in place: whole, and only if they change."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def put(path: Path, content: str | bytes) -> Path:
    """Make `content` the content of `path`, creating folders; return `path`.

    A file that has this content already is not touched. Otherwise it is replaced in one step, so
    that nobody ever sees a half of it. Text is written as UTF-8 with bare line feeds.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    if path.is_file() and path.read_bytes() == data:
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        # mkstemp makes private files; these are as public as any other of the course.
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(name, 0o666 & ~umask)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
    return path
