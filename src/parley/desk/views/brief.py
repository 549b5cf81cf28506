"""Brief: a part of the record chosen by talks, actors, days and forms, as a document to preview and take away."""

from __future__ import annotations

from dataclasses import dataclass, replace

from parley.desk.brief import brief_of, title_of
from parley.desk.handling import shareable
from parley.desk.records import plainly
from parley.desk.tables import Table
from parley.desk.views.glance import TALKS
from parley.desk.views.lines import Line, lines_of
from parley.record import Record
from parley.terms.enums import Form, Handling
from parley.terms.slice import Filter, Slice

MOST = 1000
"""Statements and talks that a brief written here takes in; `parley brief` writes greater ones."""
TALKS_SHOWN = 60
COLUMNS = ("what", "many")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a brief is to hold; empty is everything. `talks` are ids: with them, only what their reports tell."""

    talks: tuple[str, ...] = ()
    actors: frozenset[str] = frozenset()
    since: str | None = None
    until: str | None = None
    forms: frozenset[Form] = frozenset()
    title: str = ""


@dataclass(frozen=True, slots=True)
class BriefPage:
    """What can be chosen, and how much what is chosen now would hold."""

    talks: tuple[Line, ...]
    statements: int
    talks_held: int
    reports: int
    cut: bool

    @property
    def table(self) -> Table:
        """How much the brief would hold."""
        rows = (("statements", self.statements), ("talks", self.talks_held), ("reports", self.reports))
        return Table("Brief", COLUMNS, rows, COLUMNS)


def brief_page(record: Record, chosen: Chosen) -> BriefPage:
    """What can be chosen, and what a brief of it would hold."""
    with plainly():
        talks = lines_of(record.newest(TALKS, TALKS_SHOWN))
    part, cut = _part(record, chosen)
    return BriefPage(talks, len(part.statements), len(part.talks), len(part.reports), cut)


def written(record: Record, chosen: Chosen, form: str) -> str:
    """The brief as a page (`html`) or as Markdown (`md`). What is marked stays out, as everywhere."""
    part, _ = _part(record, chosen)
    return brief_of(part, form, chosen.title.strip() or title_of(part))


def _part(record: Record, chosen: Chosen) -> tuple[Slice, bool]:
    with plainly():
        asked = _filter(record, chosen)
        many = record.how_many(asked)
        part = record.newest(asked, MOST)
        marked = record.reports_marked() & {r.id for r in part.reports}
    if marked:
        part = _open(part, shareable(record)) if many <= MOST else _without_marked(part)
    return part, many > MOST


def _filter(record: Record, chosen: Chosen) -> Filter:
    held = [t for t in (record.find(i) for i in chosen.talks) if t is not None]
    reports = frozenset(m.report for t in held for m in t.mentions)
    return Filter(reports=reports, actors=chosen.actors, forms=chosen.forms, since=chosen.since, until=chosen.until)


def _open(part: Slice, safe: Slice) -> Slice:
    """What others tell too of a part, as they tell it."""
    ids = {p.id for p in part.proposals}
    return replace(
        safe,
        statements=tuple(s for s in safe.statements if any(m.proposal in ids for m in s.mentions)),
        talks=tuple(t for t in safe.talks if any(m.proposal in ids for m in t.mentions)),
    )


def _without_marked(part: Slice) -> Slice:
    """A great part without anything that a marked report tells or is heard in."""
    hidden = {r.id for r in part.reports if r.handling is not Handling.OPEN}
    return replace(
        part,
        reports=tuple(r for r in part.reports if r.id not in hidden),
        proposals=tuple(p for p in part.proposals if p.report not in hidden),
        statements=tuple(s for s in part.statements if not _touches([*s.mentions, *s.voices], hidden)),
        talks=tuple(t for t in part.talks if not _touches([*t.mentions, *t.voices], hidden)),
    )


def _touches(places: list[object], hidden: set[str]) -> bool:
    return any(getattr(p, "report", None) in hidden for p in places)
