"""The commitment problem: a side that will be weaker later may fight now rather than trust a settlement.

Fearon (1995, section on commitment); Powell, "War as a Commitment Problem" (2006). Fighting now brings the declining
side 1 − p_now − c; a settlement at best all of it until the shift, and afterwards what its later weakness leaves.
"""

from __future__ import annotations

import numpy as np

from parley.bargaining.contest import Contest
from parley.bargaining.inputs import Array, Draws


def worth_of_fighting_now(own_chance: Array, cost: Array) -> Array:
    """The declining side's chance of prevailing now less its cost, in shares."""
    return own_chance - cost


def worth_of_settling(own_chance_later: Array, cost: Array, patience: Array, guarantee: float = 0.0) -> Array:
    """(1 − δ) · 1 + δ (chance later − cost + guarantee): the rising side takes all it can once it has risen.

    `guarantee` is what an outsider's pledge adds to the later share.
    """
    return (1 - patience) + patience * (own_chance_later - cost + guarantee)


def temptation(c: Contest, draws: Draws) -> Array:
    """The most that any party would gain by fighting now over settling, shape (draws,); above 0 talks cannot hold.

    Only parties whose chances fall are tempted; −1 where none does.
    """
    patience = draws.get("scenario", "patience", default=0.0)[:, None]
    gain = worth_of_fighting_now(c.chances, c.costs) - worth_of_settling(c.later, c.costs, patience)
    most: Array = np.where(c.later < c.chances - 1e-12, gain, -1.0).max(axis=-1)
    return most
