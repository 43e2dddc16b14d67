"""Figure: choose the number that is missing from the sentence, among sorted figures."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from builder.drafting.craft import Candidate, Craft, cited
from builder.drafting.rules.figure_number import gapped
from builder.model import Bloom, Choice, Figure, Option

_FACTORS = ((0.4, 0.7), (0.6, 1.6), (1.5, 2.2))
"""Lures below, around and above the key, so that its place in the order tells nothing."""


def draft(craft: Craft) -> Iterator[Candidate]:
    """One choice for each figure that has round rivals on a like scale."""
    points = craft.analysis.of(Figure)
    for point in points:
        lures = _lures(point, [p.value for p in points if p.unit == point.unit])
        if len(lures) < 2:
            continue
        quoted = cited(craft.reference(point.sentence))
        item = craft.item(
            Choice,
            "figure-choice",
            (point,),
            stem=f"Which figure completes the statement “{gapped(point)}”?",
            options=(
                Option(text=point.written, key=True, rationale=f"The text says so: {quoted}."),
                *(
                    Option(text=text, rationale=f"The text says {point.written}: {quoted}.")
                    for text in lures
                ),
            ),
            rationale=f"The text says so: {quoted}.",
            bloom=Bloom.REMEMBER,
        )
        yield Candidate(item, (point,), "figures", (point.unit,), 0.5)


def _lures(point: Figure, taken: list[float]) -> list[str]:
    """Two figures written like the key, on sides that the sentence decides."""
    digest = hashlib.sha256(point.sentence.text.encode()).digest()[0]
    found: list[str] = []
    for factor in _FACTORS[digest % 3]:
        value = point.value * factor
        if point.unit == "per cent" and value >= 100:
            value = (point.value + 100) / 2
        text = _written_like(value, point.written)
        number = float(text.replace(",", "").replace(" ", ""))
        if number > 0 and all(abs(number - t) > 0.1 * point.value for t in (*taken, point.value)):
            found.append(text)
    return found


def _written_like(value: float, written: str) -> str:
    """The value with the decimals, roundness and separators of `written`."""
    digits = written.replace(",", "").replace(" ", "")
    if "." in digits:
        return f"{value:.{len(digits.split('.')[1])}f}"
    zeros = len(digits) - len(digits.rstrip("0"))
    number = round(value / 10**zeros) * 10**zeros
    separator = "," if "," in written else " " if " " in written else ""
    return f"{number:,}".replace(",", separator)
