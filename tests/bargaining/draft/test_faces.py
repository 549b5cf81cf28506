"""Who stands for whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from parley.bargaining.draft.faces import Faces
from parley.terms.actor import Actor
from parley.terms.affiliation import Affiliation
from parley.terms.bodies import Party, Role
from parley.terms.enums import ActorType, Reality, Tenure
from parley.terms.slice import Slice
from parley.terms.statement import Statement, Talk

Tell = Callable[..., Statement]
STATE = Actor("land", "the Land", ActorType.STATE, "AAA")


def test_envoys_and_ministries(record: Callable[..., Slice], talk: Talk) -> None:
    """Who was sent stands for who sent it, and who holds an office for its owner."""
    faces = Faces(record(affiliations=(Affiliation("town", "host", "role"),)), talk)
    assert faces.of("envoy") == "league"
    assert faces.of("town") == "host"
    assert faces.of("friend") == "friend"
    assert faces.of("nobody") == "nobody"


@pytest.mark.parametrize(
    ("office", "tenure", "ruling"),
    [
        ("acting Foreign Minister", Tenure.ACTING, True),
        ("Foreign Minister", Tenure.FORMER, False),
        ("Leader", Tenure.CURRENT, False),
    ],
)
def test_a_group_that_holds_offices_stands_for_its_state(
    record: Callable[..., Slice], tell: Tell, talk: Talk, office: str, tenure: Tenure, ruling: bool
) -> None:
    """Where no government of that country is at the table."""
    groups = replace(talk, parties=(Party("friends"), Party("league")))
    role = tell("s1", Role("envoy", office, "league", None, tenure), Reality.ONGOING)
    slice_ = replace(record(role), actors=(STATE, Actor("league", "the League", ActorType.ARMED_GROUP, "AAA")))
    faces = Faces(slice_, groups)
    assert faces.in_office("league") is ruling
    assert faces.of("land") == ("league" if ruling else "land")


def test_a_state_at_the_table_stands_for_itself(record: Callable[..., Slice], tell: Tell, talk: Talk) -> None:
    """A rival with ministers of its own does not take its place."""
    role = tell("s1", Role("envoy", "Minister of War", "league", None), Reality.ONGOING)
    faces = Faces(replace(record(role), actors=(*record().actors, STATE)), talk)
    assert faces.of("land") == "land"
