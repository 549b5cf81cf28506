"""Answers from the tables: which statements and talks a filter means, and the slice that they make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, or_, select

from parley.joining.words import fold
from parley.record.errors import AmbiguousError
from parley.record.rebuilding import named_in
from parley.record.tables import (
    ACTORS,
    AFFILIATIONS,
    DECISIONS,
    HELD,
    HELD_ACTORS,
    HELD_VOICES,
    MENTIONS,
    MERGE_PROPOSALS,
    PROPOSALS,
    READINGS,
    REPORTS,
)
from parley.record.wiring import read_rows
from parley.terms.actor import Actor
from parley.terms.bodies import actors_in
from parley.terms.enums import Form
from parley.terms.log import Decision, MergeProposal
from parley.terms.report import Report
from parley.terms.slice import Filter, ReaderInfo, Slice
from parley.terms.statement import Proposal, Statement, Talk

CHUNK = 500
"""Ids asked for in one query."""
EVERYTHING = Filter()


def slice_of(connection: Connection, asked: Filter) -> Slice:
    """The part of the record that a filter means, with the reports, actors and proposals that it needs."""
    held: list[Statement | Talk] = read_rows(connection, HELD, _meant(asked))
    proposals = _proposals(connection, held, asked)
    reports = _reports(connection, held, asked)
    actors = _actors(connection, held, proposals, asked)
    affiliations = read_rows(
        connection, AFFILIATIONS, select(AFFILIATIONS.c.place, AFFILIATIONS.c.json).order_by(AFFILIATIONS.c.place)
    )
    ids = {a.id for a in actors}
    told = (m.proposal for h in held for m in h.mentions)
    targets = {*ids, *(h.id for h in held), *told, *(r.id for r in reports)}
    return Slice(
        reports=tuple(reports),
        actors=tuple(actors),
        affiliations=tuple(a for a in affiliations if asked == EVERYTHING or {a.who, a.whom} & ids),
        proposals=tuple(proposals),
        statements=tuple(h for h in held if isinstance(h, Statement)),
        talks=tuple(h for h in held if isinstance(h, Talk)),
        merge_proposals=tuple(m for m in _merges(connection) if set(m.targets) <= targets),
        decisions=tuple(d for d in _decisions(connection) if asked == EVERYTHING or d.target in targets),
        reader=last_reader(connection),
        asked=asked,
    )


def found(connection: Connection, wanted: str) -> Statement | Talk | None:
    """A statement or talk by its id, a proposal's id, or the beginning of either. Raises AmbiguousError."""
    exact = connection.execute(select(MENTIONS.c.held).where(MENTIONS.c.proposal == wanted)).scalar()
    held = [exact or wanted]
    if exact is None and wanted:
        begins = MENTIONS.c.proposal.startswith(wanted, autoescape=True)
        held = list(connection.execute(select(MENTIONS.c.held).where(begins).distinct().limit(4)).scalars())
    if len(held) > 1:
        raise AmbiguousError(f"{wanted!r} begins several ids: {', '.join(sorted(held)[:3])} …")
    rows = read_rows(connection, HELD, select(HELD.c.id, HELD.c.json).where(HELD.c.id.in_(held)))
    return rows[0] if rows else None


def counted(connection: Connection) -> dict[str, int]:
    """How many of each thing the record holds."""

    def many(asked: Table, *where: ColumnElement[bool]) -> int:
        return int(connection.execute(select(func.count()).select_from(asked).where(*where)).scalar_one())

    by_form = connection.execute(select(HELD.c.form, func.count()).group_by(HELD.c.form))
    forms = {str(form): int(n) for form, n in by_form}
    return {
        "reports": many(REPORTS),
        "unread": many(REPORTS, REPORTS.c.state == "unread"),
        "proposals": many(PROPOSALS),
        "statements": sum(n for form, n in forms.items() if form != Form.TALK),
        "facts": many(HELD, HELD.c.fact == 1, HELD.c.form != Form.TALK.value),
        **{f"{form}s": forms.get(form.value, 0) for form in Form},
        "actors": many(ACTORS),
    }


def last_reader(connection: Connection) -> ReaderInfo | None:
    """The reader of the reading kept last."""
    row = connection.execute(select(READINGS).order_by(READINGS.c.id.desc()).limit(1)).mappings().first()
    return ReaderInfo(row["reader"], row["version"], row["codebook"]) if row else None


def _meant(asked: Filter) -> Select[Any]:
    return select(HELD.c.id, HELD.c.json).where(*_conditions(asked)).order_by(HELD.c.place)


def _conditions(asked: Filter) -> Iterator[ColumnElement[bool]]:
    """What a filter asks of a statement or talk, one condition each."""
    for column, wanted in (
        (HELD.c.form, asked.forms),
        (HELD.c.reality, asked.realities),
        (HELD.c.status, asked.statuses),
    ):
        if wanted:
            yield column.in_(sorted(w.value for w in wanted))
    if asked.reports:
        yield HELD.c.id.in_(select(MENTIONS.c.held).where(MENTIONS.c.report.in_(sorted(asked.reports))))
    if asked.actors:
        named = select(HELD_ACTORS.c.held).where(HELD_ACTORS.c.actor.in_(sorted(asked.actors)))
        heard = select(HELD_VOICES.c.held).where(HELD_VOICES.c.who.in_(sorted(asked.actors)))
        yield or_(HELD.c.id.in_(named), HELD.c.id.in_(heard))
    if asked.since or asked.until:
        yield or_(HELD.c.starts.is_not(None), HELD.c.ends.is_not(None))
    if asked.since:
        yield or_(HELD.c.ends.is_(None), HELD.c.ends >= asked.since)
    if asked.until:
        yield or_(HELD.c.starts.is_(None), HELD.c.starts <= asked.until)
    if asked.words and asked.words.split():
        yield and_(*(HELD.c.words.contains(w, autoescape=True) for w in fold(asked.words).split()))


def _proposals(connection: Connection, held: Iterable[Statement | Talk], asked: Filter) -> list[Proposal]:
    ids = None if asked == EVERYTHING else [m.proposal for h in held for m in h.mentions]
    found_now: list[Proposal] = _by_id(connection, PROPOSALS, ids)
    return sorted(found_now, key=lambda p: (p.report, p.start, p.end, p.id))


def _reports(connection: Connection, held: Iterable[Statement | Talk], asked: Filter) -> list[Report]:
    told = {m.report for h in held for m in h.mentions}
    needed = told | {v.report for h in held for v in h.voices} | asked.reports
    reports: list[Report] = _by_id(connection, REPORTS, None if asked == EVERYTHING else needed)
    return sorted(reports, key=lambda r: (r.published is None, r.published or "", r.id))


def _actors(
    connection: Connection, held: Iterable[Statement | Talk], proposals: Iterable[Proposal], asked: Filter
) -> list[Actor]:
    needed = {a for h in held for a in named_in(h)} | {a for p in proposals for a in actors_in(p.body)} | asked.actors
    voices = [v for x in (*held, *proposals) for v in x.voices]
    needed |= {a for v in voices for a in (v.who, *v.via) if a}
    actors: list[Actor] = _by_id(connection, ACTORS, None if asked == EVERYTHING else needed)
    return sorted(actors, key=lambda a: a.id)


def _by_id(connection: Connection, table: Table, ids: Iterable[str] | None) -> list[Any]:
    """The values of a table's rows of these ids; of all where `ids` is None."""
    if ids is None:
        return read_rows(connection, table, select(table.c.id, table.c.json))
    values: list[Any] = []
    for some in _chunks(sorted(set(ids))):
        values += read_rows(connection, table, select(table.c.id, table.c.json).where(table.c.id.in_(some)))
    return values


def _chunks(ids: Sequence[str]) -> Iterator[list[str]]:
    rest = iter(ids)
    while some := list(islice(rest, CHUNK)):
        yield some


def _merges(connection: Connection) -> list[MergeProposal]:
    table = MERGE_PROPOSALS
    return read_rows(connection, table, select(table.c.id, table.c.json).order_by(table.c.id))


def _decisions(connection: Connection) -> list[Decision]:
    table = DECISIONS
    return read_rows(connection, table, select(table.c.seq, table.c.json).order_by(table.c.seq))
