"""Search: the statements, talks and reports in which words are found."""

from __future__ import annotations

from parley.brief.phrases import phrase
from parley.desk.records import plainly
from parley.desk.tables import Cell, Table, day
from parley.record import Page, Record
from parley.terms.enums import Form
from parley.terms.slice import Filter

COLUMNS = ("id", "kind", "date", "says", "quote")
MOST = 100


def search(record: Record, words: str, most: int = MOST) -> Table:
    """Statements and talks told in all of these words, or words that begin so; then reports that hold them."""
    with plainly():
        part = record.slice(Filter(words=words), Page(most))
        reports = [record.report(i) for i in record.reports_saying(words, most)]
    rows: list[tuple[Cell, ...]] = [
        (s.id, s.form.value, day(s.date), phrase(s, part), s.mentions[0].quote) for s in part.statements
    ]
    rows += [(t.id, Form.TALK.value, day(t.date), t.title, t.mentions[0].quote) for t in part.talks]
    rows += [(r.id, "report", r.published, r.title or "", "") for r in reports if r is not None]
    return Table("Found", COLUMNS, tuple(rows), COLUMNS)
