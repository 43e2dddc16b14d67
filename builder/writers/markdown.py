"""Source text as inert Markdown: whatever it contains, it reads as the plain text it is.

The text may stand anywhere in a line of CommonMark, GitHub's Markdown, JupyterLab's or MyST with
all of its extensions: in a paragraph, a heading, a list, a table cell, at the start or the end.
Only what could be taken for markup is marked, so that generated pages stay readable as text.
"""

from __future__ import annotations

import re
import unicodedata

_BLANKS = re.compile(r"[^\S\u00a0\u2007\u202f]+")
"""Blanks and line breaks, but not the blanks that hold a number and its unit together."""

_ALWAYS = r"[`*_{}\[\]<#|~$]"
_ENTITY = r"&(?=#?\w+;)"
# Links that are made of bare addresses: http://…, www.example.org, name@example.org.
_ADDRESS = r"/(?=/)|(?<=\w)\.(?=[^\W\d_]{2})|(?<=\S)@(?=\S)"
# A list, a quotation, a heading underlined, a comment, a definition, a target "(name)=".
_OPENING = r"^[-+=>:%]|(?<=^\d)[.)]|(?<=^\d\d)[.)]|^\((?=.*\)=)"
_LONG_NUMBER = re.compile(r"^(\d{3,9})([.)])")
_MARKUP = re.compile("|".join((_ALWAYS, _ENTITY, _ADDRESS, _OPENING)))


def escape(text: str) -> str:
    r"""Return `text` as Markdown of a single line that shows exactly this text.

    Blanks and line breaks become single spaces; control characters are dropped. A backslash
    becomes an entity, because JupyterLab takes even an escaped `\(` for mathematics.
    """
    plain = _BLANKS.sub(" ", "".join(filter(_printable, text))).strip()
    marked = _MARKUP.sub(r"\\\g<0>", plain.replace("\\", "\0"))
    return _LONG_NUMBER.sub(r"\1\\\2", marked).replace("\0", "&#92;")


def _printable(character: str) -> bool:
    """Whether it may stand in a text file: no control character but blanks, no half a pair."""
    return character.isspace() or unicodedata.category(character) not in ("Cc", "Cs")
