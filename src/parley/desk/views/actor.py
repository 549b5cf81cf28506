"""Actors: the list, and one actor with its offices, ties, positions, what it claims and what is claimed of it."""

from __future__ import annotations

from dataclasses import dataclass

from parley.desk.actors import COLUMNS
from parley.desk.amiss import AmissError, near
from parley.desk.records import plainly
from parley.desk.tables import Table
from parley.desk.views.lines import Line, lines_of, table_of
from parley.desk.views.paging import MANY, Paging
from parley.record import ListedActor, Record
from parley.terms.actor import Actor
from parley.terms.enums import Form
from parley.terms.slice import Filter
from parley.terms.values import REPORT

STANDS = {"role": "holds an office of", "governs": "governs"}
SHOWN = 25
"""Lines of each kind that an actor's page shows."""
LOOKED_AT = 200
"""Disputed statements looked through for what it says and what is said of it."""


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor as the list shows it."""

    id: str
    name: str
    type: str
    country: str
    sector: str
    named: int
    described_as: str


@dataclass(frozen=True, slots=True)
class ActorList:
    """A page of the actors, the most named first."""

    actors: tuple[ActorRow, ...]
    paging: Paging

    @property
    def table(self) -> Table:
        """The same as a table."""
        rows = tuple(tuple(getattr(a, c) for c in COLUMNS) for a in self.actors)
        return Table("Actors", COLUMNS, rows, COLUMNS)


@dataclass(frozen=True, slots=True)
class Part:
    """Some lines of one kind, and how many there are of it in all."""

    title: str
    kind: str
    lines: tuple[Line, ...]
    of: int


@dataclass(frozen=True, slots=True)
class ActorPage:
    """One actor."""

    actor: ActorRow
    aliases: tuple[str, ...]
    members: tuple[str, ...]
    stands_for: tuple[str, ...]
    parts: tuple[Part, ...]

    @property
    def table(self) -> Table:
        """Every line of the page as a table."""
        lines = {line.id: line for part in self.parts for line in part.lines}
        return table_of(self.actor.name, list(lines.values()))


def actor_list(record: Record, after: int = 0, many: int = MANY) -> ActorList:
    """A page of a record's actors."""
    with plainly():
        found, of = record.listed_actors(many, after)
    return ActorList(tuple(map(_row, found)), Paging(after, many, of))


def actor_page(record: Record, wanted: str) -> ActorPage:
    """One actor by its id. Raises AmissError where there is none."""
    with plainly():
        held = actor_of(record, wanted)
        own = frozenset({held.id})
        told = record.how_many(Filter(actors=own))
        parts = [
            _part(record, own, "Offices", Form.ROLE),
            _part(record, own, "Talks", Form.TALK),
            _part(record, own, "Ties", Form.TIE),
            _part(record, own, "Positions", Form.POSITION),
            *_claims(record, held.id),
            _part(record, own, "Events", Form.EVENT),
            _part(record, own, "Judgements", Form.JUDGEMENT),
        ]
        stands = record.newest(Filter(actors=own), 1).affiliations
        names = {a.id: a.name for a in record.actors()}
    return ActorPage(
        actor=_row(ListedActor(held, told)),
        aliases=held.aliases,
        members=held.members,
        stands_for=tuple(
            f"{names.get(a.who, a.who)} {STANDS.get(a.how, a.how)} {names.get(a.whom, a.whom)}"
            for a in stands
            if held.id in (a.who, a.whom)
        ),
        parts=tuple(p for p in parts if p.lines),
    )


def actor_of(record: Record, wanted: str) -> Actor:
    """An actor by its id, or an id that was merged into it. Raises AmissError with near names."""
    known = record.actors()
    found = next((a for a in known if wanted == a.id or wanted in a.redirects), None)
    if found is None:
        close = near(wanted, (a.id for a in known))
        remedy = f"Did you mean {close}?" if close else "See the list of actors for those that it names."
        raise AmissError(f"the record names no actor {wanted!r}", remedy)
    return found


def _part(record: Record, own: frozenset[str], title: str, form: Form) -> Part:
    asked = Filter(actors=own, forms=frozenset({form}))
    return Part(title, form.value, lines_of(record.newest(asked, SHOWN)), record.how_many(asked))


def _claims(record: Record, actor: str) -> tuple[Part, Part]:
    """What it says that is no plain fact, and what others say of it."""
    asked = Filter(actors=frozenset({actor}))
    part = record.newest(asked, LOOKED_AT, disputed=True)
    lines = lines_of(part)
    speaks = [x for x in lines if any(s.id == actor for s in x.speakers)]
    others = [x for x in lines if any(s.id not in (actor, REPORT) for s in x.speakers) and x not in speaks]
    return (
        Part("What it claims, denies or admits", "claims-by", tuple(speaks[:SHOWN]), len(speaks)),
        Part("What is claimed of it", "claims-of", tuple(others[:SHOWN]), len(others)),
    )


def _row(x: ListedActor) -> ActorRow:
    a = x.actor
    about = (a.country or "", a.sector or "", x.named, a.described_as or "")
    return ActorRow(a.id, a.name, a.type.value, *about)
