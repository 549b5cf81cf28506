"""UCDP's georeferenced events (GED): deadly violence, coded by people, with a low, best and high count of the dead.

Source: UCDP GED codebook (24.1) and its columns; files of candidate events come without a header as well. Violence is 1
between a state and others, 2 between others, 3 by one side against civilians. In 1 and 2 both sides fight: who began
it is not coded, so both do it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parley.formats.incoming.acts import Act, Sides
from parley.formats.incoming.cells import cell, coordinates, day, day_of, needed, place, shown, whole
from parley.formats.incoming.row import Cells, Claim, Known, Named, RowError, Source, Told
from parley.terms.actor import Actor
from parley.terms.enums import ActorType, DateBasis, HarmKind, Precision, Root, Stance
from parley.terms.values import Date, Harm, Place

NAMES: tuple[str, ...] = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best",
    "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
"""The columns in their order, for files without a header."""
MAIN = (
    "id", "date_start", "date_end", "type_of_violence", "side_a", "side_b", "best", "low", "high", "where_coordinates",
    "country",
)  # fmt: skip
COLUMNS = frozenset({"id", "type_of_violence", "side_a", "date_start", "best"})
SOURCE = Source("ucdp", Actor("ucdp", "Uppsala Conflict Data Program", ActorType.ORGANISATION), Stance.ASSERTS, 0.8)
VIOLENCE: dict[str, Act] = {
    "1": Act(Root.ASSAULT, None, Sides.BOTH),
    "2": Act(Root.ASSAULT, None, Sides.BOTH),
    "3": Act(Root.ASSAULT),
}
_KINDS = {"1": "state-based violence", "2": "non-state violence", "3": "one-sided violence"}
_PRECISION = {
    "1": Precision.POINT, "2": Precision.DISTRICT, "3": Precision.DISTRICT, "4": Precision.PROVINCE,
    "5": Precision.REGION, "6": Precision.COUNTRY, "7": Precision.REGION,
}  # fmt: skip
_GOVERNMENT = re.compile(r"Government of (.+)", re.IGNORECASE)
_XXX = re.compile(r"XXX\d*|Unknown", re.IGNORECASE)


def is_row(cells: Sequence[str]) -> bool:
    """Whether cells are a row of GED in a file without a header."""
    if len(cells) not in (len(NAMES) - 2, len(NAMES)):
        return False
    row = dict(zip(NAMES, cells, strict=False))
    return row["type_of_violence"] in VIOLENCE and day_of(row["date_start"]) is not None and row["best"].isdigit()


def told(cells: Cells, known: Known) -> Told:
    """What a row tells. Raises RowError where its id, kind of violence or days are none."""
    kind = needed(cells, "type_of_violence")
    if kind not in VIOLENCE:
        raise RowError("type_of_violence", f"{shown(kind)} is no kind of violence", "write 1, 2 or 3")
    when, doubts = _date(cells)
    first, second = (_side(cells, c, known, when.start) for c in ("side_a", "side_b"))
    harm, more = _harm(cells)
    sides = tuple(a.id for a in first), tuple(a.id for a in second)
    if not sides[0]:
        raise RowError("side_a", "no side is named", "fill it in")
    event = VIOLENCE[kind].event(*sides, harm=harm)
    return Told(
        needed(cells, "id"),
        "id",
        (Claim(event, when, _place(cells, known), rule=_KINDS[kind]),),
        actors=(*first, *second),
        title=cell(cells, "dyad_name") or " - ".join(a.name for a in (*first, *second)),
        main=MAIN,
        doubts=(*doubts, *more),
    )


def _date(cells: Cells) -> tuple[Date, tuple[str, ...]]:
    first, last = day(cells, "date_start"), day(cells, "date_end") if cell(cells, "date_end") else ""
    text = " to ".join(dict.fromkeys(x for x in (cell(cells, "date_start"), cell(cells, "date_end")) if x))
    if last and last < first:
        return Date(last, first, text, DateBasis.STATED), ("date_end is before date_start: swapped",)
    return Date(first, last or first, text, DateBasis.STATED), ()


def _side(cells: Cells, column: str, known: Known, on_day: str | None) -> tuple[Actor, ...]:
    name = cell(cells, column)
    if not name or _XXX.fullmatch(name):
        return ()
    if name.casefold() == "civilians":
        return (known.actor(Named("civilians", None, "CVL", ActorType.GROUP, on_day)),)
    if _GOVERNMENT.fullmatch(name):
        return (known.actor(Named(name, None, "GOV", ActorType.GOVERNMENT, on_day)),)
    return (known.actor(Named(name, None, None, ActorType.ARMED_GROUP, on_day, cell(cells, "country") or None)),)


def _place(cells: Cells, known: Known) -> tuple[Place, ...]:
    precision = _PRECISION.get(cell(cells, "where_prec"))
    country, admin1 = cell(cells, "country"), cell(cells, "adm_1")
    code = known.country(country)
    if precision is Precision.COUNTRY:  # the coordinates are the country's middle
        return place(country, code, precision)
    if precision is Precision.PROVINCE and admin1:
        return place(admin1, code, precision, admin1=admin1)
    name = cell(cells, "where_coordinates") or cell(cells, "adm_2") or admin1 or country
    return place(name, code, precision, coordinates(cells, "latitude", "longitude"), admin1)


def _harm(cells: Cells) -> tuple[tuple[Harm, ...], tuple[str, ...]]:
    """The dead in all, from low to high, then those of each side; a side of which none is counted is left out."""
    best, low, high = (whole(cells, c) for c in ("best", "low", "high"))
    counted = [n for n in (low, best, high) if n is not None]
    if not counted or max(counted) == 0:
        return (), ()
    ends = min(counted), max(counted)
    text = f"best {best}, low {low}, high {high}"
    wrong = (low, high) != ends and None not in (low, high)
    doubts = ("low, best and high are out of order: sorted",) if wrong else ()
    return (Harm(HarmKind.KILLED, *ends, text), *_by_side(cells)), doubts


def _by_side(cells: Cells) -> tuple[Harm, ...]:
    sides = (
        ("deaths_a", cell(cells, "side_a")),
        ("deaths_b", cell(cells, "side_b")),
        ("deaths_civilians", "civilians"),
    )
    counted = ((whole(cells, column), column, side) for column, side in sides)
    return tuple(Harm(HarmKind.KILLED, n, n, f"{column}: {n}", side) for n, column, side in counted if n)
