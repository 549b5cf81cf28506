"""Agreement: published figures, its bounds, and what cannot be told."""

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.analysis.agreement import agreement, alpha

PUBLISHED = (
    "1 1 . 1", "2 2 3 2", "3 3 3 3", "3 3 3 3", "2 2 2 2", "1 2 3 4", "4 4 4 4", "1 1 2 1", "2 2 2 2", ". 5 5 5",
    ". . 1 1", ". 3 . .",
)  # fmt: skip
"""Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, section C: four observers, twelve units."""


def units(rows: Sequence[str]) -> list[dict[str, str]]:
    return [{c: v for c, v in zip("ABCD", row.split(), strict=False) if v != "."} for row in rows]


def test_the_published_example() -> None:
    """Named categories, missing values: 0.743, over the eleven units that more than one coded."""
    found = agreement(units(PUBLISHED))
    assert found.units == 11
    assert found.alpha == pytest.approx(0.743, abs=0.0005)
    assert found.low is not None
    assert found.high is not None
    assert found.low < 0.743 < found.high


@given(st.lists(st.lists(st.sampled_from("abc"), min_size=2, max_size=4), min_size=2, max_size=8))
def test_alpha_is_one_only_in_full_agreement(coded: list[list[str]]) -> None:
    """Never above 1; 1 where and only where no unit has two values."""
    found = alpha(coded)
    assert found is None or found <= 1
    same = all(len(set(u)) == 1 for u in coded)
    assert (found == 1) == (same and found is not None)


def test_chance_gives_about_nothing() -> None:
    """Two who code at random agree no more than chance would have it."""
    chance = Random(5)
    found = alpha([(chance.choice("ab"), chance.choice("ab")) for _ in range(4000)])
    assert found == pytest.approx(0, abs=0.05)


def test_one_value_only_tells_nothing() -> None:
    """Nor do units that one coder coded, or none."""
    assert agreement([{"A": "x", "B": "x"}] * 5).alpha is None
    assert agreement([{"A": "x"}]).units == 0
    assert agreement([]).alpha is None
