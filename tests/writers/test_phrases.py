"""Small wordings."""

from __future__ import annotations

import pytest

from builder.writers.phrases import citation, count, date, hours, occasion, pages
from small_course import course


@pytest.mark.parametrize(
    ("page", "shown"),
    [("38", "p. 38"), ("38–39", "pp. 38–39"), ("19, 21", "pp. 19, 21"), ("address", "address")],
)
def test_pages(page: str, shown: str) -> None:
    assert pages(page) == shown


@pytest.mark.parametrize(
    ("held", "shown"),
    [
        ("2006-03-05", "5 March 2006"),
        ("2006-03", "March 2006"),
        ("2006", "2006"),
        ("", ""),
        ("2006-13-05", "2006-13-05"),
        ("spring 2006", "spring 2006"),
    ],
)
def test_date(held: str, shown: str) -> None:
    assert date(held) == shown


def test_counts() -> None:
    assert [count(1, "item"), count(2, "item")] == ["1 item", "2 items"]
    assert [hours(1), hours(18), hours(1.5)] == ["1 hour", "18 hours", "1.5 hours"]


def test_source() -> None:
    extract = course().modules[0].extract
    assert occasion(extract) == "Workshop, 15 March 2006"
    assert citation(extract).endswith("(2006–2008), pp. 12–15")
