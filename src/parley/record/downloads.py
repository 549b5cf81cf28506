"""Later downloads of one table: which of its rows a record holds, and rows that are there no more or otherwise.

A row is a report whose id begins with the table's name. Its text is never changed: a row that has changed comes as
another report; the old one stays with its text, marked unread with why, and nothing made of it counts any more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from sqlalchemy import Connection, Select, and_, delete, select, update

from parley.record.chunks import chunks
from parley.record.keeping import drop, row_of
from parley.record.naming import untell
from parley.record.opening import clearly, writing
from parley.record.recalling import Recall
from parley.record.store import Record
from parley.record.tables import PROPOSALS, READINGS, REPORTS
from parley.record.wiring import read, read_rows
from parley.terms.enums import ReportState
from parley.terms.report import Report
from parley.terms.slice import ReaderInfo
from parley.terms.statement import Proposal

CHANGED = "@"
"""Between a row's own id and the day of the download in which it had changed."""
_VERSION = re.compile(rf"(.+){CHANGED}\d{{4}}-\d\d-\d\d(?:\.\d+)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A row as the record holds it: its report's id, the hash of its text, and whether it stands (or is withdrawn).

    `codebook` is that by which it was last read, None where nothing of it counts.
    """

    report: str
    sha256: str
    state: ReportState
    codebook: str | None


class Downloads:
    """What a record holds of one table as its reader read it; the ids of its rows' reports begin with `prefix`."""

    def __init__(self, record: Record, prefix: str, reader: str) -> None:
        self._engine, self._recall, self._path = record._engine, record._recall, record.path
        self._prefix, self._reader = prefix, reader
        self._changed = self._later_versions()

    def held(self, ids: Iterable[str]) -> dict[str, list[HeldRow]]:
        """All that was ever kept under each of some rows' ids, in the order in which it came; new ones are left out."""
        wanted = {v: i for i in ids for v in (i, *self._changed.get(i, ()))}
        rows: dict[str, HeldRow] = {}
        with clearly(self._path), self._engine.begin() as connection:
            for some in chunks(wanted):
                asked = self._rows().where(REPORTS.c.id.in_(some))
                rows.update(
                    (row[0], HeldRow(row[0], row[1], ReportState(row[2]), row[3])) for row in connection.execute(asked)
                )
        found: dict[str, list[HeldRow]] = {}
        for version, id_ in wanted.items():
            if version in rows:
                found.setdefault(id_, []).append(rows[version])
        return found

    def _rows(self) -> Select[Any]:
        own = and_(READINGS.c.report == REPORTS.c.id, READINGS.c.reader == self._reader)
        c = REPORTS.c
        return select(c.id, c.sha256, c.state, READINGS.c.codebook).select_from(REPORTS.outerjoin(READINGS, own))

    def standing(self) -> Iterator[str]:
        """The ids of the reports whose rows stand, in order."""
        last = ""
        while some := self._some_after(last):
            yield from some
            last = some[-1]

    @staticmethod
    def base_of(report: str) -> str:
        """The id of the row of which a report is a later version; the report's own where it is none."""
        m = _VERSION.fullmatch(report)
        return m[1] if m is not None else report

    def version_of(self, id_: str, as_of: str) -> str:
        """An id for a changed row, of a day, that is not taken."""
        taken = self._changed.setdefault(id_, [])
        made, n = f"{id_}{CHANGED}{as_of}", 1
        while made in taken:
            n += 1
            made = f"{id_}{CHANGED}{as_of}.{n}"
        taken.append(made)
        return made

    def retire(self, why: Mapping[str, str]) -> None:
        """Let nothing that the reader made of some reports count any more; the reports stay, unread, with why."""
        with clearly(self._path), writing(self._engine) as connection:
            for some in chunks(why):
                _retire(connection, self._recall, {i: why[i] for i in some}, self._reader)

    def confirm(self, reports: Iterable[str], reader: ReaderInfo) -> None:
        """Note that rows stand in a later download as they did."""
        with clearly(self._path), writing(self._engine) as connection:
            for some in chunks(reports):
                own = READINGS.c.report.in_(some), READINGS.c.reader == reader.name
                older = READINGS.c.version < reader.version
                connection.execute(update(READINGS).where(*own, older).values(version=reader.version))

    def _later_versions(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        begins = f"{self._prefix}%{CHANGED}%"
        asked = select(REPORTS.c.id).where(REPORTS.c.id.like(begins)).order_by(REPORTS.c.id)
        with clearly(self._path), self._engine.begin() as connection:
            for version in connection.execute(asked).scalars():
                if m := _VERSION.fullmatch(version):
                    found.setdefault(m[1], []).append(version)
        return found

    def _some_after(self, last: str) -> list[str]:
        ends = self._prefix[:-1] + chr(ord(self._prefix[-1]) + 1)
        asked = (
            select(REPORTS.c.id)
            .where(REPORTS.c.id >= self._prefix, REPORTS.c.id < ends, REPORTS.c.id > last)
            .where(REPORTS.c.state == ReportState.READ.value)
            .order_by(REPORTS.c.id)
            .limit(10_000)
        )
        with clearly(self._path), self._engine.begin() as connection:
            return list(connection.execute(asked).scalars())


def _retire(connection: Connection, recall: Recall, why: Mapping[str, str], reader: str) -> None:
    asked = select(PROPOSALS.c.n, PROPOSALS.c.id, PROPOSALS.c.json).where(PROPOSALS.c.report.in_(list(why)))
    found: list[tuple[int, Proposal]] = [(n, read(PROPOSALS, i, text)) for n, i, text in connection.execute(asked)]
    drop(connection, [n for n, p in found if p.reader == reader])
    own = READINGS.c.report.in_(list(why)), READINGS.c.reader == reader
    for number in connection.execute(select(READINGS.c.id).where(*own)).scalars().all():
        untell(connection, recall, number)
    connection.execute(delete(READINGS).where(*own))
    rows = select(REPORTS.c.id, REPORTS.c.json).where(REPORTS.c.id.in_(list(why)))
    held = cast(list[Report], read_rows(connection, REPORTS, rows))
    log = recall.log(connection)
    for report in held:
        now = replace(report, state=ReportState.UNREAD, why=why[report.id])
        connection.execute(update(REPORTS).where(REPORTS.c.id == report.id).values(**row_of(now, log)))
