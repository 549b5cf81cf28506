"""Who may be the same doer: equal, or one stands for the other on that day."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.terms.affiliation import Affiliation, Affiliations, compatible

KNOWN = Affiliations.of(
    [
        Affiliation("orlan", "front-government", "role", "2031-01-01", "2031-06-30"),
        Affiliation("sel", "front-government", "role"),
        Affiliation("front-government", "ardova", "governs", "2030-08-15"),
        Affiliation("old-government", "ardova", "governs", None, "2030-08-14"),
        Affiliation("mara", "belmark", "role", "2031-01-01"),
    ]
)


@pytest.mark.parametrize(
    ("a", "b", "day", "one"),
    [
        ("ardova", "ardova", "2031-03-01", True),
        ("nobody", "nobody", None, True),
        ("ardova", "belmark", "2031-03-01", False),
        # an office-holder and the office's owner, while the office lasts, both days included
        ("orlan", "front-government", "2031-03-01", True),
        ("front-government", "orlan", "2031-03-01", True),
        ("orlan", "front-government", "2031-01-01", True),
        ("orlan", "front-government", "2031-06-30", True),
        ("orlan", "front-government", "2030-12-31", False),
        ("orlan", "front-government", "2031-07-01", False),
        ("orlan", "front-government", None, True),
        # a government and what it governs, from the day it does
        ("front-government", "ardova", "2030-08-15", True),
        ("front-government", "ardova", "2030-08-14", False),
        ("old-government", "ardova", "2030-08-14", True),
        ("old-government", "ardova", "2030-08-15", False),
        # through the government, a minister and the state
        ("sel", "ardova", "2031-03-01", True),
        ("sel", "ardova", "2029-03-01", False),
        # two who stand for the same are not each other
        ("orlan", "sel", "2031-03-01", False),
        ("front-government", "old-government", None, False),
        ("mara", "ardova", "2031-03-01", False),
    ],
)
def test_compatible(a: str, b: str, day: str | None, one: bool) -> None:
    """The contract's rule, case by case, either way round."""
    assert compatible(a, b, KNOWN, day) is one
    assert compatible(b, a, KNOWN, day) is one


NAMES = st.sampled_from(["a", "b", "c", "d"])
DAYS = st.one_of(st.none(), st.sampled_from(["2031-01-01", "2031-06-01", "2031-12-31"]))
AFFILIATIONS = st.lists(st.builds(Affiliation, NAMES, NAMES, st.just("role"), DAYS, DAYS), max_size=6)


@given(AFFILIATIONS, NAMES, NAMES, DAYS)
def test_compatibility_is_mutual_and_its_own(told: list[Affiliation], a: str, b: str, day: str | None) -> None:
    """Everybody is compatible with themselves; it holds both ways; rings of standing-for come to an end."""
    known = Affiliations.of(told)
    assert compatible(a, a, known, day)
    assert compatible(a, b, known, day) is compatible(b, a, known, day)
    assert Affiliations.of(reversed(told)) == known


@given(AFFILIATIONS, NAMES, DAYS)
def test_an_unknown_day_is_any_day(told: list[Affiliation], a: str, day: str | None) -> None:
    """Whom one stands for on some day, one stands for where the day is unknown."""
    known = Affiliations.of(told)
    assert known.stands_for(a, day) <= known.stands_for(a)
