"""All that a record holds, one value after the other in the contract's order, for an export that loses nothing.

What is kept (reports, readings, proposals, decisions) is given as it is kept; what is worked out from it (actors,
statements, talks) is given beside it. No more than some reports are in memory at once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, select

from parley.record.asking import as_decided, merges, values_of
from parley.record.chunks import Keyed, chunks
from parley.record.coding import assignments
from parley.record.deriving import derived
from parley.record.imported import parts_of, whole_of
from parley.record.recalling import Recall
from parley.record.tables import (
    ACTOR_TELLINGS,
    ACTORS,
    AFFILIATION_TELLINGS,
    FORECASTS,
    HELD,
    ORDER,
    PROPOSALS,
    READINGS,
    REPORT_NAMES,
    REPORTS,
    SNAPSHOTS,
    TOLD_ACTORS,
    TOLD_AFFILIATIONS,
)
from parley.record.wiring import read, read_rows
from parley.terms.actor import Actor
from parley.terms.affiliation import Affiliation
from parley.terms.kept import AsKept, Counts, Kept, Original, Redirect, Telling
from parley.terms.named import named_in
from parley.terms.report import Report
from parley.terms.slice import ReaderInfo
from parley.terms.statement import Proposal, Statement, Talk
from parley.terms.unswept import unswept

AT_ONCE = 200
"""Reports held in memory at once."""
T = TypeVar("T")


def contents(connection: Connection, recall: Recall) -> Iterator[Any]:
    """Everything that a record holds: what is kept and, beside it, what joining makes of it. It is to be settled.

    Report by report what is told in it, an actor before its first use; then the other actors, decisions, ratings,
    proposals to merge, forecasts in all their states, snapshots, assignments; at last what is known to be left out.
    """
    giving = _Giving(connection, recall)
    due = _Actors(connection)
    for some in giving.batches():
        yield from _lines(connection, recall, some, due)
    yield from due.rest()
    yield from recall.decisions
    yield from recall.log(connection).ratings
    yield from merges(connection, recall)
    yield from _beside(connection)
    yield Counts(whole_of(connection), (), parts_of(connection))


def _lines(connection: Connection, recall: Recall, some: _Batch, due: _Actors) -> list[Any]:
    """A batch's lines; they are made at once, without a search for garbage meanwhile."""
    with unswept():
        held = _held(connection, recall, some.proposals)
        own = {r: [(x, named_in(x)) for x in (*some.told_in(r), *held.get(r, ()))] for r in some.reports}
        due.fetch(name for named in own.values() for _, names in named for name in names)
        lines: list[Any] = []
        for report in some.reports:
            lines += some.kept(report)
            for value, names in own[report]:
                lines += due.before(names)
                lines.append(AsKept(some.text[value.id]) if isinstance(value, Proposal) else value)
    return lines


def _beside(connection: Connection) -> Iterator[Any]:
    f, s = FORECASTS.c, SNAPSHOTS.c
    yield from read_rows(connection, FORECASTS, select(f.id, f.json).order_by(f.seq))
    yield from read_rows(connection, SNAPSHOTS, select(s.id, s.json).order_by(s.at, s.id))
    yield from assignments(connection)


def _held(
    connection: Connection, recall: Recall, proposals: Mapping[int, Proposal]
) -> dict[str, list[Statement | Talk]]:
    """Statements, then talks, by the report of their first mention; a number is that of the earliest proposal."""
    rows = sorted((tuple(order), n) for n, *order in _ORDERED.rows(connection, proposals))
    recall.let_go()
    recall.learn(connection, proposals)
    made = derived(connection, recall, [n for _, n in rows])
    found: dict[str, list[Statement | Talk]] = defaultdict(list)
    for h in sorted(made, key=lambda h: isinstance(h, Talk)):
        found[h.mentions[0].report].append(h)
    return found


_ORDERED = Keyed(select(HELD.c.n, *ORDER), HELD.c.n)


class _Actors:
    """The actors that were not given yet: each before its first use, its members before it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._given: set[str] = set()
        self._near: dict[str, Actor] = {}

    def fetch(self, names: Iterable[str]) -> None:
        """Have ready those of these that were not given, and their members."""
        self._near = {}
        todo = set(names) - self._given
        while todo:
            found: list[Actor] = values_of(self._connection, ACTORS, todo)
            self._near.update((a.id, a) for a in found)
            todo = {m for a in found for m in a.members} - self._given - self._near.keys()

    def before(self, names: Iterable[str]) -> Iterator[Actor]:
        """Those of these that were not given yet."""
        for name in names:
            if name not in self._given:
                yield from self._of(name)

    def rest(self) -> Iterator[Actor]:
        """Those that nothing has used, in the order of their ids."""
        ids = self._connection.execute(select(ACTORS.c.id).order_by(ACTORS.c.id)).scalars().all()
        left = iter([i for i in ids if i not in self._given])
        while some := list(islice(left, AT_ONCE)):
            yield from sorted(values_of(self._connection, ACTORS, some), key=lambda a: a.id)

    def _of(self, name: str) -> Iterator[Actor]:
        actor = self._near.get(name)
        if actor is not None and name not in self._given:
            self._given.add(name)
            for member in actor.members:
                yield from self._of(member)
            yield actor


class _Giving:
    """Reports in the order of an export, and the numbers that tellings and readings have in it."""

    def __init__(self, connection: Connection, recall: Recall) -> None:
        self.connection = connection
        self.log = recall.log(connection)
        self._readings = list(connection.execute(select(READINGS.c.id).order_by(READINGS.c.id)).scalars())
        self._tellings: dict[tuple[str, int], int] = {}

    def batches(self) -> Iterator[_Batch]:
        """The reports, some at a time."""
        c = REPORTS.c
        ids = self.connection.execute(select(c.id, c.published)).all()
        order = sorted((published is None, published or "", id_) for id_, published in ids)
        rest = iter([id_ for *_, id_ in order])
        while some := list(islice(rest, AT_ONCE)):
            yield _Batch(self, some)

    def place_of(self, reading: int) -> int:
        """A reading's place among all, from 1."""
        return bisect_left(self._readings, reading) + 1

    def numbered(self, key: tuple[str, int]) -> int:
        """A telling's number in this export, from 1; 0 where it was not given yet."""
        return self._tellings.get(key, 0)

    def number(self, key: tuple[str, int]) -> int:
        """The same; it is given one now."""
        return self._tellings.setdefault(key, len(self._tellings) + 1)


class _Batch:
    """Some reports with what is kept of them."""

    def __init__(self, giving: _Giving, reports: Sequence[str]) -> None:
        self._giving = giving
        self._connection = giving.connection
        self.reports = reports
        self._raw = {r.id: r for r in values_of(self._connection, REPORTS, reports)}
        self._names = self._by_report(REPORT_NAMES, REPORT_NAMES.c.name)
        self._readings = self._by_report(READINGS, READINGS.c.id)
        ids = [row["id"] for rows in self._readings.values() for row in rows]
        self._told = self._tellings(ids)
        self.proposals, self._of = self._proposals()

    def kept(self, report: str) -> Iterator[Any]:
        """A report as decided, how it came, its other ids, and its readings with their words on actors."""
        raw: Report = self._raw[report]
        now = as_decided(raw, self._giving.log)
        yield now
        if now != raw:
            yield original(raw)
        for row in self._names[report]:
            yield Redirect(row["name"], report)
        for row in self._readings[report]:
            yield from self._new_tellings(row["id"])
            yield self._reading(row)

    def told_in(self, report: str) -> list[Proposal]:
        """A report's proposals, in the order of its text."""
        return self._of.get(report, [])

    def _by_report(self, table: Table, order: Any) -> dict[str, list[Mapping[str, Any]]]:
        found: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
        for some in chunks(self.reports):
            asked = select(table).where(table.c.report.in_(some)).order_by(order)
            for row in self._connection.execute(asked).mappings():
                found[row["report"]].append(dict(row))
        return found

    def _proposals(self) -> tuple[dict[int, Proposal], dict[str, list[Proposal]]]:
        c = PROPOSALS.c
        numbered: dict[int, Proposal] = {}
        self._found: dict[int, list[str]] = defaultdict(list)
        self.text: dict[str, str] = {}
        for some in chunks(self.reports):
            asked = select(c.n, c.id, c.reading, c.json).where(c.report.in_(some))
            for n, id_, reading, text in self._connection.execute(asked):
                numbered[n] = read(PROPOSALS, id_, text)
                self._found[reading].append(id_)
                self.text[id_] = text
        of: dict[str, list[Proposal]] = defaultdict(list)
        for p in sorted(numbered.values(), key=lambda p: (p.start, p.end, p.id)):
            of[p.report].append(p)
        return numbered, of

    def _tellings(self, readings: Iterable[int]) -> dict[int, list[tuple[str, int, Actor | Affiliation]]]:
        """By reading: what it tells, with what names the telling in the file."""
        found: dict[int, list[tuple[str, int, Actor | Affiliation]]] = defaultdict(list)
        for told, tellings in ((TOLD_ACTORS, ACTOR_TELLINGS), (TOLD_AFFILIATIONS, AFFILIATION_TELLINGS)):
            rows: list[tuple[int, int]] = []
            for some in chunks(readings):
                asked = select(told.c.reading, told.c.telling).where(told.c.reading.in_(some))
                rows += [(r, t) for r, t in self._connection.execute(asked)]
            values: dict[int, Any] = {}
            for some in chunks(t for _, t in rows):
                texts = select(tellings.c.id, tellings.c.json).where(tellings.c.id.in_(some))
                values.update((i, read(tellings, i, text)) for i, text in self._connection.execute(texts))
            for r, t in rows:
                found[r].append((tellings.name, t, values[t]))
        return found

    def _new_tellings(self, reading: int) -> Iterator[Telling]:
        new = [t for t in self._told[reading] if not self._giving.numbered(t[:2])]
        for table, id_, value in sorted(new, key=lambda t: (t[0], repr(t[2]))):
            number = self._giving.number((table, id_))
            yield Telling(number, value) if isinstance(value, Actor) else Telling(number, None, value)

    def _reading(self, row: Mapping[str, Any]) -> Kept:
        told = sorted(self._giving.numbered(t[:2]) for t in self._told[row["id"]])
        return Kept(
            seq=self._giving.place_of(row["id"]),
            report=row["report"],
            reader=ReaderInfo(row["reader"], row["version"], row["codebook"]),
            at=row["at"],
            again=row["again"],
            proposals=tuple(sorted(self._found.get(row["id"], ()))),
            told=tuple(told),
        )


def original(raw: Report) -> Original:
    """A report's own particulars as they came."""
    return Original(raw.id, raw.title, raw.publisher, raw.url, raw.published, raw.handling, raw.reliability)
