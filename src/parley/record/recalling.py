"""What joining and answering need again and again, kept in memory within bounds: log, affiliations, tellings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, func, select

from parley.joining.log import Log, log_of
from parley.joining.renaming import renamed, renamed_affiliation
from parley.joining.standing import Standing
from parley.joining.telling import Telling, telling_of
from parley.record.chunks import chunks
from parley.record.tables import AFFILIATION_TELLINGS, DECISIONS, PROPOSALS, REPORTS
from parley.record.wiring import read, read_rows
from parley.terms.affiliation import Affiliation
from parley.terms.enums import ReportState
from parley.terms.log import Decision
from parley.terms.report import Report
from parley.terms.statement import Proposal

MOST = 24_000
"""Tellings kept in memory: some tens of megabytes. No fewer than are joined at once, for those were just written."""
_ID, _JSON = AFFILIATION_TELLINGS.c.id, AFFILIATION_TELLINGS.c.json


class Recall:
    """What was read from one record's file, as long as it is as it was."""

    def __init__(self) -> None:
        self._log_state: Any = None
        self.decisions: tuple[Decision, ...] = ()
        self._log = Log()
        self._known_state: Any = None
        self._affiliations: tuple[Affiliation, ...] = ()
        self._known = Standing(())
        self._tellings: dict[int, Telling] = {}

    def log(self, connection: Connection) -> Log:
        """The decisions that stand; with another log, everything that it bears on is read anew."""
        size = func.sum(func.length(DECISIONS.c.json))
        state = tuple(connection.execute(select(func.max(DECISIONS.c.seq), func.count(), size)).one())
        if state != self._log_state:
            asked = select(DECISIONS.c.seq, DECISIONS.c.json).order_by(DECISIONS.c.seq)
            self.decisions = tuple(read_rows(connection, DECISIONS, asked))
            self._log = log_of(self.decisions)
            self._log_state, self._known_state = state, None
            self._tellings.clear()
        return self._log

    def known(self, connection: Connection) -> Standing:
        """Who stands for whom."""
        self.affiliations(connection)
        return self._known

    def affiliations(self, connection: Connection) -> tuple[Affiliation, ...]:
        """The same as a list, in a fixed order."""
        log = self.log(connection)
        state = tuple(connection.execute(select(func.max(_ID), func.count(), func.sum(_ID))).one())
        if state != self._known_state:
            told = read_rows(connection, AFFILIATION_TELLINGS, select(_ID, _JSON))
            self._affiliations = tuple(sorted({renamed_affiliation(a, log.renamed) for a in told}, key=repr))
            self._known, self._known_state = Standing(self._affiliations), state
        return self._affiliations

    def tellings(self, connection: Connection, numbers: Iterable[int]) -> dict[int, Telling]:
        """Proposals as joining sees them, by number; a number that is no more is left out."""
        log = self.log(connection)
        wanted = set(numbers)
        found = {n: self._tellings[n] for n in wanted if n in self._tellings}
        for some in chunks(wanted - found.keys()):
            found.update(_read(connection, some, log))
        self._keep(found)
        return found

    def learn(self, connection: Connection, new: Mapping[int, Proposal]) -> None:
        """Keep in memory what was just written, for it is joined next."""
        log = self.log(connection)
        days: dict[str, str | None] = {}
        for some in chunks(p.report for p in new.values()) if len(new) <= MOST else ():
            asked = select(REPORTS.c.id, REPORTS.c.published).where(REPORTS.c.id.in_(some))
            days.update((report, published) for report, published in connection.execute(asked))
        if days:
            self._keep({n: _telling(renamed(p, log.renamed), days) for n, p in new.items()})

    def let_go(self) -> None:
        """Keep no tellings: who goes through a whole record does not come by them again."""
        self._tellings.clear()

    def forget(self) -> None:
        """Read everything anew."""
        self._log_state = None

    def _keep(self, told: dict[int, Telling]) -> None:
        if len(told) > MOST:
            return
        if len(self._tellings) + len(told) > MOST:
            self._tellings.clear()
        self._tellings.update(told)


def _read(connection: Connection, numbers: list[int], log: Log) -> dict[int, Telling]:
    c = PROPOSALS.c
    asked = (
        select(c.n, c.id, c.json, REPORTS.c.id, REPORTS.c.published)
        .join(REPORTS, REPORTS.c.id == c.report, isouter=True)
        .where(c.n.in_(numbers))
    )
    found = {}
    for n, id_, text, report, published in connection.execute(asked):
        proposal: Proposal = renamed(read(PROPOSALS, id_, text), log.renamed)
        found[n] = _telling(proposal, {report: published})
    return found


def _telling(proposal: Proposal, published: Mapping[str, str | None]) -> Telling:
    return telling_of(proposal, {proposal.report: _bare(proposal.report, published.get(proposal.report))}, {})


def _bare(report: str, published: str | None) -> Report:
    """As much of a report as joining looks at: its day of publication."""
    return Report(report, None, None, None, published, None, None, None, "", ReportState.READ)
