"""Talks: the list, and one talk with the rounds of its process and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass

from parley.brief.naming import Naming
from parley.brief.phrases import talk_name
from parley.desk.amiss import AmissError
from parley.desk.records import parted, plainly
from parley.desk.tables import Table, day
from parley.desk.talks import table as talk_table
from parley.desk.views.lines import Line, lines_for, lines_of, table_of
from parley.desk.views.paging import MANY, Paging
from parley.record import AmbiguousError, Record
from parley.terms.bodies import Judgement
from parley.terms.enums import DateBasis, Form, LinkRel
from parley.terms.slice import Filter, Slice
from parley.terms.statement import Statement, Talk

TALKS = frozenset({Form.TALK})
ROUNDS = 200
"""Talks of the same parties that are looked through for the rounds of a process."""


@dataclass(frozen=True, slots=True)
class Named:
    """An actor by id and name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Side:
    """A party with those who spoke for it."""

    actor: Named
    delegates: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A talk as the list shows it."""

    id: str
    date: str
    inferred: bool
    title: str
    parties: tuple[Side, ...]
    mediators: tuple[Named, ...]
    hosts: tuple[Named, ...]
    place: str
    outcome: str
    process: str
    round: int | None
    level: str
    format: str
    agenda: tuple[str, ...]
    line: Line


@dataclass(frozen=True, slots=True)
class TalkList:
    """A page of the talks, the newest first."""

    talks: tuple[Row, ...]
    paging: Paging
    table: Table


@dataclass(frozen=True, slots=True)
class TalkPage:
    """One talk: its quotes, the rounds of its process, what is part of it, and what is made of its outcome."""

    talk: Row
    differing: tuple[tuple[str, tuple[str, ...]], ...]
    quotes: tuple[tuple[str, str, str, str], ...]
    """Report, its title, the words, and the proposal that quotes them."""
    rounds: tuple[Row, ...]
    parts: tuple[Line, ...]
    said: tuple[Line, ...]

    @property
    def table(self) -> Table:
        """What is part of it, and what is said of it, as a table."""
        return table_of(self.talk.title, (*self.parts, *self.said))


def talk_list(record: Record, actors: frozenset[str] = frozenset(), after: int = 0, many: int = MANY) -> TalkList:
    """A page of the talks, the newest first; with `actors`, those that name one of them."""
    asked = Filter(forms=TALKS, actors=actors)
    with plainly():
        part = record.newest(asked, many, after)
        of = record.how_many(asked)
    return TalkList(_rows(part), Paging(after, many, of), talk_table(part))


def talk_page(record: Record, wanted: str) -> TalkPage:
    """One talk by its id. Raises AmissError where there is none."""
    with plainly():
        talk = talk_named(record, wanted)
        reports = frozenset(m.report for m in talk.mentions)
        part = record.slice(Filter(reports=reports))
        sides = frozenset(p.actor for p in talk.parties)
        near = record.newest(Filter(forms=TALKS, actors=sides), ROUNDS) if talk.process and sides else Slice()
    titles = {r.id: r.title or r.id for r in part.reports}
    row = _row(talk, part)
    own = set(talk.statements)
    return TalkPage(
        talk=row,
        differing=_differing(talk),
        quotes=tuple((m.report, titles.get(m.report, m.report), m.quote, m.proposal) for m in talk.mentions),
        rounds=tuple(sorted((r for r in _rows(near) if r.process == row.process), key=_by_round)),
        parts=lines_for((s for s in part.statements if s.id in own), part),
        said=lines_for((s for s in part.statements if s.id not in own and _is_about(s, talk)), part),
    )


def talk_named(record: Record, wanted: str) -> Talk:
    """A talk by its id. Raises AmissError where there is none."""
    try:
        found = record.find(wanted)
    except AmbiguousError as e:
        raise AmissError(parted(str(e))[0], "Type more of the id.") from e
    if not isinstance(found, Talk):
        raise AmissError(f"the record holds no talk {wanted!r}", "See the list of talks for those it holds.")
    return found


def _by_round(r: Row) -> tuple[int, str]:
    return (r.round if r.round is not None else 10**6, r.date or "9999")


def _is_about(s: Statement, talk: Talk) -> bool:
    ids = {talk.id, *(m.proposal for m in talk.mentions)}
    judged = isinstance(s.body, Judgement) and s.body.about.talk in ids
    return judged or any(link.to in ids and link.rel in (LinkRel.OUTCOME_OF, LinkRel.ANSWERS) for link in s.links)


def _differing(talk: Talk) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found = (
        ("dates", tuple(dict.fromkeys(map(day, talk.variants.date)))),
        ("places", tuple(dict.fromkeys(p.name for p in talk.variants.place))),
        ("outcomes", tuple(dict.fromkeys(o.value for o in talk.variants.outcome))),
    )
    return tuple((what, values) for what, values in found if len(values) > 1)


def _rows(part: Slice) -> tuple[Row, ...]:
    return tuple(_row(t, part) for t in part.talks)


def _row(t: Talk, part: Slice) -> Row:
    known = Naming({a.id: a for a in part.actors}, {})

    def named(ids: tuple[str, ...]) -> tuple[Named, ...]:
        return tuple(Named(i, known.plain(i)) for i in ids)

    return Row(
        id=t.id,
        date=day(t.date),
        inferred=t.date is not None and t.date.basis is DateBasis.INFERRED,
        title=talk_name(t, known),
        parties=tuple(Side(Named(p.actor, known.plain(p.actor)), named(p.delegates)) for p in t.parties),
        mediators=named(t.mediators),
        hosts=named(t.hosts),
        place=t.place.name if t.place else "",
        outcome=t.outcome.value,
        process=t.process or "",
        round=t.round,
        level=t.level.value if t.level else "",
        format=t.format.value if t.format else "",
        agenda=t.agenda,
        line=lines_of(Slice(reports=part.reports, actors=part.actors, talks=(t,)))[0],
    )
