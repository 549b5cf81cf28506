"""The spatial model from turn to turn."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from types import ModuleType

import numpy as np
import pytest

from parley.bargaining.inputs import Array
from parley.bargaining.spatial import Rules, spatial
from parley.bargaining.spatial.rules import (
    Balance,
    Choice,
    Commitment,
    Queue,
    RiskGuess,
    RiskRange,
    Split,
    Victory,
    Voting,
)


def actors(seed: int, count: int = 7, issues: int = 2) -> tuple[Array, Array, Array]:
    """Positions, saliences and capabilities at random."""
    lots = np.random.default_rng(seed)
    positions = lots.uniform(0, 100, (count, issues)).round(2)
    return positions, lots.uniform(0.1, 0.9 / issues, (count, issues)), lots.uniform(1, 100, count)


@pytest.mark.parametrize("seed", range(6))
def test_first_turn_is_that_of_plain_loops(plain: ModuleType, seed: int) -> None:
    """Actor by actor the same formulas give the same positions."""
    x, s, c = actors(seed)
    expected = plain.spatial_turn((x / 100).tolist(), s.tolist(), c.tolist())
    assert spatial(x, s, c, turns=1).positions[1] == pytest.approx(np.array(expected) * 100, abs=1e-9)


def test_all_at_the_ends() -> None:
    """Where every actor stands at 0 or 100 no attitude to risk can matter; the run goes on."""
    x = np.array([[0.0], [100.0], [0.0], [100.0], [100.0]])
    run = spatial(x, np.full((5, 1), 0.6), np.array([10.0, 30.0, 20.0, 10.0, 40.0]))
    assert np.isfinite(run.positions).all()
    assert run.probabilities[0, 4] > run.probabilities[0, 0]


def test_all_alike() -> None:
    """Two equals at the ends are as likely as each other."""
    run = spatial(np.array([[0.0], [100.0]]), np.full((2, 1), 0.5), np.full(2, 7.0))
    assert run.probabilities[0] == pytest.approx([0.5, 0.5])


def test_permuting_actors_permutes_results() -> None:
    """The order of actors is of no account, but for which of two positions a hair apart stands for both."""
    x, s, c = actors(3, 9, 3)
    order = np.random.default_rng(1).permutation(9)
    one, other = spatial(x, s, c), spatial(x[order], s[order], c[order])
    assert other.positions == pytest.approx(one.positions[:, order])
    assert other.probabilities == pytest.approx(one.probabilities[:, order], abs=2e-3)


def test_ties_are_settled_by_place() -> None:
    """One in the very middle of two equals goes the same way in whatever order they come."""
    x, s, c = np.array([[95.0], [50.0], [5.0]]), np.array([[0.7], [0.4], [0.7]]), np.array([30.0, 10.0, 30.0])
    there, back = spatial(x, s, c), spatial(x[::-1], s[::-1], c[::-1])
    assert back.positions == pytest.approx(there.positions[:, ::-1])


def test_a_mirrored_scale_mirrors_the_run() -> None:
    """Turning the scale round turns the positions round (but for halves, which are rounded upwards)."""
    x, s, c = actors(4, 8, 1)
    there, back = spatial(x, s, c, turns=3), spatial(100 - x, s, c, turns=3)
    assert back.positions == pytest.approx(100 - there.positions, abs=0.02)


def test_distances_alone_matter() -> None:
    """Actors moved along the scale together end as far from each other."""
    x, s, c = actors(5, 8, 1)
    there, moved = spatial(x / 2, s, c, turns=3), spatial(x / 2 + 40, s, c, turns=3)
    assert moved.positions - 40 == pytest.approx(there.positions, abs=0.02)


def test_a_silent_actor_changes_nothing() -> None:
    """Who has no capability or cares for nothing stays where it is, and out of the others' way."""
    x, s, c = actors(6)
    run = spatial(x, s, c)
    more = spatial(np.vstack([x, [[3, 3], [90, 9]]]), np.vstack([s, [[0, 0], [0.3, 0.3]]]), np.append(c, [50.0, 0.0]))
    assert more.positions[:, :-2] == pytest.approx(run.positions)
    assert more.probabilities[:, :-2] == pytest.approx(run.probabilities)
    assert (more.positions[-1, -2:] == [[3, 3], [90, 9]]).all()
    assert np.isnan(more.probabilities[:, -2:]).all()


def test_same_seed_same_bytes() -> None:
    """Chance is settled by the seed."""
    rules = Rules(choice=Choice.BY_LOT)
    runs = [spatial(*actors(7), rules, seed=seed).positions.tobytes() for seed in (1, 1, 2)]
    assert runs[0] == runs[1] != runs[2]


CHOICES = [
    *(("voting", v) for v in Voting),
    *(("victory", v) for v in Victory),
    *(("balance", v) for v in Balance),
    *(("risk_range", v) for v in RiskRange),
    *(("risk_guess", v) for v in RiskGuess),
    *(("commitment", v) for v in Commitment),
    *(("split", v) for v in Split),
    *(("queue", v) for v in Queue),
    *(("choice", v) for v in Choice),
]


@pytest.mark.parametrize(("name", "choice"), CHOICES, ids=lambda v: str(v))
def test_every_rule_works(name: str, choice: str) -> None:
    """Under each choice positions stay on the scale, and it is told with the result."""
    x, s, c = actors(8)
    run = spatial(x, s, c, replace(Rules(), **{name: choice}), turns=4)  # type: ignore[arg-type]
    assert ((run.positions >= 0) & (run.positions <= 100)).all()
    assert ((run.probabilities >= 0) & (run.probabilities <= 1 + 1e-9)).all()
    assert (name.replace("_", " "), str(choice)) in run.method.parameters


def test_rules_matter() -> None:
    """No two ways of voting, and no two ways to split, come to the same."""
    x, s, c = actors(9)
    kinds = list(product((Voting.PROPORTIONAL, Voting.BINARY, Voting.CUBIC), Split))
    ends = {spatial(x, s, c, Rules(voting=v, split=p), turns=2).positions.tobytes() for v, p in kinds}
    assert len(ends) == len(kinds)


def test_ideals_follow_whom_they_look_up_to() -> None:
    """With influence an ideal moves with the others; with one's own position alone nothing differs."""
    x, s, c = actors(10)
    plainly, own = spatial(x, s, c), spatial(x, s, c, influence=np.eye(len(x)))
    drawn = spatial(x, s, c, influence=np.full((len(x), len(x)), 0.5 / len(x)), turns=3)
    assert (own.positions == plainly.positions).all()
    assert not np.array_equal(drawn.positions[:3], plainly.positions[:3])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"positions": np.array([[101.0], [3.0]])}, "off the scale"),
        ({"saliences": np.array([[1.2], [0.5]])}, "at most 1"),
        ({"capabilities": np.array([0.0, 3.0])}, "fewer than two"),
        ({"capabilities": np.ones(3)}, "same actors"),
    ],
)
def test_what_cannot_be_run_is_refused(change: dict[str, Array], words: str) -> None:
    """The error says what is wrong."""
    given = {
        "positions": np.array([[1.0], [3.0]]),
        "saliences": np.full((2, 1), 0.5),
        "capabilities": np.ones(2),
    } | change
    with pytest.raises(ValueError, match=words):
        spatial(given["positions"], given["saliences"], given["capabilities"])
