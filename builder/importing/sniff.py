"""Which format a file has: its first bytes decide, its name only where they do not."""

from __future__ import annotations

import io
import re
import zipfile

from builder.errors import Refused, problem

_HTML = re.compile(
    rb"(?is)\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,4000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body)\b"
)
_CUE = re.compile(rb"(?m)^\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{3}\s*-->")
_CODE = re.compile(rb"\s*[\[(]?(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d+)?[\])]?(?:\s|$)")

_FOREIGN = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or encrypted Office file",
     "Open it (with its password), and save it as .docx or .pdf."),
    (b"{\\rtf", "a Rich Text file", "Save it as .docx, .pdf or plain text."),
    (b"\x89PNG", "a picture", "Scans need OCR first; `ocrmypdf` makes a PDF with text of them."),
    (b"\xff\xd8\xff", "a picture",
     "Scans need OCR first; `ocrmypdf` makes a PDF with text of them."),
    (b"II*\x00", "a picture", "Scans need OCR first; `ocrmypdf` makes a PDF with text of them."),
    (b"\x1f\x8b", "a compressed file", "Unpack it, and give the documents that it holds."),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file", "Unpack it, and give what it holds."),
    (b"\x7fELF", "a program", "Give a document."),
    (b"MZ\x90", "a program", "Give a document."),
)  # fmt: skip


def sniff(data: bytes, name: str, by_name: str) -> str:
    """Return the format of a file as `READERS` names it.

    Raises:
        Refused: it is something that cannot be read, such as a picture.
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return _zipped(data, name)
    for mark, what, advice in _FOREIGN:
        if data.startswith(mark):
            raise Refused([problem("import-format", name, 0, f"this is {what}.", advice)])
    head = data[:8192]
    if _HTML.match(head):
        return "html"
    if head.lstrip(b"\xef\xbb\xbf").startswith(b"WEBVTT") or _CUE.search(head):
        return "transcript"
    if by_name in ("", "text") and _is_timed(head):
        return "transcript"
    if by_name in ("pdf", "docx"):
        what = f"the name says {by_name.upper()}, but the content is not."
        advice = "The file is damaged or was renamed: download it again, or correct the name."
        raise Refused([problem("import-damaged", name, 0, what, advice)])
    return by_name or "text"


def _is_timed(head: bytes) -> bool:
    """Say whether many lines of a text begin with a time code."""
    lines = [line for line in head.split(b"\n")[:60] if line.strip()]
    return len(lines) >= 4 and sum(bool(_CODE.match(line)) for line in lines) >= 0.3 * len(lines)


def _zipped(data: bytes, name: str) -> str:
    try:
        names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        advice = "Download it again, or save it anew from the program that made it."
        raise Refused([problem("import-damaged", name, 0, "the file is damaged.", advice)]) from (
            error
        )
    if "word/document.xml" in names:
        return "docx"
    kinds = {"ppt/presentation.xml": "a presentation", "xl/workbook.xml": "a spreadsheet"}
    what = next((kind for part, kind in kinds.items() if part in names), "a ZIP archive")
    advice = "Save the text as .docx, .pdf or plain text; unpack archives first."
    raise Refused([problem("import-format", name, 0, f"this is {what}.", advice)])
