"""Which of several bearers of a name is of the countries that a report speaks of."""

from __future__ import annotations

import pytest

from parley.reading.actors.surroundings import Surroundings
from parley.reading.gazetteer import load
from parley.reading.pipeline import parse


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Norwegian envoys met South Sudan's leaders.", {"NOR", "SSD"}),
        ("The Kremlin denied it.", {"RUS"}),
        ("Nobody came.", set()),
    ],
)
def test_the_countries_of_a_report_are_those_it_names(text: str, countries: set[str]) -> None:
    """A state's name, its people's and its seat each count."""
    assert Surroundings(parse(text), load(()), None).countries >= countries


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [
        ("Egypt arrested them.", "National Salvation Front", "national-salvation-front-of-egypt"),
        ("Norway arrested them.", "National Salvation Front", None),
        ("They were arrested.", "National Salvation Front", "national-salvation-front-of-egypt"),
        ("Norway arrested them.", "Hezbollah", "hezbollah"),
    ],
)
def test_a_common_name_means_a_group_of_the_countries_only(text: str, name: str, meant: str | None) -> None:
    """A name of common words alone is nobody's where the report speaks of other countries; a telling name is."""
    gazetteer = load(())
    assert Surroundings(parse(text), gazetteer, None).choose(gazetteer.find(name), name) == meant
