"""The best terms that either side could get, worked by hand."""

from __future__ import annotations

import pytest

from parley.bargaining.exchange import best_terms


def test_the_other_loses_nothing() -> None:
    """It gives up to 8 points at salience 1 for 4 at salience 2: the one gets 8 at salience 3 for 4 at salience 1."""
    assert best_terms((3, 1), (1, 2), (20, 4)) == pytest.approx(3 * 8 - 4)


def test_what_there_is_bounds_both() -> None:
    """Where the other has only 2 points to give, no more is given for them than makes it whole."""
    assert best_terms((3, 1), (1, 2), (2, 4)) == pytest.approx(3 * 2 - 1)
