"""Many readings of new reports kept at once: what `keep` does for one, in a few queries for all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Table, func, select

from parley.record.chunks import chunks
from parley.record.keeping import Added, add_proposals, check_quotes, keep, row_of
from parley.record.naming import tell_actors, tell_affiliations
from parley.record.recalling import Recall
from parley.record.tables import READINGS, REPORT_NAMES, REPORTS
from parley.record.wiring import written
from parley.record.words import index_reports
from parley.terms.enums import ReportState
from parley.terms.layers import Reading
from parley.terms.slice import ReaderInfo


def keep_all(
    connection: Connection, recall: Recall, readings: Sequence[Reading], reader: ReaderInfo, at: str = ""
) -> Added:
    """Keep readings, as `keep` does one after the other. Raises RecordError as it does; then none of them is kept."""
    new = _new(connection, readings)
    rest = [r for r in readings if r.report.id not in new]
    total = _keep_new(connection, recall, [r for r in readings if r.report.id in new], reader, at)
    for reading in rest:
        total += keep(connection, recall, reading, reader, at)
    return total


def _new(connection: Connection, readings: Sequence[Reading]) -> set[str]:
    """The ids of reports of which neither id nor text was met before, in the record or among these."""
    ids, texts = (Counter(x) for x in ((r.report.id for r in readings), (r.report.sha256 for r in readings)))
    known: set[str] = set()
    for column, keys in ((REPORTS.c.id, ids), (REPORTS.c.sha256, texts), (REPORT_NAMES.c.name, ids)):
        for some in chunks(keys):
            known.update(connection.execute(select(column).where(column.in_(some))).scalars())
    met = {k for counted in (ids, texts) for k, n in counted.items() if n > 1} | known
    return {r.report.id for r in readings if not {r.report.id, r.report.sha256} & met}


def _keep_new(
    connection: Connection, recall: Recall, readings: Sequence[Reading], reader: ReaderInfo, at: str
) -> Added:
    if not readings:
        return Added()
    for r in readings:
        check_quotes(r)
    log = recall.log(connection)
    connection.execute(REPORTS.insert(), [row_of(r.report, log) for r in readings])
    index_reports(connection, [r.report for r in readings])
    read = [r for r in readings if r.report.state is ReportState.READ]
    number = _keep_readings(connection, read, reader, at)
    told = {p.id: p for r in read for p in r.proposals}
    rows = (
        {"id": p.id, "reading": number[p.report], "report": p.report, "form": p.form.value, "json": written(p)}
        for p in told.values()
    )
    add_proposals(connection, recall, rows, told)
    tell_actors(connection, ((a, number[r.report.id]) for r in read for a in r.actors))
    tell_affiliations(connection, recall, ((a, number[r.report.id]) for r in read for a in r.affiliations))
    return Added(len(readings), len(told))


def _keep_readings(connection: Connection, read: Iterable[Reading], reader: ReaderInfo, at: str) -> dict[str, int]:
    """The number of each report's reading."""
    last = _last(connection, READINGS)
    number = {r.report.id: last + i for i, r in enumerate(read, 1)}
    own = {"reader": reader.name, "version": reader.version, "codebook": reader.codebook, "at": at, "again": at}
    rows = [{"id": n, "report": report, **own} for report, n in number.items()]
    if rows:
        connection.execute(READINGS.insert(), rows)
    return number


def _last(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.max(table.c.id))).scalar() or 0)
