"""Parley's own check of a line says what the JSON Schema says, and names the field."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.terms.test_schema import NAMES, validator

from parley.terms.checking import check
from parley.terms.wire import WireError, to_line

LARGE = [HealthCheck.too_slow, HealthCheck.data_too_large]
ODD = st.sampled_from([None, True, 0, 7, -1, 1.5, 2.0, "", "x", [], ["x"], [1], {}, {"a": 1}])


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every place in an object that can be changed: its holder and key."""
    inner: list[tuple[Any, Any]] = []
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in pairs:
        inner += [(value, key), *_places(part)]
    return inner


def kept(plain: dict[str, Any]) -> bool:
    """Whether an object passes."""
    try:
        check(plain)
    except WireError:
        return False
    return True


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=25, suppress_health_check=LARGE)
@given(data=st.data())
def test_it_agrees_with_the_schema(name: str, data: st.DataObject) -> None:
    """What is written passes; changed anywhere, it passes where the schema accepts it and nowhere else."""
    plain = json.loads(to_line(data.draw(NAMES[name])))
    check(plain)
    spoilt = copy.deepcopy(plain)
    holder, key = data.draw(st.sampled_from([(h, k) for h, k in _places(spoilt) if k not in ("kind", "form")]))
    match data.draw(st.sampled_from(["change", "drop", "add"])):
        case "change":
            holder[key] = data.draw(ODD)
        case "drop":
            del holder[key]
        case _ if isinstance(holder, dict):
            holder["more"] = 1
    whole = _as_integers(spoilt)
    if whole:
        assert kept(spoilt) is validator(name).is_valid(spoilt)


def _as_integers(value: Any) -> bool:
    """Whether no float stands for a whole number: JSON Schema takes 2.0 for one, and Python's readers do not."""
    return not any(isinstance(h[k], float) and h[k].is_integer() for h, k in _places(value))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"kind": "nothing"}', "kind 'nothing' is none of"),
        ('{"kind": "statement", "form": "talk"}', "'talk' is no form of a statement"),
        ('{"kind": "redirect", "name": "a"}', "redirect.report: the field is missing"),
        ('{"kind": "redirect", "name": "a", "report": 7}', "redirect.report: a string was expected, not 7"),
        ('{"kind": "redirect", "name": "a", "report": "b", "x": 1}', "redirect.x: the contract has no such field"),
        ('{"kind": "merge-proposal", "id": "m", "targets": ["a", 1]}', r"merge-proposal.targets\[1\]: a string was"),
    ],
)
def test_the_field_is_named(line: str, said: str) -> None:
    """With what was expected there."""
    with pytest.raises(WireError, match=said):
        check(json.loads(line))


def test_fields_of_a_later_version_are_passed_over_where_asked() -> None:
    """Those that are there are still checked."""
    check({"kind": "redirect", "name": "a", "report": "b", "x": 1}, lenient=True)
    with pytest.raises(WireError, match=r"redirect\.name"):
        check({"kind": "redirect", "name": 1, "report": "b", "x": 1}, lenient=True)
