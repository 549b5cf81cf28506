"""A slice as a graph: who stands to whom, by what, since when, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from parley.formats.lines import held_by
from parley.formats.pieces import Lost, lost
from parley.formats.telling import REJECTED, days, form_of, is_fact, reality_of, rejected, status_in
from parley.terms.bodies import Event, Judgement, Position, Role, Tie
from parley.terms.enums import Root
from parley.terms.plover import SCORE
from parley.terms.slice import Slice
from parley.terms.statement import Statement, Talk

ALONE = "it names one actor only, and an edge needs two"
SELF = "both ends of the edge are the same actor"
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Edge:
    """One statement or talk between two actors; `sign` +1 friendly, 0 neither, -1 adverse; days are ISO, None open.

    `mutual`: it goes both ways, and which end comes first means nothing.
    """

    held: str
    form: str
    source: str
    target: str
    relation: str
    mode: str | None
    sign: int
    mutual: bool
    status: str
    reality: str
    fact: bool
    confidence: float
    start: str | None
    end: str | None
    report: str | None
    quote: str | None


def edges(part: Slice) -> Iterator[Edge | Lost]:
    """The edges of a slice, and what is none: positions, judgements, deeds that name one actor, what was rejected."""
    for held in held_by(part):
        if rejected(held):
            yield lost(held, REJECTED)
        else:
            yield from _edges(held)


def _edges(held: Statement | Talk) -> Iterator[Edge | Lost]:
    pairs = list(_talk(held)) if isinstance(held, Talk) else list(_statement(held))
    if not pairs:
        yield lost(held, ALONE)
    for (source, target), relation, mode, sign, mutual in pairs:
        if source == target:
            yield lost(held, SELF)
            continue
        start, end = days(held.date)
        told = held.mentions[0] if held.mentions else None
        yield Edge(
            held.id,
            form_of(held).value,
            source,
            target,
            relation,
            mode,
            sign,
            mutual,
            status_in(held).value,
            reality_of(held).value,
            is_fact(held),
            held.confidence,
            start,
            end,
            told.report if told else None,
            told.quote if told else None,
        )


Drawn = tuple[Pair, str, str | None, int, bool]


def _statement(s: Statement) -> Iterator[Drawn]:
    match s.body:
        case Event(type=kind, mode=mode, actors=doers, recipients=others):
            mutual = not set(others)
            pairs = combinations(dict.fromkeys(doers), 2) if mutual else _cross(doers, others)
            yield from ((pair, kind.value, mode, sign_of(kind), mutual) for pair in pairs)
        case Tie(from_=doers, to=others, relation=relation, sign=sign):
            yield from ((pair, relation.value, None, sign, False) for pair in _cross(doers, others))
        case Role(person=person, office=office, of=of, to=to):
            yield from (((person, body), "office", office, 0, False) for body in (of, to) if body)
        case Position() | Judgement():
            pass


def _talk(t: Talk) -> Iterator[Drawn]:
    """Each two sides; whoever brought them together, and whoever lent the venue, to each side."""
    sides = dict.fromkeys(p.actor for p in t.parties)
    outcome = t.outcome.value
    yield from ((pair, "talk", outcome, sign_of(Root.CONSULT), True) for pair in combinations(sides, 2))
    for relation, thirds in (("mediates", t.mediators), ("hosts", t.hosts)):
        yield from ((pair, relation, outcome, 1, False) for pair in _cross(thirds, sides))


def _cross(doers: Iterable[str], others: Iterable[str]) -> Iterator[Pair]:
    return ((a, b) for a in dict.fromkeys(doers) for b in dict.fromkeys(others))


def sign_of(root: Root) -> int:
    """Whether an act is friendly or adverse, by PLOVER's score for its root; an act without one is neither."""
    score = SCORE.get(root, 0)
    return (score > 0) - (score < 0)
