from __future__ import annotations

import pytest

from evaluation.measures import Share, kappa, wilson


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [(8, 10, 0.490, 0.943), (0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (20, 40, 0.352, 0.648)],
)
def test_wilson_gives_published_limits(count: int, of: int, low: float, high: float) -> None:
    assert wilson(count, of) == (pytest.approx(low, abs=0.001), pytest.approx(high, abs=0.001))


def test_wilson_of_nothing_knows_nothing() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


def test_kappa_of_a_textbook_table() -> None:
    pairs = [(True, True)] * 20 + [(True, False)] * 5 + [(False, True)] * 10 + [(False, False)] * 15
    assert kappa(pairs) == pytest.approx(0.4)


def test_kappa_at_its_ends() -> None:
    assert kappa([(True, True), (False, False)]) == 1
    assert kappa([(True, False), (False, True)]) == -1


def test_kappa_is_not_defined_where_all_get_one_verdict() -> None:
    assert kappa([(True, True), (True, True)]) is None
    assert kappa([]) is None


def test_share() -> None:
    assert Share.that([True, False, True]) == Share(2, 3)
    assert Share(0, 0).data()["share"] is None
    assert Share(1, 4).data()["share"] == 0.25
