"""The fields of the contract's values, and code that is written out for each class of them.

Going through the fields of every value anew costs more than all else that is done with it; so what turns values to JSON
and back is written out once for each class, field after field, as `dataclasses` itself does.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Hashable, Mapping, Sequence
from enum import Enum
from functools import cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

WIRE_NAME = {"from_": "from"}
BODY = "body"
"""The field whose own fields stand flat among those around it."""
BARE: frozenset[Any] = frozenset({str, int, float, bool})
"""The types whose values are JSON as they stand."""
Convert = Callable[[Any], Any]


@cache
def _hints(cls: Any) -> dict[str, Any]:
    resolved = get_type_hints(cls)
    return {f.name: resolved[f.name] for f in dataclasses.fields(cls)}


def hints(cls: type[Any]) -> dict[str, Any]:
    """The resolved types of a value's fields."""
    return _hints(cast(Hashable, cls))


def named(cls: type[Any]) -> list[tuple[str, str, Any]]:
    """The fields of a class but for its body: name, name on the wire, type."""
    return [(n, WIRE_NAME.get(n, n), h) for n, h in hints(cls).items() if n != BODY]


def or_none(hint: Any) -> tuple[Any, bool]:
    """A type without None, and whether None may stand for it; of several types the first."""
    if get_origin(hint) in (Union, types.UnionType):
        kinds = get_args(hint)
        return next(k for k in kinds if k is not type(None)), type(None) in kinds
    return hint, False


def is_enum(hint: Any) -> bool:
    """Whether a type is a closed vocabulary."""
    return isinstance(hint, type) and issubclass(hint, Enum)


def is_value(hint: Any) -> bool:
    """Whether a type is one of the contract's values, with fields of its own."""
    return isinstance(hint, type) and dataclasses.is_dataclass(hint)


def item_of(hint: Any) -> Any:
    """Of a tuple of any length, the type of its items; None for all other types."""
    items = get_args(hint)
    return items[0] if get_origin(hint) is tuple and len(items) == 2 and items[1] is Ellipsis else None


def written_out(name: str, lines: Sequence[str], given: Mapping[str, object]) -> Convert:
    """The function of one argument that these lines define; `given` are the names that they use.

    The lines are made of nothing but the names of a class's fields: no text that came from outside is ever in them.
    """
    room = dict(given)
    exec(compile("\n".join(lines), f"<{name}>", "exec"), room)
    return cast(Convert, room["convert"])
