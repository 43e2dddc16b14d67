"""The fonts of the handouts, and what they cannot show.

The fonts come with the program, as packages of openly licensed families; those of the system are
not used, so that a course looks the same everywhere. People add their own in `course/fonts/`.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import typst

from builder.errors import Refused, problem
from builder.model import Finding

FOLDER = Path("course", "fonts")
PACKAGES = ("fontpkg_source_sans_3", "fontpkg_source_serif_4", "fontpkg_noto_sans_arabic")
FAMILIES = ("Source Sans 3", "Source Serif 4", "Noto Sans Arabic")
"""Families that stand in, in this order, for what the first choice does not have."""

STAND_IN = "□"
"""Printed for a character that no font has."""

_LONG = 28
"""Characters of a word from which it may break anywhere."""
_BREAK = "\N{ZERO WIDTH SPACE}"
_BLANKS = {ord(c): " " for c in "\t\n\r\v\f\x85\u1680\u2028\u2029"}
_DROPPED = ("Cc", "Cs", "Co", "Cn")
"""Categories of what is no text."""
_UNSEEN = "\u00ad\u180e\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff"
"""Hints for breaking lines and for direction, which the typesetter finds itself."""


@dataclass(frozen=True)
class FontSet:
    """Files of fonts, and what they can show."""

    files: tuple[Path, ...]
    extra: tuple[str, ...]
    """Families of people's own fonts."""
    coverage: tuple[frozenset[int], ...]
    """The characters that each file has."""
    digest: str
    """Changes when a font does."""

    @property
    def folders(self) -> list[str]:
        """Where the files are."""
        return list(dict.fromkeys(str(path.parent) for path in self.files))

    def clean(self, data: Any, missing: set[str]) -> Any:
        """Return plain data with all its text as it can be set.

        Control characters are dropped, very long words may break, and what no font has becomes
        `STAND_IN`; those characters are added to `missing`.
        """
        if isinstance(data, str):
            return _breakable("".join(self._shown(data, missing)))
        if isinstance(data, dict):
            return {name: self.clean(value, missing) for name, value in data.items()}
        if isinstance(data, list):
            return [self.clean(value, missing) for value in data]
        return data

    @cached_property
    def _plain(self) -> frozenset[str]:
        """Characters that can be set as they are, whatever stands beside them."""
        shown = map(chr, frozenset().union(*self.coverage))
        return frozenset(
            c
            for c in shown
            if unicodedata.category(c)[0] not in "CM" and (c == " " or not c.isspace())
        )

    def _shown(self, text: str, missing: set[str]) -> Iterator[str]:
        if self._plain.issuperset(text) and unicodedata.is_normalized("NFC", text):
            yield text
            return
        base = 0
        for character in unicodedata.normalize("NFC", text).translate(_BLANKS):
            code, category = ord(character), unicodedata.category(character)
            if category in _DROPPED or character in _UNSEEN:
                continue
            if category[0] != "M":
                base = code
            # A mark has to be in the font of the letter that it stands on.
            if character.isspace() or any({base, code} <= font for font in self.coverage):
                yield character
            elif category != "Cf":
                missing.add(character)
                if category[0] != "M":
                    yield STAND_IN


def _breakable(text: str) -> str:
    """Let words that may be wider than a line break after every few characters."""
    if len(text) <= _LONG:
        return text
    words = text.split(" ")
    return " ".join(_broken(word) if len(word) > _LONG else word for word in words)


def _broken(word: str) -> str:
    return _BREAK.join(word[i : i + 8] for i in range(0, len(word), 8))


def load_fonts(root: Path | None) -> FontSet:
    """Return the fonts of the program and those in `course/fonts/` of the course at `root`.

    Raises:
        Refused: a package of fonts is not installed, or a file is not a font.
    """
    own = sorted((root.resolve() / FOLDER).rglob("*")) if root else []
    added = tuple(path for path in own if path.suffix.lower() in (".ttf", ".otf"))
    return _font_set(tuple(_packaged()), added)


def _packaged() -> Iterator[Path]:
    for name in PACKAGES:
        spec = find_spec(name)
        if spec is None or not spec.origin:
            advice = "Install the program again, or the package by its name."
            package = name.replace("_", "-")
            raise Refused(
                [problem("fonts-missing", package, 0, "this package of fonts is missing.", advice)]
            )
        yield from sorted((Path(spec.origin).parent / "files").glob("*.[to]tf"))


@cache
def _font_set(packaged: tuple[Path, ...], added: tuple[Path, ...]) -> FontSet:
    files = (*packaged, *added)
    families = _families(files)
    digest = hashlib.sha256()
    for path in files:
        if path not in families:
            raise Refused([_unreadable(path)])
        digest.update(path.read_bytes())
    extra = tuple(dict.fromkeys(families[path] for path in added))
    coverage = tuple(dict.fromkeys(_characters(path) for path in files))
    return FontSet(files, extra, coverage, digest.hexdigest())


def _families(files: tuple[Path, ...]) -> dict[Path, str]:
    """Return the family of each file, as far as the typesetter can use it."""
    folders: list[Any] = sorted({str(path.parent) for path in files})
    found = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=folders
    )
    return {Path(font.path): font.family for font in found.fonts() if font.path}


def _characters(path: Path) -> frozenset[int]:
    """Return the characters that a font has."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(path, lazy=True) as font:
            return frozenset(font.getBestCmap() or ())
    except (TTLibError, KeyError, OSError) as error:
        raise Refused([_unreadable(path)]) from error


def _unreadable(path: Path) -> Finding:
    advice = "Replace it by a TrueType or OpenType font, or delete it."
    where = (FOLDER / path.name).as_posix()
    return problem("font-unreadable", where, 0, "the handouts cannot use this font.", advice)
