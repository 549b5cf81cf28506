"""Rows in the manner of ACLED, with best, low and high numbers of deaths in that of UCDP.

Columns are those of ACLED's files since 2023. ACLED has a day for every row: what is told no closer than a month has no
row. It has no place for who says so, and no type for diplomacy. `fatalities` is the least that is told, 0 where nothing
is; `best`, `low` and `high` are empty there, and take in what other tellings say.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from parley.formats.acled_types import (
    CIVIL,
    CIVILIANS,
    ORDER,
    PROTESTERS,
    REMOTE,
    RIOTERS,
    RIOTS,
    Kind,
    actor_kind,
    hangs_on_sides,
    kind_of,
    own_code,
)
from parley.formats.carrying import STANDING, carried, standing
from parley.formats.cells import csv_line, many
from parley.formats.columns import day, main_place, outlets
from parley.formats.countries import countries
from parley.formats.event_rows import counted
from parley.formats.pieces import Cell, Lost, Wish, lost
from parley.terms.bodies import Event, Plover
from parley.terms.enums import HarmKind, Precision, Root
from parley.terms.slice import Slice
from parley.terms.statement import Statement
from parley.terms.values import Date, Place

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso",
    "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "best", "low", "high", "timestamp",
)  # fmt: skip
UNTYPED = "ACLED has no type for it, as for diplomacy"
UNSURE = "ACLED's type hangs on who was attacked: an armed side or civilians, which is not told"
UNDATED = "no day is told, and ACLED has one for every row"
TOO_WIDE = "its day is told no closer than a month, and ACLED has one for every row"
_WEEK, _MONTH = 7, 31
"""Days up to which ACLED's time precision is 2 and 3."""
_FINELY = {Precision.POINT: 1, Precision.TOWN: 1, Precision.DISTRICT: 2}
Cells = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a row: its first actor, the others beside it, and its kind."""

    name: str | None
    others: str | None
    kind: str | None


def acled(parts: Iterable[Slice], wish: Wish) -> Iterator[str | Lost]:
    """The lines of a CSV file, its header first; with `wish.claims` a last column tells how each event stands."""
    yield csv_line((*COLUMNS, STANDING) if wish.claims else COLUMNS)
    for part in parts:
        for found in carried(part, wish, own_code):
            yield found if isinstance(found, Lost) else _line(*found, part, wish)


def _line(s: Statement, body: Event, code: Plover, part: Slice, wish: Wish) -> str | Lost:
    row = _row(s, body, code, part)
    if isinstance(row, Lost):
        return row
    return csv_line((*row, standing(s)) if wish.claims else row)


def _row(s: Statement, body: Event, code: Plover, part: Slice) -> Cells | Lost:
    place = main_place(s.places)
    country = place.countries[0] if place and place.countries else None
    first, second = _sides(body, code, part, country)
    kind = kind_of(code, first.kind, second.kind)
    if kind is None:
        return lost(s, UNSURE if hangs_on_sides(code) else UNTYPED)
    on = dated(s.date)
    if on is None:
        return lost(s, TOO_WIDE if s.date and (day(s.date.start) or day(s.date.end)) else UNDATED)
    return (
        f"{country or ''}{s.id}",
        on[0],
        on[0].year,
        on[1],
        kind.disorder,
        kind.event,
        kind.sub,
        *(first.name, first.others, first.kind),
        *(second.name, second.others, second.kind),
        interaction(first.kind, second.kind),
        "Civilian targeting" if _hits_civilians(kind, second) else None,
        *_place(place, country),
        *_source(s, part),
        *_deaths(s, body),
        _stamp(s, part),
    )


def _sides(body: Event, code: Plover, part: Slice, country: str | None) -> tuple[Side, Side]:
    """Who did it and to whom; where all sides are doers, as in a clash, the first and the others."""
    doers, others = body.actors, body.recipients
    if not others and len(doers) > 1:
        doers, others = doers[:1], doers[1:]
    first, second = _side(doers, part, country), _side(others, part, country)
    if code.type is Root.PROTEST:
        first = Side(first.name or PROTESTERS, first.others, RIOTERS if code.mode == "riot" else PROTESTERS)
    return first, second


def _side(ids: Sequence[str], part: Slice, country: str | None) -> Side:
    if not ids:
        return Side(None, None, None)
    actor = part.by_id.get(ids[0])
    names = [part.name_of(i) for i in ids]
    return Side(names[0], many(names[1:]), actor_kind(actor, country) if actor else None)


def interaction(first: str | None, second: str | None) -> str | None:
    """The two kinds of actors in ACLED's order, or the only one.

    >>> interaction("Civilians", "State forces"), interaction("Protesters", None)
    ('State forces-Civilians', 'Protesters only')
    """
    known = sorted((k for k in (first, second) if k), key=ORDER.index)
    return "-".join(known) if len(known) == 2 else f"{known[0]} only" if known else None


def _hits_civilians(kind: Kind, second: Side) -> bool:
    return kind.event == CIVILIANS or (kind.event in (REMOTE, RIOTS) and second.kind == CIVIL)


def dated(date: Date | None) -> tuple[dt.date, int] | None:
    """A day and ACLED's time precision: 1 that day, 2 the middle of a week, 3 of a month; None for what is wider."""
    start, end = (day(date.start), day(date.end)) if date else (None, None)
    if start is None or end is None or end < start:
        return None
    days = (end - start).days + 1
    if days > _MONTH:
        return None
    return start + (end - start) // 2, 1 if days == 1 else 2 if days <= _WEEK else 3


def _place(p: Place | None, code: str | None) -> Cells:
    """Ten cells, from `iso` to `geo_precision`."""
    country = countries().get(code or "")
    named = (country.iso, country.region, country.acled_name) if country else (None, None, code)
    if p is None:
        return *named, *(None,) * 7
    admin1 = p.name if p.precision is Precision.PROVINCE else p.admin1
    admin2 = p.name if p.precision is Precision.DISTRICT else None
    finely = _FINELY.get(p.precision, 3) if p.precision else None
    return *named, admin1, admin2, None, p.name, p.latitude, p.longitude, finely


def _source(s: Statement, part: Slice) -> Cells:
    """Three cells: who published it, ACLED's scale of sources, which is not known here, and the first quote."""
    publishers, _ = outlets(dict.fromkeys(m.report for m in s.mentions), part)
    quote = s.mentions[0].quote if s.mentions else ""
    return many(publishers), None, quote or None


def _deaths(s: Statement, body: Event) -> Cells:
    """Four cells: fatalities, best, low and high. Other tellings widen the range and leave the best number."""
    told = counted(body.harm).get(HarmKind.KILLED, (None, None))
    others = [n for h in s.variants.harm if h.kind is HarmKind.KILLED for n in (h.low, h.high)]
    numbers = [n for n in (*told, *others) if n is not None]
    if not numbers:
        return 0, None, None, None
    best = next(n for n in (*told, *sorted(numbers)) if n is not None)
    return min(numbers), best, min(numbers), max(numbers)


def _stamp(s: Statement, part: Slice) -> int | None:
    """When the row became what it is, in seconds since 1970: its decision, or else the last retrieval of a report."""
    if s.decision:
        return _seconds(s.decision.at)
    reports = (part.found(m.report) for m in s.mentions)
    return max((n for r in reports if r and (n := _seconds(r.retrieved))), default=None)


def _seconds(moment: str | None) -> int | None:
    try:
        at = dt.datetime.fromisoformat(moment or "")
    except ValueError:
        return None
    return int((at if at.tzinfo else at.replace(tzinfo=dt.UTC)).timestamp())
