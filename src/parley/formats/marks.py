"""What a mark on a text says of a statement or talk: a label for its form and code, and who is on either side of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from parley.formats.telling import form_of
from parley.terms.bodies import About, Body, Event, Judgement, Party, Position, Role, TalkBody, Tie
from parley.terms.enums import (
    Form,
    Outcome,
    PositionStance,
    Reality,
    Relation,
    Root,
    Status,
    Tenure,
    Verdict,
)
from parley.terms.plover import MODES, plover_of
from parley.terms.statement import Statement, Talk

Codes = type[Root] | type[Relation] | type[PositionStance] | type[Tenure] | type[Verdict] | type[Outcome]
CODED: Mapping[Form, tuple[str, Codes]] = MappingProxyType(
    {
        Form.EVENT: ("type", Root),
        Form.TIE: ("relation", Relation),
        Form.POSITION: ("stance", PositionStance),
        Form.ROLE: ("tenure", Tenure),
        Form.JUDGEMENT: ("verdict", Verdict),
        Form.TALK: ("outcome", Outcome),
    }
)
"""The field of each form that its label tells, and its values."""
SIDES: Mapping[Form, tuple[str, str | None]] = MappingProxyType(
    {
        Form.EVENT: ("actors", "recipients"),
        Form.TIE: ("from", "to"),
        Form.POSITION: ("actor", None),
        Form.ROLE: ("person", "of"),
        Form.JUDGEMENT: ("gainers", "losers"),
        Form.TALK: ("parties", "mediators"),
    }
)
"""The fields of each form in which actors stand: who, and whom or of whom."""
SINGLE = frozenset({"actor", "person", "of"})
"""Fields that hold one actor."""
LABELS: Mapping[str, tuple[Form, str]] = MappingProxyType(
    {f"{form}: {code.value}": (form, code.value) for form, (_, codes) in CODED.items() for code in codes}
)
"""Every label with the form and code that it stands for."""
_ADVERSE = frozenset({Relation.HOSTILE, Relation.RIVAL, Relation.WARY})


def label_of(held: Statement | Talk) -> str:
    """The label: "event: ASSAULT"."""
    form = form_of(held)
    return f"{form}: {getattr(held.body if isinstance(held, Statement) else held, CODED[form][0])}"


def sides_of(held: Statement | Talk) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who, and whom: ids of actors."""
    body = held.body if isinstance(held, Statement) else held
    match body:
        case Event():
            return body.actors, body.recipients
        case Tie():
            return body.from_, body.to
        case Position():
            return (body.actor,), ()
        case Role():
            return (body.person,), (body.of,) if body.of else ()
        case Judgement():
            return body.gainers, body.losers
        case _:
            return tuple(p.actor for p in body.parties), body.mediators


def body_of(form: Form, code: str, words: str, who: tuple[str, ...], whom: tuple[str, ...]) -> Body | None:
    """What a mark says that no reader made; None where nobody is named whom its form must name."""
    match form:
        case Form.EVENT:
            return Event(Root(code), None, None, who, whom)
        case Form.TIE:
            relation = Relation(code)
            sign = -1 if relation in _ADVERSE else 0 if relation is Relation.MIXED else 1
            return Tie(who, whom, relation, sign) if who and whom else None
        case Form.POSITION:
            return Position(who[0], words, None, PositionStance(code)) if who else None
        case Form.ROLE:
            return Role(who[0], words, whom[0] if whom else None, None, Tenure(code)) if who else None
        case Form.JUDGEMENT:
            return Judgement(About(text=words), Verdict(code), who, whom, words)
        case Form.TALK:
            return TalkBody(parties=tuple(map(Party, who)), mediators=whom, outcome=Outcome(code))


def coded(body: Body, reality: Reality) -> Body:
    """A body with what PLOVER's table makes of its type, as a report's own voice tells it."""
    if not isinstance(body, Event):
        return body
    return replace(body, plover=plover_of(body.type, body.mode, reality, Status.REPORTED))


def mode_fits(code: str, mode: str | None) -> bool:
    """Whether an event of this type may keep its mode."""
    return mode is None or code == Root.OTHER or mode in MODES.get(Root(code), {})


def wire_of(field: str, ids: Iterable[str], held: Statement | Talk) -> object:
    """Actors as their field stands on the wire; delegates stay with their party."""
    several = list(ids)
    if field in SINGLE:
        return several[0] if several else None
    if field == "parties" and isinstance(held, Talk):
        kept = {p.actor: list(p.delegates) for p in held.parties}
        return [{"actor": a, "delegates": kept.get(a, [])} for a in several]
    return several
