"""Actors files."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.settings import ActorsError, load_actors
from parley.settings.actors import parse_actors
from parley.terms.entry import Governs, Office
from parley.terms.enums import ActorType

SOUND = """\
[[actor]]
name = "Free Côte League"
type = "armed-group"
country = "CIV"
aliases = ["FCL"]
demonyms = []
seats = ["Bouaké"]
from = 2002-09-19
governs = [{ what = "north", from = "2002-10-01" }]

[[actor]]
id = "a-person"
name = "A Person"
type = "person"
offices = [{ office = "president", of = "free-cote-league", from = "2002-09-19", to = "2007-04-04" }]
"""


def test_sound(tmp_path: Path) -> None:
    """Every field of the format reaches the entry; an id is made of the name where none is given."""
    (tmp_path / "actors.toml").write_text(SOUND, "utf-8")
    league, person = load_actors(tmp_path / "actors.toml").entries
    assert (league.id, league.type, league.start) == ("free-cote-league", ActorType.ARMED_GROUP, "2002-09-19")
    assert league.governs == (Governs("north", "2002-10-01"),)
    assert person.offices == (Office("president", "free-cote-league", "2002-09-19", "2007-04-04"),)


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('"armed-group"', '"militia"', 3, "'militia' is not a type of actor; use one of state"),
        ('"CIV"', '"Ivory"', 4, "alpha-3"),
        ('["FCL"]', '"FCL"', 5, "not a list of texts"),
        ("aliases", "alias", 5, "is not known here"),
        ("2002-10-01", "October", 9, "is not a day"),
        ("2007-04-04", "2001-04-04", 15, "swap from and to"),
        ('id = "a-person"', 'id = "free-cote-league"', 11, "used twice"),
        ('name = "A Person"', "", 11, "is missing"),
    ],
)
def test_faults(old: str, new: str, line: int, said: str) -> None:
    """Each fault names the line and what would be right."""
    with pytest.raises(ActorsError) as caught:
        parse_actors(SOUND.replace(old, new, 1), "a.toml")
    assert said in str(caught.value)
    assert caught.value.line == line


def test_name_without_latin_letters_needs_an_id() -> None:
    """A name that makes no id is refused with the remedy."""
    with pytest.raises(ActorsError, match="add id"):
        parse_actors('[[actor]]\nname = "塔利班"\ntype = "party"')


def test_nothing_is_no_actors() -> None:
    """An empty file adds nobody."""
    assert parse_actors("").entries == ()
