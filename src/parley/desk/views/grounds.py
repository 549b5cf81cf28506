"""One statement or talk: what it says, every telling of it with the words that set its voice and reality, its log."""

from __future__ import annotations

from dataclasses import dataclass

from parley.desk.decisions import history
from parley.desk.tables import Cell, Table
from parley.desk.views.queue import Item, item
from parley.desk.why import Why, why
from parley.record import Record

COLUMNS = ("report", "quote", "reality", "voices", "stage", "rule", "words")


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision on it, in words."""

    seq: int
    at: str
    by: str
    action: str
    field: str
    old: str
    new: str
    why: str
    stands: bool


@dataclass(frozen=True, slots=True)
class Grounds:
    """On what it rests."""

    item: Item
    why: Why
    log: tuple[Entry, ...]

    @property
    def table(self) -> Table:
        """Every rule that fired, telling by telling."""
        rows: list[tuple[Cell, ...]] = [
            (t.report, t.quote, t.reality, t.voices, s.stage, s.rule, s.words)
            for t in self.why.tellings
            for s in (*t.path, *t.steps)
        ]
        return Table("Grounds", COLUMNS, tuple(rows), COLUMNS)


def grounds(record: Record, wanted: str) -> Grounds:
    """One statement or talk by its id. Raises AmissError where there is none."""
    found = item(record, wanted)
    return Grounds(found, why(record, found.line.id), log_of(record, found.line.id))


def log_of(record: Record, wanted: str | None) -> tuple[Entry, ...]:
    """What was decided on one thing, or on all, in the order of the log."""
    return tuple(_entry(row) for row in history(record, wanted).rows)


def _entry(row: tuple[Cell, ...]) -> Entry:
    seq, at, by, action, _, field, old, new, reason, stands = (str(c) if c is not None else "" for c in row)
    return Entry(int(seq), at, by, action, field, old, new, reason, stands == "yes")
