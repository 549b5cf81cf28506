"""Decisions appended to the log, and what they change made pending: only that is joined anew."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select, update

from parley.joining.correcting import OF_ACTOR, OF_REPORT, set_right
from parley.joining.log import ACTOR, Log, bears_on_what_is_held, named
from parley.record.chunks import chunks
from parley.record.dissolving import dissolve, dissolve_actors, dissolve_report
from parley.record.errors import RecordError
from parley.record.keeping import add_proposals, drop, into
from parley.record.naming import touch_actors
from parley.record.recalling import Recall
from parley.record.tables import DECISIONS, PROPOSALS, READINGS, REPORTS
from parley.record.wiring import read, written
from parley.record.withdrawing import lift, withdraw
from parley.terms.enums import Action
from parley.terms.log import Decision
from parley.terms.quotes import misquotes
from parley.terms.report import Report
from parley.terms.statement import Proposal

PERSON = "person"
"""The reader of what people add."""


def append(connection: Connection, recall: Recall, decisions: Iterable[Decision]) -> None:
    """Append decisions to the log, and let them take effect.

    The same entry again adds nothing. Raises RecordError where a number is taken by another decision, or a statement
    that a person added quotes what its report does not say.
    """
    before = recall.log(connection)
    for d in decisions:
        held = connection.execute(select(DECISIONS.c.json).where(DECISIONS.c.seq == d.seq)).scalar()
        if held is not None and read(DECISIONS, d.seq, held) != d:
            raise RecordError(f"decision {d.seq}: the record holds another one of this number. Load into a new record.")
        into(connection, DECISIONS, [{"seq": d.seq, "target": d.target, "json": written(d)}])
    take_effect(connection, recall, before, recall.log(connection))


def take_effect(connection: Connection, recall: Recall, before: Log, after: Log) -> None:
    """Let another log be in force: what the two make otherwise is joined anew when next asked for."""
    changed = _changed(before, after)
    for report in sorted(after.withdrawn - before.withdrawn):
        own = (d for d in changed if d.target == report and d.action is Action.WITHDRAW)
        withdraw(connection, recall, report, next(own, None))
    for report in sorted(before.withdrawn - after.withdrawn):
        lift(connection, after, report)
    _add(connection, recall, before, after)
    _regroup(connection, (d for d in changed if bears_on_what_is_held(d)))
    _rename(connection, before, after, changed)
    for d in changed:
        if d.action is Action.CORRECT and d.field in OF_REPORT:
            _set_right(connection, after, d.target)


def _changed(before: Log, after: Log) -> list[Decision]:
    """The decisions that stand now and did not, or the other way round, by number."""
    old, new = ({d.seq: d for ds in log.on.values() for d in ds} for log in (before, after))
    return [old.get(seq) or new[seq] for seq in sorted(old.keys() ^ new.keys())]


def _add(connection: Connection, recall: Recall, before: Log, after: Log) -> None:
    old, new = ({p.id: p for p in log.added} for log in (before, after))
    gone = [i for i in old if i not in new]
    drop(connection, _numbers(connection, gone))
    for id_, p in new.items():
        if id_ not in old and p.report not in after.withdrawn:
            _add_one(connection, recall, p)


def _add_one(connection: Connection, recall: Recall, p: Proposal) -> None:
    found = connection.execute(select(REPORTS.c.json).where(REPORTS.c.id == p.report)).scalar()
    report: Report | None = read(REPORTS, p.report, found) if found is not None else None
    if report is None:
        raise RecordError(f"the statement {p.id!r} is of report {p.report!r}, which the record does not hold. Read it.")
    for fault in misquotes([p], {report.id: report.text}):
        raise RecordError(f"{fault}. Select the words anew.")
    row = {"report": p.report, "reader": PERSON, "version": "1", "codebook": "", "at": "", "again": ""}
    into(connection, READINGS, [row])
    asked = select(READINGS.c.id).where(READINGS.c.report == p.report, READINGS.c.reader == PERSON)
    number = connection.execute(asked).scalar_one()
    own = {"id": p.id, "reading": number, "report": p.report, "form": p.form.value, "json": written(p)}
    add_proposals(connection, recall, [own], {p.id: p})


def _regroup(connection: Connection, decisions: Iterable[Decision]) -> None:
    ids = {i for d in decisions for i in (d.target, *named(d))}
    dissolve(connection, _numbers(connection, ids))


def _rename(connection: Connection, before: Log, after: Log, changed: Iterable[Decision]) -> None:
    """Actors that are called otherwise now, or of whom a person told something."""
    old, new = before.renamed, after.renamed
    moved = {a for a in old.keys() | new.keys() if old.get(a) != new.get(a)}
    both = moved | {log[a] for log in (old, new) for a in moved if a in log}
    dissolve_actors(connection, both)
    told = {d.target for d in changed if d.field in OF_ACTOR or d.field == ACTOR}
    touch_actors(connection, both | told)


def _set_right(connection: Connection, log: Log, report: str) -> None:
    """A report's day of publication has its say in joining."""
    found = connection.execute(select(REPORTS.c.json, REPORTS.c.published).where(REPORTS.c.id == report)).first()
    if found is None:
        return
    published = set_right(read(REPORTS, report, found[0]), log.on.get(report, ())).published
    if published != found[1]:
        dissolve_report(connection, report)
        connection.execute(update(REPORTS).where(REPORTS.c.id == report).values(published=published))


def _numbers(connection: Connection, ids: Iterable[str]) -> list[int]:
    found: list[int] = []
    for some in chunks(ids):
        found += connection.execute(select(PROPOSALS.c.n).where(PROPOSALS.c.id.in_(some))).scalars()
    return found
