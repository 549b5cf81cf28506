"""Which statements stand, and each form's list."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import pytest

from parley.analysis import facts, judgements, positions, rejected, roles, statements, talks, ties, what_rests_on
from parley.analysis.standing import named
from parley.terms.bodies import About, Event, Judgement, Party, Position, Role, Tie
from parley.terms.enums import (
    DecisionState,
    Outcome,
    PositionStance,
    Reality,
    Relation,
    Root,
    Stance,
    Verdict,
)
from parley.terms.slice import Slice
from parley.terms.statement import Decided, Statement, Talk

Tell = Callable[..., Statement]
Meet = Callable[..., Talk]


def _ids(told: tuple[Statement, ...] | tuple[Talk, ...]) -> list[str]:
    return [t.id for t in told]


def test_facts_are_only_what_counts_as_fact(tell: Tell) -> None:
    """Reported or admitted, and happened or ongoing: nothing contested, claimed, planned or undone."""
    said = (
        tell("reported"),
        tell("admitted", None, ("a", Stance.ADMITS)),
        tell("contested", None, ("report", Stance.ASSERTS), ("a", Stance.DENIES)),
        tell("claimed", None, ("a", Stance.ASSERTS)),
        tell("alleged", None, (None, Stance.ALLEGES)),
        tell("denied", None, ("a", Stance.DENIES)),
        *(tell(r.value, reality=r) for r in Reality if r not in (Reality.HAPPENED, Reality.ONGOING)),
    )
    assert set(_ids(facts(Slice(statements=said)))) == {"reported", "admitted"}


def test_order_is_that_of_time_whatever_the_input(tell: Tell) -> None:
    """By date, the undated last, and the same for every order of input."""
    said = (
        tell("c"), tell("a", days=("2031-01-01", "2031-01-31")), tell("b", days=("2031-01-01", "2031-02-01")),
        tell("z", days=(None, "2030-05-01")),
    )  # fmt: skip
    orders = {tuple(_ids(statements(Slice(statements=p)))) for p in permutations(said)}
    assert orders == {("z", "a", "b", "c")}


@pytest.mark.parametrize("state", DecisionState)
def test_only_the_rejected_do_not_stand(tell: Tell, meet: Meet, state: DecisionState) -> None:
    """What a person rejects is left out and counted; any other decision leaves it."""
    decided = Decided(state, "r", "2031-01-01")
    record = Slice(statements=(tell("s", decision=decided),), talks=(meet("t", Outcome.PLANNED, decision=decided),))
    gone = state is DecisionState.REJECTED
    assert (len(statements(record)), len(talks(record)), rejected(record)) == ((0, 0, 2) if gone else (1, 1, 0))


def test_each_form_has_its_list(tell: Tell) -> None:
    """Ties, positions, roles and judgements are told apart, whatever their status."""
    record = Slice(
        statements=(
            tell("tie", Tie(("a",), ("b",), Relation.RIVAL, -1), ("a", Stance.DENIES)),
            tell("position", Position("a", "x", None, PositionStance.FOR)),
            tell("role", Role("p", "envoy", "a")),
            tell("judgement", Judgement(About(text="it"), Verdict.SUCCESS)),
        )
    )
    lists = (ties(record), positions(record), roles(record), judgements(record))
    assert [_ids(of) for of in lists] == [["tie"], ["position"], ["role"], ["judgement"]]


def test_what_rests_on_one_report_alone(tell: Tell) -> None:
    """A statement that a second report tells does not fall with the first."""
    record = Slice(statements=(tell("one"), tell("both", reports=("r1", "r2")), tell("other", reports=("r2",))))
    assert _ids(what_rests_on(record, "r1")) == ["one"]


def test_named_counts_statements_and_talks(tell: Tell, meet: Meet) -> None:
    """An actor is counted once for each statement and each talk that names it."""
    record = Slice(
        statements=(tell("s", Event(Root.ASSAULT, None, None, ("a", "a"), ("b",))),),
        talks=(meet("t", Outcome.PLANNED, parties=(Party("a", ("d",)),), hosts=("b",)),),
    )
    assert named(record) == {"a": 2, "b": 2, "d": 1}
