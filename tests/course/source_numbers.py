"""Numbers in running text: digits, words and scales, compared by what they amount to."""

from __future__ import annotations

import re
from dataclasses import dataclass

UNITS = {w: n for n, w in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen".split())}
ORDINALS = {w: n for n, w in enumerate(
    "first second third fourth fifth sixth seventh eighth ninth".split(), 1)}
TENS = {w: 10 * n for n, w in enumerate(
    "twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "bn": 1e9,
          "bio": 1e9, "mio": 1e6, "trillion": 1e12}
_ONES = "|".join(list(UNITS)[1:10])
_SCALE = r"(?:hundred|thousand|million|billion|trillion|bn|bio|mio)"
NUMBER = re.compile(
    r"(?P<digits>\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?)"
    r"(?P<comma>(?<=\d),\d{1,2}(?!\d))?(?:st|nd|rd|th|s)?"
    rf"(?P<s1>(?:[\s-]+{_SCALE}\b)*)(?P<p1>[\s-]*(?:%|per\s?cent))?"
    rf"|\b(?P<tens>{'|'.join(TENS)})(?:[\s-]+(?P<ones>(?:{_ONES}|{'|'.join(ORDINALS)})\b))?"
    rf"(?P<s2>(?:[\s-]+{_SCALE}\b)*)(?P<p2>[\s-]*(?:%|per\s?cent))?"
    rf"|\b(?P<unit>{'|'.join(sorted(UNITS, key=len, reverse=True))}|an?(?=\s+{_SCALE})"
    rf"|half\s+an?(?=\s+{_SCALE}))\b"
    rf"(?P<s3>(?:[\s-]+{_SCALE}\b)*)(?P<p3>[\s-]*(?:%|per\s?cent))?", re.I)

RANGE = re.compile(r"\s*(,|,?\s*(and|or|to)|[-–—])?\s*(US?\W?)?[$€]?\s*")


@dataclass
class Number:
    """A number in a text with the readings it allows: (value, "%" or "")."""

    start: int
    end: int
    raw: str
    readings: set[tuple[float, str]]
    plain_word: bool  # written as a bare word, such as "three"


def numbers(text: str) -> list[Number]:
    """All numbers, spelled out or not; in "20 to 30 per cent" the 20 may be a percentage."""
    found: list[Number] = []
    scales: list[tuple[float, str]] = []
    for m in NUMBER.finditer(text):
        value = _value(m)
        factor = 1.0
        for word in re.findall(r"[a-z]+", (m["s1"] or m["s2"] or m["s3"] or "").lower()):
            factor *= SCALES[word]
        unit = "%" if m["p1"] or m["p2"] or m["p3"] else ""
        scales.append((factor, unit))
        found.append(Number(m.start(), m.end(), m[0].strip(), {(round(value * factor, 6), unit)},
                            not m["digits"] and factor == 1 and not unit and value <= 12))
    for i in range(len(found) - 2, -1, -1):
        gap = text[found[i].end:found[i + 1].start]
        if scales[i] == (1.0, "") and RANGE.fullmatch(gap):
            (value, _), (factor, unit) = next(iter(found[i].readings)), scales[i + 1]
            found[i].readings.add((round(value * factor, 6), unit))
            scales[i] = scales[i + 1]
    return found


def _value(m: re.Match[str]) -> float:
    if m["digits"]:
        digits = re.sub(r"[,\u00a0\u202f\u2009]", "", m["digits"])
        return float(digits + (m["comma"] or "").replace(",", "."))
    if m["tens"]:
        ones = (m["ones"] or "zero").lower()
        return float(TENS[m["tens"].lower()] + UNITS.get(ones, ORDINALS.get(ones, 0)))
    word = m["unit"].lower()
    return 0.5 if word.startswith("half") else float(UNITS.get(word, 1))
