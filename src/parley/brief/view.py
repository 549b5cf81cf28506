"""What a brief shows, as frozen values: the web page and the Markdown are both written from these."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from parley.brief.citations import Cite
from parley.brief.excerpt import Excerpt
from parley.brief.highlight import Piece
from parley.brief.pictures import Picture


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is heard, and how: "denied by" "Southmark, through the Harbour Post"; `side` for, against or neither."""

    stance: str
    who: str
    side: str
    reports: tuple[str, ...]
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One statement. `id` is "" where the line only repeats one that has its place elsewhere in the page.

    `tone` names its status for the eye; `label` says it in words, on every line.
    """

    id: str
    target: str
    text: str
    label: str
    tone: str
    fact: bool
    when: str
    where: str
    quotes: tuple[Excerpt, ...]
    speakers: tuple[Speaker, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading, with what the heading means."""

    name: str
    heading: str
    meaning: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One talk: `rows` are what is known of it, as term and value; `held` says whether it is a fact that it was."""

    id: str
    title: str
    outcome: str
    outcome_tone: str
    label: str
    tone: str
    held: bool
    rows: tuple[tuple[str, str], ...]
    quotes: tuple[Excerpt, ...]
    speakers: tuple[Speaker, ...]
    related: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number at the head of the page and where it leads."""

    number: int
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class TimeRow:
    """One dated moment in words, for readers of text: when, what, and the id of its line."""

    when: str
    text: str
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Source:
    """One report with its marked text; `loose` are quotes that the text as held does not show at their place."""

    id: str
    label: str
    title: str
    rows: tuple[tuple[str, str], ...]
    links: tuple[tuple[str, str], ...]
    language: str | None
    text: str | None
    pieces: tuple[Piece, ...]
    loose: tuple[Cite, ...]
    missing: str = ""


@dataclass(frozen=True, slots=True)
class OutlookLine:
    """One finding of a model: its words, its number or range, and on what the number rests."""

    text: str
    figure: str
    basis: str


@dataclass(frozen=True, slots=True)
class GainRow:
    """What no agreement, an agreement and talks that fail are worth to one actor, in words."""

    name: str
    failure: str
    agreement: str
    talks: str


@dataclass(frozen=True, slots=True)
class InputRow:
    """One number that was put in: what it is, its range, what it rests on; `href` leads to the statement it cites."""

    words: str
    figure: str
    grounds: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class OutlookSection:
    """What a model makes of the talks, what would overturn it, and how far to trust it: said apart from likelihood."""

    heading: str
    lines: tuple[OutlookLine, ...]
    overturns: tuple[str, ...] = ()
    confidence: str = ""
    gains: tuple[GainRow, ...] = ()
    pictures: tuple[Picture, ...] = ()
    notes: tuple[str, ...] = ()
    inputs: tuple[InputRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """The whole brief."""

    title: str
    made: str
    reader: str
    lead: tuple[str, ...]
    figures: tuple[Figure, ...]
    next_steps: tuple[str, ...]
    cards: tuple[Card, ...]
    times: tuple[TimeRow, ...]
    timeline: Markup
    timeline_note: str
    network: Markup
    not_drawn: tuple[str, ...]
    ties: tuple[Line, ...]
    claims: tuple[Group, ...]
    facts: tuple[Line, ...]
    positions: tuple[Line, ...]
    judgements: tuple[Line, ...]
    roles: tuple[Line, ...]
    outlook: OutlookSection | None
    sources: tuple[Source, ...]
    notes: tuple[str, ...] = field(default=())

    @property
    def sections(self) -> tuple[tuple[str, str], ...]:
        """The id and heading of each section that has something in it, in order."""
        every = (
            ("talks", "Talks", self.cards),
            ("timeline", "Timeline", self.times),
            ("actors", "Actors and ties", self.network or self.ties),
            ("claims", "Claims", self.claims),
            ("facts", "Events reported as facts", self.facts),
            ("positions", "Positions", self.positions),
            ("judgements", "Judgements", self.judgements),
            ("roles", "Roles", self.roles),
            ("outlook", "Outlook", self.outlook),
            ("sources", "Sources", self.sources),
        )
        return tuple((name, heading) for name, heading, content in every if content)
