"""Counts as people write them: ranges, bounds, and what says that nobody knows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.formats.incoming.counts import UNKNOWN, range_in, range_of
from parley.formats.incoming.row import RowError

NUMBERS = st.integers(0, 10**9)


@given(NUMBERS, NUMBERS, st.sampled_from(["{}-{}", "{} \u2013 {}", "{} to {}", "between {} and {}", "from {} to {}"]))
def test_a_range_has_both_ends(one: int, other: int, form: str) -> None:
    """However it is written; the larger number first is refused."""
    text = form.format(one, other)
    assert range_of(text) == (one, other)
    if one > other:
        with pytest.raises(RowError, match="more to less"):
            range_in({"Dead": text}, "Dead")


@given(NUMBERS)
def test_a_bound_leaves_the_other_side_open(n: int) -> None:
    """At least, more than, up to, fewer than."""
    assert range_of(f"at least {n}") == range_of(f"{n}+") == range_of(f">={n}") == (n, None)
    assert range_of(f"more than {n}") == range_of(f"> {n}") == (n + 1, None)
    assert range_of(f"up to {n}") == (None, n)
    assert range_of(f"fewer than {n}") == (None, max(n - 1, 0))


@given(NUMBERS)
def test_a_number_is_itself(n: int) -> None:
    """With or without commas, ".0" and "about"."""
    for text in (str(n), f"{n:,}", f"{n}.0", f"about {n}", f"~{n}", f"c. {n}"):
        assert range_of(text) == (n, n)


@pytest.mark.parametrize("text", ["", "n/a", *sorted(UNKNOWN), "Unknown"])
def test_what_nobody_knows_is_no_number(text: str) -> None:
    """And no fault of the row."""
    assert range_in({"Dead": text}, "Dead") == (None, None)


@pytest.mark.parametrize("text", ["many", "-3", "1.5", "7-", "3 dead", "1,2", "\u0663", "5+7+9"])
def test_what_says_no_number_is_named(text: str) -> None:
    """With the column and what to write."""
    with pytest.raises(RowError) as e:
        range_in({"Dead": text}, "Dead")
    assert (e.value.column, "7-15" in e.value.remedy) == ("Dead", True)
