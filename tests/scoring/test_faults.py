"""What is said of a wrong field."""

import pytest

from parley.scoring.faults import FieldError, GoldError, coded, readings, texts
from parley.terms.enums import Tenure


def test_codes_are_listed() -> None:
    """The remedy names the codes that there are."""
    with pytest.raises(FieldError) as told:
        coded("once", Tenure, "tenure")
    assert "current, acting, former, designate" in told.value.remedy


def test_one_string_may_stand_alone() -> None:
    """A single name needs no list; an empty one is none."""
    assert texts("Norway", "from") == ("Norway",)
    with pytest.raises(FieldError, match="a string was expected"):
        texts(["Norway", ""], "from")


def test_readings_are_not_empty() -> None:
    """A field with no reading could never be right."""
    with pytest.raises(FieldError, match="no reading"):
        readings([], "actors")


def test_line_and_place_are_told() -> None:
    """Both stand in the message."""
    assert str(GoldError(3, "gold.ties", "a list was expected", "…")) == "line 3: gold.ties: a list was expected"
