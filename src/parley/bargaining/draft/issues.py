"""What the parties are at odds over, and where each actor stands on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from parley.bargaining.draft.evidence import positions
from parley.bargaining.draft.faces import Faces
from parley.bargaining.draft.priors import Prior, prior
from parley.terms.bodies import Position
from parley.terms.enums import Intensity, PositionStance
from parley.terms.scenario import Issue
from parley.terms.statement import Statement

SETTLEMENT = "settlement"
STRENGTH = {Intensity.LOW: 1, None: 2, Intensity.MEDIUM: 2, Intensity.HIGH: 3}


@dataclass(frozen=True, slots=True)
class Topic:
    """An issue, and for each actor that the record hears on it the statement of its position."""

    issue: Issue
    stands: Mapping[str, Statement]


def topics(faces: Faces) -> tuple[Topic, ...]:
    """The issues, the contested one first; one without a name where the record tells of no party's position."""
    by_key: dict[str, dict[str, Statement]] = {}
    for actor, key, s in positions(faces):
        by_key.setdefault(key, {}).setdefault(actor, s)
    fought = [k for k, stands in by_key.items() if any(p in stands for p in faces.parties)]
    best = max(fought, key=lambda k: _heat(faces, by_key[k]), default=None)
    first = _named(best, by_key[best]) if best else _unnamed(faces)
    others = [_named(k, v) for k, v in by_key.items() if k != best and len(v) > 1]
    return (first, *others)


def _heat(faces: Faces, stands: Mapping[str, Statement]) -> tuple[int, int, int]:
    """How hotly the parties are at odds over an issue: on opposite sides, how strongly, how many of them."""
    own = [s.body for p, s in stands.items() if p in faces.parties and isinstance(s.body, Position)]
    opposed = {PositionStance.FOR, PositionStance.AGAINST} <= {b.stance for b in own}
    return int(opposed), max((STRENGTH[b.intensity] for b in own), default=0), len(own)


def _named(key: str, stands: Mapping[str, Statement]) -> Topic:
    told = next(s.body for s in stands.values() if isinstance(s.body, Position))
    name = told.issue[:1].upper() + told.issue[1:]
    return Topic(Issue(key, name, "nothing of it", "all of it"), stands)


def _unnamed(faces: Faces) -> Topic:
    low, high = ends(faces, None)
    names = [" and ".join(faces.slice.name_of(p) for p in side) for side in (low, high)]
    issue = Issue(
        SETTLEMENT, "What they fight over", f"all as {names[0]} would have it", f"all as {names[1]} would have it"
    )
    return Topic(issue, {})


def ends(faces: Faces, topic: Topic | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The parties near 0 and near 100: by their positions; those of whom none is told, against the rest.

    Where no position is told, who holds a state's offices stands at 0.
    """
    sides = {p: _side(topic.stands[p]) for p in faces.parties if topic and p in topic.stands}
    told = [s for s in sides.values() if s]
    if told:
        rest = -1 if sum(told) > 0 else 1
        placed = {p: sides.get(p) or rest for p in faces.parties}
    else:
        ruling = [p for p in faces.parties if faces.in_office(p)]
        low = ruling if 0 < len(ruling) < len(faces.parties) else faces.parties[:1]
        placed = {p: -1 if p in low else 1 for p in faces.parties}
    return tuple(p for p in placed if placed[p] < 0), tuple(p for p in placed if placed[p] > 0)


def _side(s: Statement) -> int:
    stance = s.body.stance if isinstance(s.body, Position) else None
    return {PositionStance.FOR: 1, PositionStance.AGAINST: -1}.get(stance, 0) if stance else 0


def place(s: Statement) -> tuple[Prior, Prior]:
    """The place and the salience of a told position."""
    b = s.body
    assert isinstance(b, Position)
    strength = (b.intensity or Intensity.MEDIUM).value
    if b.stance in (PositionStance.CONDITIONAL, PositionStance.INDIFFERENT):
        weight = "low" if b.stance is PositionStance.INDIFFERENT else strength
        return prior("position", b.stance.value), prior("salience", weight)
    at = prior("position", strength)
    return at if b.stance is PositionStance.FOR else at.mirrored(), prior("salience", strength)
