"""The challenge model over its rounds."""

from __future__ import annotations

from types import ModuleType

import numpy as np
import pytest

from parley.bargaining.challenge import ChallengeRules, Pick, Winning, challenge, rounds_of
from parley.bargaining.challenge.rules import PAPER
from parley.bargaining.inputs import Array


def actors(seed: int, count: int = 9) -> tuple[Array, Array, Array]:
    """Positions, saliences and capabilities at random."""
    lots = np.random.default_rng(seed)
    return lots.uniform(0, 100, count), lots.uniform(0.1, 1, count), lots.uniform(1, 100, count)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("count", [6, 40])
def test_rounds_are_those_of_plain_loops(plain: ModuleType, seed: int, count: int) -> None:
    """Actor by actor the same formulas give the same positions, by either way of counting voters."""
    x, s, c = actors(seed, count)
    expected = x.tolist()
    for _ in range(2 if count < 10 else 1):
        expected = plain.challenge_round(expected, s.tolist(), c.tolist(), float(np.ptp(x)))
    assert challenge(x, s, c, rounds=2 if count < 10 else 1).positions[-1] == pytest.approx(expected, abs=1e-7)


RULES = [ChallengeRules(w, p, y) for w in Winning for p in Pick for y in (False, True)]


@pytest.mark.parametrize("rules", RULES, ids=lambda r: " ".join(v for _, v in r.parameters()))
def test_permuting_and_rescaling(rules: ChallengeRules) -> None:
    """The order of actors is of no account; another unit or zero of the scale gives the same places on it."""
    x, s, c = actors(3)
    order = np.random.default_rng(1).permutation(9)
    run = challenge(x, s, c, rules)
    assert challenge(x[order], s[order], c[order], rules).positions == pytest.approx(run.positions[:, order])
    assert challenge(3 * x + 7, s, c, rules).positions == pytest.approx(3 * run.positions + 7)
    assert challenge(x, s, 10 * c, rules).positions == pytest.approx(run.positions)


def test_least_moves_can_be_mirrored() -> None:
    """As the paper has it, turning the scale round turns the positions round."""
    x, s, c = actors(4)
    assert challenge(-x, s, c, PAPER).positions == pytest.approx(-challenge(x, s, c, PAPER).positions)


def test_a_silent_actor_changes_nothing() -> None:
    """Who has no weight stays where it is, and out of the others' way, in one run and in many."""
    x, s, c = actors(5)
    run = challenge(x, s, c)
    more = challenge(np.append(x, 300.0), np.append(s, 0.0), np.append(c, 50.0))
    assert more.positions[:, :-1] == pytest.approx(run.positions)
    assert more.means == pytest.approx(run.means)
    places, saliences, weights = (np.append(a, b)[None].repeat(2, axis=0) for a, b in ((x, 300), (s, 0), (s * c, 0)))
    many = rounds_of(places, saliences, weights)
    assert many[1, :-1] == pytest.approx(run.positions[-1])
    assert many[1, -1] == 300


def test_many_draws_are_many_runs() -> None:
    """Draws do not touch each other."""
    drawn = [actors(seed) for seed in range(5)]
    x, s, c = (np.stack(part) for part in zip(*drawn, strict=True))
    ends = rounds_of(x, s, s * c)
    for row, (one, salience, capability) in zip(ends, drawn, strict=True):
        assert row == pytest.approx(challenge(one, salience, capability).positions[-1])


def test_all_at_one_place_stay() -> None:
    """Where there is nothing to press for, nobody moves."""
    run = challenge(np.full(3, 40.0), np.full(3, 0.5), np.ones(3))
    assert len(run.positions) == 1
    assert run.means == pytest.approx([40])


def test_positions_stay_within_the_first_range() -> None:
    """Nobody moves beyond where anybody stood."""
    x, s, c = actors(6)
    for rules in (ChallengeRules(), PAPER):
        run = challenge(x, s, c, rules)
        assert run.positions.min() >= x.min() - 1e-9
        assert run.positions.max() <= x.max() + 1e-9


@pytest.mark.parametrize(
    ("change", "words"),
    [({"saliences": np.array([2.0, 1.0])}, "0 to 1"), ({"capabilities": np.array([0.0, 1.0])}, "fewer than two")],
)
def test_what_cannot_be_run_is_refused(change: dict[str, Array], words: str) -> None:
    """The error says what is wrong."""
    given = {"positions": np.array([1.0, 3.0]), "saliences": np.full(2, 0.5), "capabilities": np.ones(2)} | change
    with pytest.raises(ValueError, match=words):
        challenge(given["positions"], given["saliences"], given["capabilities"])
