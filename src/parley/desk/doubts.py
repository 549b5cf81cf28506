"""Doubts: what may be one and was not made one, for a person to look at."""

from __future__ import annotations

from parley.brief.phrases import phrase
from parley.desk.records import plainly
from parley.desk.tables import Cell, Table
from parley.record import Record
from parley.terms.log import MergeProposal
from parley.terms.slice import Slice
from parley.terms.statement import Statement, Talk

COLUMNS = ("id", "score", "why", "one", "says", "other", "other_says")
MOST = 1000
OPEN = "open"


def table(record: Record, most: int = MOST) -> Table:
    """Proposals to merge that nobody followed or rejected: actors of one name, then events and talks told alike."""
    with plainly():
        whole = record.slice()
        found = [*whole.merge_proposals, *record.doubts(most=most)]
    rows = tuple(row for m in found if m.state == OPEN for row in _rows(m, whole))
    return Table("What may be one", COLUMNS, rows, COLUMNS)


def _rows(m: MergeProposal, whole: Slice) -> list[tuple[Cell, ...]]:
    """One row for each of the others beside the first."""
    first, *others = m.targets
    return [(m.id, m.score, m.why, first, _says(first, whole), o, _says(o, whole)) for o in others]


def _says(id_: str, whole: Slice) -> str:
    held: Statement | Talk | None = next((s for s in whole.statements if s.id == id_), None)
    held = held or next((t for t in whole.talks if t.id == id_), None)
    if held is None:
        return whole.name_of(id_)
    return held.title if isinstance(held, Talk) else phrase(held, whole)
