"""Values to and from the JSON objects of the contract: one object a line, `kind` first.

A value's fields are the object's fields, with two exceptions: the body of a proposal or statement
stands flat among the fields around it, and `from_` is written `from`.
"""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Hashable, Iterable, Iterator, Mapping
from enum import Enum
from functools import cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from parley.terms.actor import Actor
from parley.terms.bodies import BODIES
from parley.terms.enums import Form
from parley.terms.layers import ActorMention, Attribution, DateMention, PlaceMention, Predicate
from parley.terms.log import Assignment, Decision, Forecast, MergeProposal, Rating, Snapshot
from parley.terms.report import Report
from parley.terms.slice import Contract
from parley.terms.statement import Proposal, Statement, Talk

KINDS: dict[str, type[Any]] = {
    "contract": Contract,
    "report": Report,
    "actor": Actor,
    "proposal": Proposal,
    "statement": Statement,
    "talk": Talk,
    "decision": Decision,
    "rating": Rating,
    "forecast": Forecast,
    "snapshot": Snapshot,
    "merge-proposal": MergeProposal,
    "assignment": Assignment,
    "predicate": Predicate,
    "attribution": Attribution,
    "mention": ActorMention,
    "date": DateMention,
    "place": PlaceMention,
}
KIND_OF: dict[type[Any], str] = {t: k for k, t in KINDS.items()}
WIRE_NAME = {"from_": "from"}


class WireError(ValueError):
    """An object that breaks the contract: says which kind, which field, and why."""


@cache
def _hints(cls: Any) -> dict[str, Any]:
    resolved = get_type_hints(cls)
    return {f.name: resolved[f.name] for f in dataclasses.fields(cls)}


def hints(cls: type[Any]) -> dict[str, Any]:
    """The resolved types of a value's fields."""
    return _hints(cast(Hashable, cls))


def to_plain(value: Any) -> Any:
    """A value as JSON-ready objects, lists and scalars."""
    if isinstance(value, Enum):
        return value.value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        out: dict[str, Any] = {}
        for f in dataclasses.fields(value):
            plain = to_plain(getattr(value, f.name))
            if f.name == "body":
                out.update(plain)
            else:
                out[WIRE_NAME.get(f.name, f.name)] = plain
        return out
    if isinstance(value, (tuple, list)):
        return [to_plain(v) for v in value]
    return value


def to_object(value: Any) -> dict[str, Any]:
    """A value as one object of the contract, `kind` first."""
    return {"kind": KIND_OF[type(value)], **to_plain(value)}


def to_line(value: Any) -> str:
    """A value as one line of JSON Lines, without the line's end."""
    return json.dumps(to_object(value), ensure_ascii=False)


def _build(cls: type[Any], obj: Mapping[str, Any], where: str) -> Any:
    made: dict[str, Any] = {}
    for name, hint in hints(cls).items():
        wire = WIRE_NAME.get(name, name)
        if name == "body":
            made[name] = _build(BODIES[Form(obj["form"])], obj, where)
        elif wire in obj:
            made[name] = from_plain(hint, obj[wire], f"{where}.{wire}")
        else:
            raise WireError(f"{where}: the field {wire!r} is missing")
    return cls(**made)


def from_plain(hint: Any, plain: Any, where: str) -> Any:
    """A value of the hinted type from its JSON form. Raises WireError naming the field."""
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        if plain is None:
            return None
        return from_plain(next(a for a in args if a is not type(None)), plain, where)
    if origin is tuple:
        return _tuple(args, plain, where)
    if isinstance(hint, type) and issubclass(hint, Enum):
        try:
            return hint(plain)
        except ValueError:
            raise WireError(f"{where}: {plain!r} is none of {', '.join(m.value for m in hint)}") from None
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        if not isinstance(plain, Mapping):
            raise WireError(f"{where}: an object was expected, not {plain!r}")
        return _build(hint, plain, where)
    return _scalar(hint, plain, where)


def _tuple(args: tuple[Any, ...], plain: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(plain, (list, tuple)):
        raise WireError(f"{where}: a list was expected, not {plain!r}")
    inner = args if args[-1] is not Ellipsis else (args[0],) * len(plain)
    return tuple(from_plain(h, p, f"{where}[{i}]") for i, (h, p) in enumerate(zip(inner, plain, strict=True)))


def _scalar(hint: Any, plain: Any, where: str) -> Any:
    if hint is float and isinstance(plain, int) and not isinstance(plain, bool):
        return float(plain)
    if hint in (str, int, float, bool) and (not isinstance(plain, hint) or (hint is int and isinstance(plain, bool))):
        raise WireError(f"{where}: {hint.__name__} was expected, not {plain!r}")
    return plain


def from_object(obj: Mapping[str, Any]) -> Any:
    """A value from one object of the contract. Raises WireError."""
    kind = obj.get("kind")
    if kind not in KINDS:
        raise WireError(f"kind {kind!r} is none of {', '.join(KINDS)}")
    return _build(KINDS[str(kind)], obj, str(kind))


def from_lines(lines: Iterable[str]) -> Iterator[Any]:
    """Values from JSON Lines; blank lines are passed over. Raises WireError naming the line."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield from_object(json.loads(line))
        except (ValueError, KeyError) as e:
            raise WireError(f"line {number}: {e}") from e
