"""Events as they are compared: those of a record, and those of the rows of somebody else's table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from parley.analysis import is_fact, meetings_of_talks, statements, talk_was_held, talks
from parley.analysis.likeness import Act
from parley.brief.phrases import phrase
from parley.desk.import_actors import Directory
from parley.desk.import_source import Table
from parley.desk.tables import day, where
from parley.formats.incoming.row import PassedOverError, RowError, Told
from parley.intake.left_out import LeftOut
from parley.joining.time import FIRST, LAST, interval_of
from parley.joining.words import fold
from parley.terms.actor import Actor
from parley.terms.bodies import Event, TalkBody
from parley.terms.enums import Precision, Reality, Root, Status
from parley.terms.facts import REAL, reality_of_outcome, status_of
from parley.terms.slice import Slice
from parley.terms.statement import Statement, Talk
from parley.terms.values import Date, Place

FACT = "fact"
FINE = frozenset({Precision.POINT, Precision.TOWN})
MEETING = frozenset({Root.CONSULT, Root.AGREE})
"""What a talk may be coded as elsewhere."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An act, with what is shown of it: what it says, its days and its places; `how` is how the record holds it."""

    act: Act
    says: str
    days: str
    places: str
    how: str = ""


def of_record(part: Slice, own: str) -> Iterator[Shown]:
    """A record's events and talks, without what people rejected, and what only rows of the table itself tell.

    `own` is what the ids of its rows begin with. A talk that an event tells already is not there twice.
    """
    told = set(meetings_of_talks(part).values())
    for s in statements(part):
        if isinstance(s.body, Event) and not _all_of(s, own):
            sides = s.body.actors, s.body.recipients
            types = frozenset({s.body.type, *((s.body.plover.type,) if s.body.plover else ())})
            act = _act(s.id, types, *sides, s.date, s.places, part.by_id)
            yield Shown(act, phrase(s, part), day(s.date), where(s.places), how_held(s))
    for t in talks(part):
        if t.id not in told and not _all_of(t, own):
            place = (t.place,) if t.place else ()
            act = _act(t.id, MEETING, tuple(p.actor for p in t.parties), (), t.date, place, part.by_id)
            yield Shown(act, t.title, day(t.date), where(place), how_held(t))


def how_held(held: Statement | Talk) -> str:
    """How a record holds something: as a fact, else by what keeps it from being one."""
    fact = talk_was_held(held) if isinstance(held, Talk) else is_fact(held)
    status = status_of(held.voices) if isinstance(held, Talk) else held.status
    reality = reality_of_outcome(held.outcome) if isinstance(held, Talk) else held.reality
    if fact:
        return FACT
    if status in (Status.DENIED, Status.CONTESTED) or reality in REAL:
        return status.value
    return "not done" if reality is Reality.DID_NOT_HAPPEN else reality.value


def of_table(path: Path, table: Table, known: Directory, causes: Counter[str]) -> Iterator[Shown]:
    """The events of a table's rows; rows that tell none are counted in `causes`, by why.

    Raises AmissError for a file that is no table.
    """
    for told in _told(path, table, known, causes):
        actors = {a.id: a for a in told.actors}
        events = [c for c in told.claims if isinstance(c.body, Event)]
        met = [c for c in told.claims if isinstance(c.body, TalkBody)]
        for claim in (events or met)[:1]:
            body = claim.body
            if isinstance(body, Event):
                types = frozenset(c.body.type for c in events if isinstance(c.body, Event))
                sides: tuple[tuple[str, ...], tuple[str, ...]] = (body.actors, body.recipients)
            else:
                types = MEETING
                sides = (tuple(p.actor for p in body.parties) if isinstance(body, TalkBody) else (), ())
            act = _act(told.id, types, *sides, claim.date, claim.places, actors)
            yield Shown(act, _says(told, actors.values()), day(claim.date), where(claim.places))
        if not (events or met):
            causes["tells of no event"] += 1


def _says(told: Told, actors: Iterable[Actor]) -> str:
    return told.title or ", ".join(a.name for a in actors)


def _told(path: Path, table: Table, known: Directory, causes: Counter[str]) -> Iterator[Told]:
    for row in table.rows(path):
        if isinstance(row, LeftOut):
            causes[row.why] += 1
            continue
        try:
            yield table.told(row.cells, known)
        except PassedOverError as e:
            causes[e.why] += 1
        except RowError as e:
            causes[f"{e.column} cannot be read"] += 1


def _all_of(held: Statement | Talk, own: str) -> bool:
    return bool(held.mentions) and all(m.report.startswith(own) for m in held.mentions)


def _act(
    id_: str,
    types: frozenset[Root],
    actors: tuple[str, ...],
    recipients: tuple[str, ...],
    date: Date | None,
    places: Iterable[Place],
    known: Mapping[str, Actor],
) -> Act:
    span = interval_of(date)
    at = list(places)
    countries = {c for p in at for c in p.countries}
    named = (known.get(a) for a in (*actors, *recipients))
    return Act(
        id=id_,
        types=types,
        actors=tuple(dict.fromkeys(actors)),
        recipients=tuple(dict.fromkeys(recipients)),
        start=span.start if span and span.start != FIRST else None,
        end=span.end if span and span.end != LAST else None,
        towns=frozenset(fold(p.name) for p in at if p.precision in FINE),
        countries=frozenset(countries or {a.country for a in named if a and a.country}),
    )
