"""What a reading yields besides proposals: the layers for measuring and for other programs."""

from __future__ import annotations

from dataclasses import dataclass

from parley.terms.actor import Actor
from parley.terms.affiliation import Affiliation
from parley.terms.enums import How, Reality, Stance
from parley.terms.report import Report
from parley.terms.statement import Proposal
from parley.terms.values import Date, Place, Span, Voice


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate of the text, coded or not, with the voice and reality that it is told in."""

    report: str
    start: int
    end: int
    reality: Reality
    voices: tuple[Voice, ...]
    factuality: float


@dataclass(frozen=True, slots=True)
class Source:
    """Who is heard in an attribution, and where the text names them."""

    start: int | None
    end: int | None
    who: str | None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's words: the source, the word that says so, and what is said."""

    report: str
    source: Source
    cue: Span
    content: Span
    stance: Stance


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A stretch of text that names an actor; `actor` None where it could not be told whom."""

    report: str
    start: int
    end: int
    actor: str | None
    how: How


@dataclass(frozen=True, slots=True)
class GivenMention:
    """A mention that whoever asks takes as given: `text[start:end]` names this actor."""

    start: int
    end: int
    actor: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """A stretch of text that names a date."""

    report: str
    start: int
    end: int
    text: str
    date: Date


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A stretch of text that names a place."""

    report: str
    start: int
    end: int
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Warning:  # noqa: A001 - the word users know
    """A stage that failed, or something left out: where, and what is lost."""

    report: str
    stage: str
    message: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one reader found in one report."""

    report: Report
    actors: tuple[Actor, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    predicates: tuple[Predicate, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    mentions: tuple[ActorMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    warnings: tuple[Warning, ...] = ()
