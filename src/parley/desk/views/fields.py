"""The fields of a statement or talk as a person may type them anew: the inverse of `parley.desk.typed`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from parley.desk.typed_parts import HARM_HINT, LINKS_HINT, harm_typed, link_typed
from parley.joining.correcting import correctable
from parley.terms.enums import (
    Form,
    Intensity,
    Level,
    Outcome,
    PositionStance,
    Reality,
    Relation,
    Root,
    TalkFormat,
    Tenure,
    Verdict,
)
from parley.terms.statement import Statement, Talk
from parley.terms.wire import to_plain

PASSED_OVER = frozenset({"about", "probability", "members"})
"""Fields with parts of their own, which the command line corrects as JSON."""
_CHOICES: Mapping[tuple[Form | None, str], type[StrEnum]] = {
    (None, "reality"): Reality,
    (Form.EVENT, "type"): Root,
    (Form.TIE, "relation"): Relation,
    (Form.POSITION, "stance"): PositionStance,
    (Form.POSITION, "intensity"): Intensity,
    (Form.ROLE, "tenure"): Tenure,
    (Form.JUDGEMENT, "verdict"): Verdict,
    (Form.TALK, "outcome"): Outcome,
    (Form.TALK, "level"): Level,
    (Form.TALK, "format"): TalkFormat,
}
HINTS: Mapping[str, str] = {
    "date": "2022-01-09 or 2022-01-09…2022-01-12",
    "voices": "actor:asserts, actor:denies; the report itself is report:asserts",
    "places": "names, with commas between",
    "actors": "ids or names, with commas between",
    "recipients": "ids or names, with commas between",
    "parties": "ids or names, with commas between",
    "harm": HARM_HINT,
    "links": LINKS_HINT,
}


@dataclass(frozen=True, slots=True)
class Field:
    """A field with its value as it is typed; `choices` are the words it may have, () for any."""

    name: str
    value: str
    choices: tuple[str, ...]
    hint: str


def fields_of(told: Statement | Talk) -> tuple[Field, ...]:
    """The fields that a page lets a person correct."""
    plain = to_plain(told)
    form = Form.TALK if isinstance(told, Talk) else told.form
    names = [n for n in correctable(told) if n not in PASSED_OVER]
    return tuple(Field(n, typed_of(n, plain.get(n)), choices_of(form, n), HINTS.get(n, "")) for n in names)


def choices_of(form: Form, name: str) -> tuple[str, ...]:
    """The words that a field of a form may have."""
    words = _CHOICES.get((form, name)) or _CHOICES.get((None, name))
    return tuple(w.value for w in words) if words else ()


def typed_of(name: str, value: Any) -> str:
    """A value of the wire as a person types it.

    >>> typed_of("voices", [{"who": "norway", "stance": "denies"}, {"who": None, "stance": "alleges"}])
    'norway:denies, :alleges'
    >>> typed_of("date", {"start": "2022-01-09", "end": None})
    '2022-01-09…'
    """
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return _one(name, value)
    if isinstance(value, list | tuple):
        return ", ".join(_one(name, v) if isinstance(v, Mapping) else str(v) for v in value)
    return str(value)


def _one(name: str, value: Mapping[str, Any]) -> str:
    if name == "date":
        start, end = value.get("start") or "", value.get("end") or ""
        return start if start == end else f"{start}…{end}"
    if name == "voices":
        return f"{value.get('who') or ''}:{value.get('stance')}"
    if name == "harm":
        return harm_typed(value)
    if name == "links":
        return link_typed(value)
    if name == "parties":
        return str(value.get("actor"))
    return str(value.get("name") or value.get("text") or "")


def forms() -> tuple[tuple[str, tuple[Field, ...]], ...]:
    """For each form, the fields that a person fills in who adds a statement."""
    return tuple((form.value, tuple(_empty(form, n) for n in names)) for form, names in NEW.items())


def _empty(form: Form, name: str) -> Field:
    return Field(name, "", choices_of(form, name), HINTS.get(name, ""))


NEW: Mapping[Form, tuple[str, ...]] = {
    Form.EVENT: ("type", "actors", "recipients", "object", "reality", "voices", "date", "places", "harm"),
    Form.TIE: ("relation", "from", "to", "sign", "reality", "voices", "date"),
    Form.POSITION: ("actor", "issue", "stance", "intensity", "condition", "voices", "date"),
    Form.ROLE: ("person", "office", "of", "tenure", "voices", "date"),
    Form.JUDGEMENT: ("verdict", "words", "gainers", "losers", "voices"),
    Form.TALK: ("title", "parties", "mediators", "hosts", "place", "date", "outcome", "voices"),
}
"""What each form asks for when a statement is added by hand."""
