"""Readers of raw documents. One format, one file, one line in `READERS`.

A reader is a function `read(data, name) -> RawDocument`. It gets the bytes of the file, so that it
can write nowhere and follow no link, and raises `Refused` with one clear problem.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from builder.errors import Refused, problem
from builder.importing.raw import BlockKind, RawBlock, RawDocument, RawPage
from builder.importing.sniff import sniff

__all__ = ["READERS", "BlockKind", "RawBlock", "RawDocument", "RawPage", "read_bytes", "read_raw"]

Reader = Callable[[bytes, str], RawDocument]

READERS: dict[str, str] = {
    "text": "builder.importing.text:read",
    "markdown": "builder.importing.markdown:read",
    "html": "builder.importing.html:read",
    "pdf": "builder.importing.pdf:read",
    "docx": "builder.importing.docx:read",
    "transcript": "builder.importing.transcript:read",
}
"""Format to the dotted path of its reader, which is imported on use."""

SUFFIXES: dict[str, str] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".vtt": "transcript",
    ".srt": "transcript",
}
"""Suffix to format; what a file holds goes before what its name says."""

MAX_BYTES = 300_000_000


def read_raw(path: Path) -> RawDocument:
    """Read the document at `path`.

    Raises:
        Refused: it cannot be read, or nothing in it is text.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            what = f"the file is larger than {MAX_BYTES // 1_000_000} MB."
            raise Refused([problem("import-size", path.name, 0, what, "Split it into parts.")])
        data = path.read_bytes()
    except OSError as error:
        what = f"the file cannot be read ({error.strerror or error})."
        advice = "Check the path and the permissions."
        raise Refused([problem("import-missing", path.name, 0, what, advice)]) from error
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> RawDocument:
    """Read a document from its bytes; `name` is that of its file.

    Raises:
        Refused: it is empty, damaged, encrypted, of an unknown format, or has no text.
    """
    if not data.strip():
        advice = "Download or save it again; if it was a scan, it needs OCR first."
        raise Refused([problem("import-empty", name, 0, "the file is empty.", advice)])
    kind = sniff(data, name, SUFFIXES.get(Path(name).suffix.lower(), ""))
    module, function = READERS[kind].split(":")
    reader: Reader = getattr(import_module(module), function)
    document = reader(data, name)
    if not any(block.text.strip() for _, block in document.blocks()):
        advice = "Give a file that holds the text itself."
        raise Refused([problem("import-no-text", name, 0, "the file holds no text.", advice)])
    return document
