"""Stability under the four concepts."""

from __future__ import annotations

from types import ModuleType

import numpy as np
import pytest

from parley.bargaining.graph import CONCEPTS, conflict_graph, stability


def test_two_prisoners() -> None:
    """Only mutual refusal is rational; mutual help lasts where each reckons with the other's answer."""
    graph = conflict_graph(
        ("one", "other"),
        [[2, 1, 4, 3], [2, 4, 1, 3]],
        [{0: [1], 1: [0], 2: [3], 3: [2]}, {0: [2], 2: [0], 1: [3], 3: [1]}],
    )
    found = stability(graph)
    assert found.equilibria("Nash") == (0,)
    for concept in ("GMR", "SMR", "SEQ"):
        assert found.equilibria(concept) == (0, 3)


def test_an_answer_may_take_several_moves() -> None:
    """A side is held back by what others reach in turn: here the second and third, and the second once more."""
    moves = [{0: [1]}, {1: [2], 3: [4]}, {2: [3]}]
    graph = conflict_graph(("a", "b", "c"), [[2, 3, 3, 3, 1], [0] * 5, [0] * 5], moves)
    found = stability(graph)
    assert found.stable["GMR"][0, 0]
    assert not found.stable["Nash"][0, 0]
    assert not found.stable["SEQ"][0, 0]


def test_nobody_moves_twice_in_a_row() -> None:
    """A lone opponent that would need two moves cannot hold back."""
    graph = conflict_graph(("a", "b"), [[2, 3, 3, 1], [0, 0, 0, 0]], [{0: [1]}, {1: [2], 2: [3]}])
    assert not stability(graph).stable["GMR"][0, 0]


def test_symmetric_stability_lets_a_side_escape() -> None:
    """Where it can get away from the answer, the answer does not hold it back."""
    graph = conflict_graph(("a", "b"), [[2, 3, 1, 3], [0, 0, 0, 0]], [{0: [1], 2: [3]}, {1: [2]}])
    found = stability(graph)
    assert found.stable["GMR"][0, 0]
    assert not found.stable["SMR"][0, 0]


@pytest.mark.parametrize("seed", range(12))
def test_random_conflicts_are_those_of_plain_loops(plain: ModuleType, seed: int) -> None:
    """Searching state by state finds the same equilibria; and each concept implies those wider than it."""
    lots = np.random.default_rng(seed)
    states, sides = int(lots.integers(4, 14)), int(lots.integers(1, 5))
    payoffs = lots.integers(0, 6, (sides, states)).tolist()
    moves = [
        {s: [t for t in range(states) if t != s and lots.random() < 0.25] for s in range(states)} for _ in range(sides)
    ]
    found = stability(conflict_graph([str(i) for i in range(sides)], payoffs, moves))
    assert {c: list(found.equilibria(c)) for c in CONCEPTS} == plain.stable(payoffs, moves)
    for narrow, wide in (("Nash", "SEQ"), ("SEQ", "GMR"), ("Nash", "SMR"), ("SMR", "GMR")):
        assert (found.stable[narrow] <= found.stable[wide]).all()


def test_permuting_sides_permutes_results() -> None:
    """The order of sides is of no account."""
    payoffs = [[2, 1, 4, 3], [2, 4, 1, 3]]
    moves = [{0: [1], 1: [0], 2: [3]}, {0: [2], 2: [0], 1: [3], 3: [1]}]
    there = stability(conflict_graph(("a", "b"), payoffs, moves))
    back = stability(conflict_graph(("b", "a"), payoffs[::-1], moves[::-1]))
    for concept in CONCEPTS:
        assert (back.stable[concept] == there.stable[concept][::-1]).all()


def test_what_is_no_graph_is_refused() -> None:
    """A state that is not there, a move to where one stands, and a side without payoffs."""
    for moves in ([{0: [2]}], [{0: [0]}], [{5: [0]}]):
        with pytest.raises(ValueError, match="cannot move"):
            conflict_graph(("a",), [[1, 2]], moves)
    with pytest.raises(ValueError, match="payoffs"):
        conflict_graph(("a", "b"), [[1, 2]], [{}, {}])
