"""Data and template to PDF: tagged, accessible, and the same bytes each time."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import typst

from builder.errors import Refused, problem
from builder.writers.handouts.fonts import FAMILIES, FontSet

TEMPLATES = Path(__file__).parent


class Typesetter:
    """Sets documents with one set of fonts."""

    def __init__(self, fonts: FontSet) -> None:
        """Take the fonts; nothing else is looked for on this machine."""
        self._fonts = fonts
        self._found = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[*fonts.folders],
        )
        self._compilers: dict[str, typst.Compiler] = {}

    def digest(self, template: str, data: Any) -> str:
        """Return what a PDF depends on as a short text: data, templates, fonts and compiler."""
        parts = (version("typst"), _templates(), self._fonts.digest, template, self._text(data))
        return hashlib.sha256("\0".join(parts).encode("utf-8")).hexdigest()

    def pdf(self, template: str, data: Any) -> bytes:
        """Return the document that `template` makes of plain `data`, conforming to PDF/UA-1.

        Raises:
            Refused: the compiler does not accept it.
        """
        compiler = self._compilers.get(template)
        if compiler is None:
            compiler = typst.Compiler(
                str(TEMPLATES / f"{template}.typ"), root=str(TEMPLATES), font_paths=self._found
            )
            self._compilers[template] = compiler
        try:
            made = compiler.compile(
                format="pdf", pdf_standards="ua-1", sys_inputs={"data": self._text(data)}
            )
        except typst.TypstError as error:
            what = f"it cannot be typeset ({error.message})."
            advice = "The other files are as they were. Report it with the text that is at fault."
            raise Refused([problem("handout-not-set", template, 0, what, advice)]) from error
        assert isinstance(made, bytes)
        return made

    def _text(self, data: Any) -> str:
        fallback = [*self._fonts.extra, *FAMILIES]
        return json.dumps({"fallback": fallback, **data}, ensure_ascii=False, sort_keys=True)


@cache
def _templates() -> str:
    """Return the templates, one after the other."""
    return "\0".join(path.read_text("utf-8") for path in sorted(TEMPLATES.glob("*.typ")))
