"""What a person's decisions make of a statement, talk, report or actor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any, TypeVar

from parley.terms.actor import Actor
from parley.terms.bodies import BODIES, Event
from parley.terms.enums import Action, DecisionState
from parley.terms.facts import counts_as_fact, status_of
from parley.terms.log import Decision
from parley.terms.plover import plover_of
from parley.terms.report import Report
from parley.terms.statement import Decided, Statement, Talk
from parley.terms.wire import KIND_OF, WIRE_NAME, WireError, from_plain, to_plain

T = TypeVar("T", Statement, Talk, Report, Actor)
Told = TypeVar("Told", Statement, Talk)
OF_STATEMENT = ("reality", "voices", "date", "places", "links")
OF_TALK = (
    "title", "process", "round", "parties", "mediators", "hosts", "place", "date", "level", "format", "agenda",
    "outcome", "voices", "links",
)  # fmt: skip
OF_REPORT = ("title", "publisher", "url", "published", "handling")
OF_ACTOR = ("name", "type", "country", "sector", "aliases", "members", "described_as", "wikidata")
STATES = {
    Action.ACCEPT: DecisionState.ACCEPTED,
    Action.ADD: DecisionState.ACCEPTED,
    Action.CORRECT: DecisionState.CORRECTED,
    Action.REJECT: DecisionState.REJECTED,
    Action.UNSURE: DecisionState.UNSURE,
}


def correctable(value: Statement | Talk | Report | Actor) -> tuple[str, ...]:
    """The fields that a person may correct, as they are called on the wire.

    Ids, mentions and forms are not among them, nor what is worked out from the rest: status, fact, PLOVER's code.
    """
    match value:
        case Statement():
            own = (WIRE_NAME.get(f.name, f.name) for f in fields(BODIES[value.form]))
            return (*OF_STATEMENT, *(name for name in own if name != "plover"))
        case Talk():
            return OF_TALK
        case Report():
            return OF_REPORT
        case Actor():
            return OF_ACTOR


def value_of(value: Statement | Talk | Report | Actor, field: str) -> Any:
    """A field's value as it stands on the wire."""
    return to_plain(value)[field]


def corrected(value: T, field: str, new: object) -> T:
    """A value with one field set anew, and what follows from it worked out again.

    Raises WireError where the field may not be corrected, or the new value is none for it.
    """
    made: T = _set(value, field, new)
    return _worked_out(made) if isinstance(made, Statement) else made


def decided(value: Told, decisions: Iterable[Decision]) -> Told:
    """A statement or talk with decisions applied, in their order. One that does not fit it changes nothing."""
    for d in decisions:
        if d.action is Action.CORRECT:
            value = _fitting(value, d)
        if d.action in STATES:
            value = replace(value, decision=Decided(STATES[d.action], d.by, d.at))
    return value


def set_right(value: T, decisions: Iterable[Decision]) -> T:
    """A report or actor with its corrections applied."""
    for d in decisions:
        if d.action is Action.CORRECT and d.field in correctable(value):
            value = _fitting(value, d)
    return value


def fits(value: Statement | Talk | Report | Actor, decision: Decision) -> bool:
    """Whether a correction can be applied to what its target is now."""
    try:
        _set(value, decision.field or "", decision.new)
    except WireError:
        return False
    return True


def _set(value: Statement | Talk | Report | Actor, field: str, new: object) -> Any:
    if field not in correctable(value):
        raise WireError(f"{field!r} cannot be corrected; these can: {', '.join(correctable(value))}")
    plain = {**to_plain(value), field: new}
    return from_plain(type(value), plain, KIND_OF[type(value)])


def _fitting(value: T, d: Decision) -> T:
    try:
        return corrected(value, d.field or "", d.new)
    except WireError:
        return value  # told loudly by `orphans`, which asks `fits`


def _worked_out(s: Statement) -> Statement:
    """What the contract derives from voices and reality."""
    status = status_of(s.voices)
    body = s.body
    if isinstance(body, Event):
        body = replace(body, plover=plover_of(body.type, body.mode, s.reality, status))
    return replace(s, status=status, fact=counts_as_fact(status, s.reality), body=body)
