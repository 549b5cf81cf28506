"""Who sits at a talk with those that it names, and talks told by their deal."""

from __future__ import annotations

import pytest

from parley.reading.english import default
from parley.terms.bodies import Event, TalkBody
from parley.terms.enums import Root
from parley.terms.layers import Reading
from parley.terms.ports import Asked
from parley.terms.report import report_of


def read(text: str) -> Reading:
    """What the default reader makes of a text."""
    (reading,) = default().read_all([Asked(report_of(text, id="r"))])
    return reading


@pytest.mark.parametrize(
    ("text", "parties", "mediators"),
    [
        ("Norway reopened its border after talks with Sweden.", {"norway", "sweden"}, set()),
        ("Speaking after a meeting with Sweden, Norway praised the deal.", {"norway", "sweden"}, set()),
        ("Norway closed its border after Danish talks with Sweden.", {"denmark", "sweden"}, set()),
        (
            "Norway dismissed the offer after meetings with envoys of Chile and Peru.",
            {"norway", "chile", "peru"},
            set(),
        ),
        ("Norway and Sweden put their names to a truce.", {"norway", "sweden"}, set()),
        ("Norway and Sweden settled on Monday on a truce.", {"norway", "sweden"}, set()),
        ("Norway and Sweden shook hands on a withdrawal.", {"norway", "sweden"}, set()),
        ("The truce that Chile brokered between Norway and Sweden held.", {"norway", "sweden"}, {"chile"}),
        ("Chile shuttled for months between Norway and Sweden.", {"norway", "sweden"}, {"chile"}),
        ("Norway insists on bilateral talks with Sweden.", {"norway", "sweden"}, set()),
        ("Norway agreed to direct talks with Sweden.", {"norway", "sweden"}, set()),
    ],
)
def test_who_meets_whom(text: str, parties: set[str], mediators: set[str]) -> None:
    """The subject beside a talk's noun is a side of it, and a deal tells of the talk that it came of."""
    (talk,) = [p.body for p in read(text).proposals if isinstance(p.body, TalkBody)]
    assert ({p.actor for p in talk.parties}, set(talk.mediators)) == (parties, mediators)


@pytest.mark.parametrize(
    "text",
    [
        "Sweden was attacked after talks with Norway.",
        "Prices rose after talks with Norway.",
        "Norway and Sweden put their names to a petition.",
        "Norway and Sweden shook hands at the party.",
    ],
)
def test_who_does_not_meet(text: str) -> None:
    """Whoever undergoes something, or no actor, is no side; nor is a signature under anything else a talk."""
    assert not [p for p in read(text).proposals if isinstance(p.body, TalkBody)]


def test_a_town_before_a_talk_does_not_talk() -> None:
    """The Oslo talks name a place, and nobody who meets."""
    told = read("Norway met Sweden in May. The Oslo talks collapsed on Monday.")
    met = [p.body for p in told.proposals if isinstance(p.body, Event) and p.body.type is Root.CONSULT]
    assert {a for e in met for a in e.actors} == {"norway", "sweden"}
