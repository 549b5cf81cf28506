"""How a type's JSON form becomes a value: worked out once for each type, for classes written out field after field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from typing import Any, get_args, get_origin

from parley.terms.fields import BARE, BODY, Convert, hints, is_enum, is_value, item_of, named, or_none, written_out


class FaultError(Exception):
    """What is wrong deep inside an object; on its way out it gathers where."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what
        self.path = ""


@cache
def decoder(hint: Any) -> Convert:
    """What makes a value of a type from its JSON form, and raises FaultError for what is none."""
    kind, may_lack = or_none(hint)
    if may_lack:
        inner = decoder(kind)
        return lambda plain: None if plain is None else inner(plain)
    if get_origin(kind) is tuple:
        return _listed(get_args(kind))
    if is_enum(kind):
        return _enumerated(kind)
    if is_value(kind):
        return _of_class(kind)
    return lambda plain: plain if type(plain) is kind else _scalar(kind, plain)


def _listed(args: tuple[Any, ...]) -> Convert:
    each = [decoder(a) for a in args if a is not Ellipsis]
    endless, first = args[-1] is Ellipsis, each[0]

    def convert(plain: Any) -> tuple[Any, ...]:
        if endless and type(plain) is list:
            try:
                return tuple([first(p) for p in plain])
            except FaultError:
                pass  # told below, with the place where it stands
        if not isinstance(plain, (list, tuple)):
            raise FaultError(f"a list was expected, not {plain!r}")
        if not endless and len(plain) != len(each):
            raise FaultError(f"a list of {len(each)} was expected, not {plain!r}")
        made: list[Any] = []
        try:
            for one, p in zip(each * len(plain) if endless else each, plain, strict=True):
                made.append(one(p))
        except FaultError as e:
            e.path = f"[{len(made)}]{e.path}"
            raise
        return tuple(made)

    return convert


def _enumerated(kind: type[Enum]) -> Convert:
    known = {m.value: m for m in kind}

    def convert(plain: Any) -> Enum:
        found = known.get(plain) if isinstance(plain, str) else None
        if found is None:
            raise FaultError(f"{plain!r} is none of {', '.join(known)}")
        return found

    return convert


def _scalar(hint: Any, plain: Any) -> Any:
    if hint is float and isinstance(plain, int) and not isinstance(plain, bool):
        return float(plain)
    if hint in BARE and (not isinstance(plain, hint) or (hint is int and isinstance(plain, bool))):
        raise FaultError(f"{hint.__name__} was expected, not {plain!r}")
    return plain


def _of_class(cls: type[Any]) -> Convert:
    """A value from its object; the body's fields stand flat among its own, by the form."""
    given: dict[str, object] = {"cls": cls, "Mapping": Mapping, "FaultError": FaultError}
    taken: list[str] = []
    for i, (_, wire, hint) in enumerate(named(cls)):
        taken += [f"        at = {wire!r}", f"        v{i} = plain[{wire!r}]"]
        taken += [f"        {line}" for line in _field(i, hint, given)]
    bodies = {b.FORM.value: decoder(b) for b in get_args(hints(cls).get(BODY))}
    given["bodies"], given["forms"] = bodies, ", ".join(bodies)
    fields = [f"{name}=v{i}" for i, (name, _, _) in enumerate(named(cls))] + ["body=body"] * bool(bodies)
    lines = [*_BEFORE, *(taken or ["        pass"]), *_AFTER, *(_FLAT if bodies else ())]
    made = [f"        return cls({', '.join(fields)})", "    except ValueError as e:"]
    return written_out(f"from JSON: {cls.__name__}", [*lines, "    try:", *made, _SAID], given)


_BEFORE = (
    "def convert(plain):",
    "    if type(plain) is not dict and not isinstance(plain, Mapping):",
    "        raise FaultError(f'an object was expected, not {plain!r}')",
    "    at = ''",
    "    try:",
)
_AFTER = (
    "    except FaultError as e:",
    "        e.path = f'.{at}{e.path}'",
    "        raise",
    "    except KeyError as e:",
    "        if at in plain:",
    "            raise",
    "        raise FaultError(f'the field {at!r} is missing') from e",
)
_FLAT = (
    "    form = plain['form']",
    "    if form not in bodies:",
    "        raise FaultError(f'the form {form!r} is none of {forms}')",
    "    body = bodies[form](plain)",
)
_SAID = "        raise FaultError(str(e)) from e"


def _field(i: int, hint: Any, given: dict[str, object]) -> Iterator[str]:
    """The lines that make a field's value of what stands for it; what is not as most are is left to its decoder."""
    kind, may_lack = or_none(hint)
    given[f"d{i}"] = decoder(hint)
    bare = item_of(kind)
    if kind in BARE:
        given[f"t{i}"] = kind
        yield f"if type(v{i}) is not t{i}{f' and v{i} is not None' * may_lack}: v{i} = d{i}(v{i})"
    elif is_enum(kind):
        given[f"k{i}"] = {m.value: m for m in kind}
        yield f"v{i} = k{i}[v{i}] if type(v{i}) is str and v{i} in k{i} else d{i}(v{i})"
    elif bare in BARE:
        given[f"t{i}"] = bare
        yield f"if type(v{i}) is list:"
        yield f"    for x in v{i}:"
        yield f"        if type(x) is not t{i}:"
        yield f"            v{i} = d{i}(v{i})"
        yield "            break"
        yield "    else:"
        yield f"        v{i} = tuple(v{i})"
        yield f"else: v{i} = d{i}(v{i})"
    elif bare is not None:
        yield f"v{i} = d{i}(v{i}) if v{i} or type(v{i}) is not list else ()"
    elif is_value(kind) and may_lack:
        yield f"if v{i} is not None: v{i} = d{i}(v{i})"
    else:
        yield f"v{i} = d{i}(v{i})"
