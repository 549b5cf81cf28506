"""What writings on the challenge model leave open, and what was done to reproduce its published series.

On one example of ten actors the choices below take the forecast from 7.0 to 10.0 on the same inputs: the model is not
one model.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Winning(StrEnum):
    """Of what the votes for one of two actors are counted as a share, to be its chance of winning."""

    ALL_PAIRS = "of the votes in all pairs"
    """As the published series needs: chances are minute and do not sum to 1."""
    PAIR = "of the votes in the pair"
    """As the paper has it."""


class Pick(StrEnum):
    """Which of several compromises an actor takes."""

    LOWEST = "the lowest midpoint"
    """As the published series needs; turning the scale round changes it."""
    NEAREST = "the least move"
    """As the paper has it."""


@dataclass(frozen=True, slots=True)
class ChallengeRules:
    """The choices, by default those that reproduce the published series; `yielding` lets actors capitulate."""

    winning: Winning = Winning.ALL_PAIRS
    pick: Pick = Pick.LOWEST
    yielding: bool = False

    def parameters(self) -> tuple[tuple[str, str], ...]:
        """Each choice as a pair of words."""
        return (
            ("chance of winning", self.winning),
            ("compromise taken", self.pick),
            ("capitulation", str(self.yielding)),
        )


PAPER = ChallengeRules(Winning.PAIR, Pick.NEAREST, yielding=True)
"""The model as it is written down."""
