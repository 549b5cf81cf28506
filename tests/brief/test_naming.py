"""Naming: the article that the reports give an actor, and whether a verb stands in the plural."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.brief.naming import articles_in, listed, naming_of
from parley.terms.actor import Actor
from parley.terms.enums import ActorType
from parley.terms.report import report_of
from parley.terms.slice import Slice


def _slice(text: str, *actors: Actor) -> Slice:
    return Slice(reports=(report_of(text),), actors=actors)


def _actor(name: str, type_: ActorType = ActorType.GROUP) -> Actor:
    return Actor("x", name, type_)


@pytest.mark.parametrize(
    ("text", "name", "type_", "told"),
    [
        ("The Harriers met the Harriers' foes.", "Harriers", ActorType.ARMED_GROUP, "the Harriers"),
        ("Rain fell.", "Lowland Council", ActorType.IGO, "the Lowland Council"),
        ("Northland spoke.", "Northland", ActorType.STATE, "Northland"),
        ("The United Isles spoke.", "United Isles", ActorType.STATE, "the United Isles"),
        ("An Eastmere lawmaker spoke.", "Eastmere lawmaker", ActorType.GROUP, "an Eastmere lawmaker"),
        ("Their armed foes spoke.", "their armed foes", ActorType.GROUP, "their armed foes"),
        ("Gunmen fled.", "Gunmen", ActorType.GROUP, "gunmen"),
        ("The Mara Voss years.", "Mara Voss", ActorType.PERSON, "Mara Voss"),
        ("Northland's embassy spoke.", "Northland's embassy", ActorType.ORGANISATION, "Northland's embassy"),
    ],
)
def test_an_actor_is_named_as_the_reports_name_it(text: str, name: str, type_: ActorType, told: str) -> None:
    """The article is the one that the reports use, else what its kind of name has."""
    assert naming_of(_slice(text, _actor(name, type_))).of("x") == told


@pytest.mark.parametrize(
    ("name", "type_", "many"),
    [
        ("Defence Forces", ActorType.ORGANISATION, True),
        ("United Isles", ActorType.STATE, False),
        ("Jon Hales", ActorType.PERSON, False),
        ("a rebel movement", ActorType.GROUP, False),
        ("leaders of the movement", ActorType.GROUP, True),
        ("Guard Corps", ActorType.ORGANISATION, False),
    ],
)
def test_who_are_many(name: str, type_: ActorType, many: bool) -> None:
    """A plural name of a group or body takes a plural verb; a state, a person or a singular group does not."""
    assert naming_of(_slice("", _actor(name, type_))).are_many(("x",)) is many


def test_an_actor_that_the_slice_does_not_hold_goes_by_its_id() -> None:
    """Nothing is made up for an unknown id."""
    assert naming_of(Slice()).of("who-knows") == "who-knows"
    assert naming_of(Slice()).all(()) == listed(()) == ""


@given(st.lists(st.text(max_size=60), max_size=4), st.lists(st.text(max_size=12), max_size=4))
def test_any_text_and_name_can_be_counted(texts: list[str], names: list[str]) -> None:
    """Odd characters break nothing, and only names asked for are counted."""
    assert set(articles_in(texts, names)) <= set(names)
