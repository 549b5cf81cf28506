"""Reports: the list of them."""

from __future__ import annotations

from dataclasses import dataclass

from parley.desk.records import plainly
from parley.desk.tables import Table
from parley.desk.views.paging import MANY, Paging
from parley.record import ListedReport, Record

COLUMNS = ("id", "title", "publisher", "published", "language", "state", "handling", "reliability", "found")


@dataclass(frozen=True, slots=True)
class Listed:
    """One report of the list; `found` counts what was found in it."""

    id: str
    title: str
    publisher: str
    published: str
    language: str
    state: str
    why: str
    handling: str
    reliability: str
    found: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """A page of the reports, the latest published first."""

    reports: tuple[Listed, ...]
    paging: Paging

    @property
    def table(self) -> Table:
        """The same as a table."""
        rows = tuple(tuple(getattr(r, c) for c in COLUMNS) for r in self.reports)
        return Table("Reports", COLUMNS, rows, COLUMNS)


def shelf(record: Record, after: int = 0, many: int = MANY) -> Shelf:
    """A page of a record's reports."""
    with plainly():
        found = record.listed_reports(many, after)
        return Shelf(tuple(map(_listed, found)), Paging(after, many, record.counts()["reports"]))


def _listed(x: ListedReport) -> Listed:
    r = x.report
    return Listed(
        id=r.id,
        title=r.title or r.id,
        publisher=r.publisher or "",
        published=r.published or "",
        language=r.language or "",
        state=r.state.value,
        why=r.why or "",
        handling=r.handling.value,
        reliability=r.reliability or "",
        found=x.found,
    )
