"""The timeline: intervals kept, undated last, facts marked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parley.analysis import talk_was_held, timeline
from parley.terms.bodies import Position, Tie
from parley.terms.enums import Outcome, PositionStance, Reality, Relation, Stance
from parley.terms.slice import Slice
from parley.terms.statement import Statement, Talk

Tell = Callable[..., Statement]
Meet = Callable[..., Talk]

HELD = {Outcome.AGREEMENT, Outcome.PARTIAL, Outcome.NO_RESULT, Outcome.ONGOING, Outcome.UNKNOWN}
"""Outcomes of talks that took place; of the last only the result is not known."""


def test_imprecise_dates_stay_intervals(tell: Tell) -> None:
    """A month stays a month, an open date open; only a single day is exact."""
    record = Slice(
        statements=(
            tell("day", days=("2031-01-08", "2031-01-08")),
            tell("month", days=("2031-02-01", "2031-02-28")),
            tell("since", days=("2031-03-01", None)),
            tell("none"),
        )
    )
    shown = [(m.id, m.exact, m.open, m.dated) for m in timeline(record)]
    assert shown == [
        ("day", True, False, True), ("month", False, False, True), ("since", False, True, True),
        ("none", False, False, False),
    ]  # fmt: skip


def test_talks_and_events_always_ties_only_dated(tell: Tell, meet: Meet) -> None:
    """Positions have no place in time; ties only when dated."""
    rival = Tie(("a",), ("b",), Relation.RIVAL, -1)
    record = Slice(
        statements=(
            tell("event"), tell("tie", rival), tell("dated tie", rival, days=("2031-01-01", None)),
            tell("position", Position("a", "x", None, PositionStance.FOR)),
        ),
        talks=(meet("talk", Outcome.PLANNED),),
    )  # fmt: skip
    assert [m.id for m in timeline(record)] == ["dated tie", "talk", "event"]


@pytest.mark.parametrize("outcome", Outcome)
def test_a_talk_is_a_fact_only_if_it_was_held(meet: Meet, outcome: Outcome) -> None:
    """Planned, possible, refused, cancelled and undone talks are no facts, nor those that are only claimed."""
    assert talk_was_held(meet("t", outcome)) == (outcome in HELD)
    assert not talk_was_held(meet("t", outcome, ("a", Stance.ASSERTS)))
    assert not talk_was_held(meet("t", outcome, ("report", Stance.ASSERTS), ("a", Stance.DENIES)))


def test_a_contested_event_is_on_the_timeline_as_such(tell: Tell) -> None:
    """It keeps its place in time and its status, and is no fact."""
    told = tell("s", None, ("a", Stance.ASSERTS), ("b", Stance.DENIES), days=("2031-01-01", "2031-01-01"))
    (moment,) = timeline(Slice(statements=(told,)))
    assert (moment.fact, moment.status.value, moment.reality) == (False, "contested", Reality.HAPPENED)
