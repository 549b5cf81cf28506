"""Values from JSON: what is wrong is told with its kind, its field and its line."""

from __future__ import annotations

from typing import Any

import pytest
from tests.joining.builder import proposal

from parley.terms.actor import Actor
from parley.terms.bodies import Event, Tie
from parley.terms.enums import ActorType, DateBasis, Form, Relation, Root
from parley.terms.log import Snapshot
from parley.terms.values import Date
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


def test_a_statement_is_no_talk() -> None:
    """A talk has a kind of its own; what is wrong deep inside is named by its whole path."""
    event = to_object(proposal(Event(Root.ASSAULT, actors=("a",)), date=Date("2031", "2031", "2031", DateBasis.STATED)))
    assert from_object(event).body == Event(Root.ASSAULT, actors=("a",))
    statement = {**event, "kind": "statement", "mentions": [], "status": "reported", "fact": True, "decision": None}
    statement["variants"] = {"date": [], "places": [], "harm": []}
    assert from_object(statement).form is Form.EVENT
    for change, said in (
        ({"form": "talk"}, "statement: the form 'talk' is none of event, tie"),
        ({"form": "war"}, "statement.form: 'war' is none of"),
        ({"date": "2031"}, "statement.date: an object was expected, not '2031'"),
        ({"date": {"start": None}}, "statement.date: the field 'end' is missing"),
        ({"harm": [{"kind": "hurt"}]}, r"statement.harm\[0\].kind: 'hurt' is none of killed"),
    ):
        with pytest.raises(WireError, match=said):
            from_object({**statement, **change})
    with pytest.raises(WireError, match=r"proposal\.head: a span runs forward from 0, not from 7 to 3"):
        from_object({**event, "head": {"start": 7, "end": 3}})


def test_a_pair_is_two() -> None:
    """A snapshot's counts are pairs of a name and a number."""
    snapshot = to_object(Snapshot("s", "t", "r", "0" * 64, (("reports", 2),)))
    assert from_object(snapshot).counts == (("reports", 2),)
    with pytest.raises(WireError, match=r"snapshot.counts\[0\]: a list of 2 was expected"):
        from_object({**snapshot, "counts": [["reports"]]})
