"""The small values that statements are made of: spans, voices, dates, places, links."""

from __future__ import annotations

from dataclasses import dataclass

from parley.terms.enums import DateBasis, HarmKind, LinkRel, PlaceRole, Precision, Stance

REPORT = "report"
"""The `who` of a voice that is the report's own."""


LEARNED = "second"
"""What a rule's name begins with, before a point, where no entry of a codebook coded it but what was learned did."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a report's text: `text[start:end]`, in Unicode code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from 0, not from {self.start} to {self.end}")

    def of(self, text: str) -> str:
        """The words of this span.

        >>> Span(0, 3).of("The talks")
        'The'
        """
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return max(self.start, other.start) < min(self.end, other.end)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says so: an actor's id, `"report"` for the report itself, or None for nobody named."""

    report: str
    who: str | None
    stance: Stance
    via: tuple[str, ...] = ()
    quote: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Date:
    """An interval of ISO days; `end` None is still open."""

    start: str | None
    end: str | None
    text: str
    basis: DateBasis
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where, as finely as is sure; `countries` are ISO 3166 alpha-3, coordinates WGS 84 degrees."""

    name: str
    role: PlaceRole
    countries: tuple[str, ...] = ()
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: Precision | None = None
    geonames: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A bearing of one proposal or statement on another; `to` is its id."""

    rel: LinkRel
    to: str


@dataclass(frozen=True, slots=True)
class Trace:
    """One rule that fired while a proposal was made, and its words."""

    stage: str
    rule: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Harm:
    """What befell how many people; `side` is whose they were, as told."""

    kind: HarmKind
    low: int | None
    high: int | None
    text: str
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Object:
    """What an act is about: what is given, demanded, refused or moved."""

    text: str
    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Probability:
    """The range that an estimative word stands for (0 to 1), and on what authority."""

    low: float
    high: float
    basis: str
