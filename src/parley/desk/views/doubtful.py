"""Doubtful merges side by side: what may be one and was not made one."""

from __future__ import annotations

from dataclasses import dataclass

from parley.desk.records import plainly
from parley.desk.tables import Table
from parley.desk.views.lines import Line, lines_for, told_in
from parley.record import Record
from parley.terms.log import MergeProposal
from parley.terms.slice import Filter

COLUMNS = ("id", "why", "one", "says", "other", "other_says")
MOST = 400
SHOWN = 40
OPEN = "open"


@dataclass(frozen=True, slots=True)
class Beside:
    """One of those that may be one: an actor, or a statement or talk with its line."""

    id: str
    name: str
    about: str
    line: Line | None


@dataclass(frozen=True, slots=True)
class Doubt:
    """What may be one, and what speaks for and against it."""

    id: str
    why: str
    sides: tuple[Beside, ...]


@dataclass(frozen=True, slots=True)
class Doubts:
    """The first of what may be one; `cut` where there is more."""

    doubts: tuple[Doubt, ...]
    cut: bool

    @property
    def table(self) -> Table:
        """A row for each of the others beside the first."""
        rows = tuple(
            (d.id, d.why, d.sides[0].id, d.sides[0].name, o.id, o.name) for d in self.doubts for o in d.sides[1:]
        )
        return Table("What may be one", COLUMNS, rows, COLUMNS)


def doubtful(record: Record) -> Doubts:
    """Proposals to merge that nobody followed or rejected: actors of one name, then what is told alike."""
    with plainly():
        found = [m for m in (*record.merges(), *record.doubts(most=MOST)) if m.state == OPEN]
        shown = [_doubt(record, m) for m in found[:SHOWN]]
    return Doubts(tuple(d for d in shown if len(d.sides) > 1), cut=len(found) > SHOWN)


def _doubt(record: Record, m: MergeProposal) -> Doubt:
    return Doubt(m.id, m.why, tuple(b for b in (_beside(record, t) for t in m.targets) if b is not None))


def _beside(record: Record, target: str) -> Beside | None:
    held = record.find(target)
    if held is None:
        return _actor(record, target)
    part = record.slice(Filter(reports=frozenset(m.report for m in held.mentions)))
    line = lines_for([t for t in told_in(part) if t.id == held.id], part)[0]
    return Beside(held.id, line.says, line.kind, line)


def _actor(record: Record, target: str) -> Beside | None:
    found = next((a for a in record.actors() if a.id == target), None)
    if found is None:
        return None
    about = ", ".join(x for x in (found.type.value, found.country, found.sector, found.described_as) if x)
    times = record.how_many(Filter(actors=frozenset({target})))
    return Beside(found.id, found.name, f"{about}; named {times} times", None)
