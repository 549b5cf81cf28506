"""What several can do together."""

from __future__ import annotations

from types import ModuleType

import numpy as np
import pytest

from parley.bargaining.graph import coalition_improvements, conflict_graph

HELP = conflict_graph(
    ("a", "b"),
    [[2, 1, 4, 3], [2, 4, 1, 3]],
    [{0: [1], 1: [0], 2: [3], 3: [2]}, {0: [2], 2: [0], 1: [3], 3: [1]}],
)


def test_two_get_out_together() -> None:
    """From mutual refusal, which neither leaves alone, both together reach mutual help."""
    found = coalition_improvements(HELP, ["a", "b"])
    assert [(i.start, i.ends) for i in found] == [(0, (3,))]
    assert coalition_improvements(HELP, ["a", "b"], [1, 2, 3]) == ()


def test_one_alone_is_a_coalition_too() -> None:
    """Then it is that side's improvements."""
    assert [(i.start, i.ends) for i in coalition_improvements(HELP, ["a"])] == [(1, (0,)), (3, (2,))]


@pytest.mark.parametrize("seed", range(8))
def test_reach_is_that_of_plain_loops(plain: ModuleType, seed: int) -> None:
    """Searching from each state finds the same states."""
    lots = np.random.default_rng(seed)
    payoffs = lots.integers(0, 6, (3, 11))
    moves = [{s: [t for t in range(11) if t != s and lots.random() < 0.12] for s in range(11)} for _ in range(3)]
    graph = conflict_graph("abc", payoffs.tolist(), moves)
    got = {i.start: set(i.ends) for i in coalition_improvements(graph, ["a", "c"])}
    for s in range(11):
        better = {t for t in plain._reach(moves, [0, 2], s) if (payoffs[[0, 2], t] > payoffs[[0, 2], s]).all()}
        assert got.get(s, set()) == better
