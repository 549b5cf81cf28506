"""Home: a record at a glance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from parley.desk.records import plainly
from parley.desk.tables import Table
from parley.desk.views.lines import Line, lines_of
from parley.record import ListedReport, Record, Waiting
from parley.terms.enums import Form, Status
from parley.terms.slice import Filter

NEWEST = 6
TALKS = Filter(forms=frozenset({Form.TALK}))
CONTESTED = Filter(statuses=frozenset({Status.CONTESTED}), forms=frozenset(Form) - {Form.TALK})


@dataclass(frozen=True, slots=True)
class NewReport:
    """A report as the list of what is new names it."""

    id: str
    title: str
    publisher: str
    published: str
    found: int


@dataclass(frozen=True, slots=True)
class Year:
    """How many talks and events began in a year, and how many of the events are facts."""

    period: str
    talks: int
    events: int
    facts: int


@dataclass(frozen=True, slots=True)
class Glance:
    """What is in a record, what is new since a moment ("" is ever), and what waits."""

    counts: Mapping[str, int]
    since: str
    new_total: int
    new_reports: tuple[NewReport, ...]
    new_decisions: int
    talks: tuple[Line, ...]
    contested_total: int
    contested: tuple[Line, ...]
    waiting: int
    unsure: int
    years: tuple[Year, ...]

    @property
    def table(self) -> Table:
        """The coverage, year by year."""
        rows = tuple((y.period, y.talks, y.events, y.facts) for y in self.years)
        columns = ("period", "talks", "events", "facts")
        return Table("Coverage", columns, rows, columns)


def glance(record: Record, since: str = "") -> Glance:
    """A record at a glance; `since` is the moment of the last visit in ISO form."""
    with plainly():
        total, new = record.reports_since(since, NEWEST)
        talks = lines_of(record.newest(TALKS, NEWEST))
        contested = lines_of(record.newest(CONTESTED, NEWEST))
        tallies = record.timeline(by="year")
        return Glance(
            counts={**record.counts(), "actors": record.listed_actors(1)[1]},
            since=since,
            new_total=total,
            new_reports=tuple(map(new_report, new)),
            new_decisions=sum(d.at > since for d in record.decisions() if d.coder is None),
            talks=talks,
            contested_total=record.how_many(CONTESTED),
            contested=contested,
            waiting=record.waiting(Waiting.OPEN),
            unsure=record.waiting(Waiting.UNSURE),
            years=tuple(Year(t.period, t.talks, t.events, t.facts) for t in tallies),
        )


def new_report(listed: ListedReport) -> NewReport:
    """A report as a list names it."""
    r = listed.report
    return NewReport(r.id, r.title or r.id, r.publisher or "", r.published or "", listed.found)
