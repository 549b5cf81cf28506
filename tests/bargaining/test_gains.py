"""Who gains, on figures worked out on paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parley.bargaining.outlook import outlook
from parley.terms.outlook import Gain
from parley.terms.scenario import Quantity, Scenario, Stakeholder, Stand


def point(value: float) -> Quantity:
    return Quantity(value, value, assumption="for the test")


def rows(scenario: Scenario) -> dict[str, Gain]:
    return {r.actor: r for r in outlook(scenario, 1).gains.rows}


def test_parties(closed_form: Scenario) -> None:
    """A gets .6 − .1 without a deal and .625 with one; B .4 − .15 and .375: both lose .125 if talks fail."""
    found = rows(closed_form)
    assert (found["a"].failure.middle, found["a"].agreement.middle) == pytest.approx((0.5, 0.625))
    assert (found["b"].failure.middle, found["b"].agreement.middle) == pytest.approx((0.25, 0.375))
    assert found["a"].from_failure.middle == pytest.approx(-0.125)
    assert found["a"].spoiler == 0


def test_an_outsider(closed_form: Scenario) -> None:
    """An outsider at 0 with salience .5: failure .5 × .4 − (−.1), agreement .5 × .375; it gains, by its weight."""
    stand = Stand("land", point(0), point(0.5))
    outsider = Stakeholder(
        "o", "O", point(20), (stand,), None, point(-0.1), talks_benefit=point(0.3), failed_talks_cost=point(0.1)
    )
    found = rows(replace(closed_form, actors=(*closed_form.actors, outsider)))["o"]
    assert (found.failure.middle, found.agreement.middle) == pytest.approx((0.3, 0.1875))
    assert found.talks.middle == pytest.approx(0.2)
    assert found.spoiler == pytest.approx(0.1125 * 20 / 80)


def test_no_stand_no_stake(closed_form: Scenario) -> None:
    """An actor without a stand on the contested issue has only its own cost at stake."""
    bystander = Stakeholder("o", "O", point(5), (), None, point(0.1))
    found = rows(replace(closed_form, actors=(*closed_form.actors, bystander)))["o"]
    assert (found.failure.middle, found.agreement.middle) == pytest.approx((-0.1, 0))
