"""Trades across issues."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from parley.bargaining.exchange import ExchangeRun, exchanges
from parley.bargaining.inputs import Array

Given = tuple[list[str], list[str], Array, Array, Array]


def crowd(seed: int, count: int = 6, issues: int = 4) -> Given:
    """Actors and issues at random."""
    lots = np.random.default_rng(seed)
    shape = (count, issues)
    names, topics = [f"a{i}" for i in range(count)], [f"q{i}" for i in range(issues)]
    return names, topics, lots.uniform(0, 100, shape), lots.uniform(0.1, 1, shape), lots.uniform(0.2, 1, shape)


def told(run: ExchangeRun) -> list[tuple[frozenset[tuple[str, str]], float]]:
    """Each trade, whoever is named first."""
    return [(frozenset({(e.first, e.gives), (e.second, e.gets)}), round(e.gain, 9)) for e in run.exchanges]


def test_two_by_hand() -> None:
    """One cares nine to one for the second issue, the other two to one for the first.

    Outcomes are 66⅔ and 10. If the other goes all the way from 100 to 0 on the second, that moves the outcome by 10;
    for alike gains the one must move the first by 10 · (.9 + .1)/(.1 + .2) = 33⅓, which is all it has: from 0 to 100.
    """
    run = exchanges(
        ["one", "other"],
        ["first", "second"],
        np.array([[0.0, 0.0], [100.0, 100.0]]),
        np.array([[0.1, 0.9], [0.2, 0.1]]),
        np.ones((2, 2)),
    )
    assert run.before == pytest.approx([200 / 3, 10])
    trade = run.exchanges[0]
    assert {(trade.first, trade.gives), (trade.second, trade.gets)} == {("one", "first"), ("other", "second")}
    assert trade.gain == pytest.approx(0.9 * 10 - 0.1 * 100 / 3)
    assert trade.gain == pytest.approx(0.2 * 100 / 3 - 0.1 * 10)
    assert run.after == pytest.approx([100, 0])
    assert len(run.exchanges) == 1


@pytest.mark.parametrize("stop", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_both_gain_alike(seed: int, stop: bool) -> None:
    """In each trade, by the shift of the outcomes; gains never rise from one trade to the next by themselves."""
    names, topics, x, s, c = crowd(seed)
    w = s * c
    run = exchanges(names, topics, x, s, c, stop=stop)
    places = x.copy()
    for e in run.exchanges:
        i, j, q, p = names.index(e.first), names.index(e.second), topics.index(e.gives), topics.index(e.gets)
        shift_q, shift_p = abs(e.moves[0]) * w[i, q] / w[:, q].sum(), abs(e.moves[1]) * w[j, p] / w[:, p].sum()
        assert e.gain == pytest.approx(s[i, p] * shift_p - s[i, q] * shift_q)
        assert e.gain == pytest.approx(s[j, q] * shift_q - s[j, p] * shift_p)
        places[i, q] += e.moves[0]
        places[j, p] += e.moves[1]
    assert run.positions == pytest.approx(places)
    assert run.after == pytest.approx((w * places).sum(axis=0) / w.sum(axis=0))
    assert ((places >= x.min(axis=0) - 1e-9) & (places <= x.max(axis=0) + 1e-9)).all()
    assert len(run.exchanges) > 2


def test_gains_fall() -> None:
    """The most gainful trade comes first; without a stop, no trade makes another one more gainful than it was."""
    gains = [e.gain for e in exchanges(*crowd(2)).exchanges]
    assert all(a >= b - 1e-9 for a, b in pairwise(gains))


def test_with_a_stop_no_outcome_passes_who_asked() -> None:
    """At each trade the outcome ends on the near side of the first position of who asked for the shift."""
    names, topics, x, s, c = crowd(5)
    w = s * c
    places = x.copy()
    for e in exchanges(names, topics, x, s, c, stop=True).exchanges:
        i, j, q, p = names.index(e.first), names.index(e.second), topics.index(e.gives), topics.index(e.gets)
        places[i, q] += e.moves[0]
        places[j, p] += e.moves[1]
        now = (w * places).sum(axis=0) / w.sum(axis=0)
        assert (x[j, q] - now[q]) * np.sign(e.moves[0]) >= -1e-9
        assert (x[i, p] - now[p]) * np.sign(e.moves[1]) >= -1e-9


def test_permuting_actors_and_issues_permutes_trades() -> None:
    """Orders are of no account."""
    names, topics, x, s, c = crowd(3)
    a, q = np.random.default_rng(1).permutation(6), np.random.default_rng(2).permutation(4)
    grid = np.ix_(a, q)
    other = exchanges([names[i] for i in a], [topics[i] for i in q], x[grid], s[grid], c[grid])
    assert told(other) == told(exchanges(names, topics, x, s, c))


def test_scales_are_of_no_account() -> None:
    """Half the scale halves gains and moves; another unit of capability changes nothing."""
    names, topics, x, s, c = crowd(4)
    whole, half = exchanges(names, topics, x, s, c), exchanges(names, topics, x / 2, s, 7 * c)
    assert half.after == pytest.approx(whole.after / 2)
    assert [e.gain for e in half.exchanges] == pytest.approx([e.gain / 2 for e in whole.exchanges])


def test_a_silent_actor_changes_nothing() -> None:
    """Who has no position, or to whom an issue does not matter, trades nothing."""
    names, topics, x, s, c = crowd(6)
    more = exchanges(
        [*names, "mute", "idle"],
        topics,
        np.vstack([x, np.full(4, np.nan), np.full(4, 50.0)]),
        np.vstack([s, np.ones(4), np.zeros(4)]),
        np.vstack([c, np.ones(4), np.ones(4)]),
    )
    assert told(more) == told(exchanges(names, topics, x, s, c))
    assert np.isnan(more.positions[-2]).all()


def test_others_gain_or_lose_by_it() -> None:
    """A third who stands with the one on both issues loses by what that one gives, and gains by what it gets."""
    x = np.array([[0.0, 0.0], [100.0, 100.0], [0.0, 0.0]])
    s = np.array([[0.1, 0.9], [0.2, 0.1], [0.3, 0.4]])
    run = exchanges(["a", "b", "c"], ["q", "p"], x, s, np.ones((3, 2)), most=1)
    shift = run.after - run.before
    assert run.exchanges[0].others == pytest.approx(-0.3 * shift[0] - 0.4 * shift[1])


def test_what_cannot_be_traded_is_refused() -> None:
    """One issue, an issue nobody weighs, shapes that differ."""
    names, topics, x, s, c = crowd(1)
    with pytest.raises(ValueError, match="one issue"):
        exchanges(names, topics[:1], x[:, :1], s[:, :1], c[:, :1])
    with pytest.raises(ValueError, match="no actor"):
        exchanges(names, topics, x, s * [0, 1, 1, 1], c)
    with pytest.raises(ValueError, match="shape"):
        exchanges(names, topics, x, s[1:], c)
