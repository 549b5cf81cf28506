"""Keeping what readers found: each report and its reading once, by content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from sqlalchemy import Connection, Table, delete, func, select, update

from parley.joining.correcting import set_right
from parley.joining.log import Log
from parley.record.chunks import chunks, insert_new
from parley.record.dissolving import dissolve
from parley.record.errors import RecordError
from parley.record.naming import tell_actors, tell_affiliations, untell
from parley.record.recalling import Recall
from parley.record.tables import PENDING, PROPOSALS, READINGS, REPORT_NAMES, REPORTS
from parley.record.wiring import read, written
from parley.record.words import index_proposals, index_reports, unindex_proposals
from parley.terms.enums import ReportState
from parley.terms.layers import Reading
from parley.terms.quotes import misquotes
from parley.terms.report import Appearance, Report
from parley.terms.slice import ReaderInfo
from parley.terms.statement import Proposal


@dataclass(frozen=True, slots=True)
class Added:
    """What a batch added: new reports, new proposals, and how many reports were held already."""

    reports: int = 0
    proposals: int = 0
    already: int = 0

    def __add__(self, other: Added) -> Added:
        """Two batches taken together."""
        return Added(self.reports + other.reports, self.proposals + other.proposals, self.already + other.already)


def keep(connection: Connection, recall: Recall, reading: Reading, reader: ReaderInfo, at: str = "") -> Added:
    """Keep one reading. Raises RecordError where its report's id is held for another text, or a quote is not in it.

    `at` is when, in ISO form. A report that was withdrawn stays so.
    """
    report = reading.report
    check_quotes(reading)
    held = held_as(connection, report)
    if held is None:
        connection.execute(REPORTS.insert().values(**row_of(report, recall.log(connection))))
        index_reports(connection, [report])
    elif held.state is ReportState.WITHDRAWN:
        return Added(already=1)
    else:
        note_again(connection, recall.log(connection), held, report)
    if held is not None and held.id != report.id:
        return Added(already=1)  # its proposals quote the same text under the id first given
    found = keep_reading(connection, recall, reading, reader, at)
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


def note_again(connection: Connection, log: Log, held: Report, report: Report) -> None:
    """A text held already: another outlet adds an appearance, another id leads to it, a first reading marks it read."""
    seen = tuple(dict.fromkeys((*appearances(held), *appearances(report))))
    now = replace(held, appearances=seen)
    if held.text is None and held.id == report.id:  # its withdrawal was taken back
        now = replace(report, appearances=seen)
        index_reports(connection, [now])
    elif held.id == report.id and held.state is ReportState.UNREAD and report.state is ReportState.READ:
        now = replace(now, state=ReportState.READ, why=None, language=report.language)
    if now != held:
        connection.execute(update(REPORTS).where(REPORTS.c.id == held.id).values(**row_of(now, log)))
    if held.id != report.id:
        into(connection, REPORT_NAMES, [{"name": report.id, "report": held.id}])


def appearances(report: Report) -> tuple[Appearance, ...]:
    """Where a report was printed, by its appearances or else by its own fields."""
    own = Appearance(report.publisher, report.url, report.published, report.retrieved)
    return report.appearances or ((own,) if any((own.publisher, own.url, own.published)) else ())


def keep_reading(connection: Connection, recall: Recall, reading: Reading, reader: ReaderInfo, at: str) -> int:
    """The number of proposals kept; a newer version's reading takes the place of the older one's."""
    report = reading.report
    if report.state is not ReportState.READ or has_reading(connection, report.id, reader):
        return 0
    older = _reading(connection, report.id, reader)
    row = {"report": report.id, "reader": reader.name, "version": reader.version, "codebook": reader.codebook}
    row["again"] = at
    if older is not None:
        connection.execute(update(READINGS).where(READINGS.c.id == older["id"]).values(**row))
        number = int(older["id"])
        untell(connection, recall, number)
    else:
        number = int(connection.execute(READINGS.insert().values(**row, at=at).returning(READINGS.c.id)).scalar_one())
    _keep_found(connection, recall, reading, number, older is not None)
    tell_actors(connection, ((a, number) for a in reading.actors))
    tell_affiliations(connection, recall, ((a, number) for a in reading.affiliations))
    return len(reading.proposals)


def _keep_found(connection: Connection, recall: Recall, reading: Reading, number: int, again: bool) -> None:
    """Proposals that an older reading found in the same words stay as they are; the rest of it makes room."""
    found = {p.id: written(p) for p in reading.proposals}
    if again:
        asked = select(PROPOSALS.c.id, PROPOSALS.c.n, PROPOSALS.c.json).where(PROPOSALS.c.reading == number)
        held = {id_: (n, text) for id_, n, text in connection.execute(asked)}
        same = {id_ for id_, (_, text) in held.items() if found.get(id_) == text}
        drop(connection, [n for id_, (n, _) in held.items() if id_ not in same])
        found = {id_: text for id_, text in found.items() if id_ not in same}
    form = {p.id: p.form.value for p in reading.proposals}
    add_proposals(
        connection,
        recall,
        (
            {"id": id_, "reading": number, "report": reading.report.id, "form": form[id_], "json": text}
            for id_, text in found.items()
        ),
        {p.id: p for p in reading.proposals},
    )


def add_proposals(
    connection: Connection, recall: Recall, rows: Iterable[Mapping[str, Any]], told: Mapping[str, Proposal]
) -> None:
    """Insert proposals, to be joined and found by their words; one that is there already stays as it is."""
    last = connection.execute(select(func.max(PROPOSALS.c.n))).scalar() or 0
    into(connection, PROPOSALS, rows)
    asked = select(PROPOSALS.c.n, PROPOSALS.c.id).where(PROPOSALS.c.n > last).order_by(PROPOSALS.c.n)
    new = {int(n): told[id_] for n, id_ in connection.execute(asked)}
    into(connection, PENDING, ({"n": n} for n in new))
    index_proposals(connection, new)
    recall.learn(connection, new)


def drop(connection: Connection, numbers: Iterable[int]) -> None:
    """Take proposals away, and all that was joined with them apart."""
    gone = list(numbers)
    dissolve(connection, gone)
    for some in chunks(gone):
        rows = read_numbered(connection, some)
        unindex_proposals(connection, rows)
        connection.execute(delete(PENDING).where(PENDING.c.n.in_(some)))
        connection.execute(delete(PROPOSALS).where(PROPOSALS.c.n.in_(some)))


def read_numbered(connection: Connection, numbers: Iterable[int]) -> dict[int, Proposal]:
    """Proposals by their numbers."""
    asked = select(PROPOSALS.c.n, PROPOSALS.c.id, PROPOSALS.c.json).where(PROPOSALS.c.n.in_(list(numbers)))
    return {n: read(PROPOSALS, id_, text) for n, id_, text in connection.execute(asked)}


def into(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows; those that are there already are left as they are."""
    insert_new(connection, table, list(rows))


def _reading(connection: Connection, report: str, reader: ReaderInfo) -> Mapping[str, Any] | None:
    asked = select(READINGS).where(READINGS.c.report == report, READINGS.c.reader == reader.name)
    row = connection.execute(asked).mappings().first()
    return dict(row) if row is not None else None


def row_of(report: Report, log: Log) -> dict[str, Any]:
    """The row of a report; `published` as people have set it right."""
    return {
        "id": report.id,
        "sha256": report.sha256,
        "published": set_right(report, log.on.get(report.id, ())).published,
        "state": report.state.value,
        "json": written(report),
    }
