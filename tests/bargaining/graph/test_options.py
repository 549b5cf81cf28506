"""Option form."""

from __future__ import annotations

import numpy as np
import pytest

from parley.bargaining.graph import Option, by_priority, conflict_graph, from_options, stability, states_of
from parley.bargaining.graph.moves import ConflictGraph
from parley.bargaining.graph.options import Way


def ends(graph: ConflictGraph, side: int, state: int) -> list[int]:
    """Where a side can go."""
    return sorted(t for t in graph.moves[side][state].tolist() if t < graph.states)


def test_states_leave_out_the_infeasible() -> None:
    """Three options, two of which exclude each other: six states, the first option changing fastest."""
    states = states_of([Option("a", "x"), Option("a", "y"), Option("b", "z")], ["YY-"])
    assert ["".join("NY"[v] for v in row) for row in states.astype(int)] == ["NNN", "YNN", "NYN", "NNY", "YNY", "NYY"]


def test_sides_move_their_own_options() -> None:
    """All of one's own at once, nobody else's, and never into what is not feasible."""
    options = [Option("a", "x"), Option("a", "y"), Option("b", "z")]
    states = states_of(options, ["YY-"])
    graph = from_options(options, states, {"a": np.zeros(6), "b": np.zeros(6)})
    assert ends(graph, 0, 0) == [1, 2]
    assert ends(graph, 1, 0) == [3]
    assert ends(graph, 0, 4) == [3, 5]


@pytest.mark.parametrize(("way", "up", "down"), [(Way.BOTH, [1], [0]), (Way.TAKE, [1], []), (Way.DROP, [], [0])])
def test_some_moves_cannot_be_taken_back(way: Way, up: list[int], down: list[int]) -> None:
    """An option is taken, given up, or both."""
    graph = from_options([Option("a", "x", way)], states_of([Option("a", "x", way)]), {"a": [0, 0]})
    assert ends(graph, 0, 0) == up
    assert ends(graph, 0, 1) == down


def test_a_side_without_options_stays() -> None:
    """It has preferences, and no moves."""
    options = [Option("a", "x")]
    graph = from_options(options, states_of(options), {"a": [0, 1], "b": [0, 1]})
    assert stability(graph).stable["Nash"][1].all()


def test_priorities_come_first() -> None:
    """Meeting the first statement outweighs meeting both others."""
    states = states_of([Option("a", "x"), Option("a", "y")])
    worth = by_priority(states, ["Y-", "-N", "NN"])
    assert np.argsort(worth).tolist() == [2, 0, 3, 1]


def test_option_form_is_the_graph_it_says() -> None:
    """Two who may each help: the same as drawn by hand."""
    options = [Option("a", "help"), Option("b", "help")]
    payoffs = {"a": [2, 1, 4, 3], "b": [2, 4, 1, 3]}
    drawn = conflict_graph(
        ("a", "b"), list(payoffs.values()), [{0: [1], 1: [0], 2: [3], 3: [2]}, {0: [2], 2: [0], 1: [3], 3: [1]}]
    )
    made = from_options(options, states_of(options), payoffs)
    assert all((m == d).all() for m, d in zip(made.moves, drawn.moves, strict=True))


@pytest.mark.parametrize("pattern", ["Y", "YNX", "yes"])
def test_no_pattern_is_refused(pattern: str) -> None:
    """Letters and length must fit."""
    with pytest.raises(ValueError, match="pattern"):
        states_of([Option("a", "x"), Option("a", "y")], [pattern])


def test_nobodys_option_is_refused() -> None:
    """Every option has a side."""
    options = [Option("c", "x")]
    with pytest.raises(ValueError, match="'c'"):
        from_options(options, states_of(options), {"a": [0, 0]})
