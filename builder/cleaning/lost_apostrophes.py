"""Apostrophes that were lost: “the world s”, “don t”, “workers rights”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.cleaning.change import Edit
from builder.cleaning.words import Words

NAME = "lost-apostrophes"
SUMMARY = "Lost apostrophes were put back (the world s → the world's)."

_GENITIVE = re.compile(r"(?<=[^\W\d_]{2}) s(?=[ ,.;:)](?![.)]))")
_NEGATED = re.compile(
    r"\b((?:do|does|did|ca|could|wo|would|is|are|was|were|should|has|have|had|must)n) t\b", re.I
)
_CAN = re.compile(r"\b(can) t\b", re.I)
_SHORTENED = re.compile(r"\b(we|they|you) (re|ve|ll)\b", re.I)
_PLURAL = re.compile(
    r"\b((?:im|e)?migrants|workers|refugees|employers|employees|students|farmers|parents|members|"
    r"victims|citizens|patients|teachers|learners|participants|workers|governments) "
    r"(?=(?:[a-z]+(?:tion|ment|ness|ance|ence)|rights|skills|needs|families|responsibilities|"
    r"organi[sz]ations|contributions|capacities|protections)\b)",
    re.I,
)
_OTHER = frozenset(
    "convention experience influence finance implement complement supplement experiment mention question "
    "function document evidence balance reference petition position".split()
)


def edits(text: str, words: Words) -> Iterator[Edit]:
    """Yield the apostrophes; after a plural, only where what follows can be nothing but owned."""
    found = [(m.start(), m.end(), "'s") for m in _GENITIVE.finditer(text)]
    found += [(m.start(), m.end(), f"{m[1]}'t") for m in _NEGATED.finditer(text)]
    found += [(m.start(), m.end(), f"{m[1]}'t") for m in _CAN.finditer(text)]
    found += [(m.start(), m.end(), f"{m[1]}'{m[2]}") for m in _SHORTENED.finditer(text)]
    found += [
        (m.start(), m.end(), f"{m[1]}' ") for m in _PLURAL.finditer(text) if _owned(text, m)
    ]
    yield from (Edit(*edit) for edit in sorted(found))


def _owned(text: str, match: re.Match[str]) -> bool:
    """Say whether the plural owns what follows: it is neither a verb nor part of a name."""
    after = re.match(r"[A-Za-z]+", text[match.end() :])
    return bool(after and after[0].lower() not in _OTHER)
