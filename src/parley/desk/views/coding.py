"""Coding: who codes what and how far, how far coders agree, where they differ; and one report, coded blind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from parley.desk.amiss import AmissError
from parley.desk.coders import agreed, apart, progress
from parley.desk.records import plainly
from parley.desk.tables import Cell, Table
from parley.desk.views.fields import Field, fields_of
from parley.desk.views.lines import Line, lines_for, table_of
from parley.joining.beside import counterparts
from parley.joining.merge import statement_of
from parley.joining.standing import Standing
from parley.joining.talks import talk_of
from parley.joining.telling import telling_of
from parley.record import Record
from parley.terms.enums import Form
from parley.terms.slice import Slice
from parley.terms.statement import Proposal, Statement, Talk

DIFFER = 200
"""Places where coders differ that the page shows."""


@dataclass(frozen=True, slots=True)
class Given:
    """A report given to a coder: how many places it has, and on how many the coder decided."""

    coder: str
    report: str
    title: str
    state: str
    places: int
    decided: int


@dataclass(frozen=True, slots=True)
class Differing:
    """One field of one place of which coders made different things: each coder's value, in the order of `coders`."""

    place: str
    form: str
    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodingPage:
    """All of it; who codes sees only what was given to them."""

    given: tuple[Given, ...]
    agreement: tuple[tuple[Cell, ...], ...]
    coders: tuple[str, ...]
    differing: tuple[Differing, ...]
    cut: bool

    @property
    def table(self) -> Table:
        """Who was given what, and how far they are."""
        columns = ("coder", "report", "state", "places", "decided")
        rows = tuple((g.coder, g.report, g.state, g.places, g.decided) for g in self.given)
        return Table("Coders", columns, rows, columns)


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a report as a coder sees it: the sentence, what the reader made of it, what this coder decided."""

    line: Line
    before: str
    quote: str
    after: str
    mine: tuple[str, ...]
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One report to be coded by one coder, who sees nobody else's decisions."""

    report: str
    title: str
    coder: str
    state: str
    places: tuple[Place, ...]

    @property
    def table(self) -> Table:
        """The places as a table."""
        return table_of("Coding", [p.line for p in self.places])


def coding_page(record: Record, only: str | None = None) -> CodingPage:
    """Who codes what, and, unless it is `only` one coder's page, how far they agree and where they differ."""
    given = tuple(_given(record, row) for row in progress(record).rows)
    mine = tuple(g for g in given if only in (None, g.coder))
    if only is not None:
        return CodingPage(mine, (), (), (), cut=False)
    differ = apart(record)
    rows = tuple(Differing(str(r[0]), str(r[1]), str(r[2]), tuple(str(c) for c in r[3:])) for r in differ.rows[:DIFFER])
    return CodingPage(mine, agreed(record).rows, differ.columns[3:], rows, cut=len(differ.rows) > DIFFER)


def _given(record: Record, row: tuple[Cell, ...]) -> Given:
    coder, report, state, places, decided = row
    held = record.report(str(report))
    title = (held.title if held else None) or str(report)
    return Given(str(coder), str(report), title, str(state), int(places or 0), int(decided or 0))


def sheet(record: Record, report: str, coder: str) -> Sheet:
    """A report as it was given to a coder. Raises AmissError where it was not."""
    with plainly():
        mine = next((a for a in record.assignments() if (a.report, a.coder) == (report, coder)), None)
        held = record.report(report)
        if mine is None or held is None:
            raise AmissError(f"report {report!r} was not given to {coder!r}", "See under Coding what was.")
        found = sorted(record.proposals(report), key=lambda p: (p.start, p.head.start, p.id))
        own = [d for d in record.decisions() if d.coder == coder]
        actors = record.actors()
    by: dict[str, list[str]] = {}
    for d in own:
        by.setdefault(d.target, []).append(f"{d.action} {d.field or ''}".strip())
    text = held.text or ""
    twice = counterparts(telling_of(p, {}, {}) for p in found)  # what a model read too is one place
    told = {p.id: _bare(p) for p in found if p.reader != "person" and p.id not in twice}
    part = Slice(reports=(held,), actors=actors)
    lines = dict(zip(told, lines_for(told.values(), part), strict=True))
    places = tuple(_place(p, told[p.id], lines[p.id], text, by) for p in found if p.id in told)
    return Sheet(report, held.title or report, coder, mine.state, places)


def _place(p: Proposal, told: Statement | Talk, line: Line, text: str, by: Mapping[str, list[str]]) -> Place:
    before, after = text[p.sentence.start : p.start], text[p.end : p.sentence.end]
    return Place(line, before, p.quote, after, tuple(by.get(p.id, ())), fields_of(told))


def _bare(p: Proposal) -> Statement | Talk:
    """A proposal as the reader made it, with nobody's decisions."""
    telling = telling_of(p, {}, {})
    return talk_of([telling], Standing(())) if p.form is Form.TALK else statement_of([telling])
