"""The bargaining range and the deal in it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.bargaining.bounds import Bounds, bounds, deal
from parley.bargaining.contest import Contest, chances_of_prevailing, contest
from parley.bargaining.inputs import draw
from parley.terms.scenario import Backing, PatronTie, Quantity, RedLine, Scenario, Stakeholder, Stand

SHARE = st.floats(0, 1)
COST = st.floats(-0.5, 1)


def point(value: float) -> Quantity:
    return Quantity(value, value, assumption="for the test")


def solved(scenario: Scenario) -> tuple[Contest, Bounds, float]:
    draws = draw(scenario, 1, 0)
    c = contest(scenario, draws)
    b = bounds(scenario, draws, c)
    return c, b, float(deal(c, b)[0])


def with_costs(scenario: Scenario, a: float, b: float, p: float = 0.6) -> Scenario:
    first, second = scenario.actors
    assert first.contender
    assert second.contender
    return replace(
        scenario,
        actors=(
            replace(first, cost_no_agreement=point(a), contender=replace(first.contender, prevail=point(p))),
            replace(second, cost_no_agreement=point(b), contender=replace(second.contender, prevail=point(1 - p))),
        ),
    )


def test_textbook(closed_form: Scenario) -> None:
    """With p = .6, costs .1 and .15: the range is .5 to .75 of the pie, the Nash deal its middle."""
    _, b, z = solved(closed_form)
    assert (b.low[0], b.high[0], z) == pytest.approx((50, 75, 62.5))


def test_without_cost_one_point_is_left(closed_form: Scenario) -> None:
    """Without costs there is nothing to share but the lottery's worth itself."""
    _, b, _ = solved(with_costs(closed_form, 0, 0, 0.5))
    assert (b.low[0], b.high[0]) == pytest.approx((50, 50))


def test_subsidy_closes_and_leverage_opens(closed_form: Scenario) -> None:
    """An outsider that bears B's cost closes the range to −5 points; leverage of .2 opens it again to 15."""
    outsider = Stakeholder("o", "O", point(1), (Stand("land", point(50), point(0.1)),))
    subsidised = replace(
        closed_form, actors=(*closed_form.actors, outsider), backings=(Backing("o", "b", subsidy=point(0.3)),)
    )
    _, b, _ = solved(subsidised)
    assert b.high[0] - b.low[0] == pytest.approx(-5)
    pressed = replace(subsidised, backings=(Backing("o", "b", subsidy=point(0.3), leverage=point(0.2)),))
    _, b, _ = solved(pressed)
    assert (b.low[0], b.high[0]) == pytest.approx((50, 65))


def test_support_is_a_share_of_all_strength() -> None:
    """Strength lent to a weak side counts beside all strength there is."""
    assert chances_of_prevailing(np.array([[0.6, 0.4 + 0.2]])) == pytest.approx(np.array([[0.5, 0.5]]))
    assert chances_of_prevailing(np.zeros((1, 2))) == pytest.approx(np.array([[0.5, 0.5]]))


def test_red_lines_cut_what_can_be_signed(closed_form: Scenario) -> None:
    """Red lines leave the range as it is, but not what can be signed."""
    a, b_party = closed_form.actors
    assert a.contender
    strict = replace(a, contender=replace(a.contender, red_lines=(RedLine("land", at_least=point(80)),)))
    _, b, _ = solved(replace(closed_form, actors=(strict, b_party)))
    assert (b.low[0], b.high[0]) == pytest.approx((50, 75))
    assert b.margin[0] == pytest.approx(-5)


@pytest.mark.parametrize(("strength", "margin"), [(0.4, 25), (0.6, 10)])
def test_a_veto_binds_where_the_tie_is_strong(closed_form: Scenario, strength: float, margin: float) -> None:
    """A patron at 0 that accepts nothing worth less than .4 cuts the range at 60, if its client leans on it enough."""
    patron = Stakeholder("o", "O", point(1), (Stand("land", point(0), point(0.1)),))
    tie = PatronTie("b", "o", point(strength), veto=point(0.4))
    _, b, _ = solved(replace(closed_form, actors=(*closed_form.actors, patron), ties=(tie,)))
    assert b.margin[0] == pytest.approx(margin)


@pytest.mark.parametrize(("options", "margin", "z"), [((0, 100), -25, 100), ((0, 60, 70), 10, 60)])
def test_an_indivisible_issue(closed_form: Scenario, options: tuple[float, ...], margin: float, z: float) -> None:
    """Where only some outcomes exist, an open range may hold none of them; of those it holds the best is chosen."""
    land = replace(closed_form.issues[0], options=options)
    _, b, settled = solved(replace(closed_form, issues=(land,)))
    assert b.margin[0] == pytest.approx(margin)
    assert settled == z
    assert (b.high[0] - b.low[0]) == pytest.approx(25)


def _plain(positions: list[float], costs: list[float], chances: list[float]) -> Contest:
    inf, none = np.full(1, np.inf), np.zeros((1, len(positions)))
    p = np.array([chances])
    return Contest(np.array([positions]), p, p, np.array([costs]), none, none, -inf, inf, inf)


@given(st.floats(0, 49), st.floats(51, 100), SHARE, COST, COST, SHARE)
def test_closed_form_of_two_parties(x_b: float, x_a: float, p: float, c_a: float, c_b: float, beta: float) -> None:
    """For two parties the range is [p − c_A, p + c_B] of the distance, and the Nash deal splits it by power."""
    empty = Scenario("", "", "", (), ())
    c = _plain([x_a, x_b], [c_a, c_b], [p, 1 - p])
    b = bounds(empty, draw(empty, 1, 0), c)
    span = x_a - x_b
    assert b.low[0] == pytest.approx(x_b + span * (p - c_a), abs=1e-6)
    assert b.high[0] == pytest.approx(x_b + span * (p + c_b), abs=1e-6)
    if b.margin[0] > 1e-6:
        z = deal(c, b, np.array([beta, 1 - beta]))[0]
        split = b.low[0] + beta * (b.high[0] - b.low[0])
        assert z == pytest.approx(min(max(split, b.signable_low[0]), b.signable_high[0]), abs=1e-6)


@given(SHARE, COST, COST, st.floats(0, 0.5), st.booleans())
def test_more_cost_never_narrows(p: float, c_a: float, c_b: float, more: float, whose: bool) -> None:
    """Whoever bears more cost of no agreement, the range does not get narrower, nor what can be signed."""
    empty = Scenario("", "", "", (), ())
    draws = draw(empty, 1, 0)
    before = bounds(empty, draws, _plain([80, 10], [c_a, c_b], [p, 1 - p]))
    added = [c_a + more, c_b] if whose else [c_a, c_b + more]
    after = bounds(empty, draws, _plain([80, 10], added, [p, 1 - p]))
    assert after.high[0] - after.low[0] >= before.high[0] - before.low[0] - 1e-9
    assert after.margin[0] >= before.margin[0] - 1e-9


@given(st.lists(st.floats(0, 100), min_size=3, max_size=5), st.floats(0.05, 0.5))
def test_many_parties(positions: list[float], cost: float) -> None:
    """With more than two parties, every party prefers the deal in an open range to its lottery."""
    empty = Scenario("", "", "", (), ())
    even = [1 / len(positions)] * len(positions)
    c = _plain(positions, [cost] * len(positions), even)
    b = bounds(empty, draw(empty, 1, 0), c)
    if b.margin[0] > 1e-6 and b.span[0] > 1e-3:
        worth = 1 - np.abs(c.positions[0] - deal(c, b)[0]) / b.span[0]
        assert (worth >= b.reserve[0] - 1e-6).all()


def test_nash_of_many_meets_the_closed_form(closed_form: Scenario) -> None:
    """Two parties that stand as three, one of them twice, settle where two of unequal power do."""
    c = _plain([100, 0, 0], [0.1, 0.15, 0.15], [0.6, 0.2, 0.2])
    empty = replace(closed_form, actors=(), contested="")
    b = bounds(empty, draw(empty, 1, 0), c)
    assert deal(c, b)[0] == pytest.approx(50 + 25 / 3, abs=1e-6)
