"""Values from JSON: what is wrong is told with its kind, its field and its line."""

from __future__ import annotations

from typing import Any

import pytest

from parley.terms.actor import Actor
from parley.terms.bodies import Tie
from parley.terms.enums import ActorType, Relation
from parley.terms.wire import WireError, from_lines, from_object, to_object, to_plain

ACTOR = to_object(Actor("ardova", "Ardova", ActorType.STATE))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": "king"}, "kind 'king' is none of contract, report, actor"),
        ({"kind": None}, "kind None is none of"),
        ({"name": 7}, "actor.name: str was expected, not 7"),
        ({"name": None}, "actor.name: str was expected, not None"),
        ({"type": "realm"}, "actor.type: 'realm' is none of state, government"),
        ({"aliases": "Ard"}, "actor.aliases: a list was expected, not 'Ard'"),
        ({"aliases": ["Ard", 1]}, r"actor.aliases\[1\]: str was expected, not 1"),
    ],
)
def test_what_breaks_the_contract_is_named(change: dict[str, Any], said: str) -> None:
    """Kind, field, place in a list, and what was expected."""
    with pytest.raises(WireError, match=said):
        from_object({**ACTOR, **change})


def test_true_is_no_number() -> None:
    """JSON's true is not taken for 1, nor a number for a truth."""
    decision = {
        "kind": "decision", "seq": True, "target": "s", "action": "accept", "field": None, "old": None, "new": None,
        "by": "a", "at": "t", "why": None, "undoes": None, "coder": None, "round": None,
    }  # fmt: skip
    with pytest.raises(WireError, match=r"decision\.seq: int was expected, not True"):
        from_object(decision)


def test_lines_name_their_number() -> None:
    """A broken line is told by its number, blank ones counted."""
    with pytest.raises(WireError, match="line 3: "):
        list(from_lines(["", " ", "{"]))


def test_from_is_written_without_its_underscore() -> None:
    """A Python keyword is a plain word on the wire."""
    assert "from" in to_plain(Tie(("a",), ("b",), Relation.ALLIED, 1))
