"""How alike two events are: what counts, what forbids, what leaves in doubt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parley.analysis.likeness import LEAST, SURE, Act, likeness, stands_by
from parley.terms.affiliation import Affiliation, Affiliations
from parley.terms.enums import Root

GOVERNS = Affiliation("front", "ardova", "governs", "2001-03-01")
STANDS = stands_by(Affiliations.of([GOVERNS]))
DAY = 741_000
ACT = Act("a", frozenset({Root.ASSAULT}), ("reeds",), ("belmark",), DAY, DAY, frozenset({"port"}), frozenset({"BLM"}))


def alike(**other: object) -> float:
    """How like the act is to itself with some fields changed; the same from either side."""
    changed = replace(ACT, **other)  # type: ignore[arg-type]
    assert likeness(ACT, changed, STANDS) == likeness(changed, ACT, STANDS)
    return likeness(ACT, changed, STANDS)


def test_an_act_is_wholly_like_itself() -> None:
    """Nothing can be likelier."""
    assert alike() == pytest.approx(1)


@pytest.mark.parametrize(
    "other",
    [
        {"actors": ("others",), "recipients": ("yet-others",)},
        {"types": frozenset({Root.AID})},
        {"start": DAY + 30, "end": DAY + 30},
        {"countries": frozenset({"ARD"})},
        {"start": None, "end": None},
        {"start": DAY - 400, "end": DAY + 400},
        {"start": DAY - 90, "end": None},
    ],
)
def test_what_forbids(other: dict[str, object]) -> None:
    """Nobody in common, another kind of act, another time or none, another country: each alone is enough."""
    assert alike(**other) == 0


@pytest.mark.parametrize(
    "other",
    [
        {"start": DAY - 40, "end": DAY + 40},
        {"start": DAY - 1, "end": None},
        {"types": frozenset({Root.COERCE})},
        {"types": frozenset({Root.OTHER})},
        {"towns": frozenset({"mill"})},
    ],
)
def test_what_leaves_in_doubt(other: dict[str, object]) -> None:
    """Days told vaguely or without an end, a neighbouring kind of act, another town of the country."""
    assert LEAST <= alike(**other) < SURE


def test_the_next_day_may_be_the_same() -> None:
    """A day is often that of the news; three days are too many."""
    assert alike(start=DAY + 1, end=DAY + 1) >= SURE
    assert alike(start=DAY + 3, end=DAY + 3) == 0


def test_who_acts_for_whom_counts_on_its_day() -> None:
    """The government is the state while it governs it, and not before."""
    mine = Act("a", frozenset({Root.CONSULT}), ("front", "belmark"), (), DAY, DAY)
    theirs = replace(mine, actors=("ardova", "belmark"))
    before = stands_by(Affiliations.of([replace(GOVERNS, start="2999-01-01")]))
    assert likeness(mine, theirs, STANDS) > likeness(mine, theirs, before)


def test_who_did_it_to_whom_is_not_the_same_turned_round() -> None:
    """Each side is compared with its own."""
    assert alike(actors=("belmark",), recipients=("reeds",)) == 0


def test_a_reciprocal_act_is_compared_as_one_side() -> None:
    """One source's two parties are another's actor and recipient."""
    assert alike(actors=("belmark", "reeds"), recipients=()) == pytest.approx(1)
