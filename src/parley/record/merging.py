"""An export taken into a record that holds something: what is held stays, what is new is added, nothing is doubled."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, func, select, update

from parley.record.arriving import Arrivals, Arrived, Found, Taken
from parley.record.asking import PERSON
from parley.record.coding import DONE
from parley.record.errors import RecordError
from parley.record.forecasting import keep_forecast
from parley.record.keeping import held_as, into, keep_reading, note_again, row_of
from parley.record.merging_logs import Logs
from parley.record.recalling import Recall
from parley.record.restoring import Waiting, assignment_row, keep_bare, keep_readings, keep_snapshot
from parley.record.tables import ASSIGNMENTS, FORECASTS, PROPOSALS, READINGS, REPORT_NAMES, REPORTS
from parley.record.wiring import read, written
from parley.terms.enums import Handling, ReportState
from parley.terms.layers import Reading
from parley.terms.log import Assignment, Decision, Forecast, Snapshot
from parley.terms.report import Report

STRICTER = (Handling.OPEN, Handling.RESTRICTED, Handling.SOURCE_SENSITIVE)


class Merging:
    """Takes what arrives into a record that holds something already."""

    def __init__(self, connection: Connection, recall: Recall, taken: Taken, at: str) -> None:
        self._connection, self._recall, self._taken, self._at = connection, recall, taken, at
        self._waiting = Waiting(connection, recall, taken)
        self._logs = Logs(connection, recall, taken)
        self._later: list[Forecast | Assignment] = []

    def take(self, value: Any) -> None:
        """Keep of a report with what is its own what is new; entries of the log are kept for the end."""
        match value:
            case Arrived():
                self._report(value)
            case Decision():
                self._logs.add(value)
            case Forecast() | Assignment():
                self._later.append(value)
            case Snapshot():
                fresh = keep_snapshot(self._connection, value)
                self._taken.count("snapshots", fresh, 1 - fresh)

    def finish(self, arrivals: Arrivals) -> None:
        """Once all is there: the log, then what stands beside it."""
        self._waiting.write()
        keep_bare(self._connection, self._recall, arrivals, self._at)
        self._logs.merge()
        for value in self._later:
            self._forecast(value) if isinstance(value, Forecast) else self._assignment(value)

    def _report(self, arrived: Arrived) -> None:
        if self._waiting.knows(arrived.report):
            self._waiting.write()
        held = held_as(self._connection, arrived.report)
        for f in arrived.readings:
            f.seq = 0
        if held is None:
            arrived.readings = [f for f in arrived.readings if f.reader.name != PERSON]  # theirs come with the log
            self._waiting.add(arrived)
            return
        self._taken.count("reports", 0, 1)
        into(self._connection, REPORT_NAMES, ({"name": n, "report": held.id} for n in arrived.names if n != held.id))
        if arrived.report.state is not ReportState.WITHDRAWN and held.state is not ReportState.WITHDRAWN:
            note_again(self._connection, self._recall.log(self._connection), held, arrived.report)
            self._mark(held.id, arrived.report.handling)
        self._findings(held, arrived)

    def _findings(self, held: Report, arrived: Arrived) -> None:
        """What readings found in a report that is held."""
        found = [p for f in arrived.readings for p in f.proposals]
        if held.state is ReportState.WITHDRAWN:
            self._logs.withdrawn(held.id, {p.id for p in found})
        elif held.id != arrived.report.id:
            self._logs.elsewhere(arrived.report.id, held.id, {p.id for p in found})
        else:
            for f in arrived.readings:
                self._reading(arrived, f)

    def _reading(self, arrived: Arrived, f: Found) -> None:
        """A reader's later reading takes the place of its earlier one; what people added comes with the log."""
        if f.reader.name == PERSON:
            return
        c = READINGS.c
        asked = select(c.version, c.codebook, c.again).where(c.report == arrived.report.id, c.reader == f.reader.name)
        ours = self._connection.execute(asked).first()
        if ours is None:
            n = int(self._connection.execute(select(func.max(c.id))).scalar() or 0) + 1
            keep_readings(self._connection, self._recall, [(n, arrived.report.id, f)])
            self._taken.count("proposals", len(f.proposals))
        elif (ours.version, ours.codebook) == (f.reader.version, f.reader.codebook) or ours.again >= f.again:
            self._held_already(f)
        else:
            reading = Reading(arrived.report, tuple(f.actors), tuple(f.affiliations), tuple(f.proposals))
            keep_reading(self._connection, self._recall, reading, f.reader, f.again)
            self._taken.count("proposals", len(f.proposals))

    def _held_already(self, f: Found) -> None:
        ids = [p.id for p in f.proposals]
        held = set(self._connection.execute(select(PROPOSALS.c.id).where(PROPOSALS.c.id.in_(ids))).scalars())
        self._taken.count("proposals", 0, len(held))
        if lost := len(ids) - len(held):
            self._taken.count("proposals of another reading", 0, lost)

    def _mark(self, report: str, theirs: Handling) -> None:
        """The stricter of two marks stands: what one desk keeps in may not leave by way of another."""
        found = self._connection.execute(select(REPORTS.c.json).where(REPORTS.c.id == report)).scalar_one()
        ours: Report = read(REPORTS, report, found)
        if STRICTER.index(theirs) > STRICTER.index(ours.handling):
            row = row_of(replace(ours, handling=theirs), self._recall.log(self._connection))
            self._connection.execute(update(REPORTS).where(REPORTS.c.id == report).values(**row))
            self._taken.told.append(
                f"report {report!r} was {ours.handling} and is {theirs} now, as it is in the export."
            )

    def _forecast(self, f: Forecast) -> None:
        asked = select(FORECASTS.c.json).where(FORECASTS.c.id == f.id)
        if written(f) in set(self._connection.execute(asked).scalars()):
            self._taken.count("forecasts", 0, 1)
            return
        try:
            keep_forecast(self._connection, f)
            self._taken.count("forecasts", 1)
        except RecordError as e:
            self._taken.told.append(f"{e} The export's was left out.")

    def _assignment(self, a: Assignment) -> None:
        made = self._logs.renamed_assignment(a)
        asked = select(ASSIGNMENTS.c.json).where(ASSIGNMENTS.c.id == made.id)
        held = self._connection.execute(asked).scalar()
        if held is None:
            into(self._connection, ASSIGNMENTS, [assignment_row(made)])
        elif made.state == DONE and read(ASSIGNMENTS, made.id, held).state != DONE:
            values = {"json": written(made)}
            self._connection.execute(update(ASSIGNMENTS).where(ASSIGNMENTS.c.id == made.id).values(**values))
        self._taken.count("assignments", int(held is None), int(held is not None))
