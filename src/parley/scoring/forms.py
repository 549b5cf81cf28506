"""How each form is coded in gold: an object's fields → the readings that count as right."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from parley.scoring.faults import (
    FieldError,
    Object,
    coded,
    given,
    listed,
    obj,
    readings,
    text,
    text_or_none,
    texts,
)
from parley.scoring.items import Heard, Reading, days, heard
from parley.terms.enums import (
    Form,
    Intensity,
    Outcome,
    PositionStance,
    Reality,
    Relation,
    Root,
    Stance,
    Tenure,
    Verdict,
)

LEADS = "leads"
"""Coders may write it as a tie's relation; in the contract it is a role."""
_DAYS = re.compile(r"(?P<start>\d{4}-\d\d-\d\d)?/(?:(?P<end>\d{4}-\d\d-\d\d)|\.\.)?")
Fields = Mapping[str, tuple[Reading, ...]]


@dataclass(frozen=True, slots=True)
class Coded:
    """What an object of gold says: its fields' readings, and for events whether it is a fact and was seen by both."""

    fields: Fields
    fact: bool | None = None
    optional: bool = False


def event(value: Object) -> Coded:
    """Every field is a list of readings. Raises FieldError."""
    types = _each(value, "type", lambda v, p: coded(v, Root, p))
    fields = {
        "type": types,
        "actors": _each(value, "actors", texts),
        "recipients": _each(value, "recipients", texts),
        "reality": _each(value, "reality", lambda v, p: coded(v, Reality, p)),
        "voices": _each(value, "voices", _voices),
        **_some(value, {"date": _each_day, "place": _each_text}),
    }
    if Root.OTHER not in types:  # a mode of it is the predicate, in any words
        fields.update(_some(value, {"mode": _each_text}))
    return Coded(fields, _fact(value), value.get("optional") is True)


def talk(value: Object) -> Coded:
    """A talk's parties, who brought them together, where, when, what came of it. Raises FieldError."""
    return _one(
        value,
        {
            "parties": texts,
            "mediators": texts,
            "hosts": texts,
            "venue": text_or_none,
            "date": _day,
            "outcome": _outcome,
        },
        {"delegates": _delegates, "agenda": texts},
    )


def tie(value: Object) -> Coded:
    """Both ends, a name or a list of names each; how they stand. Raises FieldError."""
    return _one(
        value,
        {"from": texts, "to": texts, "relation": lambda v, p: coded(v, Relation, p), "sign": _sign},
        {"reality": lambda v, p: coded(v, Reality, p), "goods": texts},
    )


def position(value: Object) -> Coded:
    """Who stands where; on what is told in words of the coder's own, which are not scored. Raises FieldError."""
    return _one(
        value,
        {"actor": text, "stance": lambda v, p: coded(v, PositionStance, p)},
        {"intensity": lambda v, p: coded(v, Intensity, p), "issue_id": text_or_none, "by": text_or_none},
    )


def judgement(value: Object) -> Coded:
    """What the verdict is and whose: an actor's, `report`, or nobody's that is named. Raises FieldError."""
    return _one(
        value,
        {"verdict": lambda v, p: coded(v, Verdict, p), "by": text_or_none},
        {"gainers": texts, "losers": texts, "probability": _range},
    )


def role(value: Object) -> Coded:
    """Who holds which office, of whom. Raises FieldError."""
    return _one(
        value,
        {"person": text},
        {"office": text, "of": text_or_none, "to": text_or_none, "tenure": lambda v, p: coded(v, Tenure, p)},
    )


BY_KEY: dict[Form, Callable[[Object], Coded]] = {
    Form.EVENT: event,
    Form.TALK: talk,
    Form.TIE: tie,
    Form.POSITION: position,
    Form.JUDGEMENT: judgement,
    Form.ROLE: role,
}
"""What takes an object of each form."""
_Read = Callable[[Any, str], Reading]


def _one(value: Object, needed: Mapping[str, _Read], more: Mapping[str, _Read]) -> Coded:
    """A form of which each field has one reading."""
    fields = {name: (read(given(value, name), name),) for name, read in needed.items()}
    extra = {name: (read(value[name], name),) for name, read in more.items() if name in value}
    return Coded({**fields, **extra}, None, value.get("optional") is True)


def _some(value: Object, reads: Mapping[str, Callable[[Object, str], tuple[Reading, ...]]]) -> Fields:
    return {name: read(value, name) for name, read in reads.items() if name in value}


def _each(value: Object, name: str, read: _Read) -> tuple[Reading, ...]:
    return tuple(read(v, f"{name}[{i}]") for i, v in enumerate(readings(given(value, name), name)))


def _each_text(value: Object, name: str) -> tuple[Reading, ...]:
    return _each(value, name, text_or_none)


def _each_day(value: Object, name: str) -> tuple[Reading, ...]:
    return _each(value, name, _day)


def _voices(value: Any, place: str) -> Heard:
    return heard([_voice(obj(v, f"{place}[{i}]"), f"{place}[{i}]") for i, v in enumerate(listed(value, place))])


def _voice(value: Object, place: str) -> tuple[str | None, Stance]:
    return text_or_none(value.get("who"), f"{place}.who"), coded(value.get("stance"), Stance, f"{place}.stance")


def _fact(value: Object) -> bool | None:
    fact = given(value, "fact")
    if fact is not None and not isinstance(fact, bool):
        raise FieldError("fact", f"true, false or null was expected, not {fact!r}", "null where the coders differ")
    return fact


def _outcome(value: Any, place: str) -> Outcome:
    found: Outcome = coded(value, Outcome, place)
    return found


def _day(value: Any, place: str) -> str | None:
    """An interval of ISO days from "start/end"; an end that is missing is open."""
    if value is None:
        return None
    found = _DAYS.fullmatch(text(value, place))
    if not found:
        raise FieldError(place, f"{value!r} is no interval of days", 'write "2021-09-01/2021-09-10", or null')
    return days(found["start"], found["end"])


def _sign(value: Any, place: str) -> int:
    if isinstance(value, bool) or value not in (-1, 0, 1):
        raise FieldError(place, f"{value!r} is no sign of a tie", "write 1, 0 or -1")
    return int(value)


def _delegates(value: Any, place: str) -> tuple[str, ...]:
    """All who spoke, whoever for."""
    return tuple(n for side, names in obj(value, place).items() for n in texts(names, f"{place}.{side}"))


def _range(value: Any, place: str) -> tuple[float, float] | None:
    if value is None:
        return None
    ends = obj(value, place)
    low, high = ends.get("low"), ends.get("high")
    if not all(isinstance(e, int | float) for e in (low, high)):
        raise FieldError(place, "a range has a low and a high end", 'write {"low": 0.0, "high": 0.05}')
    return float(ends["low"]), float(ends["high"])
