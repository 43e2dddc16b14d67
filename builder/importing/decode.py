"""Bytes to text: UTF-8 and UTF-16 by their marks, anything else by its statistics."""

from __future__ import annotations

import codecs
import re

from builder.errors import Refused, problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 200_000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_BREAKS = re.compile(r"\r\n?|[\x85\u2028\u2029]")


def decode(data: bytes, name: str) -> str:
    """Return the text of `data` with bare line feeds and without control characters.

    Raises:
        Refused: the bytes are not text in an encoding that can be told.
    """
    text = _BREAKS.sub("\n", _text(data, name))
    controls = len(_CONTROL.findall(text[:_SAMPLE]))
    if controls > max(20, len(text[:_SAMPLE]) // 50):
        _refuse(name)
    return _CONTROL.sub("", text)


def _text(data: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        _refuse(name)
    return data.decode(best.encoding, errors="replace")


def _refuse(name: str) -> None:
    advice = "Save it as plain text (UTF-8), or give the PDF, Word or HTML file that it was."
    raise Refused([problem("import-encoding", name, 0, "this is not text.", advice)])
