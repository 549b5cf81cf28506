"""ACLED's rows: violence, protest and strategic developments, coded by people from news and reports.

Source: ACLED's codebook (2024) and its export's columns. Precision of time: 1 the day, 2 the week, 3 the month. That
of place: 1 the place itself, 2 a part of the region (the coordinates are of a nearby town), 3 the province's capital.
"""

from __future__ import annotations

import datetime as dt
import re

from parley.formats.incoming.acled_types import EVENTS, FORCE, MILITIAS, POLICED, SECTORS, SUB_EVENTS
from parley.formats.incoming.acts import Act
from parley.formats.incoming.cells import around, cell, coordinates, day, month_of, needed, on, place, shown, whole
from parley.formats.incoming.row import Cells, Claim, Known, Named, RowError, Source, Told
from parley.terms.actor import Actor
from parley.terms.enums import ActorType, HarmKind, Precision, Stance
from parley.terms.values import Date, Harm, Place

ID = "event_id_cnty"
NAMES = (
    ID, "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso",
    "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
"""The columns of an export; older ones write them in capitals."""
MAIN = (ID, "event_date", "event_type", "sub_event_type", "actor1", "actor2", "location", "country", "fatalities")
COLUMNS = frozenset({ID, "event_date", "event_type", "actor1"})
"""What an export of ACLED has, whatever else."""
SOURCE = Source("acled", Actor("acled", "ACLED", ActorType.ORGANISATION), Stance.ASSERTS, 0.8)
WEEK = 6
"""Days before and after the day written, where only the week is known: any day of it may stand for it."""
_PRECISION = {"1": Precision.TOWN, "2": Precision.DISTRICT, "3": Precision.PROVINCE}
_YEARS = re.compile(r"\s*\((?:\d{4})?\s*-\s*(?:\d{4})?\)")
_COUNTRY = re.compile(r"(.+?)\s*\(([^()]+)\)")


def told(cells: Cells, known: Known) -> Told:
    """What a row tells. Raises RowError where the event's id, day or type is none."""
    on_day = day(cells, "event_date")
    first, second = (_side(cells, n, known, on_day) for n in ("1", "2"))
    where = _place(cells, known)
    act, rule = _act(cells)
    when = _date(cells, on_day)
    sides = tuple(a.id for a in first), tuple(a.id for a in second)
    policed, harm = rule.casefold() == POLICED and bool(second), _harm(cells)
    claims = [Claim(act.event(*sides, harm=() if policed else harm), when, where, rule=rule)]
    if policed:
        claims.append(Claim(FORCE.event(*sides, harm=harm), when, where, rule=rule, head="sub_event_type"))
    return Told(
        needed(cells, ID),
        ID,
        tuple(claims),
        actors=(*first, *second),
        title=": ".join(x for x in (rule, cell(cells, "location")) if x),
        notes=cell(cells, "notes") or None,
        main=MAIN,
        published=_updated(cells),
    )


def _act(cells: Cells) -> tuple[Act, str]:
    """The act, and the code that it was made of."""
    finer, coarse = cell(cells, "sub_event_type"), needed(cells, "event_type")
    act = SUB_EVENTS.get(finer.casefold()) or EVENTS.get(coarse.casefold())
    if act is None:
        raise RowError("event_type", f"{shown(finer or coarse)} is no type of ACLED's that is known", "mend the type")
    return act, finer or coarse


def _side(cells: Cells, which: str, known: Known, on_day: str) -> tuple[Actor, ...]:
    name = cell(cells, f"actor{which}")
    if not name:
        return ()
    inter = cell(cells, f"inter{which}").casefold()
    return (known.actor(named(name, cell(cells, "country"), inter, on_day)),)


def named(name: str, country: str, inter: str, on_day: str) -> Named:
    """An actor without what ACLED adds to its name: the years of a government, the country in parentheses.

    >>> named("Police Forces of Ardova (2019-) Border Guard", "Ardova", "1", "2022-01-31").name
    'Police Forces of Ardova Border Guard'
    >>> named("Protesters (Ardova)", "Ardova", "6", "2022-01-31").name
    'protesters'
    """
    plain = _YEARS.sub("", name).strip()
    split = _COUNTRY.fullmatch(plain)
    own = split[2] if split is not None else None
    plain = split[1] if split is not None else plain
    if plain.casefold() in ("protesters", "rioters", "civilians"):
        return Named(plain.casefold(), None, "CVL", ActorType.GROUP, on_day)
    sector = SECTORS.get(inter)
    return Named(plain, own, sector, _type(sector, inter, plain), on_day, country or None)


def _type(sector: str | None, inter: str, name: str) -> ActorType:
    if name.casefold().startswith("unidentified"):
        return ActorType.GROUP
    if sector == "GOV":
        return ActorType.GOVERNMENT
    return ActorType.ARMED_GROUP if sector == "REB" or inter in MILITIAS else ActorType.ORGANISATION


def _date(cells: Cells, on_day: str) -> Date:
    text = needed(cells, "event_date")
    match cell(cells, "time_precision"):
        case "2":
            return around(on_day, WEEK, text)
        case "3":
            return month_of(on_day, text)
    return on(on_day, text)


def _place(cells: Cells, known: Known) -> tuple[Place, ...]:
    precision = _PRECISION.get(cell(cells, "geo_precision"))
    at = coordinates(cells, "latitude", "longitude")
    country = known.country(cell(cells, "country"))
    name, admin1 = cell(cells, "location"), cell(cells, "admin1")
    if precision is Precision.PROVINCE and admin1:  # the coordinates are those of its capital, where it was not
        return place(admin1, country, precision, admin1=admin1)
    return place(name, country, precision, at, admin1)


def _harm(cells: Cells) -> tuple[Harm, ...]:
    """How many were killed; none coded is not none killed."""
    many = whole(cells, "fatalities")
    return (Harm(HarmKind.KILLED, many, many, cells["fatalities"].strip()),) if many else ()


def _updated(cells: Cells) -> str | None:
    """The day on which the row was last changed: ACLED's timestamp, in seconds since 1970."""
    stamp = cell(cells, "timestamp")
    if not stamp.isascii() or not stamp.isdigit() or len(stamp) > 10:
        return None
    return dt.datetime.fromtimestamp(int(stamp), dt.UTC).date().isoformat()
