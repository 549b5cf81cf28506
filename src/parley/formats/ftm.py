"""A record as entities of FollowTheMoney, one a line, for Aleph, OpenSanctions' tools and their kin.

FollowTheMoney has no place for a claim: an entity that links two others says that they are linked. So only facts
link. What is claimed, contested, denied, planned or feared is an event whose name begins with its status and that
involves nobody, or a note on the actors that it is about. Source: followthemoney.tech, model of version 4.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parley.formats.ftm_entity import Entity, entity, id_of
from parley.formats.ftm_links import entities_of
from parley.formats.ftm_things import Cast, is_citable
from parley.formats.lines import held_by
from parley.formats.pieces import Lost, Wish, lost
from parley.formats.telling import REJECTED, WITHDRAWN, rejected
from parley.terms.actor import Actor
from parley.terms.named import named_in
from parley.terms.slice import Slice

MEMBER = "member of what is described so"


def write(parts: Iterable[Slice], _: Wish) -> Iterator[str | Lost]:
    """The lines of the entities: reports, actors, then what is told of them, part by part."""
    cast = Cast()
    for part in parts:
        for made in _part(part, cast):
            yield made.line() if isinstance(made, Entity) else made


def _part(part: Slice, cast: Cast) -> Iterator[Entity | Lost]:
    for report in part.reports:
        if is_citable(report):
            yield from cast.take_report(report)
        else:
            yield Lost(report.id, "report", WITHDRAWN)
    new = [a for a in part.actors if a.id not in cast.schemas]
    for actor in new:
        yield from cast.take(actor)
    for actor in new:
        yield from _members(actor, cast)
    for held in held_by(part):
        if rejected(held):
            yield lost(held, REJECTED)
            continue
        for name in named_in(held):
            yield from cast.stand_in(name)
        yield from entities_of(held, cast)


def _members(group: Actor, cast: Cast) -> Iterator[Entity]:
    """Who belongs to a described set."""
    for member in dict.fromkeys(group.members):
        if member != group.id:
            yield from cast.stand_in(member)
            own = id_of("member", f"{member}-{group.id}")
            yield entity(
                own, "UnknownLink", subject=id_of("actor", member), object=id_of("actor", group.id), role=MEMBER
            )
