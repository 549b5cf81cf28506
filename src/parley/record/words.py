"""The full-text index over reports and proposals. All that is SQLite's own about it stands here."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, String, column, delete, func, select, table, text
from sqlalchemy.sql import ColumnElement, Select

from parley.joining.words import fold
from parley.record.chunks import insert_many
from parley.record.tables import PROPOSALS, REPORT_NUMBERS, REPORTS, UNINDEXED
from parley.record.wiring import read
from parley.terms.bodies import TalkBody
from parley.terms.report import Report
from parley.terms.statement import Proposal

_WORD = re.compile(r"\w+")
_OF_REPORTS = table("report_words", column("rowid"), column("words", String))
_OF_PROPOSALS = table("proposal_words", column("rowid"), column("words", String))


def words_of(p: Proposal) -> str:
    """The words by which a proposal is found: its quote, and a talk's title and agenda."""
    own = (p.body.title, *p.body.agenda) if isinstance(p.body, TalkBody) else ()
    return _plain(" ".join((p.quote, *own)))


def index_proposals(connection: Connection, told: Mapping[int, Proposal]) -> None:
    """Let proposals be found by their words."""
    if told:
        insert_many(connection, _OF_PROPOSALS, [{"rowid": n, "words": words_of(p)} for n, p in told.items()])


def unindex_proposals(connection: Connection, told: Mapping[int, Proposal]) -> None:
    """Let them be found no more; what the index holds of them goes when it is tidied."""
    sql = "INSERT INTO proposal_words (proposal_words, rowid, words) VALUES ('delete', :n, :w)"
    rows = [{"n": n, "w": words_of(p)} for n, p in told.items()]
    if rows:
        index_waiting(connection)
        connection.execute(text(sql), rows)


def index_reports(connection: Connection, reports: Sequence[Report]) -> None:
    """Let reports be found by their titles and texts."""
    last = connection.execute(select(func.max(REPORT_NUMBERS.c.n))).scalar() or 0
    connection.execute(REPORT_NUMBERS.insert(), [{"report": r.id} for r in reports])
    asked = select(REPORT_NUMBERS.c.report, REPORT_NUMBERS.c.n).where(REPORT_NUMBERS.c.n > last)
    number: dict[str, int] = {row.report: row.n for row in connection.execute(asked)}
    insert_many(connection, _OF_REPORTS, [{"rowid": number[r.id], "words": _of_report(r)} for r in reports])


def unindex_report(connection: Connection, report: Report) -> None:
    """Let it be found no more. It is to be told as it was when it was indexed."""
    index_waiting(connection)
    n = connection.execute(select(REPORT_NUMBERS.c.n).where(REPORT_NUMBERS.c.report == report.id)).scalar()
    if n is not None:
        sql = "INSERT INTO report_words (report_words, rowid, words) VALUES ('delete', :n, :w)"
        connection.execute(text(sql), {"n": n, "w": _of_report(report)})
        connection.execute(delete(REPORT_NUMBERS).where(REPORT_NUMBERS.c.n == n))


def tidy(connection: Connection) -> None:
    """Rewrite the index without what was taken out of it."""
    for name in ("report_words", "proposal_words"):
        connection.execute(text(f"INSERT INTO {name} ({name}) VALUES ('optimize')"))


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
    match = _query(words)
    return select(_OF_PROPOSALS.c.rowid).where(_matches("proposal_words", match)) if match else None


def reports_saying(words: str) -> Select[tuple[int]] | None:
    """The same for the numbers of reports."""
    match = _query(words)
    return select(_OF_REPORTS.c.rowid).where(_matches("report_words", match)) if match else None


def _matches(name: str, match: str) -> ColumnElement[bool]:
    return text(f"{name} MATCH :{name}_match").bindparams(**{f"{name}_match": match})  # type: ignore[return-value]


def _query(words: str) -> str:
    """Words as the index is asked for them: each as the beginning of one, all of them."""
    return " ".join(f'"{w}"*' for w in _WORD.findall(fold(_plain(words))))


def _of_report(report: Report) -> str:
    return _plain(f"{report.title or ''} {report.text or ''}")


def _plain(words: str) -> str:
    return words.encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
