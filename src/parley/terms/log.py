"""What people decide: the append-only log and what goes with it."""

from __future__ import annotations

from dataclasses import dataclass

from parley.terms.enums import Action


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the log; `old` and `new` are values as they stand on the wire."""

    seq: int
    target: str
    action: Action
    field: str | None
    old: object
    new: object
    by: str
    at: str
    why: str | None = None
    undoes: int | None = None
    coder: str | None = None
    round: int | None = None


@dataclass(frozen=True, slots=True)
class Rating:
    """A source's reliability (Admiralty A-F) and an information's credibility (1-6)."""

    target: str
    source: str | None
    information: int | None
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Forecast:
    """A yes-or-no question with the probability (0 to 1) given to it, and what came of it.

    `scenario` is the SHA-256 of the scenario's file, `low` to `high` the range that the probability stands for;
    `made`, `resolves` and `settled` are when it was made, is to be known, and the outcome was entered.
    """

    id: str
    question: str
    scenario: str | None
    probability: float
    made: str
    resolves: str | None = None
    outcome: bool | None = None
    low: float | None = None
    high: float | None = None
    by: str | None = None
    settled: str | None = None
    settled_by: str | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A dated, citable state of a record."""

    id: str
    at: str
    reader: str
    sha256: str
    counts: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class MergeProposal:
    """Two or more that may be one; a person decides. `state`: open, accepted or rejected."""

    id: str
    targets: tuple[str, ...]
    score: float
    why: str
    state: str = "open"


@dataclass(frozen=True, slots=True)
class Assignment:
    """A report given to a coder. `state`: open or done."""

    id: str
    report: str
    coder: str
    state: str = "open"
