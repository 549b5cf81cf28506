"""What is compared."""

import pytest

from parley.scoring.items import days, heard, is_filled
from parley.terms.enums import Root, Stance


@pytest.mark.parametrize(
    ("reading", "filled"),
    [(None, False), ((), False), (frozenset(), False), (0, True), (Root.AID, True), (("Norway",), True), ("", False)],
)
def test_filled(reading: object, filled: bool) -> None:
    """Nothing, and lists of nothing, are empty; a sign of 0 says something."""
    assert is_filled(reading) is filled


def test_heard_keeps_sides() -> None:
    """Asserting, admitting and alleging are one side; who is not named is marked."""
    assert heard([("Norway", Stance.ADMITS), (None, Stance.DOUBTS)]) == {("Norway", "for"), ("-", "against")}


def test_days_of_an_open_end() -> None:
    """What is open is left empty."""
    assert days("2021-08-15", None) == "2021-08-15/"
