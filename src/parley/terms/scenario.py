"""A scenario: who bargains over what, how strongly, at what cost, and who stands behind whom.

Every number is a `Quantity`: a point or a range that cites a statement of the record or says that it is an
assumption, and why. Shares are of what is at stake between the parties (the pie of the range model): 1 is all of it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as far as it is known: anywhere in `low`..`high`. `source` is a statement's id, `assumption` a reason.

    Raises ValueError where the range runs backwards, is not finite, or rests on nothing.
    """

    low: float
    high: float
    source: str | None = None
    assumption: str | None = None

    def __post_init__(self) -> None:
        if not (math.isfinite(self.low) and math.isfinite(self.high)):
            raise ValueError(f"{self.low} to {self.high} is not a range of numbers; give finite ones")
        if self.low > self.high:
            raise ValueError(f"low = {self.low:g} is above high = {self.high:g}; swap them")
        if not (self.source or "").strip() and not (self.assumption or "").strip():
            raise ValueError("rests on nothing; add source = a statement's id, or assumption = the reason")

    @property
    def middle(self) -> float:
        """The midpoint of the range."""
        return (self.low + self.high) / 2

    @property
    def grounds(self) -> str:
        """What it rests on, in words."""
        if not self.source:
            return f"assumption: {self.assumption}"
        return f"statement {self.source}" + (f", read as: {self.assumption}" if self.assumption else "")


@dataclass(frozen=True, slots=True)
class Scale:
    """The scale on which a quantity is given: its bounds, and the step that counts as a whole change of it."""

    low: float
    high: float
    whole: float
    means: str


SCALES: Mapping[str, Scale] = MappingProxyType(
    {
        "position": Scale(0, 100, 100, "a place on the issue, 0 to 100"),
        "red_line": Scale(0, 100, 100, "a place on the issue, 0 to 100"),
        "salience": Scale(0, 1, 1, "how much the issue matters, 0 to 1"),
        "capability": Scale(0, math.inf, 100, "means to move the others, 0 or more, all actors in one unit"),
        "prevail": Scale(0, 1, 1, "chance of prevailing without outside support, 0 to 1"),
        "cost_no_agreement": Scale(-1, 2, 1, "loss if there is no agreement, -1 to 2, in shares of what is at stake"),
        "cohesion": Scale(0, 1, 1, "how far the leaders can bind their own side, 0 to 1"),
        "talks_benefit": Scale(-1, 1, 1, "worth of holding the talks as such, -1 to 1"),
        "failed_talks_cost": Scale(-1, 1, 1, "loss from having held talks that failed, -1 to 1"),
        "support": Scale(0, 1, 1, "fighting strength lent, 0 to 1, in the unit of prevail"),
        "subsidy": Scale(0, 1, 1, "cost of no agreement borne for the party, 0 to 1"),
        "leverage": Scale(0, 1, 1, "loss that refusing would bring on the party, 0 to 1"),
        "inducement": Scale(0, 1, 1, "reward for signing, 0 to 1"),
        "tie": Scale(0, 1, 1, "strength of the tie, 0 to 1"),
        "veto": Scale(0, 1, 1, "the least that the patron accepts, 0 to 1"),
        "bias": Scale(-1, 1, 1, "share of the advised party's gain that the mediator shares, -1 to 1"),
        "stake": Scale(0, 1, 1, "the mediator's own loss if there is no agreement, 0 to 1"),
        "base_rate": Scale(0.001, 0.999, 1, "how often such talks end in an agreement, 0.001 to 0.999"),
        "patience": Scale(0, 1, 1, "weight of what comes after the talks against what comes now, 0 to 1"),
        "error": Scale(0, 1, 1, "chance that the mediator misreads a resolved party as a weak one, 0 to 1"),
    }
)


@dataclass(frozen=True, slots=True)
class Issue:
    """What is bargained over: a line from 0 to 100, and what its ends mean.

    `options` are the only outcomes that can be signed where the issue cannot be divided; none means all of the line.
    """

    id: str
    name: str
    zero_means: str
    hundred_means: str
    options: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Stand:
    """Where an actor stands on an issue (0 to 100), and how much the issue matters to it (0 to 1)."""

    issue: str
    position: Quantity
    salience: Quantity


@dataclass(frozen=True, slots=True)
class RedLine:
    """What a party will not sign: an outcome on the issue below `at_least` or above `at_most`."""

    issue: str
    at_least: Quantity | None = None
    at_most: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Contender:
    """What makes an actor a party to the conflict.

    `prevail` is its chance of prevailing were no outsider to help (the parties' chances are brought to a sum of 1);
    `prevail_later` the same after the time that the talks would take, where that is expected to shift.
    """

    prevail: Quantity
    red_lines: tuple[RedLine, ...] = ()
    cohesion: Quantity | None = None
    prevail_later: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Stakeholder:
    """One actor of a scenario: a party to the conflict where it has `contender`, otherwise an outsider.

    What is left None has no effect: no cost, no benefit.
    """

    id: str
    name: str
    capability: Quantity
    stands: tuple[Stand, ...]
    contender: Contender | None = None
    cost_no_agreement: Quantity | None = None
    talks_benefit: Quantity | None = None
    failed_talks_cost: Quantity | None = None

    def on(self, issue: str) -> Stand | None:
        """Where it stands on an issue, if it does."""
        return next((s for s in self.stands if s.issue == issue), None)


@dataclass(frozen=True, slots=True)
class Backing:
    """What `giver` does for or to `receiver` today, whoever mediates."""

    giver: str
    receiver: str
    support: Quantity | None = None
    subsidy: Quantity | None = None
    leverage: Quantity | None = None
    inducement: Quantity | None = None


@dataclass(frozen=True, slots=True)
class PatronTie:
    """How far a client leans on a patron; with `veto`, it signs nothing worth less than that to the patron.

    The veto binds where the tie is at least `threshold`.
    """

    client: str
    patron: str
    strength: Quantity
    veto: Quantity | None = None
    threshold: float = 0.5


@dataclass(frozen=True, slots=True)
class Lever:
    """What the mediator could bring to bear on a party in a further round, beyond what is at work today."""

    on: str
    leverage: Quantity | None = None
    inducement: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Mediator:
    """Who mediates; `advises` is the party that it would counsel to give way, `bias` its share in that party's gain."""

    actor: str
    advises: str | None = None
    bias: Quantity | None = None
    stake: Quantity | None = None
    error: Quantity | None = None
    levers: tuple[Lever, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """The whole: the issues, the actors and what ties them. `contested` is the issue the conflict is fought over.

    `base_rate` is how often talks of a named reference class end in an agreement; `patience` the weight of the time
    after the talks against the time before, needed where a party's `prevail_later` differs from its `prevail`.
    """

    title: str
    question: str
    contested: str
    issues: tuple[Issue, ...]
    actors: tuple[Stakeholder, ...]
    backings: tuple[Backing, ...] = ()
    ties: tuple[PatronTie, ...] = ()
    mediator: Mediator | None = None
    hosts: tuple[str, ...] = ()
    as_of: str | None = None
    talk: str | None = None
    base_rate: Quantity | None = None
    patience: Quantity | None = None

    @property
    def contenders(self) -> tuple[Stakeholder, ...]:
        """The parties to the conflict, in their order."""
        return tuple(a for a in self.actors if a.contender)

    def actor(self, id: str) -> Stakeholder:  # noqa: A002
        """An actor by id. Raises KeyError."""
        for a in self.actors:
            if a.id == id:
                return a
        raise KeyError(f"no actor {id!r} in the scenario {self.title!r}")

    def issue(self, id: str) -> Issue:  # noqa: A002
        """An issue by id. Raises KeyError."""
        for i in self.issues:
            if i.id == id:
                return i
        raise KeyError(f"no issue {id!r} in the scenario {self.title!r}")
