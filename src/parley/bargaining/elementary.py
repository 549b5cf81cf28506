"""Elementary effects: what a step of one input changes, from many starts.

Morris, "Factorial Sampling Plans for Preliminary Computational Experiments" (1991), with every step taken from the
start itself and the mean of sizes μ* (Campolongo, Cariboni and Saltelli 2007). Unlike main effects it tells of
interactions, and at a hundredth of what total Sobol indices would cost.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from parley.bargaining.inputs import Array, Draws, Input

STARTS = 12
STEP = 2 / 3
"""Of an input's whole range; starts lie on its thirds."""


@dataclass(frozen=True, slots=True)
class Elementary:
    """μ* and σ of each input, shape (inputs, outcomes), in the outcome's unit for a step over the whole range."""

    mean: Array
    uneven: Array


def elementary(inputs: tuple[Input, ...], outcomes: Callable[[Draws], Array], starts: int = STARTS) -> Elementary:
    """Elementary effects on outcomes, a function from draws to (draws, outcomes). Points have no effect.

    Each input has a stream of its own, made of its label, so that the order of inputs is of no account.
    """
    spans = np.array([x.quantity.high - x.quantity.low for x in inputs])
    lows = np.array([x.quantity.low for x in inputs])
    thirds = np.stack([_stream(x).integers(0, 4, starts) for x in inputs], axis=-1) / 3
    ranged = np.flatnonzero(spans > 0)
    rows = np.repeat(thirds[:, None, :], len(ranged) + 1, axis=1)
    steps = np.where(thirds[:, ranged] < 0.5, STEP, -STEP)
    rows[:, np.arange(len(ranged)) + 1, ranged] += steps
    found = outcomes(Draws(inputs, (lows + rows * spans).reshape(-1, len(inputs))))
    found = found.reshape(starts, len(ranged) + 1, -1)
    effects = (found[:, 1:] - found[:, :1]) / steps[:, :, None]
    mean, uneven = (np.zeros((len(inputs), found.shape[2])) for _ in range(2))
    mean[ranged], uneven[ranged] = np.abs(effects).mean(axis=0), effects.std(axis=0)
    return Elementary(mean, uneven)


def _stream(x: Input) -> np.random.Generator:
    return np.random.default_rng(zlib.crc32(f"step.{x.label}".encode()))
