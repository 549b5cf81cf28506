"""Values to and from the JSON objects of the contract: one object a line, `kind` first.

A value's fields are the object's fields, with two exceptions: the body of a proposal or statement
stands flat among the fields around it, and `from_` is written `from`.
"""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from enum import Enum
from functools import cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from parley.terms.actor import Actor
from parley.terms.kept import Counts, Kept, Original, Redirect, Telling
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
    "original": Original,
    "redirect": Redirect,
    "telling": Telling,
    "reading": Kept,
    "counts": Counts,
    "predicate": Predicate,
    "attribution": Attribution,
    "mention": ActorMention,
    "date": DateMention,
    "place": PlaceMention,
}
KIND_OF: dict[type[Any], str] = {t: k for k, t in KINDS.items()}
encoded = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
"""One encoder for all lines: making one for each would cost more than a short line does."""
WIRE_NAME = {"from_": "from"}
Convert = Callable[[Any], Any]
_Field = tuple[str, str, Convert, frozenset[type[Any]]]


class WireError(ValueError):
    """An object that breaks the contract: says which kind, which field, and why."""


@cache
def _hints(cls: Any) -> dict[str, Any]:
    resolved = get_type_hints(cls)
    return {f.name: resolved[f.name] for f in dataclasses.fields(cls)}


def hints(cls: type[Any]) -> dict[str, Any]:
    """The resolved types of a value's fields."""
    return _hints(cast(Hashable, cls))


@cache
def _wire_names(cls: Any) -> tuple[tuple[str, str], ...]:
    return tuple((f.name, WIRE_NAME.get(f.name, f.name)) for f in dataclasses.fields(cls))


def to_plain(value: Any) -> Any:
    """A value as JSON-ready objects, lists and scalars."""
    return _plainer(cast(Hashable, type(value)))(value)


@cache
def _plainer(kind: Any) -> Convert:
    """How values of a type become plain: worked out once for each type."""
    if issubclass(kind, Enum):
        known = {m: m.value for m in kind}
        return known.__getitem__
    if issubclass(kind, (tuple, list)):
        return lambda value: [to_plain(v) for v in value]
    if not dataclasses.is_dataclass(kind):
        return lambda value: value
    return _plainer_of_fields(_wire_names(cast(Hashable, kind)))


def _plainer_of_fields(fields: tuple[tuple[str, str], ...]) -> Convert:
    """The same for a value with fields; they are fetched one by one, for a loop costs less than a call for each."""

    def convert(value: Any) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for name, wire in fields:
            inner = getattr(value, name)
            kind = type(inner)
            if kind in _BARE:
                out[wire] = inner
            elif kind is tuple:
                out[wire] = [to_plain(v) for v in inner] if inner else []
            elif name == "body":
                out.update(to_plain(inner))
            else:
                out[wire] = to_plain(inner)
        return out

    return convert


_BARE = frozenset({str, int, float, bool, type(None)})


def to_object(value: Any) -> dict[str, Any]:
    """A value as one object of the contract, `kind` first."""
    return {"kind": KIND_OF[type(value)], **to_plain(value)}


def to_line(value: Any) -> str:
    """A value as one line of JSON Lines, without the line's end."""
    return encoded(to_object(value))


class _AmissError(Exception):
    """What is wrong deep inside an object; on its way out it gathers where."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what
        self.path = ""


def from_plain(hint: Any, plain: Any, where: str) -> Any:
    """A value of the hinted type from its JSON form. Raises WireError naming the field."""
    try:
        return _converter(hint)(plain)
    except _AmissError as e:
        raise WireError(f"{where}{e.path}: {e.what}") from None


@cache
def _converter(hint: Any) -> Convert:
    """How a type's JSON form becomes a value: worked out once for each type."""
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        inner = _converter(next(a for a in args if a is not type(None)))
        return lambda plain: None if plain is None else inner(plain)
    if origin is tuple:
        return _listed(args)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _enumerated(hint)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return _built(hint)
    return lambda plain: plain if type(plain) is hint else _scalar(hint, plain)


def _listed(args: tuple[Any, ...]) -> Convert:
    each = [_converter(a) for a in args if a is not Ellipsis]

    def convert(plain: Any) -> tuple[Any, ...]:
        if not isinstance(plain, (list, tuple)):
            raise _AmissError(f"a list was expected, not {plain!r}")
        if args[-1] is not Ellipsis and len(plain) != len(each):
            raise _AmissError(f"a list of {len(each)} was expected, not {plain!r}")
        if not plain:
            return ()
        inner = each * len(plain) if args[-1] is Ellipsis else each
        made: list[Any] = []
        try:
            for one, p in zip(inner, plain, strict=True):
                made.append(one(p))
        except _AmissError as e:
            e.path = f"[{len(made)}]{e.path}"
            raise
        return tuple(made)

    return convert


def _enumerated(kind: type[Enum]) -> Convert:
    known = {m.value: m for m in kind}

    def convert(plain: Any) -> Enum:
        found = known.get(plain) if isinstance(plain, str) else None
        if found is None:
            raise _AmissError(f"{plain!r} is none of {', '.join(known)}")
        return found

    return convert


def _built(cls: type[Any]) -> Convert:
    """A value from its object; the body's fields stand flat among its own, by the form."""
    fields = [(n, WIRE_NAME.get(n, n), _converter(h), _plain_kinds(h)) for n, h in hints(cls).items() if n != "body"]
    bodies = {b.FORM.value: _converter(b) for b in get_args(hints(cls).get("body"))}

    def convert(plain: Any) -> Any:
        if not isinstance(plain, Mapping):
            raise _AmissError(f"an object was expected, not {plain!r}")
        made = _fields(plain, fields)
        if bodies:
            made["body"] = _body(plain, bodies)
        try:
            return cls(**made)
        except ValueError as e:
            raise _AmissError(str(e)) from e

    return convert


def _plain_kinds(hint: Any) -> frozenset[type[Any]]:
    """The types of JSON values that are a field's value as they stand, so that nothing need be called for them."""
    if get_origin(hint) in (Union, types.UnionType):
        kinds = [_plain_kinds(a) for a in get_args(hint) if a is not type(None)]
        return frozenset({type(None)}).union(*kinds[:1])
    return frozenset({hint}) if hint in (str, int, float, bool) else frozenset()


def _fields(plain: Mapping[str, Any], fields: list[_Field]) -> dict[str, Any]:
    """The fields that an object holds, by name; one `try` for all of them, for most objects are as they should be."""
    made: dict[str, Any] = {}
    wire = ""
    try:
        for name, wire, inner, bare in fields:
            value = plain[wire]
            made[name] = value if type(value) in bare else inner(value)
    except _AmissError as e:
        e.path = f".{wire}{e.path}"
        raise
    except KeyError as e:
        if wire in plain:
            raise
        raise _AmissError(f"the field {wire!r} is missing") from e
    return made


def _body(plain: Mapping[str, Any], bodies: Mapping[str, Convert]) -> Any:
    if plain["form"] not in bodies:
        raise _AmissError(f"the form {plain['form']!r} is none of {', '.join(bodies)}")
    return bodies[plain["form"]](plain)


def _scalar(hint: Any, plain: Any) -> Any:
    if hint is float and isinstance(plain, int) and not isinstance(plain, bool):
        return float(plain)
    if hint in (str, int, float, bool) and (not isinstance(plain, hint) or (hint is int and isinstance(plain, bool))):
        raise _AmissError(f"{hint.__name__} was expected, not {plain!r}")
    return plain


def from_object(obj: Mapping[str, Any]) -> Any:
    """A value from one object of the contract. Raises WireError."""
    kind = obj.get("kind")
    if kind not in KINDS:
        raise WireError(f"kind {kind!r} is none of {', '.join(KINDS)}")
    return from_plain(KINDS[str(kind)], obj, str(kind))


def from_lines(lines: Iterable[str]) -> Iterator[Any]:
    """Values from JSON Lines; blank lines are passed over. Raises WireError naming the line."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield from_object(json.loads(line))
        except (ValueError, KeyError) as e:
            raise WireError(f"line {number}: {e}") from e
