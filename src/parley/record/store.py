"""A record over one file or database: reports and readings kept, statements and talks answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from sqlalchemy import delete, func, select

from parley.record import listing
from parley.record.appending import append
from parley.record.asking import Page, as_decided, counted, found, merges, slice_holding, slice_of, values_of
from parley.record.bulk import keep_all
from parley.record.coding import Coding, assign, assignments, codings, finish
from parley.record.deciding import Wish
from parley.record.doubting import doubts
from parley.record.errors import RecordError
from parley.record.forecasting import forecasts, keep_forecast
from parley.record.history import Entry, Orphan, history, orphans
from parley.record.importing import readings_in
from parley.record.keeping import Added, has_reading, held_as, note_again, report_named
from parley.record.listing import ListedActor, ListedReport
from parley.record.moving import Moving
from parley.record.naming import touch_actors
from parley.record.opening import clearly, going_through, writing
from parley.record.parts import parts_of
from parley.record.queue import Waiting, queue, waiting
from parley.record.states import state
from parley.record.steadying import again, decide_surely, steadied
from parley.record.tables import ACTOR_TELLINGS, ACTORS, HELD, JOINED, PENDING, PROPOSALS, REPORTS
from parley.record.tallies import Period, Tally, most_named, reports_with, timeline
from parley.record.wiring import read, read_rows
from parley.terms.actor import Actor
from parley.terms.enums import Action
from parley.terms.layers import Reading
from parley.terms.log import Assignment, Decision, Forecast, MergeProposal
from parley.terms.report import Report
from parley.terms.slice import Filter, ReaderInfo, Slice
from parley.terms.statement import Proposal, Statement, Talk

NO_READER = ReaderInfo("import", "0", "")
"""Stands for the reader of an export that names none."""


def now() -> str:
    """The present moment, UTC, to the second, in ISO form."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@steadied
class Record(Moving):
    """One record. Statements are what joining makes of all proposals; they are made anew when next asked for."""

    def add(self, readings: Iterable[Reading], reader: ReaderInfo, at_once: int = 1) -> Added:
        """Keep readings, each in a transaction of its own: a run that is killed loses at most the one in hand.

        With `at_once`, so many share a transaction, which is quicker and loses as many.
        Raises RecordError where a report's id is held for another text; what came before it is kept.
        """
        total = Added()
        rest, at = iter(readings), now()
        while some := list(islice(rest, at_once)):
            total += self._keep(some, reader, at)
        return total

    @again
    def _keep(self, some: list[Reading], reader: ReaderInfo, at: str) -> Added:
        with clearly(self.path), writing(self._engine) as connection:
            return keep_all(connection, self._recall, some, reader, at)

    def seen_again(self, reports: Iterable[Report]) -> int:
        """Note further appearances of texts that are held already; how many of the reports are. Raises RecordError."""
        count = 0
        with clearly(self.path), writing(self._engine) as connection:
            for report in reports:
                if (held := held_as(connection, report)) is not None:
                    note_again(connection, self._recall.log(connection), held, report)
                    count += 1
        return count

    def has_read(self, report: str, reader: ReaderInfo, sha256: str | None = None) -> bool:
        """Whether this reader, by version and codebook, has read a report; with `sha256`, one of this text."""
        with clearly(self.path), self._engine.begin() as connection:
            held = select(REPORTS.c.sha256).where(REPORTS.c.id == report_named(connection, report))
            if sha256 is not None and connection.execute(held).scalar() != sha256:
                return False
            return has_reading(connection, report, reader)

    def rejoin(self) -> None:
        """Make statements and talks anew from all proposals and decisions."""
        with clearly(self.path), writing(self._engine) as connection:
            for table in JOINED:
                connection.execute(delete(table))
            connection.execute(delete(PENDING))
            connection.execute(PENDING.insert().from_select(["n"], select(PROPOSALS.c.n)))
            touch_actors(connection, connection.execute(select(ACTOR_TELLINGS.c.actor).distinct()).scalars())
        self.settle()

    def decide(self, action: Action, target: str, by: str, **more: Any) -> Decision:
        """Decide, on a statement, talk, report or actor: append to the log what a `Wish` of these fields comes to.

        Returns the entry. Raises RecordError where nothing is called so, or the decision would change nothing.
        """
        wish = Wish(action, target, by, **{"at": now(), **more})
        with clearly(self.path):
            self._settled()
            made = decide_surely(self._engine, self._recall, wish)
        if action is Action.WITHDRAW:
            self.scrub()
        return made

    def decisions(self) -> tuple[Decision, ...]:
        """The whole log, what was undone and blind codings among it."""
        with clearly(self.path), self._engine.begin() as connection:
            self._recall.log(connection)
            return self._recall.decisions

    def history(self, wanted: str | None = None) -> tuple[Entry, ...]:
        """The log, or what of it is about one statement, talk, report or actor. Raises AmbiguousError."""
        with clearly(self.path), self._settled().begin() as connection:
            return history(connection, self._recall, wanted)

    def orphans(self) -> tuple[Orphan, ...]:
        """The decisions that stand and have lost what they were about."""
        with clearly(self.path), self._settled().begin() as connection:
            return orphans(connection, self._recall)

    def actors(self) -> tuple[Actor, ...]:
        """All actors, in the order of their ids."""
        with clearly(self.path), self._settled().begin() as connection:
            return tuple(read_rows(connection, ACTORS, select(ACTORS.c.id, ACTORS.c.json).order_by(ACTORS.c.id)))

    def report(self, wanted: str) -> Report | None:
        """A report by its id, or another id under which its text came in; None where none is held."""
        with clearly(self.path), self._engine.begin() as connection:
            name = report_named(connection, wanted)
            text = connection.execute(select(REPORTS.c.json).where(REPORTS.c.id == name)).scalar()
            return as_decided(read(REPORTS, name, text), self._recall.log(connection)) if text is not None else None

    def texts(self) -> Iterator[Report]:
        """The reports whose text is held, one at a time, in the order of their ids."""
        with clearly(self.path), self._engine.begin() as connection:
            ids = list(connection.execute(select(REPORTS.c.id).order_by(REPORTS.c.id)).scalars())
        found = (self.report(i) for i in ids)
        return (r for r in found if r is not None and r.text is not None)

    def proposals(self, report: str, reader: str | None = None) -> tuple[Proposal, ...]:
        """What was found in a report, by one reader or by all, as it was found."""
        with clearly(self.path), self._engine.begin() as connection:
            asked = select(PROPOSALS.c.id, PROPOSALS.c.json).where(PROPOSALS.c.report == report)
            found: list[Proposal] = read_rows(connection, PROPOSALS, asked)
        return tuple(p for p in found if reader in (None, p.reader))

    def load(self, part: Slice) -> Added:
        """Keep what an export holds: its reports, proposals, actors and decisions. Raises RecordError."""
        added = self.add(readings_in(part), part.reader or NO_READER)
        with clearly(self.path), writing(self._engine) as connection:
            append(connection, self._recall, part.decisions)
        return added

    def slice(self, asked: Filter | None = None, page: Page | None = None) -> Slice:
        """The part of the record that a filter means, or a page of it; all of it without one."""
        with clearly(self.path), self._settled().begin() as connection:
            return slice_of(connection, self._recall, asked or Filter(), page)

    def parts(self, asked: Filter | None = None, proposals: bool = False, statements: bool = True) -> Iterator[Slice]:
        """The part of the record that a filter means, report by report in slices that follow one another.

        Each holds what is first told in its reports, which its own filter names (`asked.reports`; other reports are
        there, without text, where they tell of it too), and with `proposals` what was found in them. Actors come with
        whatever names them, again and again; in the end come those that nothing names, and what people decided.
        Without `statements` there is nothing but reports.
        """
        with clearly(self.path), going_through(self._settled()) as connection:
            yield from parts_of(connection, self._recall, asked or Filter(), proposals, statements)

    def state(self, before: str | None = None, without: Iterable[str] = ()) -> Slice:
        """The record as it was before a moment in ISO form, or as it would be without some reports, joined anew."""
        with clearly(self.path), self._settled().begin() as connection:
            return state(connection, self._recall, before, frozenset(without))

    def keep_forecast(self, forecast: Forecast) -> None:
        """Keep a forecast, or its outcome. Raises RecordError where anything but the outcome would change."""
        with clearly(self.path), writing(self._engine) as connection:
            keep_forecast(connection, forecast)

    def forecasts(self) -> tuple[Forecast, ...]:
        """Every forecast in its latest state, in the order in which they were made."""
        with clearly(self.path), self._engine.begin() as connection:
            return forecasts(connection)

    def assign(self, report: str, coder: str) -> Assignment:
        """Give a report to a coder. Raises RecordError for one that is not held."""
        with clearly(self.path), writing(self._engine) as connection:
            return assign(connection, report, coder)

    def finish(self, report: str, coder: str) -> None:
        """Note that a coder is done with a report. Raises RecordError where it was never given to that coder."""
        with clearly(self.path), writing(self._engine) as connection:
            finish(connection, report, coder)

    def assignments(self) -> tuple[Assignment, ...]:
        """Who was given what."""
        with clearly(self.path), self._engine.begin() as connection:
            return assignments(connection)

    def codings(self, round_: int | None = None) -> tuple[Coding, ...]:
        """What each coder made of each place of the reports given to them."""
        with clearly(self.path), self._settled().begin() as connection:
            return codings(connection, self._recall, round_)

    def doubts(self, asked: Filter | None = None, most: int = 1000) -> tuple[MergeProposal, ...]:
        """Pairs of events or talks that may be one and were not joined, among the first that a filter means."""
        with clearly(self.path), self._settled().begin() as connection:
            return doubts(connection, self._recall, asked or Filter(), most)

    def merges(self) -> tuple[MergeProposal, ...]:
        """Proposals to merge: actors of one name under several ids."""
        with clearly(self.path), self._settled().begin() as connection:
            return tuple(merges(connection, self._recall))

    def timeline(self, asked: Filter | None = None, by: Period = "year") -> tuple[Tally, ...]:
        """Talks and events counted by the period in which they began."""
        with clearly(self.path), self._settled().begin() as connection:
            return timeline(connection, asked or Filter(), by)

    def most_named(self, asked: Filter | None = None, many: int = 1000) -> tuple[tuple[str, Actor | None, int], ...]:
        """The actors that most statements and talks name: id, the actor where readers told of it, and how many do."""
        with clearly(self.path), self._settled().begin() as connection:
            named = most_named(connection, asked or Filter(), many)
            known = {a.id: a for a in values_of(connection, ACTORS, [actor for actor, _ in named])}
        return tuple((actor, known.get(actor), times) for actor, times in named)

    def reports_saying(self, words: str, many: int = 100) -> tuple[str, ...]:
        """The ids of the first reports that hold all of some words, or words that begin so."""
        with clearly(self.path), self._settled().begin() as connection:
            return reports_with(connection, words, many)

    def queue(self, which: Waiting, asked: Filter, many: int, after: int = 0) -> Slice:
        """So many that wait for a person's eye, as a slice; `pressing` gives back their order."""
        with clearly(self.path), self._settled().begin() as connection:
            numbers = queue(connection, which, asked, many, after)
            return slice_holding(connection, self._recall, numbers, asked)

    def waiting(self, which: Waiting, asked: Filter | None = None) -> int:
        """How many statements and talks wait."""
        with clearly(self.path), self._settled().begin() as connection:
            return waiting(connection, which, asked or Filter())

    def newest(self, asked: Filter, many: int, after: int = 0, disputed: bool = False) -> Slice:
        """So many of what a filter means, the latest day first; `disputed` leaves out talks and plain facts."""
        with clearly(self.path), self._settled().begin() as connection:
            numbers = listing.newest(connection, asked, many, after, disputed)
            return slice_holding(connection, self._recall, numbers, asked)

    def how_many(self, asked: Filter, disputed: bool = False) -> int:
        """How many statements and talks a filter means, without those that people rejected."""
        with clearly(self.path), self._settled().begin() as connection:
            return listing.how_many(connection, asked, disputed)

    def shared(self, one: str, other: str, many: int) -> Slice:
        """The statements and talks that name both of two actors, by day."""
        with clearly(self.path), self._settled().begin() as connection:
            return slice_holding(connection, self._recall, listing.shared(connection, one, other, many), Filter())

    def listed_reports(self, many: int, after: int = 0) -> tuple[ListedReport, ...]:
        """So many reports, the latest published first."""
        with clearly(self.path), self._engine.begin() as connection:
            return listing.reports_listed(connection, self._recall, many, after)

    def reports_since(self, at: str, many: int) -> tuple[int, tuple[ListedReport, ...]]:
        """How many reports were first read after a moment, and the last of them."""
        with clearly(self.path), self._engine.begin() as connection:
            return listing.reports_since(connection, self._recall, at, many)

    def reports_of(self, name: str) -> frozenset[str]:
        """The id of the report that is called so; where none is, of those that an outlet of this name published."""
        with clearly(self.path), self._engine.begin() as connection:
            return listing.reports_of(connection, self._recall, name)

    def reports_marked(self) -> frozenset[str]:
        """The ids of the reports that are marked otherwise than open."""
        with clearly(self.path), self._engine.begin() as connection:
            return listing.reports_marked(connection, self._recall)

    def listed_actors(self, many: int, after: int = 0) -> tuple[tuple[ListedActor, ...], int]:
        """So many actors, the most named first, and how many there are in all."""
        with clearly(self.path), self._settled().begin() as connection:
            return listing.actors_listed(connection, many, after)

    def disputed_by_status(self, asked: Filter) -> dict[str, int]:
        """How many of what is no plain fact a filter means, by status."""
        with clearly(self.path), self._settled().begin() as connection:
            return listing.disputed_by_status(connection, asked)

    def last_decision(self, proposal: str) -> int:
        """The number of the last decision on what holds a proposal; 0 where nobody decided on it."""
        with clearly(self.path), self._settled().begin() as connection:
            return listing.last_seq(connection, proposal)

    def mark(self) -> tuple[int, int, str, int]:
        """What is another value once anything was read or decided."""
        with clearly(self.path), self._engine.begin() as connection:
            return listing.mark(connection)

    def counts(self) -> Mapping[str, int]:
        """How many of each thing the record holds: `reports`, `unread`, `proposals`, `statements`, `facts`, …"""
        with clearly(self.path), self._settled().begin() as connection:
            return counted(connection)

    def holds_more_than(self, many: int) -> bool:
        """Whether it holds more statements and talks than so many; nobody counts them all for it."""
        with clearly(self.path), self._settled().begin() as connection:
            some = select(HELD.c.n).limit(many + 1).subquery()
            return int(connection.execute(select(func.count()).select_from(some)).scalar_one()) > many

    def find(self, wanted: str) -> Statement | Talk | None:
        """A statement or talk by its id, one of its proposals' ids, or the beginning of either; None where none is.

        Raises AmbiguousError (a LookupError) where several begin so.
        """
        with clearly(self.path), self._settled().begin() as connection:
            return found(connection, self._recall, wanted)

    def statement(self, id: str) -> Statement:  # noqa: A002 - the contract's own word
        """The statement that holds a proposal's id. Raises RecordError where none does."""
        held = self.find(id)
        if not isinstance(held, Statement):
            raise RecordError(f"{self.path}: no statement {id!r}. `parley show events` lists their ids.")
        return held
