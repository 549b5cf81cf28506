"""Values from JSON by code that is written out for each class: nothing is changed by it, and what is amiss is named."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import values

from parley.terms.affiliation import Affiliation
from parley.terms.wire import KINDS, WireError, from_object, from_plain, to_line, to_object, to_plain

Path = tuple[str | int, ...]
ANY = st.sampled_from(sorted(KINDS)).flatmap(lambda kind: values(KINDS[kind]))
_FREE = frozenset({"kind", "old", "new"})
"""What may be anything, or is looked at before all else."""


def places(plain: Any, at: Path = ()) -> Iterator[Path]:
    """Where something stands in an object, at any depth."""
    items = plain.items() if isinstance(plain, dict) else enumerate(plain) if isinstance(plain, list) else ()
    for key, inner in items:
        if key not in _FREE:
            yield (*at, key)
            yield from places(inner, (*at, key))


def said(at: Path) -> str:
    """A place in the words of an error."""
    return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in at)


def holder(plain: Any, at: Path) -> Any:
    """What holds the thing that stands there."""
    for key in at[:-1]:
        plain = plain[key]
    return plain


@given(ANY)
def test_what_was_written_is_read_again(value: Any) -> None:
    """Of every kind, with every field, to the letter and to the type."""
    assert repr(from_object(to_object(value))) == repr(value)
    assert from_object(json.loads(to_line(value))) == value


@given(values(Affiliation))
def test_what_has_no_line_is_read_again_too(value: Affiliation) -> None:
    """Values that only stand inside others are made by the same code."""
    assert from_plain(Affiliation, to_plain(value), "affiliation") == value


@given(ANY, st.data())
def test_what_is_of_a_wrong_kind_is_named_by_its_path(value: Any, data: st.DataObject) -> None:
    """Whatever stands where something else was expected, the error names kind and place."""
    plain = to_object(value)
    at = data.draw(st.sampled_from(list(places(plain))))
    broken = copy.deepcopy(plain)
    there = holder(broken, at)
    there[at[-1]] = 7 if isinstance(there[at[-1]], dict | list) else {"no": "such"}
    with pytest.raises(WireError) as error:
        from_object(broken)
    assert str(error.value).startswith(f"{plain['kind']}{said(at)}: ")


@given(ANY, st.data())
def test_what_is_missing_is_named(value: Any, data: st.DataObject) -> None:
    """A field that is not there is told with what it is missing from."""
    plain = to_object(value)
    at = data.draw(st.sampled_from([p for p in places(plain) if isinstance(p[-1], str)]))
    broken = copy.deepcopy(plain)
    del holder(broken, at)[at[-1]]
    with pytest.raises(WireError) as error:
        from_object(broken)
    assert str(error.value) == f"{plain['kind']}{said(at[:-1])}: the field {at[-1]!r} is missing"


@given(ANY)
def test_whole_numbers_stand_for_numbers(value: Any) -> None:
    """A float that was written without a point is a float again."""
    if hasattr(value, "confidence"):
        read = from_object({**to_object(value), "confidence": 1})
        assert type(read.confidence) is float
