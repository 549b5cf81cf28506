"""POLECAT's rows: PLOVER's codes, given by a machine to what the world's media print.

Source: the header of its weekly files, and PLOVER's manual, draft 2.0. A row has neither quote nor voice: the data set
passes on what a story seems to say, so its voice alleges. Where its coder finds no day it writes that of publication; a
day that is also the publication's is therefore none that is stated.
"""

from __future__ import annotations

import re

from parley.formats.incoming.acts import Act, of_code
from parley.formats.incoming.cells import cell, coordinates, day, day_of, needed, on, place, shown
from parley.formats.incoming.row import TYPES, Cells, Claim, Known, Named, PassedOverError, RowError, Source, Told
from parley.terms.actor import Actor
from parley.terms.enums import ActorType, DateBasis, Precision, Root, Stance
from parley.terms.plover import MODES
from parley.terms.values import Place

ID = "Event ID"
NAMES = (
    ID, "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    *(
        column.format(who)
        for who in ("Actor", "Recipient")
        for column in (
            "{} Name", "{} Country", "{} COW", "Primary {} Sector", "{} Sectors", "{} Title", "{} Name Raw",
            "Wikipedia {} ID",
        )
    ),
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version",
)  # fmt: skip
MAIN = (
    ID, "Event Date", "Event Type", "Event Mode", "Actor Name", "Actor Country", "Recipient Name", "Recipient Country",
    "Placename",
)  # fmt: skip
COLUMNS = frozenset({ID, "Event Date", "Event Type", "Actor Name"})
SOURCE = Source("polecat", Actor("polecat", "POLECAT", ActorType.ORGANISATION), Stance.ALLEGES, 0.4, own_events=False)
_ROOTS = {r.value: r for r in Root if r is not Root.OTHER}
_PARTS = re.compile(r"\s*[;|,]\s*")


def told(cells: Cells, known: Known) -> Told:
    """What a row tells. Raises RowError where id, day or type are none; PassedOverError where nobody is named."""
    on_day = day(cells, "Event Date")
    printed = day_of(cell(cells, "Publication Date"))
    first, second = (_side(cells, which, known, on_day) for which in ("Actor", "Recipient"))
    if not first and not second:
        raise PassedOverError("Actor Name", "no actor is named on either side", "nothing is to be done")
    act, doubts = _act(cells)
    contexts = tuple(c for c in _PARTS.split(cell(cells, "Contexts")) if c)
    event = act.event(tuple(a.id for a in first), tuple(a.id for a in second), contexts=contexts)
    basis = DateBasis.INFERRED if on_day == printed else DateBasis.STATED
    return Told(
        needed(cells, ID),
        ID,
        (Claim(event, on(on_day, cells["Event Date"].strip(), basis), _place(cells, known), rule=act.type.value),),
        actors=(*first, *second),
        title=f"{act.type}: {' → '.join(a.name for a in (*first, *second))}",
        main=MAIN,
        published=printed,
        doubts=doubts,
    )


def _act(cells: Cells) -> tuple[Act, tuple[str, ...]]:
    """The act; a mode that PLOVER has not, or several, is left out, and said so."""
    name = needed(cells, "Event Type").upper()
    if name not in _ROOTS:
        raise RowError("Event Type", f"{shown(name)} is no root of PLOVER's", "mend the type")
    root = _ROOTS[name]
    modes = [m.lower() for m in _PARTS.split(cell(cells, "Event Mode")) if m]
    known = [m for m in modes if m in MODES.get(root, {})]
    mode = known[0] if len(known) == 1 and len(modes) == 1 else None
    doubts = (f"a mode that PLOVER's {root} has not, or several: none is kept",) if modes and mode is None else ()
    return of_code(root, mode), doubts


def _side(cells: Cells, which: str, known: Known, on_day: str) -> tuple[Actor, ...]:
    """The actor by its resolved name, else by the words of the story, else by country and sector."""
    country, sector = known.country(cell(cells, f"{which} Country")), cell(cells, f"Primary {which} Sector") or None
    name = cell(cells, f"{which} Name") or cell(cells, f"{which} Name Raw")
    if not name and not country:
        return ()
    title = cell(cells, f"{which} Title")
    kind = ActorType.PERSON if title else TYPES.get(sector, ActorType.ORGANISATION)
    return (known.actor(Named(name or country or "", country, sector, kind, on_day)),)


def _place(cells: Cells, known: Known) -> tuple[Place, ...]:
    country = cell(cells, "Country")
    parts = (
        (cell(cells, "City"), Precision.TOWN),
        (cell(cells, "District"), Precision.DISTRICT),
        (cell(cells, "Province"), Precision.PROVINCE),
        (country, Precision.COUNTRY),
    )
    name, precision = next((p for p in parts if p[0]), ("", None))
    at = coordinates(cells, "Latitude", "Longitude") if precision is Precision.TOWN else (None, None)
    number = cell(cells, "GeoNames ID").removesuffix(".0")
    geonames = int(number) if number.isascii() and number.isdigit() and len(number) < 10 else None
    named = cell(cells, "Placename") or name
    return place(named, known.country(country), precision, at, cell(cells, "Province"), geonames)
