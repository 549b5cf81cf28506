"""Keeping what readers found: each report and its reading once, by content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from sqlalchemy import Connection, Table, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from parley.record.errors import RecordError
from parley.record.tables import (
    ACTORS_TOLD,
    AFFILIATIONS_TOLD,
    JOINING,
    PROPOSALS,
    READINGS,
    REPORT_NAMES,
    REPORTS,
)
from parley.record.wiring import read, written
from parley.terms.enums import ReportState
from parley.terms.layers import Reading
from parley.terms.quotes import misquotes
from parley.terms.report import Appearance, Report
from parley.terms.slice import ReaderInfo


@dataclass(frozen=True, slots=True)
class Added:
    """What a batch added: new reports, new proposals, and how many reports were held already."""

    reports: int = 0
    proposals: int = 0
    already: int = 0

    def __add__(self, other: Added) -> Added:
        """Two batches taken together."""
        return Added(self.reports + other.reports, self.proposals + other.proposals, self.already + other.already)


def keep(connection: Connection, reading: Reading, reader: ReaderInfo) -> Added:
    """Keep one reading. Raises RecordError where its report's id is held for another text, or a quote is not in it."""
    report = reading.report
    check_quotes(reading)
    held = held_as(connection, report)
    if held is None:
        connection.execute(REPORTS.insert().values(**_row(report)))
    else:
        note_again(connection, held, report)
    if held is not None and held.id != report.id:
        return Added(already=1)  # its proposals quote the same text under the id first given
    found = _keep_reading(connection, reading, reader)
    return Added(int(held is None), found, int(held is not None))


def check_quotes(reading: Reading) -> None:
    """Refuse a reading that quotes what its report does not say, or another report. Raises RecordError."""
    report = reading.report
    strays = (f"proposal {p.id!r} is of report {p.report!r}" for p in reading.proposals if p.report != report.id)
    faults = (*strays, *misquotes(reading.proposals, {report.id: report.text}))
    if faults:
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        raise RecordError(
            f"report {report.id!r}: {faults[0]}{more}. "
            "Nothing of it is kept: tell the maker of its reader, or read it with another one."
        )


def held_as(connection: Connection, report: Report) -> Report | None:
    """The report that the record holds for this one: of the same id, else of the same text."""
    name = report_named(connection, report.id)
    by_id = connection.execute(select(REPORTS.c.json).where(REPORTS.c.id == name)).scalar()
    if by_id is not None:
        held = cast(Report, read(REPORTS, name, by_id))
        if held.sha256 != report.sha256:
            raise RecordError(
                f"report {report.id!r}: the record holds another text under this id. "
                "Give the new one an id of its own, or read it into another record."
            )
        return held
    same = select(REPORTS.c.id, REPORTS.c.json).where(REPORTS.c.sha256 == report.sha256).order_by(REPORTS.c.id)
    row = connection.execute(same).first()
    return cast(Report, read(REPORTS, *row)) if row is not None else None


def report_named(connection: Connection, name: str) -> str:
    """The id of the report that is held under a name; the name itself where it is no other's."""
    led = connection.execute(select(REPORT_NAMES.c.report).where(REPORT_NAMES.c.name == name)).scalar()
    return str(led) if led is not None else name


def has_reading(connection: Connection, report: str, reader: ReaderInfo) -> bool:
    """Whether this very reader, by version and codebook, has read a report."""
    row = _reading(connection, report_named(connection, report), reader)
    return row is not None and (row["version"], row["codebook"]) == (reader.version, reader.codebook)


def note_again(connection: Connection, held: Report, report: Report) -> None:
    """A text held already: another outlet adds an appearance, another id leads to it, a first reading marks it read."""
    seen = tuple(dict.fromkeys((*appearances(held), *appearances(report))))
    now = replace(held, appearances=seen)
    if held.id == report.id and held.state is ReportState.UNREAD and report.state is ReportState.READ:
        now = replace(now, state=ReportState.READ, why=None, language=report.language)
    if now != held:
        connection.execute(update(REPORTS).where(REPORTS.c.id == held.id).values(**_row(now)))
    if held.id != report.id:
        into(connection, REPORT_NAMES, [{"name": report.id, "report": held.id}])


def appearances(report: Report) -> tuple[Appearance, ...]:
    """Where a report was printed, by its appearances or else by its own fields."""
    own = Appearance(report.publisher, report.url, report.published, report.retrieved)
    return report.appearances or ((own,) if any((own.publisher, own.url, own.published)) else ())


def _keep_reading(connection: Connection, reading: Reading, reader: ReaderInfo) -> int:
    """The number of proposals kept; a newer version's reading takes the place of the older one's."""
    report = reading.report
    if report.state is not ReportState.READ or has_reading(connection, report.id, reader):
        return 0
    older = _reading(connection, report.id, reader)
    if older is not None:
        for table in (PROPOSALS, ACTORS_TOLD, AFFILIATIONS_TOLD):
            connection.execute(delete(table).where(table.c.reading == older["id"]))
        connection.execute(delete(READINGS).where(READINGS.c.id == older["id"]))
    row = {"report": report.id, "reader": reader.name, "version": reader.version, "codebook": reader.codebook}
    made = connection.execute(READINGS.insert().values(**row).returning(READINGS.c.id)).scalar_one()
    _keep_found(connection, reading, int(made))
    connection.execute(update(JOINING).values(stale=1))
    return len(reading.proposals)


def _keep_found(connection: Connection, reading: Reading, number: int) -> None:
    proposals = (
        {"id": p.id, "reading": number, "report": p.report, "form": p.form.value, "json": written(p)}
        for p in reading.proposals
    )
    into(connection, PROPOSALS, proposals)
    into(connection, ACTORS_TOLD, ({"reading": number, "json": written(a)} for a in reading.actors))
    told = ({"reading": number, "json": written(a)} for a in reading.affiliations)
    into(connection, AFFILIATIONS_TOLD, told)


def into(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows; those that are there already are left as they are."""
    some = [dict(r) for r in rows]
    if some:
        connection.execute(insert(table).on_conflict_do_nothing(), some)


def _reading(connection: Connection, report: str, reader: ReaderInfo) -> Mapping[str, Any] | None:
    asked = select(READINGS).where(READINGS.c.report == report, READINGS.c.reader == reader.name)
    row = connection.execute(asked).mappings().first()
    return dict(row) if row is not None else None


def _row(report: Report) -> dict[str, Any]:
    return {
        "id": report.id,
        "sha256": report.sha256,
        "published": report.published,
        "state": report.state.value,
        "json": written(report),
    }
