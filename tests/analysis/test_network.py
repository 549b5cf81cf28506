"""The network: signed ties, and sums of events that are facts."""

from __future__ import annotations

from collections.abc import Callable

from parley.analysis import network
from parley.terms.actor import Actor
from parley.terms.bodies import Event, Tie
from parley.terms.enums import ActorType, Reality, Relation, Root, Stance
from parley.terms.slice import Slice
from parley.terms.statement import Statement

Tell = Callable[..., Statement]


def test_only_facts_are_summed(tell: Tell) -> None:
    """Contested, claimed and planned acts add nothing to the sum."""
    hit, aid = Event(Root.ASSAULT, None, None, ("a",), ("b",)), Event(Root.AID, None, None, ("a",), ("b",))
    record = Slice(
        statements=(
            tell("1", hit), tell("2", aid), tell("3", hit, ("a", Stance.ASSERTS), ("b", Stance.DENIES)),
            tell("4", hit, ("b", Stance.ASSERTS)), tell("5", aid, reality=Reality.PLANNED),
        )
    )  # fmt: skip
    (edge,) = network(record).dealings
    assert (edge.source, edge.target, edge.score, edge.sign) == ("a", "b", 1.0, 1)
    assert edge.statements == ("1", "2")


def test_reciprocal_acts_are_one_edge_between_each_two(tell: Tell) -> None:
    """A meeting of three gives three edges, marked as mutual."""
    record = Slice(statements=(tell("m", Event(Root.CONSULT, None, None, ("c", "a", "b"))),))
    assert [(e.source, e.target, e.mutual) for e in network(record).dealings] == [
        ("a", "b", True), ("a", "c", True), ("b", "c", True),
    ]  # fmt: skip


def test_ties_keep_sign_and_status(tell: Tell) -> None:
    """A claimed tie is an edge that is no fact; the same tie told twice is one edge with two statements."""
    rival = Tie(("a",), ("b",), Relation.RIVAL, -1)
    record = Slice(statements=(tell("1", rival, reality=Reality.ONGOING), tell("2", rival, reality=Reality.ONGOING)))
    (edge,) = network(record).ties
    assert (edge.sign, edge.fact, edge.statements) == (-1, True, ("1", "2"))
    claimed = tell("3", rival, ("a", Stance.ASSERTS), reality=Reality.ONGOING)
    (edge,) = network(Slice(statements=(claimed,))).ties
    assert (edge.fact, edge.status.value) == (False, "claimed")


def test_no_actor_is_tied_to_itself(tell: Tell) -> None:
    """An actor on both sides makes no edge."""
    record = Slice(
        statements=(
            tell("1", Tie(("a",), ("a",), Relation.KIN, 1)),
            tell("2", Event(Root.ASSAULT, None, None, ("a",), ("a",))),
        )
    )
    assert network(record).edges == ()


def test_nodes_bear_names_and_weights(tell: Tell) -> None:
    """Each named actor is a node, the most named first; one that the slice lacks keeps its id."""
    record = Slice(
        actors=(Actor("a", "Northland", ActorType.STATE),),
        statements=(tell("1"), tell("2", Event(Root.ASSAULT, None, None, ("a",), ()))),
    )
    assert [(n.name, n.weight) for n in network(record).nodes] == [("Northland", 2), ("b", 1)]
