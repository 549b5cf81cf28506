"""The two layers: proposals that a reader finds, statements and talks that the record holds."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from parley.terms.bodies import Body, Party, StatementBody
from parley.terms.enums import DecisionState, Form, Level, Outcome, Reality, Status, TalkFormat
from parley.terms.values import Date, Harm, Link, Place, Span, Trace, Voice

USUAL = 0.6
"""How sure a line is that an entry of a codebook told, where nothing more is known."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one reader found at one place of one report; never changed. `quote` is `text[start:end]`."""

    id: str
    report: str
    reader: str
    form: Form
    quote: str
    start: int
    end: int
    head: Span
    sentence: Span
    trace: tuple[Trace, ...]
    confidence: float
    reality: Reality
    voices: tuple[Voice, ...]
    date: Date | None
    places: tuple[Place, ...]
    links: tuple[Link, ...]
    body: Body


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a statement or talk is told: one proposal's quote."""

    proposal: str
    report: str
    quote: str
    start: int
    end: int
    head: Span


@dataclass(frozen=True, slots=True)
class Variants:
    """What tellings disagree on, side by side."""

    date: tuple[Date, ...] = ()
    places: tuple[Place, ...] = ()
    harm: tuple[Harm, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """The decision that stands on a statement."""

    state: DecisionState
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing told by one or more proposals, with people's decisions applied."""

    id: str
    form: Form
    mentions: tuple[Mention, ...]
    reality: Reality
    voices: tuple[Voice, ...]
    status: Status
    fact: bool
    date: Date | None
    places: tuple[Place, ...]
    variants: Variants
    links: tuple[Link, ...]
    confidence: float
    decision: Decided | None
    body: StatementBody


@dataclass(frozen=True, slots=True)
class TalkVariants:
    """What tellings of one talk disagree on."""

    date: tuple[Date, ...] = ()
    place: tuple[Place, ...] = ()
    outcome: tuple[Outcome, ...] = ()


@dataclass(frozen=True, slots=True)
class Talk:
    """One episode of talking: who met whom, who brought them together, where, when, what came of it."""

    id: str
    title: str
    process: str | None
    round: int | None
    parties: tuple[Party, ...]
    mediators: tuple[str, ...]
    hosts: tuple[str, ...]
    place: Place | None
    date: Date | None
    level: Level | None
    format: TalkFormat | None
    agenda: tuple[str, ...]
    outcome: Outcome
    voices: tuple[Voice, ...]
    variants: TalkVariants = field(default_factory=TalkVariants)
    mentions: tuple[Mention, ...] = ()
    statements: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    confidence: float = 0.5
    decision: Decided | None = None


MODEL = "model"
"""The stage of a trace in which a language model was asked; its rule names the model and where it ran."""


def by_model(proposal: Proposal) -> bool:
    """Whether a language model made a proposal: its steps cannot be retraced, so it never outweighs rules."""
    return any(t.stage == MODEL for t in proposal.trace)


HELD_BACK = "held-back"
"""The stage of a trace in which a model's reading as a fact was held to the first reader's, which hears none."""


def held_back(proposal: Proposal) -> bool:
    """Whether a model had read it as a fact where the first reader does not: the two differ, whatever stands in it."""
    return any(t.stage == HELD_BACK for t in proposal.trace)


def model_proposal_id(report: str, form: Form, head: Span, reader: str) -> str:
    """The same for a model's proposal. It sorts behind all others, so that no thing takes its id from a second reading.

    >>> model_proposal_id("r1", Form.EVENT, Span(0, 3), "chat 1")[:2]
    'pm'
    """
    return "pm" + proposal_id(report, form, head, reader)[2:]


def proposal_id(report: str, form: Form, head: Span, reader: str) -> str:
    """The id of a proposal: a hash of report, form, head span and reader (record.md)."""
    key = f"{report}\x1f{form}\x1f{head.start}-{head.end}\x1f{reader}"
    return "p" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:15]
