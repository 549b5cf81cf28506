"""What is between two: whose it is, wherever they are told, and of what quality."""

from __future__ import annotations

import pytest
from tests.reading.coding.test_tie_deeds import B, R, told

from parley.terms.enums import Relation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruritania and Borduria have had frosty relations for years.", (R, B, Relation.HOSTILE, -1)),
        ("Deep mistrust divides Ruritania and Borduria.", (R, B, Relation.WARY, -1)),
        ("There is little trust between Ruritania and Borduria.", (R, B, Relation.WARY, -1)),
        ("Ruritania has long been roiled by tense relations with Borduria.", (R, B, Relation.HOSTILE, -1)),
        ("Relations between Ruritania and Borduria have hit a new low.", (R, B, Relation.HOSTILE, -1)),
        ("Relations between Ruritania and Borduria were never warm.", (R, B, Relation.HOSTILE, -1)),
        ("Ruritania's stand-off with Borduria goes on.", (R, B, Relation.HOSTILE, -1)),
        ("Ruritania has no diplomatic relations with Borduria.", (R, B, Relation.HOSTILE, -1)),
    ],
)
def test_between_whom_and_how(text: str, expected: tuple[object, ...]) -> None:
    """Each of these tells one bond, with its sign."""
    assert told(text) == (expected,)


def test_bare_relations_are_neither() -> None:
    """Relations of which nothing is told are no tie."""
    assert told("Ruritania spoke about its relations with Borduria.") == ()
