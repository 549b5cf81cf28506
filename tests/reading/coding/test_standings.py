"""What one is to another: wherever the noun stands, and by whoever's account."""

from __future__ import annotations

import pytest
from tests.reading.coding.test_tie_deeds import B, R, S, told

from parley.terms.enums import Relation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruritania and its rival Borduria met in Klow.", (B, R, Relation.RIVAL, -1)),
        ("Ruritania's Bordurian allies sent troops.", (B, R, Relation.ALLIED, 1)),
        ("Borduria is one of Ruritania's closest allies.", (B, R, Relation.ALLIED, 1)),
        ("Borduria acts as Ruritania's proxy in the valley.", (R, B, Relation.PATRON_OF, 1)),
        ("Ruritania has found an ally in Borduria.", (B, R, Relation.ALLIED, 1)),
        ("Ruritania and Borduria, sworn enemies, signed a truce.", (R, B, Relation.HOSTILE, -1)),
        ("Ruritania and Borduria are sworn enemies.", (R, B, Relation.HOSTILE, -1)),
        ("Ruritania regards Borduria as an enemy.", (R, B, Relation.HOSTILE, -1)),
        ("Ruritania calls the Bordurians terrorists.", (R, B, Relation.HOSTILE, -1)),
        ("Borduria is the brother of Ruritania.", (B, R, Relation.FRIENDLY, 1)),
    ],
)
def test_who_is_what_to_whom(text: str, expected: tuple[object, ...]) -> None:
    """Each of these tells one tie, the right way round."""
    assert told(text) == (expected,)


def test_a_side_taken_is_no_owner() -> None:
    """The pro-Ruritanian province of Syldavia is Syldavia's."""
    ties = told("Borduria is a pro-Ruritanian province of Syldavia.")
    assert (B, S, Relation.PART_OF, 0) in ties
    assert (B, R, Relation.PART_OF, 0) not in ties
