"""Meetings: events that a talk already tells."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parley.analysis import meetings_of_talks
from parley.terms.bodies import Event, Party
from parley.terms.enums import Form, LinkRel, Outcome, Reality, Root, Stance
from parley.terms.facts import counts_as_fact, status_of
from parley.terms.slice import Slice
from parley.terms.statement import Mention, Statement, Talk, Variants
from parley.terms.values import REPORT, Link, Span, Voice

SAYS = Voice("r", REPORT, Stance.ASSERTS)
DENIES = Voice("r", "b", Stance.DENIES)


def _event(root: Root, actors: tuple[str, ...], reality: Reality, voices: tuple[Voice, ...] = (SAYS,)) -> Statement:
    status = status_of(voices)
    fact = counts_as_fact(status, reality)
    mention = Mention("p", "r", "met", 0, 3, Span(0, 3))
    body = Event(root, None, None, actors)
    return Statement(
        "s", Form.EVENT, (mention,), reality, voices, status, fact, None, (), Variants(), (), 1.0, None, body
    )


def _talk(outcome: Outcome) -> Talk:
    sides = (Party("a"), Party("b"))
    return Talk("t", "", None, None, sides, (), (), None, None, None, None, (), outcome, (SAYS,), statements=("s",))


@pytest.mark.parametrize(
    ("event", "outcome", "told"),
    [
        (_event(Root.CONSULT, ("a", "b"), Reality.HAPPENED), Outcome.NO_RESULT, True),
        (_event(Root.CONSULT, ("a", "b"), Reality.PLANNED), Outcome.PLANNED, True),
        (_event(Root.CONSULT, ("a", "b"), Reality.HAPPENED), Outcome.PLANNED, False),
        (_event(Root.CONSULT, ("a", "c"), Reality.HAPPENED), Outcome.NO_RESULT, False),
        (_event(Root.CONSULT, (), Reality.HAPPENED), Outcome.NO_RESULT, False),
        (_event(Root.AGREE, ("a", "b"), Reality.HAPPENED), Outcome.AGREEMENT, False),
        (_event(Root.CONSULT, ("a", "b"), Reality.HAPPENED, (SAYS, DENIES)), Outcome.NO_RESULT, False),
    ],
)
def test_only_what_a_talk_says_in_full_is_its_meeting(event: Statement, outcome: Outcome, told: bool) -> None:
    """Another act, another reality or standing, a dispute, or somebody whom the talk does not name: its own line."""
    slice_ = Slice(statements=(event,), talks=(_talk(outcome),))
    assert meetings_of_talks(slice_) == ({"s": "t"} if told else {})


def test_a_link_to_a_talk_serves_as_well_as_the_talk_s_own_list() -> None:
    """Either side may say that they belong together."""
    event = replace(_event(Root.CONSULT, ("a", "b"), Reality.HAPPENED), links=(Link(LinkRel.PART_OF, "t"),))
    talk = replace(_talk(Outcome.NO_RESULT), statements=())
    assert meetings_of_talks(Slice(statements=(event,), talks=(talk,))) == {"s": "t"}
