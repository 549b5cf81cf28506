"""The JSON Schema and the typed values say the same: what is written validates, what lacks a field is refused."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from tests.strategies import of_form, values

from parley.terms.enums import Form
from parley.terms.schema import PATH, dump
from parley.terms.statement import Proposal, Statement
from parley.terms.wire import KINDS, WireError, from_lines, from_object, to_line, to_object

FORMS = [(Proposal, form) for form in Form] + [(Statement, form) for form in Form if form is not Form.TALK]
NAMES: dict[str, st.SearchStrategy[Any]] = {
    **{kind: values(cls) for kind, cls in KINDS.items() if cls not in (Proposal, Statement)},
    **{f"{cls.__name__.lower()}-{form}": of_form(cls, form) for cls, form in FORMS},
}
LARGE = [HealthCheck.too_slow, HealthCheck.data_too_large]


@cache
def shipped() -> dict[str, Any]:
    """The schema as it is shipped."""
    found: dict[str, Any] = json.loads(PATH.read_text(encoding="utf-8"))
    return found


@cache
def validator(name: str) -> Draft202012Validator:
    """A validator for lines of one kind and form."""
    return Draft202012Validator({**shipped(), "oneOf": [{"$ref": f"#/$defs/{name}"}]})


def test_the_shipped_file_is_made_from_the_values() -> None:
    """Whoever changes a value writes the schema anew: `python -m parley.terms.schema`."""
    assert PATH.read_text(encoding="utf-8") == dump()


def test_it_is_a_schema_of_2020_12() -> None:
    """By its own meta-schema; every kind of line, and every form of statement, has its part."""
    Draft202012Validator.check_schema(shipped())
    assert shipped()["$schema"].endswith("2020-12/schema")
    assert set(shipped()["$defs"]) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=12, suppress_health_check=LARGE)
@given(data=st.data())
def test_every_value_written_validates_and_comes_back(name: str, data: st.DataObject) -> None:
    """`kind` first; the line keeps the schema of its kind and form, and reads as the value that was written."""
    value = data.draw(NAMES[name])
    plain = json.loads(to_line(value))
    assert next(iter(plain)) == "kind"
    validator(name).validate(plain)
    assert from_object(plain) == value
    assert list(from_lines(["", to_line(value)])) == [value]


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=2, suppress_health_check=LARGE)
@given(data=st.data())
def test_a_line_without_any_one_of_its_fields_is_refused(name: str, data: st.DataObject) -> None:
    """By the schema and by the reader, which names the field; so is one with a field too many, by the schema."""
    plain = to_object(data.draw(NAMES[name]))
    for field in plain:
        less = {k: v for k, v in plain.items() if k != field}
        assert not validator(name).is_valid(less), field
        with pytest.raises(WireError, match=field):
            from_object(less)
    assert not validator(name).is_valid({**plain, "mood": "good"})


@settings(deadline=None, max_examples=3, suppress_health_check=LARGE)
@given(st.sampled_from(sorted(NAMES)), st.data())
def test_a_line_is_of_one_kind_only(name: str, data: st.DataObject) -> None:
    """The whole schema, not only its part, takes it."""
    Draft202012Validator(shipped()).validate(to_object(data.draw(NAMES[name])))


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("statement-event", "reality", "perhaps"),
        ("statement-event", "status", "true"),
        ("statement-event", "fact", "yes"),
        ("statement-event", "type", "WAR"),
        ("statement-event", "actors", "ardova"),
        ("statement-event", "confidence", 1.5),
        ("statement-tie", "sign", 2),
        ("statement-tie", "relation", "enemy"),
        ("statement-position", "stance", "maybe"),
        ("statement-role", "tenure", None),
        ("statement-judgement", "about", "the talks"),
        ("talk", "outcome", "fine"),
        ("talk", "round", "two"),
        ("proposal-event", "head", {"start": 1}),
        ("proposal-event", "trace", [{"stage": "events"}]),
        ("report", "sha256", "no hash"),
        ("report", "state", "seen"),
        ("decision", "action", "shrug"),
    ],
)
@settings(deadline=None, max_examples=1)
@given(data=st.data())
def test_what_is_not_in_the_vocabulary_is_refused(name: str, field: str, value: object, data: st.DataObject) -> None:
    """Enums are closed, numbers have bounds, lists are lists."""
    assert not validator(name).is_valid({**to_object(data.draw(NAMES[name])), field: value})
