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
    """What a row tells, and of whom. `id` is the data set's own, `notes` its prose, `doubts` what was mended."""

    id: str
    id_column: str
    claims: tuple[Claim, ...]
    actors: tuple[Actor, ...] = ()
    title: str | None = None
    notes: str | None = None
    url: str | None = None
    published: str | None = None
    voice: Actor | None = None
    doubts: tuple[str, ...] = ()


def text_of(cells: Cells, notes: str | None) -> str:
    r"""A row as a text: its prose, then every cell that holds something as a line "column: value".

    >>> text_of({"id": "7", "notes": "They met.", "place": ""}, "They met.")
    'They met.\n\nid: 7\nnotes: They met.'
    """
    lines = "\n".join(f"{column}: {one_line(value)}" for column, value in cells.items() if value)
    return f"{notes}\n\n{lines}" if notes else lines


def one_line(value: str) -> str:
    """A cell in one line."""
    return " ".join(value.split())


def reading_of(told: Told, cells: Cells, source: Source, report_id: str, as_of: str) -> Reading:
    """The report and the proposals of a row; `as_of` is the ISO day of the download.

    The proposals quote the row's prose, or all of it where it has none. Their voice is the data set's.
    """
    notes = one_line(told.notes) if told.notes else None
    text = text_of(cells, notes)
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
    quote = Span(0, len(notes) if notes else len(text))
    at = _Place(report, quote, _lines(cells, len(notes) + 2 if notes else 0))
    voice = told.voice or source.voice
    made: list[Proposal] = []
    for claim in told.claims:
        made.append(_proposal(claim, told, source, voice, at, made))
    return Reading(report, actors=_each_once((*told.actors, source.voice, voice)), proposals=tuple(made))


@dataclass(frozen=True, slots=True)
class _Place:
    """A row's report, what its proposals quote, and where each column's value stands."""

    report: Report
    quote: Span
    values: Mapping[str, Span]

    def head(self, column: str) -> Span:
        """The value of a column where it lies within the quote, else the quote."""
        span = self.values.get(column)
        return span if span is not None and self.quote.holds(span) else self.quote


def _lines(cells: Cells, at: int) -> dict[str, Span]:
    spans: dict[str, Span] = {}
    for column, value in cells.items():
        if value:
            start = at + len(column) + 2
            at = start + len(one_line(value)) + 1
            spans[column] = Span(start, at - 1)
    return spans


def _proposal(claim: Claim, told: Told, source: Source, voice: Actor, at: _Place, before: list[Proposal]) -> Proposal:
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
        voices=(Voice(at.report.id, voice.id, source.stance),),
        date=claim.date,
        places=claim.places,
        links=links,
        body=_as_plover(claim.body, claim.reality),
    )


def _as_plover(body: Body, reality: Reality) -> Body:
    return replace(body, plover=plover_of(body.type, body.mode, reality)) if isinstance(body, Event) else body


def _each_once(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    return tuple({a.id: a for a in actors}.values())
