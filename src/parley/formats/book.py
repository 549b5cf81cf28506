"""A workbook over the events of a record: a row an event, with talks, voices, actors, reports and a codebook beside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from parley.formats.event_rows import EVENTS, event_row
from parley.formats.lines import own_reports
from parley.formats.pieces import Column, Lost, Row, Wish, lost
from parley.formats.talk_rows import ACTORS, REPORTS, TALKS, VOICE, actor_row, report_row, talk_row, voice_rows
from parley.formats.telling import REJECTED, rejected
from parley.terms.bodies import Event
from parley.terms.slice import Slice
from parley.terms.statement import Statement, Talk

CODEBOOK = (
    Column("table", str, "A table of this export."),
    Column("column", str, "One of its columns."),
    Column("type", str, "What its cells hold.", ("text", "whole number", "number", "true or false", "date")),
    Column("about", str, "What it tells. Cells with several values have them between “; ”."),
    Column("values", str, "All values that may stand in it, where they are a closed list."),
)
TABLES: Mapping[str, tuple[Column, ...]] = {
    "events": EVENTS,
    "talks": TALKS,
    "voices": VOICE,
    "actors": ACTORS,
    "reports": REPORTS,
    "codebook": CODEBOOK,
}
TYPES = {"str": "text", "int": "whole number", "float": "number", "bool": "true or false", "date": "date"}
NO_EVENT = "a {} is no event"


def book(parts: Iterable[Slice], wish: Wish) -> Iterator[Row | Lost]:
    """The rows of all tables, those of one part together; with `wish.alone`, of the events only.

    Statements of other forms have no table, nor has what a person rejected.
    """
    seen: set[str] = set()
    for part in parts:
        for s in part.statements:
            yield from _statement(s, part, wish)
        for t in part.talks:
            yield from _talk(t, part, wish)
        if not wish.alone:
            yield from (Row("reports", report_row(r)) for r in own_reports(part))
            yield from (Row("actors", actor_row(a)) for a in part.actors if a.id not in seen)
            seen.update(a.id for a in part.actors)
    if not wish.alone:
        yield from codebook(TABLES)


def codebook(tables: Mapping[str, tuple[Column, ...]]) -> Iterator[Row]:
    """What each column of each table tells."""
    for table, columns in tables.items():
        for c in columns:
            values = "; ".join(map(str, c.values)) or None
            yield Row("codebook", (table, c.name, TYPES[c.type.__name__], c.about, values))


def _statement(s: Statement, part: Slice, wish: Wish) -> Iterator[Row | Lost]:
    if not isinstance(s.body, Event):
        yield lost(s, NO_EVENT.format(s.form))
    elif rejected(s):
        yield lost(s, REJECTED)
    else:
        yield Row("events", event_row(s, s.body, part))
        if not wish.alone:
            yield from (Row("voices", cells) for cells in voice_rows(s, part))


def _talk(t: Talk, part: Slice, wish: Wish) -> Iterator[Row | Lost]:
    if wish.alone:
        yield lost(t, f"{NO_EVENT.format('talk')}, and stands in a table of its own")
    elif rejected(t):
        yield lost(t, REJECTED)
    else:
        yield Row("talks", talk_row(t, part))
        yield from (Row("voices", cells) for cells in voice_rows(t, part))
