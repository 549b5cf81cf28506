"""`record.schema.json`: the JSON Schema (2020-12) of every line that Parley writes, made from the values.

Run `python -m parley.terms.schema` to write it anew beside this file; a test holds the two together.
"""

from __future__ import annotations

import dataclasses
import json
import types
from enum import Enum
from pathlib import Path
from typing import Any, Union, get_args, get_origin

from parley.terms.bodies import BODIES, StatementBody
from parley.terms.enums import Form
from parley.terms.slice import CONTRACT
from parley.terms.wire import KINDS, WIRE_NAME, hints

PATH = Path(__file__).with_name("record.schema.json")
_SCALAR: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    object: {},
}
_LIMITS: dict[str, dict[str, Any]] = {
    "confidence": {"type": "number", "minimum": 0, "maximum": 1},
    "sign": {"enum": [-1, 0, 1]},
    "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
}


def _of(hint: Any) -> dict[str, Any]:
    """The schema of one field's type."""
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        inner = _of(next(a for a in args if a is not type(None)))
        return {"anyOf": [inner, {"type": "null"}]}
    if origin is tuple:
        if args[-1] is Ellipsis:
            return {"type": "array", "items": _of(args[0])}
        return {"type": "array", "prefixItems": [_of(a) for a in args], "minItems": len(args), "maxItems": len(args)}
    if hint in _SCALAR:
        return dict(_SCALAR[hint])
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [m.value for m in hint]}
    return _object(hint)


def _object(cls: type[Any], form: Form | None = None, kind: str | None = None) -> dict[str, Any]:
    """The schema of a value; with `form`, its body's fields stand flat among its own."""
    fields: dict[str, dict[str, Any]] = {"kind": {"const": kind}} if kind else {}
    for f in dataclasses.fields(cls):
        name = WIRE_NAME.get(f.name, f.name)
        if f.name == "body" and form is not None:
            fields.update(_object(BODIES[form])["properties"])
        elif f.name == "form" and form is not None:
            fields[name] = {"const": form.value}
        else:
            fields[name] = _LIMITS.get(name) or _of(hints(cls)[f.name])
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def schema() -> dict[str, Any]:
    """The whole schema: a line is one of the kinds."""
    statement_forms = [b.FORM for b in get_args(StatementBody)]
    defs: dict[str, Any] = {}
    for kind, cls in KINDS.items():
        if kind == "proposal":
            defs |= {f"proposal-{f}": _object(cls, f, kind) for f in Form}
        elif kind == "statement":
            defs |= {f"statement-{f}": _object(cls, f, kind) for f in statement_forms}
        else:
            defs[kind] = _object(cls, None, kind)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Parley record, contract {CONTRACT}: one line",
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in defs],
        "$defs": defs,
    }


def dump() -> str:
    """The schema as it stands in the file."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    PATH.write_text(dump(), encoding="utf-8")
