"""How what a learner types is compared: as `player.js` does it, so change both together."""

from __future__ import annotations

import re
import unicodedata

SCALES = {
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
}
_ARTICLES = ("the ", "a ", "an ")
_RUN = re.compile(r"[+-]? ?(?:[0-9][0-9.,' ]*|\.[0-9]+)")
_WORD = re.compile("[a-z\u00c0-\u1fff\u2c00-\ud7ff]+|[%$€£]")
_GROUPED = re.compile(r"[0-9]+|[0-9]{1,3}([,.' ])[0-9]{3}(?:\1[0-9]{3})*|")
_WHOLE = re.compile(r"[0-9]{1,3}(?:(?:,[0-9]{3})+|(?:\.[0-9]{3}){2,})|[^,.]*")
_PERCENT = ("%", "per", "cent", "percent")
_ROUNDING = 1e-9
"""Share of a number by which floating point may be off."""


def plain(text: str) -> str:
    """Return what of `text` counts in a comparison.

    Letters and digits without case, accents, punctuation, blanks and a leading article.

    >>> plain(" The Côte-d'Ivoire! ") == plain("cote d’ivoire")
    True
    """
    letters = unicodedata.normalize("NFKD", text).lower()
    kept = "".join(c for c in letters if not unicodedata.category(c).startswith("M"))
    words = "".join(c if unicodedata.category(c)[0] in "LN" else " " for c in kept)
    words = " ".join(words.split())
    for article in _ARTICLES:
        if words.startswith(article):
            words = words[len(article) :]
            break
    return words.replace(" ", "")


def same_text(given: str, accepted: str) -> bool:
    """Whether two texts say the same; signs count where there is nothing else."""
    one, other = plain(given), plain(accepted)
    return one == other if one or other else given.strip() == accepted.strip()


def read_number(text: str, unit: str = "") -> float | None:
    """Return the number that `text` means, or None where it is none.

    Understood are "1,234.5", "1 234", "1234,5", "12 %", "USD 1.2 billion"; of words only those
    of the unit, scales (million …) and signs for percentages and currencies.
    """
    clean = "".join(map(_western, unicodedata.normalize("NFKC", text))).lower()
    clean = re.sub("[\u2212\u2013]", "-", clean.replace("\u2019", "'"))
    clean = re.sub(r"\s+", " ", clean)
    runs, rest = _RUN.findall(clean), _RUN.sub(" ", clean)
    value = _value(runs[0]) if len(runs) == 1 else None
    known = {*_PERCENT, *"$€£", *_WORD.findall(unicodedata.normalize("NFKC", unit).lower())}
    for word in _WORD.findall(rest):
        if word not in known:
            if value is None or word not in SCALES:
                return None
            value *= SCALES[word]
    return value


def right_number(text: str, answer: float, unit: str, tolerance: float) -> bool:
    """Whether `text` means `answer`, within the tolerance and the rounding of the computer.

    Where the unit holds a scale ("USD billion"), the number may be written out as well.
    """
    value = read_number(text, unit)
    if value is None:
        return False
    scale = next((SCALES[word] for word in unit.lower().split() if word in SCALES), 1.0)
    margin = tolerance + _ROUNDING * max(1.0, abs(answer))
    return any(abs(given - answer) <= margin for given in (value, value / scale))


def _western(character: str) -> str:
    """Return digits of other scripts that are common on keyboards as 0 to 9."""
    code = ord(character)
    for zero in (0x660, 0x6F0):
        if zero <= code < zero + 10:
            return chr(ord("0") + code - zero)
    return character


def _value(run: str) -> float | None:
    """Return the number that digits with separators mean, or None where they are in disorder."""
    text = run.strip().rstrip(".,' ")
    sign = -1.0 if text.startswith("-") else 1.0
    text = text.lstrip("+- ")
    point = -1 if _WHOLE.fullmatch(text) else max(text.rfind("."), text.rfind(","))
    whole, decimals = (text, "") if point < 0 else (text[:point], text[point + 1 :])
    if not _GROUPED.fullmatch(whole) or not re.fullmatch("[0-9]*", decimals):
        return None
    if point >= 0 and text[point] in whole:
        return None
    digits = re.sub("[^0-9]", "", whole)
    return sign * float(f"{digits or 0}.{decimals or 0}") if digits or decimals else None
