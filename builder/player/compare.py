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
_RUN = re.compile(r"[+-]? ?(?:\d[\d.,' ]*|\.\d+)")
_WORD = re.compile(r"[^\W\d_]+|[%$€£]")
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
    clean = re.sub(r"[\u2212\u2013]", "-", re.sub(r"\u2019", "'", clean))
    clean = re.sub(r"\s+", " ", clean)
    runs = _RUN.findall(clean)
    words = _WORD.findall(_RUN.sub(" ", clean, count=1))
    if len(runs) != 1 or re.search(r"\d", _RUN.sub(" ", clean, count=1)):
        return None
    value = _value(runs[0])
    known = set(_WORD.findall(unicodedata.normalize("NFKC", unit).lower()))
    for word in words:
        if word in known or word in _PERCENT or word in "$€£":
            continue
        if value is None or word not in SCALES:
            return None
        value *= SCALES[word]
    return value


def near(value: float, answer: float, tolerance: float) -> bool:
    """Whether `value` is right: within the tolerance, rounding of the computer aside."""
    return abs(value - answer) <= tolerance + _ROUNDING * max(1.0, abs(answer))


def _western(character: str) -> str:
    """Return digits of other scripts that are common on keyboards as 0 to 9."""
    code = ord(character)
    for zero in (0x660, 0x6F0, 0x966):
        if zero <= code < zero + 10:
            return chr(ord("0") + code - zero)
    return character


def _value(run: str) -> float | None:
    """Return the number that digits with separators mean, or None where they are in disorder."""
    text = run.replace(" ", " ").strip().rstrip(".,'").strip()
    sign = -1.0 if text.startswith("-") else 1.0
    text = text.lstrip("+-").strip()
    if "." in text and "," in text:
        point = max(text.rfind("."), text.rfind(","))
        whole, decimals = text[:point], text[point + 1 :]
    elif re.fullmatch(r"\d{1,3}(,\d{3})+|[^,.]*", text):
        whole, decimals = text, ""
    else:
        whole, _, decimals = text.replace(",", ".").partition(".")
    grouped = re.fullmatch(r"\d+|\d{1,3}([,.' ])\d{3}(?:\1\d{3})*|", whole)
    if not grouped or not re.fullmatch(r"\d*", decimals) or not whole + decimals:
        return None
    digits = re.sub(r"[^\d]", "", whole) or "0"
    return sign * float(f"{digits}.{decimals or '0'}")
