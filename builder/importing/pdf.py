"""PDF: the text layer, read with `pypdfium2`, its lines arranged by `pdf_layout`."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from builder.errors import Refused, problem
from builder.importing.pdf_layout import Line, blocks_of_lines
from builder.importing.raw import RawDocument, RawPage

_MOST_PAGES = 5_000
_LEAST_CHARACTERS = 12
"""A page with fewer characters has no text to speak of."""
_HYPHENS = (2, 0xFFFE)
_OCR = (
    "Make a text layer first, for example with `ocrmypdf scan.pdf text.pdf` (free, offline), "
    "and give that file."
)


def read(data: bytes, name: str) -> RawDocument:
    """Read a PDF; see `read_bytes` in the package for what it raises."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Refused([_why(str(error), name)]) from error
    try:
        count = len(pdf)
        if count > _MOST_PAGES:
            what = f"it has {count} pages."
            advice = f"Give at most {_MOST_PAGES} at a time: split the file."
            raise Refused([problem("import-size", name, 0, what, advice)])
        lines = [list(_page_lines(pdf, index)) for index in range(count)]
        labels = [_label(pdf, index) for index in range(count)]
        title = str(pdf.get_metadata_dict().get("Title", ""))
    finally:
        pdf.close()
    textless = sum(sum(len(line.text) for line in page) < _LEAST_CHARACTERS for page in lines)
    if not count or textless == count:
        what = f"none of its {count} pages has text: it is a scan or holds only pictures."
        raise Refused([problem("import-needs-ocr", name, 0, what, _OCR)])
    pages = tuple(
        RawPage(tuple(blocks), label)
        for blocks, label in zip(blocks_of_lines(lines), labels, strict=True)
    )
    return RawDocument(name, "pdf", pages, "" if _is_file_name(title) else title.strip())


def _why(message: str, name: str) -> Any:
    """Return why `pypdfium2` could not open a file."""
    if "password" in message.lower() or "security" in message.lower():
        what, advice = "the PDF is encrypted.", "Open it with its password and save it without."
        return problem("import-encrypted", name, 0, what, advice)
    what, advice = "the PDF is damaged.", "Download it again, or print it to a new PDF."
    return problem("import-damaged", name, 0, what, advice)


def _is_file_name(title: str) -> bool:
    """Say whether the declared title is what a program made of the name of a file."""
    return bool(title) and (" " not in title.strip() or title.startswith("Microsoft Word"))


def _label(pdf: Any, index: int) -> str:
    """Return the label that the file gives a page, else its place from 1."""
    try:
        label = str(pdf.get_page_label(index)).strip()
    except Exception:  # a label that cannot be decoded is none
        label = ""
    return label or str(index + 1)


def _page_lines(pdf: Any, index: int) -> Iterator[Line]:
    """Yield the lines of a page as the file orders them."""
    import pypdfium2
    import pypdfium2.raw as raw

    try:
        page = pdf[index]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return
    try:
        width, height = page.get_size()
        count = text.count_chars()
        yield from _lines(raw, text.raw, count, width or 1.0, height or 1.0)
    finally:
        text.close()
        page.close()


def _lines(raw: Any, text: Any, count: int, width: float, height: float) -> Iterator[Line]:
    """Yield runs of characters between the breaks that `pdfium` sets, with box and size."""
    start = 0
    letters: list[str] = []
    for at, code in enumerate([*_codes(raw, text, count), 10]):
        if code in _HYPHENS:  # a hyphen that pdfium found at the end of a line
            letters.append("-")
        if code in (10, 13, *_HYPHENS):
            if "".join(letters).strip():
                yield _line(raw, text, start, "".join(letters), width, height)
            start, letters = at + 1, []
        else:
            letters.append(chr(code) if code < 0x110000 else "")


def _codes(raw: Any, text: Any, count: int) -> list[int]:
    """Return the character codes of a page: all at once, if that gives as many as there are."""
    buffer = (ctypes.c_ushort * (count + 1))()
    raw.FPDFText_GetText(text, 0, count, buffer)
    codes = list(buffer)[:count]
    if 0 in codes or any(0xD800 <= code < 0xE000 for code in codes):
        codes = [raw.FPDFText_GetUnicode(text, at) for at in range(count)]
    return codes


def _line(raw: Any, text: Any, start: int, letters: str, width: float, height: float) -> Line:
    """Return the line with its box, found at its first and last visible characters."""
    visible = [i for i, letter in enumerate(letters) if not letter.isspace()]
    first, last = start + visible[0], start + visible[-1]
    middle = start + visible[len(visible) // 2]
    left, _, bottom, top = _box(raw, text, first)
    _, right, end_bottom, end_top = _box(raw, text, last)
    size = float(raw.FPDFText_GetFontSize(text, middle)) or abs(top - bottom)
    weight = int(raw.FPDFText_GetFontWeight(text, middle))
    return Line(
        letters.strip(),
        left / width,
        right / width,
        1 - max(top, end_top) / height,
        1 - min(bottom, end_bottom) / height,
        round(size, 1),
        weight >= 600,
    )


def _box(raw: Any, text: Any, index: int) -> tuple[float, float, float, float]:
    """Return left, right, bottom and top of the place of a letter, ascent and descent included."""
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box))
    return box.left, box.right, box.bottom, box.top
