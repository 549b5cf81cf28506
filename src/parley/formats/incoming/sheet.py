"""Rows of a person's own coding sheet, by a mapping that says what its columns and codes mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from parley.formats.incoming.acts import Act, of_code
from parley.formats.incoming.cells import cell, coordinates, day, days, id_by, place, shown
from parley.formats.incoming.counts import range_in
from parley.formats.incoming.row import Cells, Claim, Known, Named, PassedOverError, RowError, Source, Told
from parley.formats.incoming.slugs import slug
from parley.terms.actor import Actor
from parley.terms.bodies import Event
from parley.terms.enums import ActorType, HarmKind, Precision, Reality, Root, Stance
from parley.terms.plover import MODES
from parley.terms.sheet import PASSED_OVER, SheetMapping
from parley.terms.values import Date, Harm, Object, Place

T = TypeVar("T", Reality, Stance)
_HARMS = {
    "injured": HarmKind.INJURED, "captured": HarmKind.CAPTURED, "displaced": HarmKind.DISPLACED,
}  # fmt: skip


def source_of(m: SheetMapping) -> Source:
    """The sheet as a source: its voice is whoever it is named after."""
    own = slug(m.name) or "sheet"
    return Source(f"sheet-{own}", Actor(own, m.name, ActorType.ORGANISATION), m.stance, 0.9, m.own_events)


def map_of(m: SheetMapping) -> Callable[[Cells, Known], Told]:
    """The map of a sheet's rows."""
    return lambda cells, known: told(cells, known, m)


def told(cells: Cells, known: Known, m: SheetMapping) -> Told:
    """What a row tells. Raises RowError naming the column, as the sheet calls it; PassedOverError where it is to be."""
    act = _act(cells, m)
    when = _date(cells, m)
    on_day = when.start if when else None
    near = cell(cells, m.column("country")) or None
    first, second = (_actors(cells, m, key, known, on_day, near) for key in ("actors", "recipients"))
    if not first and not second:
        raise RowError(m.column("actors") or m.column("recipients"), "nobody is named", "say who did it")
    event = act.event(tuple(a.id for a in first), tuple(a.id for a in second), _harm(cells, m))
    thing = cell(cells, m.column("object"))
    voices = _actors(cells, m, "voice", known, on_day, None)
    own = cell(cells, m.column("id"))
    return Told(
        own or id_by(cells),
        m.column("id"),
        (Claim(_about(event, thing), when, _places(cells, m, known), _reality(cells, m), act.type.value),),
        actors=(*first, *second),
        title=_title(cells, m),
        notes=cell(cells, m.column("notes")) or None,
        main=tuple(c for names in m.columns.values() for c in names),
        url=cell(cells, m.column("url")) or None,
        published=day(cells, p, m.month_first) if cell(cells, p := m.column("published")) else None,
        voices=voices,
        stance=_word(cells, m.column("stance"), Stance),
    )


def _title(cells: Cells, m: SheetMapping) -> str:
    """What the row is called, else what was done where."""
    own = cell(cells, m.column("title"))
    return own or ": ".join(x for x in (cell(cells, m.column(k)) for k in ("type", "place")) if x)


def _about(event: Event, thing: str) -> Event:
    return replace(event, object=Object(thing)) if thing else event


def _act(cells: Cells, m: SheetMapping) -> Act:
    column = m.column("type")
    value = cell(cells, column)
    if not value:
        raise RowError(column, "it says nothing of what was done", "fill it in")
    code = m.types.get(value.casefold(), "")
    if code == PASSED_OVER:
        raise PassedOverError(column, f"{shown(value)} is passed over by the mapping", "nothing is to be done")
    if not code:
        raise RowError(column, f"{shown(value)} stands for no type yet", "say under [types] of the mapping what it is")
    name, _, mode = code.partition(" ")
    root = Root(name)
    finer = cell(cells, m.column("mode")).casefold()
    if not mode and finer and (root is Root.OTHER or finer in MODES.get(root, {})):
        mode = finer
    return of_code(root, mode or None)


def _date(cells: Cells, m: SheetMapping) -> Date | None:
    column, last = m.column("date"), m.column("end")
    if not cell(cells, column):
        return None
    when = days(cells, column, m.month_first)
    if not cell(cells, last):
        return when
    end = days(cells, last, m.month_first).end
    if when.start and end and end < when.start:
        raise RowError(last, f"{end} is before {when.start}", "swap the two days")
    return replace(when, end=end, text=f"{cells[column]} to {cells[last]}")


def _actors(
    cells: Cells, m: SheetMapping, key: str, known: Known, on_day: str | None, near: str | None
) -> tuple[Actor, ...]:
    names = [n.strip() for c in m.columns.get(key, ()) for n in cell(cells, c).split(m.between)]
    found = [known.actor(Named(n[:200], day=on_day, near=near)) for n in names if any(ch.isalnum() for ch in n)]
    return tuple({a.id: a for a in found}.values())


def _places(cells: Cells, m: SheetMapping, known: Known) -> tuple[Place, ...]:
    name, admin1, country = (cell(cells, m.column(k)) for k in ("place", "admin1", "country"))
    code = known.country(country) if country else None
    at = coordinates(cells, m.column("latitude"), m.column("longitude"))
    precision = None if name else Precision.PROVINCE if admin1 else Precision.COUNTRY
    return place(name or admin1 or country, code, precision, at, admin1)


def _harm(cells: Cells, m: SheetMapping) -> tuple[Harm, ...]:
    counted = {k: range_in(cells, m.column(k)) for k in ("killed", "killed_low", "killed_high", *_HARMS)}
    least, most = counted["killed_low"], counted["killed_high"]
    low = counted["killed"][0] if least == (None, None) else least[0]
    high = counted["killed"][1] if most == (None, None) else most[1]
    if low is not None and high is not None and low > high:
        raise RowError(m.column("killed_low"), f"at least {low} is more than at most {high}", "swap the two")
    killed = (Harm(HarmKind.KILLED, low, high, _told(cells, m, "killed")),) if low or high else ()
    rest = (Harm(kind, *n, cell(cells, m.column(key))) for key, kind in _HARMS.items() if any(n := counted[key]))
    return (*killed, *rest)


def _told(cells: Cells, m: SheetMapping, key: str) -> str:
    columns = (m.column(k) for k in (key, f"{key}_low", f"{key}_high"))
    return ", ".join(f"{c}: {v}" for c in columns if (v := cell(cells, c)))


def _reality(cells: Cells, m: SheetMapping) -> Reality:
    return _word(cells, m.column("reality"), Reality) or Reality.HAPPENED


def _word(cells: Cells, column: str, words: type[T]) -> T | None:
    value = cell(cells, column).casefold().replace(" ", "-")
    if not value:
        return None
    if value not in set(words):
        raise RowError(column, f"{shown(value)} is not known", f"use one of {', '.join(words)}")
    return words(value)
