"""The full-text index over reports and proposals: what goes into it and is asked of it, whatever the engine."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.sql import Select

from parley.joining.words import fold
from parley.record.chunks import chunks
from parley.record.indexes import OF_PROPOSALS, OF_REPORTS, put_in, saying, take_out
from parley.record.tables import PROPOSALS, REPORT_NUMBERS, REPORTS, UNINDEXED
from parley.record.wiring import read
from parley.terms.bodies import TalkBody
from parley.terms.report import Report
from parley.terms.statement import Proposal

_WORD = re.compile(r"\w+")


def words_of(p: Proposal) -> str:
    """The words by which a proposal is found: its quote, and a talk's title and agenda."""
    own = (p.body.title, *p.body.agenda) if isinstance(p.body, TalkBody) else ()
    return _plain(" ".join((p.quote, *own)))


def index_proposals(connection: Connection, told: Mapping[int, Proposal]) -> None:
    """Let proposals be found by their words."""
    if told:
        put_in(connection, OF_PROPOSALS, {n: words_of(p) for n, p in told.items()})


def unindex_proposals(connection: Connection, told: Mapping[int, Proposal]) -> None:
    """Let them be found no more; what the index holds of them goes when it is tidied."""
    if told:
        index_waiting(connection)
        take_out(connection, OF_PROPOSALS, {n: words_of(p) for n, p in told.items()})


def index_reports(connection: Connection, reports: Sequence[Report]) -> None:
    """Let reports be found by their titles and texts."""
    last = connection.execute(select(func.max(REPORT_NUMBERS.c.n))).scalar() or 0
    connection.execute(REPORT_NUMBERS.insert(), [{"report": r.id} for r in reports])
    asked = select(REPORT_NUMBERS.c.report, REPORT_NUMBERS.c.n).where(REPORT_NUMBERS.c.n > last)
    number: dict[str, int] = {row.report: row.n for row in connection.execute(asked)}
    put_in(connection, OF_REPORTS, {number[r.id]: _of_report(r) for r in reports})


def index_again(connection: Connection, reports: Sequence[Report]) -> None:
    """Let reports be found that have a number already, and are in no index yet; those without a number stay so."""
    asked = select(REPORT_NUMBERS.c.report, REPORT_NUMBERS.c.n)
    number: dict[str, int] = {}
    for some in chunks(r.id for r in reports):
        number.update((row.report, row.n) for row in connection.execute(asked.where(REPORT_NUMBERS.c.report.in_(some))))
    own = {number[r.id]: _of_report(r) for r in reports if r.id in number}
    if own:
        put_in(connection, OF_REPORTS, own)


def unindex_report(connection: Connection, report: Report) -> None:
    """Let it be found no more. It is to be told as it was when it was indexed."""
    index_waiting(connection)
    n = connection.execute(select(REPORT_NUMBERS.c.n).where(REPORT_NUMBERS.c.report == report.id)).scalar()
    if n is not None:
        take_out(connection, OF_REPORTS, {n: _of_report(report)})
        connection.execute(delete(REPORT_NUMBERS).where(REPORT_NUMBERS.c.n == n))


def index_waiting(connection: Connection) -> None:
    """Index what an older version of the file kept without an index."""
    for (id_,) in connection.execute(select(UNINDEXED.c.report).where(UNINDEXED.c.report.is_not(None))).all():
        found = connection.execute(select(REPORTS.c.json).where(REPORTS.c.id == id_)).scalar_one()
        index_reports(connection, [read(REPORTS, id_, found)])
    c = PROPOSALS.c
    asked = select(c.n, c.id, c.json).where(c.n.in_(select(UNINDEXED.c.n).where(UNINDEXED.c.n.is_not(None))))
    index_proposals(connection, {n: read(PROPOSALS, id_, found) for n, id_, found in connection.execute(asked).all()})
    connection.execute(delete(UNINDEXED))


def proposals_saying(words: str) -> Select[tuple[int]] | None:
    """The numbers of proposals that hold all of some words, or words that begin so; None where no word is asked for."""
    wanted = _wanted(words)
    return saying(OF_PROPOSALS, wanted) if wanted else None


def reports_saying(words: str) -> Select[tuple[int]] | None:
    """The same for the numbers of reports."""
    wanted = _wanted(words)
    return saying(OF_REPORTS, wanted) if wanted else None


def _wanted(words: str) -> list[str]:
    return _WORD.findall(fold(_plain(words)))


def _of_report(report: Report) -> str:
    return _plain(f"{report.title or ''} {report.text or ''}")


def _plain(words: str) -> str:
    return words.encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
