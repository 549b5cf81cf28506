"""Whether an object keeps the contract's schema, told by the field that does not.

`record.schema.json` is worked out once into plain functions, for the few words of JSON Schema that it uses; a word that
it does not know is refused when the schema is read, never passed over.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from parley.terms.schema import PATH
from parley.terms.wire import KINDS, WireError

Fault = tuple[str, str]
"""Where in the object, and what is wrong there."""
Check = Callable[[Any], Fault | None]
_TYPES: Mapping[str, tuple[type[Any], ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


def check(plain: Mapping[str, Any], lenient: bool = False) -> None:
    """Refuse an object that breaks the schema of its kind and form. Raises WireError naming the field.

    With `lenient`, fields that the schema does not know are passed over: those of a later minor version.
    """
    name = _name(plain)
    fault = _checks(lenient)[name](plain)
    if fault is not None:
        raise WireError(f"{plain['kind']}{fault[0]}: {fault[1]}")


def _name(plain: Mapping[str, Any]) -> str:
    """The name under which the schema holds an object's kind and form."""
    kind = plain.get("kind")
    if kind not in KINDS:
        raise WireError(f"kind {kind!r} is none of {', '.join(KINDS)}")
    if kind not in ("proposal", "statement"):
        return str(kind)
    name = f"{kind}-{plain.get('form')}"
    if name not in _checks(False):
        raise WireError(f"{kind}.form: {plain.get('form')!r} is no form of a {kind}")
    return name


@cache
def _checks(lenient: bool) -> dict[str, Check]:
    schema = json.loads(PATH.read_text(encoding="utf-8"))
    return {name: _check_of(part, lenient) for name, part in schema["$defs"].items()}


def _check_of(schema: Mapping[str, Any], lenient: bool) -> Check:
    match schema:
        case {"const": wanted}:
            return lambda v: None if v == wanted else ("", f"{wanted!r} was expected, not {_short(v)}")
        case {"enum": list() as known}:
            return _one_of(known)
        case {"anyOf": [inner, {"type": "null"}]}:
            return _or_null(_check_of(inner, lenient))
        case {"type": "object"}:
            return _object(schema, lenient)
        case {"type": "array"}:
            return _array(schema, lenient)
        case {"type": str() as kind}:
            return _scalar(_TYPES[kind], schema)
        case {} if not schema:
            return lambda _: None
    raise ValueError(f"the schema says what is not understood here: {schema}")


def _one_of(known: list[Any]) -> Check:
    hashed = frozenset(known)
    words = ", ".join(map(str, known))

    def one_of(value: Any) -> Fault | None:
        if isinstance(value, str | int) and not isinstance(value, bool) and value in hashed:
            return None
        return "", f"{_short(value)} is none of {words}"

    return one_of


def _or_null(inner: Check) -> Check:
    return lambda value: None if value is None else inner(value)


def _scalar(kinds: tuple[type[Any], ...], schema: Mapping[str, Any]) -> Check:
    least, most = schema.get("minimum"), schema.get("maximum")
    pattern = re.compile(schema["pattern"]) if "pattern" in schema else None
    name = schema["type"]

    def scalar(value: Any) -> Fault | None:
        if type(value) not in kinds:
            return "", f"a {name} was expected, not {_short(value)}"
        if (least is not None and value < least) or (most is not None and value > most):
            return "", f"a number from {least} to {most} was expected, not {value}"
        if pattern is not None and not pattern.search(value):
            return "", f"{_short(value)} is not of the form {pattern.pattern}"
        return None

    return scalar


def _array(schema: Mapping[str, Any], lenient: bool) -> Check:
    each = _check_of(schema["items"], lenient) if "items" in schema else None
    places = [_check_of(s, lenient) for s in schema.get("prefixItems", ())]

    def array(value: Any) -> Fault | None:
        if type(value) is not list:
            return "", f"a list was expected, not {_short(value)}"
        if each is None and len(value) != len(places):
            return "", f"a list of {len(places)} was expected, not {_short(value)}"
        return _first(value, [each] * len(value) if each is not None else places)

    return array


def _first(values: Sequence[Any], checks: Sequence[Check]) -> Fault | None:
    for i, (value, one) in enumerate(zip(values, checks, strict=True)):
        if (fault := one(value)) is not None:
            return f"[{i}]{fault[0]}", fault[1]
    return None


def _object(schema: Mapping[str, Any], lenient: bool) -> Check:
    fields = [(name, _check_of(part, lenient)) for name, part in schema["properties"].items()]
    many = len(fields)
    known = frozenset(name for name, _ in fields)

    def object_(value: Any) -> Fault | None:
        if type(value) is not dict:
            return "", f"an object was expected, not {_short(value)}"
        for name, one in fields:
            if name not in value:
                return f".{name}", "the field is missing"
            if (fault := one(value[name])) is not None:
                return f".{name}{fault[0]}", fault[1]
        if len(value) != many and not lenient:
            return f".{next(k for k in value if k not in known)}", "the contract has no such field"
        return None

    return object_


def _short(value: Any) -> str:
    words = repr(value)
    return words if len(words) <= 60 else f"{words[:57]}…"
