"""A record part by part, so that it can be gone through without being held in memory as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, Select, select

from parley.joining.log import Log
from parley.record.asking import (
    EVERYTHING,
    actors_needed,
    as_decided,
    conditions,
    last_reader,
    merges,
    numbers_meant,
    proposals_of,
    values_of,
)
from parley.record.deriving import derived
from parley.record.recalling import Recall
from parley.record.tables import ACTORS, HELD, MENTIONS, ORDER, PROPOSALS, REPORTS
from parley.terms.actor import Actor
from parley.terms.report import Report
from parley.terms.slice import Filter, ReaderInfo, Slice
from parley.terms.statement import Proposal, Statement, Talk

MANY = 250
"""Reports of one part."""
ACTORS_AT_ONCE = 2_000
Held = Statement | Talk


@dataclass(slots=True)
class _Met:
    """What has been met so far of what the log is about, and the actors: known once all parts have gone by."""

    of_interest: frozenset[str]
    targets: set[str] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)
    near: dict[str, Actor] = field(default_factory=dict)
    """Actors that were read, for most are named again soon."""

    def named(self, connection: Connection, ids: set[str]) -> list[Actor]:
        """The actors of these ids."""
        if len(self.near) > ACTORS_AT_ONCE:
            self.near = {i: a for i, a in self.near.items() if i in ids}
        new: list[Actor] = values_of(connection, ACTORS, ids - self.near.keys())
        self.near.update((a.id, a) for a in new)
        return [self.near[i] for i in sorted(ids) if i in self.near]

    def note(self, part: Slice) -> None:
        self.actors.update(a.id for a in part.actors)
        held: list[Held] = [*part.statements, *part.talks]
        ids = {r.id for r in part.reports} | {h.id for h in held} | {m.proposal for h in held for m in h.mentions}
        self.targets |= ids & self.of_interest


def parts_of(
    connection: Connection, recall: Recall, asked: Filter, proposals: bool, statements: bool = True
) -> Iterator[Slice]:
    """The slices that follow one another; see `Record.parts`."""
    log, reader = recall.log(connection), last_reader(connection)
    met = _Met(frozenset(d.target for d in recall.decisions) | {r.target for r in log.ratings})
    found = connection.execute(_reports_meant(asked).execution_options(yield_per=MANY))
    for rows in found.partitions(MANY):
        if not statements:
            yield _bare(connection, log, asked, [str(row[0]) for row in rows], reader)
            continue
        part = _part(connection, recall, asked, [str(row[0]) for row in rows], proposals, reader, met)
        met.note(part)
        recall.let_go()
        yield part
    if not statements:
        return
    if asked == EVERYTHING:
        yield from _other_actors(connection, met, reader)
    yield _last(connection, recall, asked, met, reader)


def _reports_meant(asked: Filter) -> Select[tuple[str]]:
    """The ids of the reports in which anything that is meant is told, in their order; of all without a filter."""
    c = REPORTS.c
    meant = select(c.id).order_by(c.published.is_(None), c.published, c.id)
    if asked == EVERYTHING:
        return meant
    told = select(PROPOSALS.c.report).join(MENTIONS, MENTIONS.c.n == PROPOSALS.c.n)
    return meant.where(c.id.in_(told.where(MENTIONS.c.held.in_(numbers_meant(asked).order_by(None)))))


def _part(
    connection: Connection,
    recall: Recall,
    asked: Filter,
    ids: list[str],
    proposals: bool,
    reader: ReaderInfo | None,
    met: _Met,
) -> Slice:
    """What is first told in some reports, with the proposals of these if wanted."""
    held = derived(connection, recall, _numbers(connection, asked, ids))
    own = _proposals(connection, recall, asked, ids) if proposals else []
    reports = _reports(connection, recall.log(connection), ids, held)
    return Slice(
        reports=tuple(reports),
        actors=tuple(met.named(connection, actors_needed(held, own))),
        proposals=tuple(own),
        statements=tuple(h for h in held if isinstance(h, Statement)),
        talks=tuple(h for h in held if isinstance(h, Talk)),
        reader=reader,
        asked=replace(asked, reports=frozenset(ids)),
    )


def _bare(connection: Connection, log: Log, asked: Filter, ids: list[str], reader: ReaderInfo | None) -> Slice:
    """Some reports, without what is told in them."""
    reports = _reports(connection, log, ids, ())
    return Slice(reports=tuple(reports), reader=reader, asked=replace(asked, reports=frozenset(ids)))


def _numbers(connection: Connection, asked: Filter, ids: list[str]) -> list[int]:
    """The statements and talks that are meant and first told in these reports, in their order."""
    told = select(MENTIONS.c.held).join(PROPOSALS, PROPOSALS.c.n == MENTIONS.c.n).where(PROPOSALS.c.report.in_(ids))
    meant = select(HELD.c.n).where(HELD.c.n.in_(told), HELD.c.report.in_(ids), *conditions(asked))
    return list(connection.execute(meant.order_by(*ORDER)).scalars())


def _proposals(connection: Connection, recall: Recall, asked: Filter, ids: list[str]) -> list[Proposal]:
    """What was found in these reports; with a filter, what makes the statements that are meant."""
    own = select(PROPOSALS.c.id).where(PROPOSALS.c.report.in_(ids))
    if asked != EVERYTHING:
        held = select(MENTIONS.c.n).where(MENTIONS.c.held.in_(numbers_meant(asked).order_by(None)))
        own = own.where(PROPOSALS.c.n.in_(held))
    return proposals_of(connection, recall, connection.execute(own).scalars())


def _reports(connection: Connection, log: Log, ids: list[str], held: Iterable[Held]) -> list[Report]:
    """The reports of a part in their order; behind them, without their texts, the others in which it is told."""
    own: dict[str, Report] = {r.id: r for r in values_of(connection, REPORTS, ids)}
    told = {m.report for h in held for m in h.mentions} | {v.report for h in held for v in h.voices}
    others: list[Report] = values_of(connection, REPORTS, told - own.keys())
    return [as_decided(r, log) for r in (*(own[i] for i in ids), *(replace(r, text=None) for r in others))]


def _other_actors(connection: Connection, met: _Met, reader: ReaderInfo | None) -> Iterator[Slice]:
    """The actors that nothing told so far names."""
    ids = connection.execute(select(ACTORS.c.id).order_by(ACTORS.c.id).execution_options(yield_per=ACTORS_AT_ONCE))
    for some in ids.partitions(ACTORS_AT_ONCE):
        if new := [i for (i,) in some if i not in met.actors]:
            met.actors.update(new)
            yield Slice(actors=tuple(values_of(connection, ACTORS, new)), reader=reader)


def _last(connection: Connection, recall: Recall, asked: Filter, met: _Met, reader: ReaderInfo | None) -> Slice:
    """What people decided, rated and are asked about all that went by."""
    whole = asked == EVERYTHING
    met.targets |= met.of_interest & met.actors
    return Slice(
        merge_proposals=tuple(m for m in merges(connection, recall) if whole or set(m.targets) <= met.actors),
        decisions=tuple(d for d in recall.decisions if whole or d.target in met.targets),
        ratings=tuple(r for r in recall.log(connection).ratings if whole or r.target in met.targets),
        reader=reader,
        asked=asked,
    )
