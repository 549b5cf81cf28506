"""The lines of the short form of gold, field by field: what `::`, `|` and `;` part becomes the fields of a row."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from parley.terms.enums import Outcome, PositionStance, Reality, Relation, Root, Stance, Verdict
from parley.terms.facts import counts_as_fact, status_of
from parley.terms.values import Voice

Fields = dict[str, Any]
_REALITIES = {
    "H": Reality.HAPPENED, "O": Reality.ONGOING, "P": Reality.PLANNED, "M": Reality.POSSIBLE,
    "T": Reality.THREATENED, "N": Reality.DID_NOT_HAPPEN, "U": Reality.UNKNOWN,
}  # fmt: skip
_STANCES = {
    "d": Stance.DENIES, "m": Stance.ADMITS, "l": Stance.ALLEGES, "b": Stance.DOUBTS, "k": Stance.ASKS,
    "s": Stance.ASSERTS,
}  # fmt: skip
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MARKED = re.compile(r"(.*?)\[(.+?)\](.*)")


def anchor(text: str, told: str) -> list[int]:
    """Where an anchor's head word starts and ends in the text. Raises ValueError unless it stands there once.

    >>> anchor("They met to meet them.", "to [meet] them")
    [12, 16]
    """
    marked = _MARKED.fullmatch(told)
    before, head, after = marked.groups() if marked else ("", told, "")
    whole = re.escape(before + head + after)
    found = list(re.finditer(("" if before else r"\b") + whole + ("" if after else r"\b"), text))
    if len(found) != 1:
        raise ValueError(f"its anchor stands {len(found)} times in the text")
    start = found[0].start() + len(before)
    return [start, start + len(head)]


def _event(told: list[str], day: date) -> Fields:
    codes = [(Root(x.partition("/")[0].strip()), x.partition("/")[2].strip() or None) for x in told[1].split("|")]
    realities = [_reality(x.strip()) for x in (told[4] or "H").split("|")]
    voices = [[_voice(v.strip()) for v in x.split(";")] for x in (told[5] or "r").split("|")]
    heard = [status_of(Voice("", v["who"], Stance(v["stance"])) for v in told_in) for told_in in voices]
    facts = {counts_as_fact(status, Reality(r)) for r in realities for status in heard}
    return {
        "type": list(dict.fromkeys(root.value for root, _ in codes)), "mode": list(dict.fromkeys(m for _, m in codes)),
        "actors": _readings(told[2]), "recipients": _readings(told[3]), "reality": realities, "voices": voices,
        "date": [_interval(x.strip(), day) for x in told[6].split("|")],
        "place": [None if x.strip() in {"", "-"} else x.strip() for x in told[7].split("|")],
        "fact": facts.pop() if len(facts) == 1 else None, "optional": told[8] == "opt",
    }  # fmt: skip


def _reality(told: str) -> str:
    if told not in _REALITIES:
        raise ValueError(f"{told} is no reality; known are {', '.join(f'{k} ({v})' for k, v in _REALITIES.items())}")
    return _REALITIES[told].value


def _voice(told: str) -> Fields:
    if told == "?":
        return {"who": None, "stance": Stance.ALLEGES.value}
    who, _, stance = told.rpartition(":") if told[-2:-1] == ":" else (told, "", "s")
    if stance not in _STANCES:
        raise ValueError(f":{stance} is no stance; known are {', '.join(f'{k} ({v})' for k, v in _STANCES.items())}")
    return {"who": {"r": "report", "?": None}.get(who, who), "stance": _STANCES[stance].value}


def _names(told: str) -> list[str]:
    return [] if told.strip() in {"", "-"} else [x.strip() for x in told.split(";")]


def _readings(told: str) -> list[list[str]]:
    found = [_names(x) for x in told.split("|")]
    return [x for n, x in enumerate(found) if x not in found[:n]]


def _interval(told: str, day: date) -> str | None:
    """A date as an interval of days: "@-2" is two days before the day of publication, "@-mon" the Monday before it."""
    if told in {"", "-"}:
        return None
    first, _, last = told.partition("/")
    return f"{_days(first, day)[0]}/{_days(last or first, day)[1]}"


def _days(told: str, day: date) -> tuple[date, date]:
    if not told.startswith("@"):
        return _whole(told)
    found = _near(told[1:], day)
    return found, found


def _near(told: str, day: date) -> date:
    if told.lstrip("+-").isdigit():
        return day + timedelta(int(told))
    if told.lstrip("+-") not in _DAYS:
        raise ValueError(f"@{told} is no day; write @0, @-2, @-mon, @mon or @+mon")
    wanted, today = _DAYS.index(told.lstrip("+-")), day.weekday()
    if told.startswith("+"):
        return day + timedelta((wanted - today - 1) % 7 + 1)
    return day - timedelta((today - wanted - 1) % 7 + 1 if told.startswith("-") else (today - wanted) % 7)


def _whole(told: str) -> tuple[date, date]:
    """The first and last day of a year, a month or a day."""
    year, *more = map(int, told.split("-"))
    month, days = [*more, 0, 0][:2]
    first = date(year, month or 1, days or 1)
    if days:
        return first, first
    following = date(year + (month in {0, 12}), 1 if month in {0, 12} else month + 1, 1)
    return first, following - timedelta(1)


def _talk(told: list[str], day: date) -> Fields:
    return {
        "parties": _names(told[1]), "mediators": _names(told[2]), "hosts": _names(told[3]),
        "venue": None if told[4] in {"", "-"} else told[4], "date": _interval(told[5], day),
        "outcome": Outcome(told[6]).value,
    }  # fmt: skip


def _tie(told: list[str], _: date) -> Fields:
    ends = {"from": _names(told[1]), "to": _names(told[2])}
    relation = "leads" if told[3] == "leads" else Relation(told[3]).value  # a role, scored as a tie
    return {**ends, "relation": relation, "sign": int(told[4])}


def _position(told: list[str], _: date) -> Fields:
    return {"actor": told[1], "stance": PositionStance(told[2]).value, "about": told[3]}


def _judgement(told: list[str], _: date) -> Fields:
    return {"verdict": Verdict(told[1]).value, "by": {"r": "report", "?": None}.get(told[2], told[2])}


KINDS: Mapping[str, tuple[str, Callable[[list[str], date], Fields]]] = {
    "E": ("events", _event), "T": ("talks", _talk), "I": ("ties", _tie), "S": ("positions", _position),
    "J": ("judgements", _judgement),
}  # fmt: skip
"""The letter that a line begins with, the list of the row that it goes into, and what reads its fields."""
