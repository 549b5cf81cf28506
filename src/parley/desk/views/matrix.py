"""Claims: a matrix of claim by voice, contested first, and what is left of it without some sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parley.analysis import GROUPS
from parley.analysis.without import without
from parley.desk.amiss import AmissError
from parley.desk.records import plainly
from parley.desk.tables import Cell, Table
from parley.desk.views.lines import Line, Speaker, lines_of
from parley.desk.views.paging import Paging
from parley.record import Record
from parley.terms.enums import Form, Stance, Status
from parley.terms.slice import Filter, Slice

STANCES = (Stance.ASSERTS, Stance.DENIES, Stance.ADMITS, Stance.ALLEGES)
OTHERS = (Stance.DOUBTS, Stance.ASKS)
COLUMNS = ("id", "status", "reality", "claim", *STANCES, "doubts", "date", "reports", "was")
CLAIMED = frozenset(Form) - {Form.TALK}
MANY = 40


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim: who stands how to it, one group of speakers for each of STANCES, then those who doubt or ask.

    `was`: its status with all sources heard, where that is another; `gone` where nobody else tells it.
    """

    line: Line
    by: tuple[tuple[Speaker, ...], ...]
    was: str
    gone: bool


@dataclass(frozen=True, slots=True)
class Matrix:
    """A page of the claims."""

    rows: tuple[ClaimRow, ...]
    paging: Paging
    left_out: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]

    @property
    def table(self) -> Table:
        """The same as a table."""
        return Table("Claims", COLUMNS, tuple(map(_cells, self.rows)), COLUMNS)


def matrix(
    record: Record,
    status: Status | None = None,
    actors: frozenset[str] = frozenset(),
    left_out: Sequence[str] = (),
    after: int = 0,
    many: int = MANY,
) -> Matrix:
    """A page of the claims: contested, denied, admitted, claimed, alleged, then what is reported but not as done.

    `left_out` names reports or outlets whose voices are not heard. Raises AmissError for one that is neither.
    """
    groups = (status,) if status else GROUPS
    with plainly():
        by_status = record.disputed_by_status(Filter(actors=actors))
        counts = [(g, by_status.get(g.value, 0)) for g in GROUPS]
        sizes = [(g, n) for g, n in counts if g in groups]
        parts = [record.newest(_asked(g, actors), m, a, disputed=True) for g, a, m in _spread(sizes, after, many)]
        silent = _reports_of(record, left_out)
    rows = tuple(row for part in parts for row in _rows(part, silent))
    paging = Paging(after, many, sum(n for _, n in sizes))
    return Matrix(rows, paging, tuple(left_out), tuple((g.value, n) for g, n in counts))


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


def _reports_of(record: Record, names: Sequence[str]) -> frozenset[str]:
    found: set[str] = set()
    for name in names:
        own = record.reports_of(name)
        if not own:
            raise AmissError(f"the record holds no report of {name!r}", "Type a report's id or an outlet's full name.")
        found |= own
    return frozenset(found)


def _rows(part: Slice, silent: frozenset[str]) -> Iterator[ClaimRow]:
    before = lines_of(part)
    left = {x.id: x for x in lines_of(without(part, silent))} if silent else {x.id: x for x in before}
    for line in before:
        now = left.get(line.id)
        shown = now or line
        was = line.status if now is not None and now.status != line.status else ""
        yield ClaimRow(shown, _by_stance(shown.speakers), was, gone=now is None)


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
