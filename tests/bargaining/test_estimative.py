"""Estimative words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.bargaining.estimative import BANDS, estimative

ORDER = [words for _, words in BANDS]


@given(st.floats(0, 1), st.floats(0, 1))
def test_words_rise_with_the_probability(a: float, b: float) -> None:
    """A higher probability never gets a lower word."""
    low, high = sorted((a, b))
    assert ORDER.index(estimative(low)) <= ORDER.index(estimative(high))


@pytest.mark.parametrize("probability", [-0.1, 1.1, float("nan")])
def test_off_the_scale(probability: float) -> None:
    """What is not a probability is refused."""
    with pytest.raises(ValueError, match="not a probability"):
        estimative(probability)
