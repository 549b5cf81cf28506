"""How long the models take, beside the same formulas in plain Python, in one run.

Times are CPU seconds of the process: all models run on one core, and other work on the machine is of no account.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import process_time

import numpy as np
from benchmarks.bargaining_checks import Row

from benchmarks import plain
from parley.bargaining import outlook
from parley.bargaining.challenge import challenge
from parley.bargaining.graph import Option, coalition_improvements, from_options, stability, states_of
from parley.bargaining.inputs import Array
from parley.bargaining.spatial import spatial
from parley.terms.scenario import Contender, Issue, Quantity, Scenario, Stakeholder, Stand

SMALL, LARGE = 40, 200
"""Plain Python is timed on the small number of actors; both grow with its cube."""


def seconds(work: Callable[[], object], turns: int = 3) -> float:
    """The least CPU time of several turns, after one that is not counted."""
    work()
    return min(_once(work) for _ in range(turns))


def _once(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def crowd(count: int) -> tuple[Array, Array, Array]:
    """Positions 0 to 100, saliences and capabilities at random."""
    lots = np.random.default_rng(1)
    return lots.uniform(0, 100, count), lots.uniform(0.1, 1, count), lots.uniform(1, 100, count)


def rows() -> Iterator[Row]:
    """All times of the table."""
    yield from _challenge()
    yield from _spatial()
    yield from _graph()
    scenario = fifteen()
    took = seconds(lambda: outlook(scenario, 10_000, 1), 2)
    yield Row("15 actors, 10,000 draws, all sensitivity", f"{took:.2f} s", "2 s", took <= 2)
    x, s, c = crowd(15)
    rows_ = np.random.default_rng(2).uniform(0.9, 1.1, (10_000, 15))
    ours = seconds(lambda: ((s * c * rows_) * x).sum(axis=1) / (s * c * rows_).sum(axis=1))
    listed, weights = x.tolist(), (s * c * rows_).tolist()
    theirs = seconds(lambda: [plain.weighted_mean(listed, w) for w in weights], 1)
    yield Row("15 actors, 10,000 compromises", f"{ours:.4f} s, plain {theirs:.3f} s", "")


def _challenge() -> Iterator[Row]:
    big = crowd(LARGE)
    took = seconds(lambda: challenge(*big))
    yield Row(f"challenge model, {LARGE} actors, ten rounds", f"{took:.3f} s", "0.1 s", took <= 0.1)
    x, s, c = crowd(SMALL)
    ours = seconds(lambda: challenge(x, s, c, rounds=1))
    lists = x.tolist(), s.tolist(), c.tolist()
    theirs = seconds(lambda: plain.challenge_round(*lists, float(np.ptp(x))), 1)
    yield Row(f"challenge model, {SMALL} actors, one round", _beside(ours, theirs), "")


def _spatial() -> Iterator[Row]:
    x, s, c = crowd(LARGE)
    one = seconds(lambda: spatial(x[:, None], s[:, None], c, turns=1))
    two = seconds(lambda: spatial(x[:, None], s[:, None], c, turns=2))
    took = max(two - one, one / 2)
    yield Row(f"spatial model, {LARGE} actors, one turn", f"{took:.3f} s", "0.3 s", took <= 0.3)
    x, s, c = crowd(SMALL)
    ours = seconds(lambda: spatial(x[:, None], s[:, None], c, turns=1))
    lists = [[v / 100] for v in x.tolist()], [[v] for v in s.tolist()], c.tolist()
    theirs = seconds(lambda: plain.spatial_turn(*lists), 1)
    yield Row(f"spatial model, {SMALL} actors, one turn", _beside(ours, theirs), "")


def _graph() -> Iterator[Row]:
    for sides in (2, 3, 4, 6, 12):
        options = [Option(f"s{i % sides}", str(i)) for i in range(12)]
        lots = np.random.default_rng(1)
        states = states_of(options)
        ranks = {f"s{i}": lots.permutation(len(states)).astype(float) for i in range(sides)}
        graph = from_options(options, states, ranks)
        took = seconds(lambda g=graph: stability(g))  # type: ignore[misc]
        yield Row(f"graph model, 4,096 states, {sides} sides, all concepts", f"{took:.3f} s", "1 s", took <= 1)
        if sides == 2:
            starts = stability(graph).equilibria("SMR")
            took = seconds(lambda g=graph, s=starts: coalition_improvements(g, g.sides, s))  # type: ignore[misc]
            yield Row(f"  coalition of both from {len(starts)} equilibria", f"{took:.3f} s", "")
    options = [Option(f"s{i % 3}", str(i)) for i in range(7)]
    states, lots = states_of(options), np.random.default_rng(1)
    worth = [lots.permutation(len(states)).tolist() for _ in range(3)]
    payoffs: dict[str, list[float]] = {f"s{i}": w for i, w in enumerate(worth)}
    graph = from_options(options, states, payoffs)
    moves = [{s: [t for t in row if t < len(states)] for s, row in enumerate(m.tolist())} for m in graph.moves]
    ours = seconds(lambda: stability(graph))
    theirs = seconds(lambda: plain.stable(worth, moves), 1)
    yield Row("graph model, 128 states, 3 sides", _beside(ours, theirs), "")


def _beside(ours: float, theirs: float) -> str:
    return f"{ours:.4f} s, plain {theirs:.3f} s ({theirs / ours:.0f}x)"


def fifteen() -> Scenario:
    """Two parties and thirteen outsiders on two issues, every number a range."""
    lots = np.random.default_rng(3)

    def between(low: float, high: float) -> Quantity:
        a, b = sorted(lots.uniform(low, high, 2))
        return Quantity(float(a), float(b), assumption="at random")

    def actor(i: int) -> Stakeholder:
        at = between(80, 100) if i == 0 else between(0, 20) if i == 1 else between(0, 100)
        stands = (Stand("land", at, between(0.2, 1)), Stand("law", between(0, 100), between(0.1, 1)))
        contender = Contender(between(0.2, 0.8), cohesion=between(0.4, 1)) if i < 2 else None
        return Stakeholder(f"a{i}", f"Actor {i}", between(1, 50), stands, contender, between(0, 0.3), between(0, 0.2))

    issues = (Issue("land", "Land", "one", "other"), Issue("law", "Law", "one", "other"))
    actors = tuple(actor(i) for i in range(15))
    return Scenario("Fifteen", "?", "land", issues, actors, base_rate=between(0.2, 0.5))
