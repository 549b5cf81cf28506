"""Claims: a matrix of claim by voice, contested first, and what is left of it without some sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parley.analysis import GROUPS, is_plain_fact
from parley.desk.leaving_out import reports_named
from parley.desk.records import plainly
from parley.desk.rests import Rests
from parley.desk.tables import Cell, Table
from parley.desk.views.lines import Line, Speaker, lines_for, lines_of
from parley.desk.views.paging import Paging
from parley.record import Record
from parley.terms.enums import Form, Stance, Status
from parley.terms.slice import Filter
from parley.terms.statement import Statement

STANCES = (Stance.ASSERTS, Stance.DENIES, Stance.ADMITS, Stance.ALLEGES)
OTHERS = (Stance.DOUBTS, Stance.ASKS)
COLUMNS = ("id", "status", "reality", "claim", *STANCES, "doubts", "date", "reports", "was")
CLAIMED = frozenset(Form) - {Form.TALK}
MANY = 40


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim: who stands how to it, one group of speakers for each of STANCES, then those who doubt or ask.

    Where sources are left out, `was` is its status with all heard, where that is another, "new" where what others tell
    is a claim of its own only then; `gone` where nobody else tells it.
    """

    line: Line
    by: tuple[tuple[Speaker, ...], ...]
    was: str
    gone: bool


@dataclass(frozen=True, slots=True)
class Matrix:
    """A page of the claims. Where sources are left out: those that the record would hold without them.

    `changed` are the newest of the claims that are none then: gone, or plain facts. `waits` while what is left is still
    being worked out, and nothing can be shown.
    """

    rows: tuple[ClaimRow, ...]
    paging: Paging
    left_out: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]
    changed: tuple[ClaimRow, ...] = ()
    waits: bool = False

    @property
    def table(self) -> Table:
        """The same as a table."""
        return Table("Claims", COLUMNS, tuple(map(_cells, (*self.rows, *self.changed))), COLUMNS)


def matrix(
    record: Record,
    status: Status | None = None,
    actors: frozenset[str] = frozenset(),
    after: int = 0,
    many: int = MANY,
) -> Matrix:
    """A page of the claims: contested, denied, admitted, claimed, alleged, then what is reported but not as done."""
    groups = (status,) if status else GROUPS
    with plainly():
        by_status = record.disputed_by_status(Filter(actors=actors))
        counts = [(g, by_status.get(g.value, 0)) for g in GROUPS]
        sizes = [(g, n) for g, n in counts if g in groups]
        parts = [record.newest(_asked(g, actors), m, a, disputed=True) for g, a, m in _spread(sizes, after, many)]
    rows = tuple(_row(line) for part in parts for line in lines_of(part))
    paging = Paging(after, many, sum(n for _, n in sizes))
    return Matrix(rows, paging, (), tuple((g.value, n) for g, n in counts))


def matrix_without(
    record: Record,
    rests: Rests,
    left_out: Sequence[str],
    status: Status | None = None,
    actors: frozenset[str] = frozenset(),
    after: int = 0,
    many: int = MANY,
) -> Matrix:
    """The same of the record as it would be without some reports or outlets, and what that changes.

    Raises AmissError for a name that is neither.
    """
    silent = reports_named(record, left_out)
    rest = rests.of(record, silent)
    if rest is None:
        return Matrix((), Paging(after, many, 0), tuple(left_out), (), waits=True)
    found = matrix(rest, status, actors, after, many)
    with plainly():
        rows = tuple(replace(r, was=_was(record, rest, r.line)) for r in found.rows)
        changed = () if after else tuple(_changed(record, rest, silent, status, actors))
    return replace(found, rows=rows, left_out=tuple(left_out), changed=changed)


def called(record: Record, source: str) -> str:
    """What to call a source that is left out: a report by its title, an outlet by its name."""
    with plainly():
        held = record.report(source)
    return f"“{held.title}”" if held is not None and held.title else source


def _was(record: Record, rest: Record, line: Line) -> str:
    """What a claim is with all sources heard, where that is something else."""
    whole, left = record.find(line.id), rest.find(line.id)
    if not isinstance(whole, Statement) or not isinstance(left, Statement):
        return "new"
    return "" if whole.status is left.status else whole.status.value


def _changed(
    record: Record, rest: Record, silent: frozenset[str], status: Status | None, actors: frozenset[str]
) -> Iterator[ClaimRow]:
    """The newest claims that the silent sources tell and that are none without them."""
    statuses = frozenset({status} if status else ())
    part = record.newest(Filter(reports=silent, statuses=statuses, actors=actors, forms=CLAIMED), MANY, disputed=True)
    for told, line in zip(part.statements, lines_for(part.statements, part), strict=True):
        left = []
        for s in _left_of(told, rest, silent):
            left.append(s)
            if not is_plain_fact(s):
                break  # it still is a claim, at least in part
        if not left:
            yield _row(line, gone=True)
        elif is_plain_fact(left[-1]):
            yield _row(lines_for(left[:1], part)[0], was=line.status)


def _left_of(told: Statement, rest: Record, silent: frozenset[str]) -> Iterator[Statement]:
    """What a statement is without some reports: what was one may be several now."""
    seen: set[str] = set()
    for m in told.mentions:
        if m.report in silent or m.proposal in seen:
            continue
        found = rest.find(m.proposal)
        if isinstance(found, Statement):
            seen.update(x.proposal for x in found.mentions)
            yield found


def _asked(status: Status, actors: frozenset[str]) -> Filter:
    return Filter(statuses=frozenset({status}), actors=actors, forms=CLAIMED)


def _spread(sizes: Sequence[tuple[Status, int]], after: int, many: int) -> Iterator[tuple[Status, int, int]]:
    """Which of each group a page shows: the group, after how many of it, and how many of it."""
    begin = 0
    for group, n in sizes:
        first, last = max(after - begin, 0), min(after + many - begin, n)
        if first < last:
            yield group, first, last - first
        begin += n


def _row(line: Line, was: str = "", gone: bool = False) -> ClaimRow:
    return ClaimRow(line, _by_stance(line.speakers), was, gone)


def _by_stance(speakers: Sequence[Speaker]) -> tuple[tuple[Speaker, ...], ...]:
    """One speaker in three reports is one."""
    groups = [*((s,) for s in STANCES), OTHERS]
    by = []
    for group in groups:
        own = {(s.id, s.name, s.via, s.report if s.own else ""): s for s in speakers if s.stance in group}
        by.append(tuple(own.values()))
    return tuple(by)


def _cells(row: ClaimRow) -> tuple[Cell, ...]:
    line = row.line
    who = (", ".join(s.name for s in group) for group in row.by)
    was = "told by nobody else" if row.gone else row.was
    return (line.id, line.status, line.reality, line.says, *who, line.date, len(line.reports), was)
