"""The choices that the spatial model leaves open; the defaults are those of KTAB, the KAPSARC toolkit."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum


class Voting(StrEnum):
    """How a difference of utility becomes a vote."""

    BINARY = "binary"
    MIXED = "proportional and binary"
    PROPORTIONAL = "proportional"
    CURVED = "proportional and cubic"
    CUBIC = "cubic"
    LOSS_AVERSE = "loss-averse"


class Victory(StrEnum):
    """How the strengths of two coalitions become a chance of winning."""

    BINARY = "binary"
    LINEAR = "linear"
    SQUARE = "square"
    QUARTIC = "quartic"
    OCTIC = "octic"


class Balance(StrEnum):
    """How chances in pairs become one probability for each option."""

    CONDITIONAL = "conditional"
    MARKOV_UNIFORM = "uniform challenges"
    MARKOV_INCENTIVE = "challenges by incentive"


class RiskRange(StrEnum):
    """On which range attitudes to risk lie: −1/2 to 1, 0 to 1, or −1 to 1."""

    MID = "mid"
    MIN = "min"
    MAX = "max"


class RiskGuess(StrEnum):
    """How far an actor knows another's attitude to risk: its own counts for the rest."""

    NONE = "none"
    ONE_THIRD = "a third"
    HALF = "half"
    TWO_THIRDS = "two thirds"
    FULL = "full"


class Commitment(StrEnum):
    """What becomes of a third party that joined the losing side."""

    NONE = "it stays as it was"
    SEMI = "it moves to the winner"
    FULL = "all who lost move to the winner"


class Split(StrEnum):
    """How a bargain divides the distance between two actors."""

    WEIGHTED = "both move"
    WEAKER = "the weaker moves"


class Queue(StrEnum):
    """Whose view of a bargain is put to the vote."""

    INITIATOR = "the initiator's"
    BOTH = "either's"
    BETWEEN = "the mean of both, by weight"


class Choice(StrEnum):
    """Whether the likeliest bargain is adopted, or one by lot."""

    LIKELIEST = "likeliest"
    BY_LOT = "by lot"


@dataclass(frozen=True, slots=True)
class Rules:
    """One choice of each kind; `salience_power` and `chance_power` are n and m of the bargain SⁿPᵐ."""

    voting: Voting = Voting.PROPORTIONAL
    victory: Victory = Victory.LINEAR
    balance: Balance = Balance.CONDITIONAL
    risk_range: RiskRange = RiskRange.MID
    risk_guess: RiskGuess = RiskGuess.ONE_THIRD
    commitment: Commitment = Commitment.SEMI
    split: Split = Split.WEIGHTED
    queue: Queue = Queue.INITIATOR
    choice: Choice = Choice.LIKELIEST
    salience_power: int = 2
    chance_power: int = 2

    def parameters(self) -> tuple[tuple[str, str], ...]:
        """Each choice as a pair of words."""
        return tuple((f.name.replace("_", " "), str(getattr(self, f.name))) for f in fields(self))
