"""The timeline: talks, events and dated ties as intervals, a page at a time, and how many began in each period."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from parley.analysis import Moment
from parley.analysis import timeline as moments_of
from parley.brief.days import interval_words
from parley.brief.pictures import Bar, timeline_svg
from parley.desk.records import Wanted, part_of, plainly
from parley.desk.tables import Table
from parley.desk.views.glance import Year
from parley.desk.views.lines import Line, lines_of, table_of
from parley.desk.views.paging import Paging
from parley.desk.views.talk import talk_named
from parley.record import Page, Record
from parley.terms.enums import Form
from parley.terms.slice import Filter

FORMS = frozenset({Form.TALK, Form.EVENT, Form.TIE})
MANY = 40
EVER = "0001-01-01"


@dataclass(frozen=True, slots=True)
class TimePage:
    """A page of the timeline. `picture` is an SVG; `lines` say the same in words, in the same order."""

    lines: tuple[Line, ...]
    paging: Paging
    years: tuple[Year, ...]
    undated: int
    picture: Markup

    @property
    def table(self) -> Table:
        """The lines as a table."""
        return table_of("Timeline", self.lines)


def time_page(
    record: Record,
    wanted: Wanted,
    talk: str | None = None,
    after: int = 0,
    many: int = MANY,
    forms: frozenset[Form] = FORMS,
) -> TimePage:
    """What is dated, by day; of one talk, its parties' moments in the year around it."""
    asked = _around(record, talk) if talk else _asked(record, wanted, forms)
    dated = Filter(actors=asked.actors, forms=asked.forms, since=asked.since or EVER, until=asked.until)
    with plainly():
        part = record.slice(dated, Page(many, after))
        of = record.how_many(dated)
        narrowed = asked.since or asked.until
        undated = 0 if narrowed else record.how_many(Filter(actors=asked.actors, forms=asked.forms)) - of
        years = tuple(Year(t.period, t.talks, t.events, t.facts) for t in record.timeline(asked, "year"))
    lines = {line.id: line for line in lines_of(part)}
    moments = [m for m in moments_of(part) if m.dated and m.id in lines]
    picture = timeline_svg([_bar(m, lines[m.id]) for m in moments], title="Timeline")
    return TimePage(tuple(lines[m.id] for m in moments), Paging(after, many, of), years, undated, picture)


def _asked(record: Record, wanted: Wanted, forms: frozenset[Form]) -> Filter:
    return part_of(record, wanted, forms, Page(0)).asked


def _around(record: Record, talk: str) -> Filter:
    with plainly():
        held = talk_named(record, talk)
    actors = frozenset(p.actor for p in held.parties)
    start = held.date.start if held.date else None
    if start is None:
        return Filter(actors=actors, forms=FORMS)
    year = int(start[:4])
    return Filter(actors=actors, forms=FORMS, since=f"{max(year - 1, 1):04d}-01-01", until=f"{year + 1:04d}-12-31")


def _bar(m: Moment, line: Line) -> Bar:
    tone = "talk" if m.form is Form.TALK and m.fact else "fact" if m.fact else "unsure"
    status = "" if line.status == "reported" else f"{line.status}: "
    return Bar(f"{status}{line.says}", interval_words(m.start, m.end), m.start, m.end, tone, f"#l-{line.id}")
