"""Who else has a part in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from parley.bargaining.draft.faces import Faces
from parley.bargaining.draft.outsiders import MOST, outsiders
from parley.terms.actor import Actor
from parley.terms.bodies import Event, Tie
from parley.terms.enums import ActorType, Reality, Relation, Root
from parley.terms.slice import Slice
from parley.terms.statement import Statement, Talk

Tell = Callable[..., Statement]


def test_mediators_first_then_those_most_tied(record: Callable[..., Slice], tell: Tell, talk: Talk) -> None:
    """A state with a tie to a party or that helps one; not a place, not one that refrained, never a party."""
    told = (
        tell("s1", Tie(("friend",), ("envoy",), Relation.SUPPORTS, 1), Reality.ONGOING),
        tell("s2", Tie(("town",), ("crown",), Relation.PART_OF, 0), Reality.ONGOING),
        tell("s3", Event(Root.AID, actors=("crown",), recipients=("league",))),
    )
    assert outsiders(Faces(record(*told), talk)) == ("host", "friend")
    refrained = tell("s1", Event(Root.AID, actors=("friend",), recipients=("league",)), Reality.DID_NOT_HAPPEN)
    assert outsiders(Faces(record(refrained), talk)) == ("host",)


def test_not_all_the_world(record: Callable[..., Slice], tell: Tell, talk: Talk) -> None:
    """The list ends somewhere."""
    states = tuple(Actor(f"n{i}", f"Nation {i}", ActorType.STATE) for i in range(12))
    told = [
        tell(f"s{i}", Tie((a.id,), ("crown",), Relation.FRIENDLY, 1), Reality.ONGOING) for i, a in enumerate(states)
    ]
    slice_ = record(*told)
    assert len(outsiders(Faces(replace(slice_, actors=(*slice_.actors, *states)), talk))) == MOST
