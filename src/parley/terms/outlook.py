"""What the models make of a scenario: frozen results that name their method, parameters, seed and version."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Method:
    """By which model a result was reached. `own` marks an operationalisation of Parley's own, to be shown as such."""

    name: str
    source: str
    own: bool
    parameters: tuple[tuple[str, str], ...]
    seed: int
    version: str


@dataclass(frozen=True, slots=True)
class Spread:
    """A figure over the draws: the middle one, and the bounds between which 80 of 100 lie."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class Compromise:
    """Where the actors' weights would balance on one issue, 0 to 100.

    `mean` and `median` spread over the assumed ranges only; `predicted` adds how far such means have missed before.
    `shares` are the shares of draws whose predicted outcome falls in each twentieth of the scale, `ends` what 0 and
    100 mean.
    """

    method: Method
    issue: str
    name: str
    mean: Spread
    median: Spread
    predicted: Spread
    shares: tuple[float, ...] = ()
    ends: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class BargainingRange:
    """What the parties could both sign on the contested issue, on its scale of 0 to 100.

    `low` and `high` bound the uncut range; `width` below 0 is closed. `signable` is the share of draws (0 to 1) in
    which something is left after red lines and vetoes; `deal` the Nash solution there (None where no draw has one).
    `wants_more` is, of two parties, the one that wants the outcome higher; `cut` bounds what red lines and vetoes
    leave, and is closed where its lower bound is above its higher one.
    """

    method: Method
    issue: str
    parties: tuple[str, ...]
    prevail: tuple[Spread, ...]
    low: Spread
    high: Spread
    width: Spread
    signable: float
    deal: Spread | None
    wants_more: str | None = None
    cut: tuple[Spread, Spread] | None = None


@dataclass(frozen=True, slots=True)
class Gain:
    """What is in it for one actor, in shares of what is at stake, weighted by how much that matters to it.

    `failure` and `agreement` are payoffs of either end, `talks` that of having talked at all (when they fail);
    `from_failure` is failure less agreement; `spoiler` that gain, if any, times the actor's share of capability.
    """

    actor: str
    name: str
    failure: Spread
    agreement: Spread
    talks: Spread
    from_failure: Spread
    spoiler: float


@dataclass(frozen=True, slots=True)
class Gains:
    """Who gains, every actor included."""

    method: Method
    rows: tuple[Gain, ...]


@dataclass(frozen=True, slots=True)
class Swing:
    """How far one input alone, moved from its low to its high, moves a conclusion's margin (others at mid-range)."""

    input: str
    words: str
    at_low: float
    at_high: float
    effect: float
    """Share of the margin's variance over all draws that goes with this input alone (0 to 1)."""
    elementary: float = 0.0
    """Mean size of the margin's change for a step over the input's whole range, from many starts (Morris's μ*)."""
    uneven: float = 0.0
    """How far that change depends on the start, as a standard deviation (Morris's σ): bends and interactions."""


@dataclass(frozen=True, slots=True)
class Overturn:
    """The nearest value of one input that turns a conclusion over, all others at mid-range.

    `size` is the change in shares of the input's whole scale; `within` says whether it lies in the assumed range.
    """

    input: str
    words: str
    now: float
    then: float
    size: float
    within: bool


@dataclass(frozen=True, slots=True)
class Conclusion:
    """One conclusion, the share of draws (0 to 1) in which it holds, and what would turn it over.

    `pairs` are changes of two inputs at once, neither of which would do alone. The swings are of a margin whose turning
    point is 0; `holds_above` says on which side of it the statement holds.
    """

    id: str
    statement: str
    share: float
    likelihood: str
    swings: tuple[Swing, ...]
    overturns: tuple[Overturn, ...]
    pairs: tuple[tuple[Overturn, Overturn], ...] = ()
    holds_above: bool = True


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely an agreement is: a base rate moved by evidence whose weights are priors (log-odds)."""

    method: Method
    base: Spread
    terms: tuple[tuple[str, float], ...]
    probability: Spread
    likelihood: str


@dataclass(frozen=True, slots=True)
class Part:
    """One component of an index, 0 to 1 unless said otherwise."""

    name: str
    value: Spread


@dataclass(frozen=True, slots=True)
class Index:
    """A judgement made of components: never shown without them."""

    method: Method
    name: str
    value: Spread
    parts: tuple[Part, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """What another model of the same actors makes of one issue, 0 to 100; never the headline.

    `at_middle` is its forecast with every input at mid-range, `forecast` the spread of it over `draws` draws (None
    where it was not drawn), `swings` how far each input alone moves it.
    """

    method: Method
    issue: str
    name: str
    at_middle: float
    forecast: Spread | None
    draws: int
    swings: tuple[Swing, ...] = ()


@dataclass(frozen=True, slots=True)
class Trade:
    """A trade across issues: two actors each give way on one. `moves` are in points of 0 to 100, first and second.

    `gain` is what either side gains, in points times salience; `others` what all others gain or lose by it together.
    """

    first: str
    gives: str
    second: str
    gets: str
    gain: float
    moves: tuple[float, float]
    others: float


@dataclass(frozen=True, slots=True)
class Trades:
    """The trades that a scenario of several issues holds, at mid-range, and where each issue's outcome would end."""

    method: Method
    trades: tuple[Trade, ...]
    outcomes: tuple[tuple[str, float, float], ...]
    """Each issue's id, its outcome before and after all trades."""


@dataclass(frozen=True, slots=True)
class Assumption:
    """One input with its range and what it rests on; `source` is the statement that it cites."""

    input: str
    words: str
    low: float
    high: float
    grounds: str
    assumed: bool
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Outlook:
    """The answer to a scenario's question, in figures and in words."""

    title: str
    question: str
    as_of: str | None
    seed: int
    draws: int
    version: str
    compromises: tuple[Compromise, ...]
    bargaining: BargainingRange
    gains: Gains
    chance: Chance | None
    indices: tuple[Index, ...]
    conclusions: tuple[Conclusion, ...]
    confidence: str
    words: tuple[str, ...]
    cautions: tuple[str, ...]
    inputs: tuple[Assumption, ...]
    second_opinions: tuple[SecondOpinion, ...] = ()
    trades: Trades | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """The forecasts whose probability was from `low` to `high`: how many, how many came true, the mean said.

    `at_least` to `at_most` is the 95% interval of the share that came true.
    """

    low: float
    high: float
    n: int
    came: int
    said: float
    at_least: float
    at_most: float


@dataclass(frozen=True, slots=True)
class Scores:
    """How good `n` forecasts with outcomes were, `came` of which came true; `open` others have no outcome yet.

    `constant` is the Brier score of always saying the share that came true, which nobody knew beforehand. `few` says
    that n is too small to judge by.
    """

    n: int
    open: int
    came: int
    brier: float
    log: float
    constant: float
    bands: tuple[Band, ...]
    few: bool
