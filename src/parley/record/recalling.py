"""What joining and answering need again and again, kept in memory within bounds: log, affiliations, tellings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from sqlalchemy import Connection, func, select

from parley.joining.log import Log, log_of
from parley.joining.renaming import renamed, renamed_affiliation
from parley.joining.standing import Standing
from parley.joining.telling import Telling, telling_of
from parley.record.chunks import Keyed, chunks
from parley.record.tables import AFFILIATION_TELLINGS, DECISIONS, PROPOSALS, REPORTS
from parley.record.wiring import read, read_rows
from parley.terms.affiliation import Affiliation
from parley.terms.enums import ReportState
from parley.terms.log import Decision
from parley.terms.report import Report
from parley.terms.statement import Proposal

T = TypeVar("T")
MOST = 12_000
"""Proposals, and as many tellings, kept in memory: some tens of megabytes. No fewer than are joined at once, for those
were just written."""
_ID, _JSON = AFFILIATION_TELLINGS.c.id, AFFILIATION_TELLINGS.c.json
Published = tuple[Proposal, str | None]
"""A proposal under its actors' present names, and the day on which its report was published."""
_NUMBERED = Keyed(
    select(PROPOSALS.c.n, PROPOSALS.c.id, PROPOSALS.c.json, REPORTS.c.published).join(
        REPORTS, REPORTS.c.id == PROPOSALS.c.report, isouter=True
    ),
    PROPOSALS.c.n,
)


class Recall:
    """What was read from one record's file, as long as it is as it was."""

    def __init__(self) -> None:
        self._log_state: Any = None
        self.decisions: tuple[Decision, ...] = ()
        self._log = Log()
        self._known_state: Any = None
        self._affiliations: tuple[Affiliation, ...] = ()
        self._known = Standing(())
        self._proposals: dict[int, Published] = {}
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
            self.let_go()
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
        self.log(connection)
        wanted = set(numbers)
        found = {n: self._tellings[n] for n in wanted if n in self._tellings}
        found.update((n, _telling(*p)) for n, p in self._published(connection, wanted - found.keys()).items())
        _keep(self._tellings, found)
        return found

    def proposals(self, connection: Connection, numbers: Iterable[int]) -> dict[int, Proposal]:
        """The same proposals as they are, which costs less."""
        self.log(connection)
        return {n: p for n, (p, _) in self._published(connection, set(numbers)).items()}

    def _published(self, connection: Connection, wanted: set[int]) -> dict[int, Published]:
        found = {n: self._proposals[n] for n in wanted if n in self._proposals}
        for n, id_, text, published in _NUMBERED.rows(connection, wanted - found.keys()):
            found[n] = renamed(read(PROPOSALS, id_, text), self._log.renamed), published
        _keep(self._proposals, found)
        return found

    def learn(self, connection: Connection, new: Mapping[int, Proposal]) -> None:
        """Keep in memory what was just written, for it is joined next."""
        log = self.log(connection)
        days: dict[str, str | None] = {}
        for some in chunks(p.report for p in new.values()) if len(new) <= MOST else ():
            asked = select(REPORTS.c.id, REPORTS.c.published).where(REPORTS.c.id.in_(some))
            days.update((report, published) for report, published in connection.execute(asked))
        if days:
            _keep(self._proposals, {n: (renamed(p, log.renamed), days.get(p.report)) for n, p in new.items()})

    def let_go(self) -> None:
        """Keep no proposals: who goes through a whole record does not come by them again."""
        self._proposals.clear()
        self._tellings.clear()

    def forget(self) -> None:
        """Read everything anew."""
        self._log_state = None


def _keep(held: dict[int, T], told: Mapping[int, T]) -> None:
    """Keep what was found, within bounds."""
    if len(told) > MOST:
        return
    if len(held) + len(told) > MOST:
        held.clear()
    held.update(told)


def _telling(proposal: Proposal, published: str | None) -> Telling:
    return telling_of(proposal, {proposal.report: _bare(proposal.report, published)}, {})


def _bare(report: str, published: str | None) -> Report:
    """As much of a report as joining looks at: its day of publication."""
    return Report(report, None, None, None, published, None, None, None, "", ReportState.READ)
