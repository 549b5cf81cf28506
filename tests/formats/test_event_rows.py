"""One row an event."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parley.formats.event_rows import counted
from parley.terms.enums import HarmKind
from parley.terms.values import Harm

Told = Sequence[tuple[int | None, int | None, str | None]]


@pytest.mark.parametrize(
    ("told", "low", "high"),
    [
        ([(5, 5, None)], 5, 5),
        ([(3, 3, "ardova"), (4, 6, "belmark")], 7, 9),
        ([(3, 3, "ardova"), (12, 12, None)], 12, 12),
        ([(3, 3, "ardova"), (2, 2, "ardova")], 3, 3),
        ([(20, None, None)], 20, None),
        ([(20, None, "ardova"), (1, 1, "belmark")], 21, None),
        ([(None, None, None)], None, None),
    ],
)
def test_numbers_of_sides_are_added_and_the_whole_is_not(told: Told, low: int | None, high: int | None) -> None:
    """What is told of one side twice counts once; without an upper bound for a part there is none for the whole."""
    harm = [Harm(HarmKind.KILLED, a, b, "", side) for a, b, side in told]
    assert counted(harm) == {HarmKind.KILLED: (low, high)}
    assert counted(reversed(harm)) == counted(harm)


def test_kinds_of_harm_are_kept_apart() -> None:
    """The injured are not among the killed."""
    harm = [Harm(HarmKind.KILLED, 1, 1, ""), Harm(HarmKind.INJURED, 9, 9, "")]
    assert counted(harm) == {HarmKind.KILLED: (1, 1), HarmKind.INJURED: (9, 9)}
