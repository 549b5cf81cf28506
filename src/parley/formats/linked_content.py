"""What a statement or talk says, as predicates and objects of linked data, whether or not it is so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parley.formats.linked_terms import Term, day, node, place_key, term, text
from parley.formats.telling import places_of
from parley.terms.bodies import About, Event, Judgement, Position, Role, Tie
from parley.terms.statement import Statement, Talk
from parley.terms.values import Date, Harm, Place

Said = tuple[str, Term]
"""A predicate and its object."""
TYPE = "rdf:type"
SEM_EVENT = "sem:Event"


def content_of(held: Statement | Talk) -> list[Said]:
    """All that it says; its own address is the subject."""
    own = _talk(held) if isinstance(held, Talk) else _statement(held)
    found = (*own, *_when(held.date), *_where(places_of(held)))
    return [(predicate, value) for predicate, value in found if value is not None]


def _statement(s: Statement) -> Iterator[tuple[str, Term | None]]:
    match s.body:
        case Event():
            yield from _event(s.body)
        case Tie(from_=doers, to=others, relation=relation, sign=sign):
            yield TYPE, {"@id": "parley:Tie"}
            yield from _actors("parley:from", doers)
            yield from _actors("parley:to", others)
            yield "parley:relation", term(relation.value)
            yield "parley:sign", sign
        case Position(actor=actor, issue=issue, stance=stance):
            yield TYPE, {"@id": "parley:Position"}
            yield from _actors("parley:actor", [actor])
            yield "parley:issue", text(issue)
            yield "parley:stance", term(stance.value)
        case Role(person=person, office=office, of=of, to=to, tenure=tenure):
            yield TYPE, {"@id": "schema:OrganizationRole"}
            yield from _actors("parley:person", [person])
            yield "schema:roleName", text(office)
            yield from _actors("parley:of", [of] if of else [])
            yield from _actors("parley:to", [to] if to else [])
            yield "parley:tenure", term(tenure.value)
        case Judgement():
            yield from _judgement(s.body)


def _event(e: Event) -> Iterator[tuple[str, Term | None]]:
    yield TYPE, {"@id": SEM_EVENT}
    yield "sem:eventType", term(e.type.value)
    yield "parley:mode", text(e.mode)
    for predicate, actors in (("parley:doer", e.actors), ("parley:recipient", e.recipients)):
        yield from _actors("sem:hasActor", actors)
        yield from _actors(predicate, actors)
    yield "parley:object", text(e.object.text) if e.object else None
    yield from (("parley:context", term(c)) for c in e.contexts)
    yield from (("parley:harm", _harm(h)) for h in e.harm)


def _harm(h: Harm) -> str:
    low, high = ("?" if n is None else n for n in (h.low, h.high))
    return f"{h.kind} {low}" + ("" if low == high else f" to {high}")


def _judgement(j: Judgement) -> Iterator[tuple[str, Term | None]]:
    yield TYPE, {"@id": "parley:Judgement"}
    yield "parley:verdict", term(j.verdict.value)
    yield "parley:words", text(j.words)
    yield from _actors("parley:gainer", j.gainers)
    yield from _actors("parley:loser", j.losers)
    yield "schema:about", _about(j.about)


def _about(about: About) -> Term | None:
    if about.talk:
        return node("talk", about.talk)
    return node("statement", about.statement) if about.statement else text(about.text)


def _talk(t: Talk) -> Iterator[tuple[str, Term | None]]:
    yield TYPE, {"@id": SEM_EVENT}
    yield TYPE, {"@id": "parley:Talk"}
    yield "schema:name", text(t.title)
    yield "parley:outcome", term(t.outcome.value)
    yield "parley:process", text(t.process)
    yield "parley:level", term(t.level.value) if t.level else None
    yield "parley:format", term(t.format.value) if t.format else None
    yield from (("parley:agenda", text(word)) for word in t.agenda)
    sides = [p.actor for p in t.parties]
    delegates = [d for p in t.parties for d in p.delegates]
    roles = (("party", sides), ("delegate", delegates), ("mediator", t.mediators), ("host", t.hosts))
    for name, actors in roles:
        yield from _actors("sem:hasActor", actors)
        yield from _actors(f"parley:{name}", actors)


def _actors(predicate: str, ids: Iterable[str]) -> Iterator[tuple[str, Term]]:
    return ((predicate, node("actor", a)) for a in dict.fromkeys(ids))


def _when(date: Date | None) -> Iterator[tuple[str, Term | None]]:
    if date is not None:
        yield "sem:hasBeginTimeStamp", day(date.start)
        yield "sem:hasEndTimeStamp", day(date.end)


def _where(places: Iterable[Place]) -> Iterator[tuple[str, Term]]:
    return (("sem:hasPlace", node("place", place_key(p))) for p in places)
