"""How values become JSON-ready objects, lists and scalars: for each class written out, field after field."""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable
from enum import Enum
from functools import cache
from typing import Any, cast

from parley.terms.fields import BARE, BODY, WIRE_NAME, Convert, hints, is_enum, is_value, item_of, or_none, written_out


def to_plain(value: Any) -> Any:
    """A value as JSON-ready objects, lists and scalars."""
    return encoder(cast(Hashable, type(value)))(value)


@cache
def encoder(kind: Any) -> Convert:
    """How values of a type become plain."""
    if issubclass(kind, Enum):
        known = {m: m.value for m in kind}
        return known.__getitem__
    if issubclass(kind, (tuple, list)):
        return lambda value: [to_plain(v) for v in value]
    if not dataclasses.is_dataclass(kind):
        return lambda value: value
    return _of_class(cast(type[Any], kind))


def _of_class(cls: type[Any]) -> Convert:
    given: dict[str, object] = {"to_plain": to_plain}
    fields = []
    for i, (name, hint) in enumerate(hints(cls).items()):
        if name == BODY:
            fields.append("**to_plain(value.body)")
        else:
            fields.append(f"{WIRE_NAME.get(name, name)!r}: {_field(i, name, hint, given)}")
    lines = ["def convert(value):", "    return {", *(f"        {f}," for f in fields), "    }"]
    return written_out(f"to JSON: {cls.__name__}", lines, given)


def _field(i: int, name: str, hint: Any, given: dict[str, object]) -> str:
    """The words for a field's plain value. A member of a vocabulary and its bare word are looked up alike."""
    kind, may_lack = or_none(hint)
    item = item_of(kind)
    if kind in BARE:
        return f"value.{name}"
    if is_enum(kind):
        given[f"k{i}"] = {m: m.value for m in kind}
        return f"k{i}.get(value.{name}, value.{name})"
    if item in BARE and not may_lack:
        return f"[*value.{name}]"
    if item is not None and is_value(item) and not may_lack:
        given[f"e{i}"] = encoder(item)
        return f"[e{i}(x) for x in value.{name}] if value.{name} else []"
    if is_value(kind):
        given[f"e{i}"] = encoder(kind)
        return f"e{i}(value.{name})" if not may_lack else f"None if value.{name} is None else e{i}(value.{name})"
    return f"to_plain(value.{name})"
