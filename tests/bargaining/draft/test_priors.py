"""The table of priors."""

from __future__ import annotations

import pytest

from parley.bargaining.draft.priors import prior, table
from parley.terms.scenario import SCALES

KINDS = {"cost": "cost_no_agreement", "red_line": "red_line", "position": "position"}


def test_every_prior_is_a_reasoned_range_on_its_scale() -> None:
    """None is a point, none is off the scale, and each says why."""
    for name, p in table().items():
        kind = name.split(".")[0]
        scale = SCALES[KINDS.get(kind, kind)]
        assert scale.low <= p.low < p.high <= scale.high, name
        assert len(p.reason.split()) > 1, name


def test_a_prior_says_that_it_is_one() -> None:
    """As a number of a scenario it names its row; a statement that chose the row is cited."""
    q = prior("cost", "hurt").quantity("p123")
    assert q.source == "p123"
    assert q.assumption
    assert q.assumption.endswith("(prior cost.hurt)")
    assert prior("cost", "hurt").quantity().grounds.startswith("assumption")


def test_mirrored() -> None:
    """Against is for, seen from the other end."""
    there = prior("position", "high").mirrored()
    assert (there.low, there.high) == (0, 15)


def test_what_is_not_in_the_table_is_refused() -> None:
    """No range is made up."""
    with pytest.raises(KeyError):
        prior("cost", "of living")
