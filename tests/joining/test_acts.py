"""What makes two bodies tell of one act, and whose doing it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.joining.builder import attack, meeting, talk
from tests.strategies import values

from parley.joining.acts import act_of, acts_differ, marks_of, sides_of
from parley.terms.bodies import BODIES, About, Body, Event, Judgement, Position, Role, TalkBody, Tie
from parley.terms.enums import Form, PositionStance, Relation, Root, Tenure, Verdict

VISIT = meeting("ardova", "belmark", mode="visit")
POSITION = Position("ardova", "a truce", "ceasefire", PositionStance.FOR)
ROLE = Role("orlan", "Special Envoy", "ardova", to="belmark")
JUDGEMENT = Judgement(About(text="the talks in the port"), Verdict.FAILURE)
ROUND = TalkBody(process="harbour", round=2)


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        (VISIT, meeting("ardova", "belmark"), False),
        (VISIT, meeting("ardova", "belmark", mode="phone"), True),
        (POSITION, replace(POSITION, issue="the truce plan"), False),
        (POSITION, replace(POSITION, issue_id="withdrawal"), True),
        (replace(POSITION, issue_id=None), replace(POSITION, issue="A  Truce"), False),
        (replace(POSITION, issue_id=None), replace(POSITION, issue="the truce plan"), True),
        (ROLE, replace(ROLE, to=None), False),
        (ROLE, replace(ROLE, to="reed-front"), True),
        (JUDGEMENT, replace(JUDGEMENT, about=About(text="port talks")), False),
        (JUDGEMENT, replace(JUDGEMENT, about=About(text="the harvest")), True),
        (ROUND, TalkBody(), False),
        (ROUND, replace(ROUND, round=3), True),
        (ROUND, replace(ROUND, process="border"), True),
    ],
)
def test_what_is_told_otherwise_is_another_act(a: Body, b: Body, differ: bool) -> None:
    """What both tell, and tell differently; what one leaves out does not part them. Either way round."""
    assert act_of(a) == act_of(b)
    assert acts_differ(a, b) is acts_differ(b, a) is differ


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (attack(), meeting("reed-front")),
        (Event(Root.OTHER, "takeover"), Event(Root.OTHER, "flight")),
        (Tie(("a",), ("b",), Relation.ALLIED, 1), Tie(("a",), ("b",), Relation.HOSTILE, -1)),
        (POSITION, replace(POSITION, stance=PositionStance.AGAINST)),
        (ROLE, replace(ROLE, tenure=Tenure.FORMER)),
        (ROLE, replace(ROLE, office="minister")),
        (JUDGEMENT, replace(JUDGEMENT, verdict=Verdict.SUCCESS)),
        (talk("a", "b"), meeting("a", "b")),
    ],
)
def test_other_acts_share_no_key(a: Body, b: Body) -> None:
    """They are never compared."""
    assert act_of(a) != act_of(b)


def test_reciprocal_acts_are_open_and_one_sided_ones_not() -> None:
    """In a meeting any side may stand as actor or recipient; an attack has a doer; an alliance holds both ways."""
    assert sides_of(VISIT).open
    assert not sides_of(attack()).open
    assert sides_of(Tie(("a",), ("b",), Relation.ALLIED, 1)).open
    assert not sides_of(Tie(("a",), ("b",), Relation.PATRON_OF, 1)).open
    assert sides_of(attack(by=("a", "a"), on=("b", "a"))).all == ("a", "b")


@given(st.sampled_from(Form).flatmap(lambda form: st.tuples(*[values(BODIES[form])] * 2)))
def test_equal_marks_never_differ(bodies: tuple[Body, Body]) -> None:
    """What the marks leave out is nothing by which acts differ; and no body differs from itself but in no words."""
    a, b = bodies
    wordless = isinstance(a, Judgement) and not (a.about.talk or a.about.statement)
    if act_of(a) == act_of(b) and marks_of(a) == marks_of(b) and not wordless:
        assert not acts_differ(a, b)
