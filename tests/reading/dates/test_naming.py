"""Days that a report names: beside their date, and again later."""

from __future__ import annotations

import pytest

from parley.reading.dates import find
from parley.reading.pipeline import parse


def _named(text: str) -> list[tuple[str, str | None]]:
    """The days found under a name of their own, each with its date."""
    found = find(parse(text), "2014-06-01")
    return [(f.date.text.lower(), f.date.start) for f in found if f.date.text.lower().endswith((" day", " night"))]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Opening night, January 23, 2014, drew crowds. Few came to the hall on opening night.",
            [("opening night", "2014-01-23")] * 2,
        ),
        ("We went on May 3, 2014, the opening night, and left.", [("opening night", "2014-05-03")]),
        (
            "Polling day, 6 May 2010, was calm. Turnout on polling day was high.",
            [("polling day", "2010-05-06")] * 2,
        ),
    ],
)
def test_a_day_named_beside_its_date_has_it_everywhere_after(text: str, days: list[tuple[str, str]]) -> None:
    """Each telling of the name has the date that commas set beside the first."""
    assert _named(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "Few came on polling day. Turnout was low.",
        "In January 2014, the polling day was set.",
        "On January 23, 2014, the rainy day began badly.",
    ],
)
def test_a_day_without_a_date_beside_it_stays_without(text: str) -> None:
    """No mere neighbour lends a date."""
    assert _named(text) == []


def test_a_name_has_no_date_before_it_is_told() -> None:
    """What comes later does not date what went before."""
    assert _named("Few came on opening night. Opening night, January 23, 2014, was dull.") == [
        ("opening night", "2014-01-23")
    ]
