"""The parties of a talk as the record holds them: sides with their delegates, without those who only mediate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.reading.coding.arguments import Arguments
from parley.reading.coding.talk_delegates import Seats
from parley.reading.coding.talk_episodes import Sides
from parley.terms.bodies import Party
from parley.terms.enums import ActorType


def parties_of(
    actors: Sequence[str], mediators: Sequence[str], sides: Sides, seats: Seats, args: Arguments
) -> tuple[Party, ...]:
    """Each side once, its people as its delegates.

    People stay parties themselves where nothing tells for whom they act, and where all of them act for one side:
    a president and a prime minister who talk with each other are two.
    """
    people = {a for a in actors if args.cast.type_of(a) is ActorType.PERSON}
    found: list[Party] = []
    for a in actors:
        _seat(found, a, people, sides)
    sent = _sent(found, people, sides, seats)
    return _without(mediators, tuple(sent if len(sent) > 1 or len(found) < 2 else found), sides)


def _seat(found: list[Party], a: str, people: set[str], sides: Sides) -> None:
    """Of two names for one side, a person is the delegate of the other."""
    n = next((n for n, p in enumerate(found) if any(sides.one(a, x) for x in (p.actor, *p.delegates))), None)
    if n is None:
        found.append(Party(a))
    elif a in people and found[n].actor not in people:
        found[n] = replace(found[n], delegates=(*found[n].delegates, a))
    elif a not in people and found[n].actor in people:
        found[n] = Party(a, (*found[n].delegates, found[n].actor))


def _sent(found: Sequence[Party], people: set[str], sides: Sides, seats: Seats) -> list[Party]:
    """The same parties with those in place of people for whom they act."""
    out: list[Party] = []
    for p in found:
        made = _principal_of(p, people, seats)
        n = next((n for n, q in enumerate(out) if q.actor not in people and sides.one(q.actor, made.actor)), None)
        if n is None or made.actor in people:
            out.append(made)
        else:
            out[n] = replace(out[n], delegates=tuple(dict.fromkeys((*out[n].delegates, *made.delegates))))
    return out


def _principal_of(p: Party, people: set[str], seats: Seats) -> Party:
    """A person's principal; for a country whose delegate sits there for its ruling movement, the movement."""
    if p.actor in people:
        whom = seats.principal(p.actor)
        return p if whom is None else Party(whom, (p.actor, *p.delegates))
    ruling = next((w for d in p.delegates if (w := seats.principal(d)) is not None and seats.rules(w, p.actor)), None)
    return p if ruling is None else replace(p, actor=ruling)


def _without(mediators: Sequence[str], found: tuple[Party, ...], sides: Sides) -> tuple[Party, ...]:
    """Who mediates is no party under another name, where two sides remain without him."""
    rest = tuple(p for p in found if not any(sides.one(a, m) for a in (p.actor, *p.delegates) for m in mediators))
    return rest if len(rest) > 1 else found
