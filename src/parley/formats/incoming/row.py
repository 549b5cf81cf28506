"""A row of another project's table as a report with its proposals: what all data sets have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from parley.terms.actor import Actor
from parley.terms.bodies import Body, Event
from parley.terms.enums import ActorType, LinkRel, Reality, Stance
from parley.terms.layers import Reading
from parley.terms.plover import plover_of
from parley.terms.report import Report, report_of
from parley.terms.rows import NO_LANGUAGE, OWN_EVENT, ROW
from parley.terms.statement import Proposal, proposal_id
from parley.terms.values import Date, Link, Place, Span, Trace, Voice

Cells = Mapping[str, str]
"""A row: column names, as the data set spells them, to what stands there; a column that is empty may be missing."""


class RowError(ValueError):
    """A row that cannot be taken. Names the column, what is wrong there, and the remedy."""

    def __init__(self, column: str, why: str, remedy: str) -> None:
        super().__init__(f"{column}: {why}")
        self.column, self.why, self.remedy = column, why, remedy


class PassedOverError(RowError):
    """A row that is whole but tells nothing that the contract has a place for; no fault of anybody's."""


@dataclass(frozen=True, slots=True)
class Named:
    """An actor as a row names it: its name without what the data set adds, and what else the row says of it.

    `country` is whose it is, `near` where it acted: ISO 3166 alpha-3 or a country's name. `sector` is one of PLOVER's,
    `day` an ISO day.
    """

    name: str
    country: str | None = None
    sector: str | None = None
    type: ActorType = ActorType.ORGANISATION
    day: str | None = None
    near: str | None = None


TYPES: Mapping[str | None, ActorType] = {
    **dict.fromkeys(("GOV", "MIL", "COP", "LEG", "JUD", "SPY"), ActorType.GOVERNMENT),
    "REB": ActorType.ARMED_GROUP,
    "PTY": ActorType.PARTY,
    "IGO": ActorType.IGO,
    "JRN": ActorType.MEDIA,
}
"""What kind of actor is of one of PLOVER's sectors, where nothing else says what it is; else an organisation."""


class Known(Protocol):
    """Whom and what is known beforehand: names that rows use, led to actors and countries."""

    def actor(self, named: Named) -> Actor:
        """The actor of a name: one that is known for sure, else a new one under the name's slug."""
        ...

    def country(self, name: str) -> str | None:
        """A country's code (ISO 3166 alpha-3) by its name or code; None where it is not known."""
        ...


@dataclass(frozen=True, slots=True)
class Source:
    """A data set: who codes it, and how it stands to what it tells.

    `own_events`: each row is an event of its own, by the data set's own rules.
    """

    reader: str
    voice: Actor
    stance: Stance
    confidence: float
    own_events: bool = True


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a row tells. `head` is the column whose value stands for its predicate, where not the row's id."""

    body: Body
    date: Date | None
    places: tuple[Place, ...] = ()
    reality: Reality = Reality.HAPPENED
    rule: str = ""
    head: str | None = None
    part_of: int | None = None
    """The place, among the row's claims, of the talk that this one is part of."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a row tells, and of whom. `id` is the data set's own, `notes` its prose, `doubts` what was mended.

    `main` are the columns that are quoted where a row has no prose; without any, all are.
    """

    id: str
    id_column: str
    claims: tuple[Claim, ...]
    actors: tuple[Actor, ...] = ()
    title: str | None = None
    notes: str | None = None
    main: tuple[str, ...] = ()
    url: str | None = None
    published: str | None = None
    voices: tuple[Actor, ...] = ()
    """Who says so by the row's own word; the data set then passes it on."""
    stance: Stance | None = None
    doubts: tuple[str, ...] = ()


def text_of(cells: Cells, told: Told) -> str:
    r"""A row as a text: its prose, or its main cells where it has none, then all other cells that hold something.

    A cell is a line "column: value".

    >>> text_of({"id": "7", "notes": "They met.", "place": ""}, Told("7", "id", (), notes="They  met."))
    'They met.\n\nid: 7\nnotes: They met.'
    """
    first, rest = _parts(cells, told)
    lines = [_lines(part) for part in (first, rest) if part]
    return "\n\n".join([one_line(told.notes), *lines] if told.notes else lines)


def _parts(cells: Cells, told: Told) -> tuple[dict[str, str], dict[str, str]]:
    """The cells that hold something: those that are quoted, and the others."""
    full = {c: one_line(v) for c, v in cells.items() if v}
    if told.notes:
        return {}, full
    main = {c: full[c] for c in told.main if c in full} or full
    return main, {c: v for c, v in full.items() if c not in main}


def _lines(part: Mapping[str, str]) -> str:
    return "\n".join(f"{column}: {value}" for column, value in part.items())


def one_line(value: str) -> str:
    """A cell in one line."""
    return " ".join(value.split())


def reading_of(told: Told, cells: Cells, source: Source, report_id: str, as_of: str) -> Reading:
    """The report and the proposals of a row; `as_of` is the ISO day of the download.

    The proposals quote the row's prose, or its main cells where it has none. Their voice is the data set's.
    """
    text = text_of(cells, told)
    report = report_of(
        text,
        id=report_id,
        title=told.title,
        publisher=source.voice.name,
        url=told.url,
        published=told.published,
        retrieved=as_of,
        language=NO_LANGUAGE,
    )
    first, _ = _parts(cells, told)
    quoted = one_line(told.notes) if told.notes else _lines(first)
    at = _Place(report, Span(0, len(quoted)), _values(first))
    made: list[Proposal] = []
    for claim in told.claims:
        made.append(_proposal(claim, told, source, at, made))
    return Reading(report, actors=_each_once((*told.actors, source.voice, *told.voices)), proposals=tuple(made))


@dataclass(frozen=True, slots=True)
class _Place:
    """A row's report, what its proposals quote, and where each value that is quoted stands."""

    report: Report
    quote: Span
    values: Mapping[str, Span]

    def head(self, column: str) -> Span:
        """The value of a column where it is quoted, else the quote."""
        return self.values.get(column, self.quote)


def _values(first: Mapping[str, str]) -> dict[str, Span]:
    spans: dict[str, Span] = {}
    at = 0
    for column, value in first.items():
        start = at + len(column) + 2
        at = start + len(value) + 1
        spans[column] = Span(start, at - 1)
    return spans


def _proposal(claim: Claim, told: Told, source: Source, at: _Place, before: list[Proposal]) -> Proposal:
    form, head = claim.body.FORM, at.head(claim.head or told.id_column)
    heads = {p.head for p in before if p.form is form}
    if head in heads:  # an id is made of form and head: two claims of one form need two
        head = Span(head.start, max(head.start, head.end - len(heads)))
    links = (Link(LinkRel.PART_OF, before[claim.part_of].id),) if claim.part_of is not None else ()
    text = at.report.text or ""
    return Proposal(
        id=proposal_id(at.report.id, form, head, source.reader),
        report=at.report.id,
        reader=source.reader,
        form=form,
        quote=at.quote.of(text),
        start=at.quote.start,
        end=at.quote.end,
        head=head,
        sentence=at.quote,
        trace=(Trace(OWN_EVENT if source.own_events else ROW, f"{source.reader}: {claim.rule}", head.start, head.end),),
        confidence=source.confidence,
        reality=claim.reality,
        voices=_voices(told, source, at.report.id),
        date=claim.date,
        places=claim.places,
        links=links,
        body=_as_plover(claim.body, claim.reality),
    )


def _voices(told: Told, source: Source, report: str) -> tuple[Voice, ...]:
    stance = told.stance or source.stance
    if not told.voices:
        return (Voice(report, source.voice.id, stance),)
    return tuple(Voice(report, v.id, stance, via=(source.voice.id,)) for v in told.voices)


def _as_plover(body: Body, reality: Reality) -> Body:
    return replace(body, plover=plover_of(body.type, body.mode, reality)) if isinstance(body, Event) else body


def _each_once(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    return tuple({a.id: a for a in actors}.values())
