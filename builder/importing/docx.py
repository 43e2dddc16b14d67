"""Word documents: `mammoth` makes HTML of them, with styles, lists, tables and footnotes.

Deleted text of tracked changes is left out, inserted text stays; pictures are left out.
"""

from __future__ import annotations

import io
import re
import zipfile

from builder.errors import Refused, problem
from builder.importing.html import document_of_html
from builder.importing.raw import RawDocument

_MOST = 400_000_000
_MOST_PART = 150_000_000
_RATIO = 150
_SMALL = 20_000_000
"""A part of fewer bytes may be packed as tightly as it likes."""
_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh"


def read(data: bytes, name: str) -> RawDocument:
    """Read a Word document; see `read_bytes` in the package for what it raises."""
    _check_parts(data, name)
    import mammoth

    try:
        result = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(lambda image: {}),
            external_file_access=False,
        )
    except Exception as error:
        # Whatever a damaged file makes the library stumble over, the advice is the same.
        what = "the Word document is damaged."
        advice = "Open it in Word or LibreOffice, and save it anew as .docx."
        raise Refused([problem("import-damaged", name, 0, what, advice)]) from error
    return document_of_html(str(result.value), name, "docx")


def _check_parts(data: bytes, name: str) -> None:
    """Refuse a bomb: parts that swell when unpacked, or define entities.

    Raises:
        Refused: the parts are too large, or not what Word writes.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for part in archive.infolist():
                swelling = part.file_size > max(_SMALL, _RATIO * max(part.compress_size, 1))
                if part.file_size > _MOST_PART or swelling:
                    _refuse_size(name, part.filename)
                if part.flag_bits & 1:
                    what, advice = "the file is encrypted.", "Save it without a password."
                    raise Refused([problem("import-encrypted", name, 0, what, advice)])
            if sum(part.file_size for part in archive.infolist()) > _MOST:
                _refuse_size(name, "the whole")
            for part in archive.infolist():
                if part.filename.endswith((".xml", ".rels")):
                    head = archive.open(part).read(4096)
                    if re.search(rb"<!(?:DOCTYPE|ENTITY)", head):
                        what = f"{part.filename} defines entities, which Word never does."
                        advice = "Save it anew with Word or LibreOffice."
                        raise Refused([problem("import-damaged", name, 0, what, advice)])
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, RuntimeError,
            zipfile.zlib.error) as error:  # type: ignore[attr-defined] # fmt: skip
        advice = "Download it again, or save it anew."
        raise Refused([problem("import-damaged", name, 0, "the file is damaged.", advice)]) from (
            error
        )


def _refuse_size(name: str, part: str) -> None:
    what = f"it unpacks to far more than a text needs ({part})."
    advice = "Save the text alone, without pictures and attachments, as .docx or plain text."
    raise Refused([problem("import-size", name, 0, what, advice)])
