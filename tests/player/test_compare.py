"""What learners type, compared with what is right."""

from __future__ import annotations

import pytest

from builder.player.compare import read_number, right_number, same_text

NUMBERS = [
    ("1234.5", 1234.5), ("1,234.5", 1234.5), ("1 234,5", 1234.5), ("1.234,5", 1234.5),
    ("1 234", 1234), ("1\u202f234", 1234), ("1'234", 1234), ("1’234’567", 1234567),
    ("1,234", 1234), ("1,5", 1.5), ("1.234", 1.234), ("1.234.567", 1234567), ("12 %", 12),
    ("12%", 12), ("12 per cent", 12), (".5", 0.5), ("0,75", 0.75), ("12.", 12), ("-3", -3),
    ("−3", -3), ("+7", 7), ("$ 5", 5), ("1.2 billion", 1.2e9), ("300 million", 3e8),
    ("٣٤", 34), ("１２", 12), (" 34 ", 34), ("1,234,567.89", 1234567.89),
]  # fmt: skip
NO_NUMBERS = ["", " ", "many", "12 34", "1,23,4", "5-10", "2006-03", "1e6", "12 apples", "--",
              "1.2.3", "1,234,5", "12,34.5", "½", "ten"]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_numbers(text: str, value: float) -> None:
    assert read_number(text) == pytest.approx(value)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_no_numbers(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "unit", "right"),
    [
        ("34", "countries", True),
        ("34 countries", "countries", True),
        ("34 apples", "countries", False),
        ("USD 167 billion", "USD billion", True),
        ("167", "USD billion", True),
        ("167,000,000,000", "USD billion", True),
        ("167 million", "USD billion", False),
        ("167000 million", "USD billion", True),
        ("20%", "per cent", True),
    ],
)
def test_units(text: str, unit: str, right: bool) -> None:
    answer = {"countries": 34, "USD billion": 167, "per cent": 20}[unit]
    assert right_number(text, answer, unit, 0) is right


@pytest.mark.parametrize(
    ("text", "tolerance", "right"),
    [("20", 0, True), ("20.1", 0, False), ("19", 1, True), ("21", 1, True), ("21.1", 1, False),
     ("0.3", 0, False)],
)  # fmt: skip
def test_tolerance(text: str, tolerance: float, right: bool) -> None:
    assert right_number(text, 20, "", tolerance) is right


def test_rounding_of_the_computer_is_no_error() -> None:
    assert right_number("0.3", 0.1 + 0.2, "", 0)


@pytest.mark.parametrize(
    ("given", "accepted"),
    [
        ("brain drain", "Brain drain"),
        ("the brain drain", "brain drain"),
        ("a remittance", "Remittance"),
        ("Cote d'Ivoire", "Côte d’Ivoire"),
        ("co-operation", "cooperation"),
        (" Mode-4. ", "mode 4"),
        ("UN", "U.N."),
        ("ÉMIGRÉ", "émigré"),
        ("%", "%"),
    ],
)
def test_same_text(given: str, accepted: str) -> None:
    assert same_text(given, accepted)


@pytest.mark.parametrize(
    ("given", "accepted"),
    [("brain gain", "brain drain"), ("", "brain drain"), ("%", "$"), ("Mode 3", "Mode 4"),
     ("theory", "ory"), ("an", "a")],
)  # fmt: skip
def test_other_text(given: str, accepted: str) -> None:
    assert not same_text(given, accepted)
