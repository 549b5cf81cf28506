"""A statement or talk as one line of a page: what it says, who says so, what a person made of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parley.brief.days import interval_words
from parley.brief.naming import Naming
from parley.brief.phrases import sentence, talk_name
from parley.desk.readings import times_told
from parley.desk.tables import Cell, Table, day, voices, where
from parley.terms.bodies import Event, Judgement, Position, Role, Tie
from parley.terms.enums import Form
from parley.terms.facts import status_of
from parley.terms.slice import Slice
from parley.terms.statement import Decided, Statement, Talk, by_model
from parley.terms.values import REPORT, Voice

COLUMNS = (
    "id", "form", "kind", "status", "reality", "fact", "date", "says", "voices", "places", "told", "report", "quote",
    "decision", "by", "at",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is heard, how, through whom, and in which report; `id` None is nobody named, `own` the report itself."""

    id: str | None
    name: str
    stance: str
    via: tuple[str, ...]
    report: str
    own: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One statement or talk. `date` is in ISO form, `when` the same in words.

    `decision` is what a person made of it, None for a machine's proposal.
    """

    id: str
    form: str
    kind: str
    status: str
    reality: str
    fact: bool
    date: str
    when: str
    says: str
    voices: str
    places: str
    told: int
    report: str
    report_name: str
    quote: str
    start: int
    decision: str | None
    by: str | None
    at: str | None
    speakers: tuple[Speaker, ...]
    reports: tuple[str, ...]


def lines_of(slice: Slice) -> tuple[Line, ...]:  # noqa: A002 - the contract's own word
    """The statements, then the talks of a slice, in its order."""
    return lines_for(told_in(slice), slice)


def lines_for(told: Iterable[Statement | Talk], slice: Slice, naming: Naming | None = None) -> tuple[Line, ...]:  # noqa: A002
    """Some of a slice's statements and talks as lines, in the order given; `naming` as for `sentence`."""
    plain = Naming({a.id: a for a in slice.actors}, {})
    titles = {r.id: r.title or r.id for r in slice.reports}
    models = frozenset(p.id for p in slice.proposals if by_model(p))
    return tuple(_line(t, slice, naming, plain, titles, models) for t in told)


def _line(
    told: Statement | Talk,
    slice: Slice,  # noqa: A002
    naming: Naming | None,
    plain: Naming,
    titles: dict[str, str],
    models: frozenset[str],
) -> Line:
    first = told.mentions[0]
    d: Decided | None = told.decision
    form, status, reality, fact = _standing(told)
    return Line(
        id=told.id,
        form=form,
        kind=_kind(told),
        status=status,
        reality=reality,
        fact=fact,
        date=day(told.date),
        when=interval_words(told.date.start, told.date.end) if told.date else "",
        says=talk_name(told, naming or plain) if isinstance(told, Talk) else sentence(told, slice, naming),
        voices=voices(slice, told.voices),
        places=where(([told.place] if told.place else []) if isinstance(told, Talk) else told.places),
        told=times_told(told.mentions, models),
        report=first.report,
        report_name=titles.get(first.report, first.report),
        quote=first.quote,
        start=first.head.start,
        decision=d.state.value if d else None,
        by=d.by if d else None,
        at=d.at if d else None,
        speakers=tuple(dict.fromkeys(_speaker(v, plain) for v in told.voices)),
        reports=tuple(dict.fromkeys((*(m.report for m in told.mentions), *(v.report for v in told.voices)))),
    )


def _standing(told: Statement | Talk) -> tuple[str, str, str, bool]:
    """Form, status, reality, and whether it is a fact; a talk's outcome stands for its reality."""
    if isinstance(told, Talk):
        return Form.TALK.value, status_of(told.voices).value, told.outcome.value, False
    return told.form.value, told.status.value, told.reality.value, told.fact


def told_in(slice: Slice) -> list[Statement | Talk]:  # noqa: A002
    """The statements, then the talks of a slice."""
    return [*slice.statements, *slice.talks]


def _speaker(v: Voice, plain: Naming) -> Speaker:
    own = v.who == REPORT
    name = "a report" if own else plain.plain(v.who) if v.who else "nobody named"
    return Speaker(None if own else v.who, name, v.stance.value, tuple(map(plain.plain, v.via)), v.report, own)


def _kind(told: Statement | Talk) -> str:
    """The code that tells its act, tie, issue, office or verdict."""
    if isinstance(told, Talk):
        return told.outcome.value
    match told.body:
        case Event() as e:
            return f"{e.type.value} {e.mode}" if e.mode else e.type.value
        case Tie() as t:
            return t.relation.value
        case Position() as p:
            return p.issue_id or "position"
        case Role() as r:
            return r.office
        case Judgement() as j:
            return j.verdict.value


def table_of(title: str, lines: Sequence[Line]) -> Table:
    """Lines as a table for a spreadsheet."""
    rows: tuple[tuple[Cell, ...], ...] = tuple(tuple(getattr(line, c) for c in COLUMNS) for line in lines)
    return Table(title, COLUMNS, rows, COLUMNS)
