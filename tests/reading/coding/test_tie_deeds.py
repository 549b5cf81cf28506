"""Ties by what somebody does, has or lacks: shared doers, each other, what is somebody's, what lasts."""

from __future__ import annotations

from functools import cache

import pytest

from parley.reading.english import default
from parley.reading.trials import LANDS
from parley.terms.bodies import Tie
from parley.terms.enums import Relation
from parley.terms.report import report_of


@cache
def told(text: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...], Relation, int], ...]:
    """The ties of a sentence about lands of fiction: from whom, to whom, which, with which sign."""
    read = default(actors=LANDS).read(report_of(text, id="r", published="2024-05-20"))
    ties = (p.body for p in read.proposals if isinstance(p.body, Tie))
    return tuple((t.from_, t.to, t.relation, t.sign) for t in ties)


R, S, B = ("ruritania",), ("syldavia",), ("borduria",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Borduria, armed and funded by Ruritania, refused.", (R, B, Relation.SUPPORTS, 1)),
        ("Ruritania and Borduria are at odds over the dam.", (R, B, Relation.HOSTILE, -1)),
        ("Ruritania and Borduria, at odds over the dam, met again.", (R, B, Relation.HOSTILE, -1)),
        ("Ruritania and Borduria loathe each other.", (R, B, Relation.HOSTILE, -1)),
        ("Ruritania is deeply suspicious of Borduria's intentions.", (R, B, Relation.WARY, -1)),
        ("Ruritania has no faith in Borduria.", (R, B, Relation.WARY, -1)),
        ("Ruritania is not happy with Borduria.", (R, B, Relation.WARY, -1)),
        ("Ruritania does not recognise Borduria.", (R, B, Relation.HOSTILE, -1)),
        ("With Ruritania's backing, Borduria advanced.", (R, B, Relation.SUPPORTS, 1)),
        ("Ruritania wants to topple the government of Borduria.", (R, B, Relation.HOSTILE, -1)),
        ("Ruritania provides most of Borduria's gas.", (B, R, Relation.DEPENDS_ON, 0)),
        ("Borduria's economy depends on Ruritania.", (B, R, Relation.DEPENDS_ON, 0)),
        ("Ruritania backed Borduria for decades.", (R, B, Relation.SUPPORTS, 1)),
        ("Ruritania is loyal to Szohod.", (R, B, Relation.SUPPORTS, 1)),
    ],
)
def test_what_is_told_of_two(text: str, expected: tuple[object, ...]) -> None:
    """Each of these tells one tie, whatever the construction."""
    assert told(text) == (expected,)


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania is happy with Borduria.",
        "Ruritania has provided weapons to Borduria.",
        "Ruritania backed Borduria on Monday.",
        "Ruritania leaned on Borduria to stay at the table.",
        "Ruritania used its camps to arm Borduria.",
        "Ruritania was angered by a film about the Prophet.",
        "Ruritania has no support for Borduria.",
    ],
)
def test_what_tells_no_tie(text: str) -> None:
    """Single acts, bare contentment, anger at things and support that there is none of tell no tie."""
    assert told(text) == ()


def test_each_direction_is_told_and_none_twice() -> None:
    """Who distrusts whom in turn is two ties; what one sentence says of one pair in two words is one."""
    both = told("Ruritania has never trusted Borduria, and Borduria has little faith in Ruritania.")
    assert both == ((R, B, Relation.WARY, -1), (B, R, Relation.WARY, -1))
    assert len(told("Ruritania sees Borduria as an existential threat.")) == 1


def test_a_semicolon_parts_sides() -> None:
    """Whom the parser joins over a semicolon is not backed too."""
    (tie,) = told("Ruritania supports Borduria; Syldavia went home.")
    assert tie == (R, B, Relation.SUPPORTS, 1)
