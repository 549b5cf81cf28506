"""What each form says: the fields that an event, tie, position, role, judgement or talk has of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from parley.terms.enums import (
    Form,
    Intensity,
    Level,
    Outcome,
    PositionStance,
    Relation,
    Root,
    TalkFormat,
    Tenure,
    Verdict,
)
from parley.terms.values import Harm, Object, Place, Probability


@dataclass(frozen=True, slots=True)
class Plover:
    """An event as PLOVER itself would code it; see `parley.terms.plover`."""

    type: Root
    mode: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom. `type` is the act itself; truth and time are in `reality`."""

    FORM: ClassVar[Form] = Form.EVENT
    type: Root
    mode: str | None = None
    plover: Plover | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    object: Object | None = None
    contexts: tuple[str, ...] = ()
    harm: tuple[Harm, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """How `from_` stands to `to`; `sign` +1 friendly, 0 neither, -1 adverse. On the wire `from_` is `from`."""

    FORM: ClassVar[Form] = Form.TIE
    from_: tuple[str, ...]
    to: tuple[str, ...]
    relation: Relation
    sign: int
    goods: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """What an actor wants on an issue, how strongly, and on which condition."""

    FORM: ClassVar[Form] = Form.POSITION
    actor: str
    issue: str
    issue_id: str | None
    stance: PositionStance
    intensity: Intensity | None = None
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """Which office a person holds, of whom; `to` is where an envoy is sent."""

    FORM: ClassVar[Form] = Form.ROLE
    person: str
    office: str
    of: str | None
    to: str | None = None
    tenure: Tenure = Tenure.CURRENT


@dataclass(frozen=True, slots=True)
class About:
    """What a judgement is about: a talk's id, a statement's id, or words."""

    talk: str | None = None
    statement: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody makes of something; the judge is in `voices`."""

    FORM: ClassVar[Form] = Form.JUDGEMENT
    about: About
    verdict: Verdict
    gainers: tuple[str, ...] = ()
    losers: tuple[str, ...] = ()
    words: str = ""
    probability: Probability | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """A side of a talk and who spoke for it."""

    actor: str
    delegates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TalkBody:
    """A talk as one report tells it. `date` and voices stand beside it, as for every form."""

    FORM: ClassVar[Form] = Form.TALK
    title: str = ""
    process: str | None = None
    round: int | None = None
    parties: tuple[Party, ...] = ()
    mediators: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    place: Place | None = None
    level: Level | None = None
    format: TalkFormat | None = None
    agenda: tuple[str, ...] = ()
    outcome: Outcome = Outcome.UNKNOWN


Body = Event | Tie | Position | Role | Judgement | TalkBody
StatementBody = Event | Tie | Position | Role | Judgement
BODIES: dict[Form, type[Body]] = {b.FORM: b for b in (Event, Tie, Position, Role, Judgement, TalkBody)}


def actors_in(body: Body) -> tuple[str, ...]:
    """Every actor id that a body names, in the order of its fields, each once."""
    match body:
        case Event():
            named = [*body.actors, *body.recipients, *(body.object.actors if body.object else ())]
        case Tie():
            named = [*body.from_, *body.to]
        case Position():
            named = [body.actor]
        case Role():
            named = [a for a in (body.person, body.of, body.to) if a]
        case Judgement():
            named = [*body.gainers, *body.losers]
        case TalkBody():
            sides = [a for p in body.parties for a in (p.actor, *p.delegates)]
            named = [*sides, *body.mediators, *body.hosts]
    return tuple(dict.fromkeys(named))
