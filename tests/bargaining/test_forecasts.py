"""Scores of yes-or-no forecasts."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.bargaining.forecasts import FEW, brier, log_score, scores, wilson

JUDGED = st.lists(st.tuples(st.floats(0.001, 0.999), st.booleans()), min_size=1, max_size=60)


def test_by_hand() -> None:
    """Three forecasts, worked out on paper."""
    judged = [(0.8, True), (0.3, False), (0.6, False)]
    assert brier(judged) == pytest.approx((0.04 + 0.09 + 0.36) / 3)
    assert log_score(judged) == pytest.approx(-(math.log(0.8) + math.log(0.7) + math.log(0.4)) / 3)


@given(JUDGED)
def test_bands_hold_every_forecast_once(judged: list[tuple[float, bool]]) -> None:
    """Nothing is lost or counted twice, and what was said on average lies in its band."""
    s = scores(judged)
    assert sum(b.n for b in s.bands) == s.n == len(judged)
    assert sum(b.came for b in s.bands) == s.came
    for b in s.bands:
        assert b.low - 1e-6 <= b.said <= b.high + 1e-6
        assert b.at_least <= b.came / b.n + 1e-9
        assert b.came / b.n <= b.at_most + 1e-9


@given(JUDGED)
def test_order_does_not_matter(judged: list[tuple[float, bool]]) -> None:
    """The same forecasts in another order score the same."""
    turned = judged[::-1]
    assert brier(turned) == pytest.approx(brier(judged))
    assert log_score(turned) == pytest.approx(log_score(judged))


@given(st.floats(0.01, 0.99), st.floats(0.01, 0.99))
def test_to_say_what_one_thinks_is_best(true: float, said: float) -> None:
    """Both scores are proper: in expectation nothing beats the true probability."""
    for score in (brier, log_score):

        def expected(p: float, score: object = score) -> float:
            return true * score([(p, True)]) + (1 - true) * score([(p, False)])  # type: ignore[operator,no-any-return]

        assert expected(true) <= expected(said) + 1e-12


def test_boundaries_belong_to_one_band() -> None:
    """0.3 is in the band from 0.3, though floating point puts it a hair below."""
    assert [(b.low, b.n) for b in scores([(0.3, True), (0.29, True)]).bands] == [(0.2, 1), (0.3, 1)]
    assert [b.high for b in scores([(0.999, True)]).bands] == [1.0]


def test_few_are_said_to_be() -> None:
    """Below the limit n is small; at it, it is not."""
    assert scores([(0.5, True)] * (FEW - 1)).few
    assert not scores([(0.5, True)] * FEW).few


def test_what_cannot_be_scored_is_refused() -> None:
    """No outcome, or a certainty."""
    with pytest.raises(ValueError, match="no forecast"):
        scores([])
    with pytest.raises(ValueError, match="0 or 1"):
        scores([(1.0, True)])


def test_nothing_known_spans_everything() -> None:
    """An interval of nothing is all of it."""
    assert wilson(0, 0) == (0.0, 1.0)
