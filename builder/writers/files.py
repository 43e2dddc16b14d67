"""Putting files in place: whole, and only if they change."""

from __future__ import annotations

from pathlib import Path

from builder.store.files import write_if_changed


def put(path: Path, content: str | bytes) -> Path:
    """Make `content` the content of `path`, creating folders; return `path`.

    A file that has this content already is not touched; otherwise it is replaced in one step.
    Text is written as UTF-8 with bare line feeds.
    """
    write_if_changed(path, content.encode("utf-8") if isinstance(content, str) else content)
    return path
