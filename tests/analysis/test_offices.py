"""Which office the persons of an event held on its day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parley.analysis import offices_of
from parley.terms.bodies import Event, Role
from parley.terms.enums import Root, Stance, Tenure
from parley.terms.report import report_of
from parley.terms.slice import Slice
from parley.terms.statement import Statement

Tell = Callable[..., Statement]
VISIT = Event(Root.CONSULT, "visit", None, ("hess",), ("sweden",))


def _role(tenure: Tenure = Tenure.CURRENT) -> Role:
    return Role("hess", "Envoy", "norway", None, tenure)


@pytest.mark.parametrize(
    ("tenure", "held", "day", "office"),
    [
        (Tenure.CURRENT, None, "2031-05-01", True),
        (Tenure.ACTING, None, "2030-12-01", True),
        (Tenure.CURRENT, None, "2021-05-01", False),
        (Tenure.FORMER, None, "2031-05-01", False),
        (Tenure.DESIGNATE, None, "2031-05-01", False),
        (Tenure.FORMER, ("2020-01-01", "2022-12-31"), "2021-05-01", True),
        (Tenure.CURRENT, ("2025-01-01", None), "2031-05-01", True),
        (Tenure.CURRENT, ("2025-01-01", None), "2021-05-01", False),
    ],
)
def test_an_office_is_the_one_held_on_the_day(
    tell: Tell, tenure: Tenure, held: tuple[str, str | None] | None, day: str, office: bool
) -> None:
    """A role's own dates decide; without them it holds about the time of its report, unless it is over or to come."""
    role, event = tell("role", _role(tenure), days=held), tell("event", VISIT, days=(day, day), reports=("r2",))
    at = Slice(reports=(report_of("Hess came.", id="r1", published="2031-04-01"),), statements=(role, event))
    assert offices_of(event, at) == ((_role(tenure),) if office else ())


def test_an_undated_event_has_the_offices_of_its_own_report(tell: Tell) -> None:
    """What another report says of offices tells nothing of a day that is not known."""
    near, far = tell("event", VISIT), tell("other", VISIT, reports=("r2",))
    at = Slice(statements=(tell("role", _role()), near, far))
    assert (offices_of(near, at), offices_of(far, at)) == ((_role(),), ())


def test_only_what_counts_as_fact_and_whom_the_event_names(tell: Tell) -> None:
    """A claimed office, or another's, is not carried."""
    claimed = tell("claimed", _role(), ("sweden", Stance.ASSERTS))
    other = tell("other", Role("velic", "Envoy", "chad"))
    event = tell("event", VISIT)
    assert offices_of(event, Slice(statements=(claimed, other, event))) == ()
