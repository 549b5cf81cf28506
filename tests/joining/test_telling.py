"""What joining asks of a proposal, worked out once."""

from __future__ import annotations

import pytest
from tests.joining.builder import attack, on, proposal, report, talk

from parley.joining.telling import Footing, footing_of_outcome, order_of, outcome_told, telling_of
from parley.terms.bodies import Role, Tie
from parley.terms.enums import Outcome, Reality, Relation

REPORTS = {r.id: r for r in (report("r1"), report("r2", "2031-03-01"), report("r3", None))}


@pytest.mark.parametrize(
    ("reality", "footing"),
    [
        (Reality.HAPPENED, Footing.REAL),
        (Reality.ONGOING, Footing.REAL),
        (Reality.DID_NOT_HAPPEN, Footing.OFF),
        (Reality.PLANNED, Footing.COMING),
        (Reality.POSSIBLE, Footing.COMING),
        (Reality.THREATENED, Footing.COMING),
        (Reality.UNKNOWN, Footing.OPEN),
    ],
)
def test_footing_of_an_act(reality: Reality, footing: Footing) -> None:
    """Done, off, to come or open: only the first is ever told of as done."""
    assert telling_of(proposal(attack(), reality=reality), REPORTS, {}).footing is footing


@pytest.mark.parametrize(
    ("told", "reality", "outcome"),
    [
        (Outcome.UNKNOWN, Reality.HAPPENED, Outcome.UNKNOWN),
        (Outcome.UNKNOWN, Reality.PLANNED, Outcome.PLANNED),
        (Outcome.UNKNOWN, Reality.POSSIBLE, Outcome.POSSIBLE),
        (Outcome.UNKNOWN, Reality.DID_NOT_HAPPEN, Outcome.DID_NOT_HAPPEN),
        (Outcome.AGREEMENT, Reality.HAPPENED, Outcome.AGREEMENT),
        (Outcome.AGREEMENT, Reality.POSSIBLE, Outcome.POSSIBLE),
        (Outcome.AGREEMENT, Reality.PLANNED, Outcome.PLANNED),
        (Outcome.ONGOING, Reality.ONGOING, Outcome.ONGOING),
        (Outcome.REFUSED, Reality.DID_NOT_HAPPEN, Outcome.REFUSED),
        (Outcome.CANCELLED, Reality.HAPPENED, Outcome.CANCELLED),
    ],
)
def test_outcome_as_told(told: Outcome, reality: Reality, outcome: Outcome) -> None:
    """Talks that are only hoped for have not agreed on anything."""
    assert outcome_told(talk("ardova", "belmark", outcome=told), reality) is outcome


def test_every_outcome_has_a_footing() -> None:
    """A talk whose outcome is not told was held."""
    assert {footing_of_outcome(o) for o in Outcome} == {Footing.REAL, Footing.OFF, Footing.COMING}
    assert footing_of_outcome(Outcome.UNKNOWN) is Footing.REAL


def test_the_order_is_by_report_date_undated_last_then_report_then_start() -> None:
    """The contract's order, which gives statements their ids."""
    told = [proposal(attack(), r, start) for r, start in (("r3", 0), ("r1", 24), ("r1", 0), ("r2", 48))]
    ranked = sorted(told, key=lambda p: order_of(p, REPORTS[p.report].published))
    assert [(p.report, p.start) for p in ranked] == [("r2", 48), ("r1", 0), ("r1", 24), ("r3", 0)]


def test_actors_are_judged_by_the_day_of_the_act_else_of_the_report() -> None:
    """Where neither is known, by no day."""
    assert telling_of(proposal(attack(), date=on("2031-02-03")), REPORTS, {}).day == "2031-02-03"
    assert telling_of(proposal(attack(), "r2"), REPORTS, {}).day == "2031-03-01"
    assert telling_of(proposal(attack(), "r3"), REPORTS, {}).day is None


def test_what_lasts_is_of_no_time() -> None:
    """Roles and ties of membership or kin; not an alliance, not an act."""
    lasting = (Role("orlan", "envoy", "ardova"), Tie(("orlan",), ("mara",), Relation.KIN, 1))
    passing = (Tie(("ardova",), ("belmark",), Relation.ALLIED, 1), attack())
    assert all(telling_of(proposal(b), REPORTS, {}).timeless for b in lasting)
    assert not any(telling_of(proposal(b), REPORTS, {}).timeless for b in passing)
