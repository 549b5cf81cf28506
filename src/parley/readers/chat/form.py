"""The form of an answer: the contract's JSON Schema for proposals, reduced to what a model is to say.

Names stand for actors, and a date for its interval: ids, spans, links, decisions and what is worked out from the rest
are never a model's to say. Every vocabulary is the contract's own.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from typing import Any

from parley.terms.enums import (
    Form,
    Intensity,
    Level,
    Outcome,
    PositionStance,
    Reality,
    Relation,
    Root,
    Stance,
    TalkFormat,
    Tenure,
    Verdict,
)
from parley.terms.plover import MODES

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _list(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


def _one_of(words: Iterable[str]) -> Schema:
    return {"type": "string", "enum": [str(w) for w in words]}


def _words(kind: type[StrEnum]) -> Schema:
    return _one_of(m.value for m in kind)


def _object(fields: dict[str, Schema]) -> Schema:
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


_VOICE = _object({"who": _or_null(TEXT), "stance": _words(Stance)})
_DATE = _object({"text": TEXT, "start": _or_null(TEXT), "end": _or_null(TEXT)})
_NAMES = _list(TEXT)
_OWN: dict[Form, dict[str, Schema]] = {
    Form.EVENT: {
        "type": _words(Root),
        "mode": _or_null(_one_of(sorted({m for modes in MODES.values() for m in modes}))),
        "actors": _NAMES,
        "recipients": _NAMES,
        "object": _or_null(TEXT),
    },
    Form.TIE: {
        "relation": _words(Relation),
        "from": _NAMES,
        "to": _NAMES,
        "sign": {"type": "integer", "enum": [-1, 0, 1]},
    },
    Form.POSITION: {
        "actor": TEXT,
        "issue": TEXT,
        "stance": _words(PositionStance),
        "intensity": _or_null(_words(Intensity)),
        "condition": _or_null(TEXT),
    },
    Form.ROLE: {"person": TEXT, "office": TEXT, "of": _or_null(TEXT), "tenure": _words(Tenure)},
    Form.JUDGEMENT: {"about": TEXT, "verdict": _words(Verdict), "gainers": _NAMES, "losers": _NAMES},
    Form.TALK: {
        "parties": _NAMES,
        "mediators": _NAMES,
        "hosts": _NAMES,
        "level": _or_null(_words(Level)),
        "format": _or_null(_words(TalkFormat)),
        "agenda": _list(TEXT),
        "outcome": _words(Outcome),
    },
}  # fmt: skip


@cache
def schema() -> Schema:
    """The schema that goes to the server."""
    return _object({"proposals": _list({"anyOf": [_proposal(form) for form in Form]})})


def _proposal(form: Form) -> Schema:
    return _object(
        {
            "form": _one_of([form.value]),
            "quote": TEXT,
            "head": TEXT,
            "reality": _words(Reality),
            "voices": _list(_VOICE),
            "date": _or_null(_DATE),
            "place": _or_null(TEXT),
            **_OWN[form],
        }
    )
