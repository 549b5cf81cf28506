"""Resemblance: the share of runs of words that two texts have in common."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parley.joining.resemblance import ALIKE, ENOUGH, RUN, resemblance, runs

TEXTS = st.lists(st.sampled_from("abcdefgh"), max_size=60).map(" ".join)


@given(TEXTS, TEXTS)
def test_it_is_a_share(one: str, other: str) -> None:
    """Between 0 and 1, the same either way round, and 1 for a text and itself where there is enough of it."""
    assert 0 <= resemblance(one, other) <= 1
    assert resemblance(one, other) == resemblance(other, one)
    assert resemblance(one, one) == (1 if runs(one) else 0)


@given(TEXTS)
def test_case_and_signs_do_not_matter(text: str) -> None:
    """What printers change."""
    assert runs(text.upper().replace(" ", ",  ")) == runs(text)


def test_another_headline_is_a_copy_and_another_report_is_not() -> None:
    """On texts of common length."""
    wire = " ".join(f"word{n}" for n in range(300))
    assert resemblance(wire, f"Quite another headline this is\n\n{wire}") > ALIKE
    assert resemblance(wire, " ".join(f"word{n}" for n in range(150, 450))) < ALIKE


def test_too_little_is_no_copy() -> None:
    """A formula makes no copies."""
    assert runs("No comment was available at the time of printing.") == frozenset()
    assert len(runs(" ".join(f"w{n}" for n in range(ENOUGH + RUN - 1)))) == ENOUGH
