"""The network: actors, their signed ties, and what they did to one another summed by PLOVER's scores."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, product

from parley.analysis.standing import facts, is_fact, named, ties
from parley.terms.bodies import Event, Tie
from parley.terms.enums import ActorType, Relation, Status
from parley.terms.plover import score_of
from parley.terms.slice import Slice
from parley.terms.statement import Statement


@dataclass(frozen=True, slots=True)
class Node:
    """An actor; `weight` counts the statements and talks that name it."""

    actor: str
    name: str
    type: ActorType | None
    weight: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie, or the sum of what one actor did to another (`relation` None).

    `sign` is +1, 0 or -1. For sums, `score` adds the PLOVER scores (-10 to 10 each) of events that are facts,
    `statements` are those events, and `mutual` says that the acts were reciprocal. A tie that is not a fact keeps
    its `status` and is never counted in a sum.
    """

    source: str
    target: str
    relation: Relation | None
    sign: int
    score: float
    mutual: bool
    status: Status
    fact: bool
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Actors and what runs between them, each in a fixed order."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @property
    def ties(self) -> tuple[Edge, ...]:
        """The edges that are ties."""
        return tuple(e for e in self.edges if e.relation is not None)

    @property
    def dealings(self) -> tuple[Edge, ...]:
        """The edges that sum events."""
        return tuple(e for e in self.edges if e.relation is None)


def _sign(score: float) -> int:
    return (score > 0) - (score < 0)


def _tie_edges(of: Iterable[Statement]) -> list[Edge]:
    by: dict[tuple[str, str, Relation, int, Status, bool], list[str]] = {}
    for s in of:
        if isinstance(s.body, Tie):
            for a, b in product(s.body.from_, s.body.to):
                key = (a, b, s.body.relation, s.body.sign, s.status, is_fact(s))
                by.setdefault(key, []).append(s.id)
    return [
        Edge(a, b, relation, sign, 0.0, False, status, fact, tuple(dict.fromkeys(ids)))
        for (a, b, relation, sign, status, fact), ids in by.items()
        if a != b
    ]


def _pairs(event: Event) -> list[tuple[str, str, bool]]:
    if event.recipients:
        return [(a, b, False) for a, b in product(event.actors, event.recipients) if a != b]
    return [(a, b, True) for a, b in combinations(sorted(set(event.actors)), 2)]


def _event_edges(of: Iterable[Statement]) -> list[Edge]:
    by: dict[tuple[str, str, bool], list[tuple[str, float]]] = {}
    for s in of:
        if isinstance(s.body, Event) and s.body.plover:
            for pair in dict.fromkeys(_pairs(s.body)):
                by.setdefault(pair, []).append((s.id, score_of(s.body.plover)))
    edges = []
    for (a, b, mutual), told in by.items():
        total = sum(score for _, score in told)
        ids = tuple(dict.fromkeys(event for event, _ in told))
        edges.append(Edge(a, b, None, _sign(total), total, mutual, Status.REPORTED, True, ids))
    return edges


def _order(e: Edge) -> tuple[str, str, str, bool, str]:
    return e.source, e.target, e.relation or "", not e.fact, e.statements[0]


def network(slice: Slice) -> Network:  # noqa: A002 - the contract's own word
    """Actors of the slice that any statement or talk names, with their ties, and events that are facts summed."""
    edges = sorted([*_tie_edges(ties(slice)), *_event_edges(facts(slice))], key=_order)
    known = {a.id: a for a in slice.actors}
    nodes = [
        Node(actor, known[actor].name if actor in known else actor, known[actor].type if actor in known else None, n)
        for actor, n in named(slice).items()
    ]
    return Network(tuple(sorted(nodes, key=lambda n: (-n.weight, n.name, n.actor))), tuple(edges))
