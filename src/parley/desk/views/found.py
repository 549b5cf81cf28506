"""Search: actors, statements, talks and reports in which words are found, each with where it leads."""

from __future__ import annotations

from dataclasses import dataclass

from parley.desk.records import plainly
from parley.desk.search import COLUMNS, search
from parley.desk.tables import Table
from parley.joining.words import fold
from parley.record import Record

MOST, MOST_ACTORS = 100, 12


@dataclass(frozen=True, slots=True)
class Found:
    """One thing found; `kind` is its form, `report` or `actor`."""

    id: str
    kind: str
    date: str
    says: str
    quote: str


@dataclass(frozen=True, slots=True)
class Finds:
    """What was found, actors first; `cut` where there may be more."""

    words: str
    found: tuple[Found, ...]
    cut: bool

    @property
    def table(self) -> Table:
        """The same as a table."""
        return Table("Found", COLUMNS, tuple((f.id, f.kind, f.date, f.says, f.quote) for f in self.found), COLUMNS)


def finds(record: Record, words: str, most: int = MOST) -> Finds:
    """Everything in which all of some words are found, or words that begin so."""
    if not words.strip():
        return Finds(words, (), cut=False)
    told = search(record, words, most)
    rows = [Found(*(str(c or "") for c in row)) for row in told.rows]
    return Finds(words, (*_actors(record, words), *rows), cut=len(rows) >= most)


def _actors(record: Record, words: str) -> list[Found]:
    asked = [w for w in fold(words).split() if w]
    with plainly():
        known = record.actors()
    named = [a for a in known if asked and all(w in fold(" ".join((a.name, *a.aliases))) for w in asked)]
    return [Found(a.id, "actor", "", a.name, a.described_as or a.type.value) for a in named[:MOST_ACTORS]]
