"""Verbs whose act is plain whatever their object."""

from __future__ import annotations

import pytest

from parley.reading.english import default
from parley.reading.lexicon.tables import plain_verbs
from parley.terms.bodies import Event
from parley.terms.enums import Root
from parley.terms.ports import Asked
from parley.terms.report import report_of


def told(text: str, word: str) -> list[Root]:
    """The types of the events that a text tells at a word."""
    (reading,) = default().read_all([Asked(report_of(text, id="r"))])
    at = text.index(word)
    return [p.body.type for p in reading.proposals if isinstance(p.body, Event) and p.head.start == at]


@pytest.mark.parametrize(
    ("text", "word", "root"),
    [
        ("Ecuador dismantled the three posts in May.", "dismantled", Root.RETREAT),
        ("Norway rejects any military solution.", "rejects", Root.REJECT),
        ("Norway refused to fly the wounded to Oslo.", "refused", Root.REJECT),
        ("Norway signed away the rights of the fishermen.", "signed", Root.SUPPORT),
        ("Norway undertook to leave the island.", "undertook", Root.AGREE),
    ],
)
def test_an_unusual_object_is_no_other_sense(text: str, word: str, root: Root) -> None:
    """What a state or group does by such a verb is told though nobody listed the object."""
    assert told(text, word) == [root]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Norway rejected these findings.", "rejected"),
        ("Norway undertook a long journey.", "undertook"),
        ("The engine was dismantled in May.", "dismantled"),
        ("Prices rejected every forecast.", "rejected"),
        ("Norway looked at the sea.", "looked"),
    ],
)
def test_what_is_no_act_of_a_side_is_not_told(text: str, word: str) -> None:
    """A denial is a voice only, a verb that needs a clause needs it, and where no side acts nothing is told."""
    assert told(text, word) == []


def test_every_type_is_one_of_plovers() -> None:
    """The table names types that there are."""
    assert {root for root, _ in plain_verbs().values()} <= {r.value for r in Root}
