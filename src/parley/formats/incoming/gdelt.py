"""GDELT 2.0's events: coded by a machine from what the world's media print, without a quote and often twice.

Source: GDELT 2.0 event codebook: 61 columns, parted by tabs, without a header. The data set passes on what an article
seems to say, so its voice alleges; its day is the article's where that names none, and is then no day that is stated.
"""

from __future__ import annotations

from collections.abc import Sequence

from parley.formats.incoming.acts import Act
from parley.formats.incoming.cameo import QUADS, STATEMENT, act_of
from parley.formats.incoming.cells import cell, coordinates, day, day_of, needed, on, place, shown
from parley.formats.incoming.row import TYPES, Cells, Claim, Known, Named, PassedOverError, RowError, Source, Told
from parley.terms.actor import Actor
from parley.terms.enums import ActorType, DateBasis, Precision, Stance
from parley.terms.values import Place

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
    "Type2Code", "Type3Code",
)  # fmt: skip
_GEO = ("Type", "Fullname", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
ID = "GLOBALEVENTID"
NAMES: tuple[str, ...] = (
    ID, "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor{n}{part}" for n in (1, 2) for part in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(f"{whose}Geo_{part}" for whose in ("Actor1", "Actor2", "Action") for part in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
"""The 61 columns in their order: files have no header."""
MAIN = (ID, "SQLDATE", "Actor1Name", "EventCode", "Actor2Name", "ActionGeo_Fullname")
COLUMNS = frozenset({ID, "EventCode", "ActionGeo_Fullname", "SOURCEURL"})
SOURCE = Source("gdelt", Actor("gdelt", "GDELT Project", ActorType.ORGANISATION), Stance.ALLEGES, 0.3, own_events=False)
_PRECISION = {
    "1": Precision.COUNTRY, "2": Precision.PROVINCE, "3": Precision.TOWN, "4": Precision.TOWN, "5": Precision.PROVINCE,
}  # fmt: skip
_SECTORS = {
    "GOV": "GOV", "MIL": "MIL", "REB": "REB", "OPP": "OPP", "PTY": "PTY", "LEG": "LEG", "JUD": "JUD", "SPY": "SPY",
    "COP": "COP", "IGO": "IGO", "NGO": "NGO", "MED": "JRN", "CVL": "CVL", "ELI": "ELI", "BUS": "BUS", "REF": "REF",
    "INS": "REB", "SEP": "REB", "UAF": "UAF", "EDU": "EDU", "LAB": "LAB", "HLH": "MED", "CRM": "CRM", "AGR": "AGR",
}  # fmt: skip
"""PLOVER's sectors by CAMEO's types: its MED are the media, its HLH the medical, and insurgents are rebels."""


def is_row(cells: Sequence[str]) -> bool:
    """Whether cells are a row of GDELT 2.0's events."""
    if len(cells) != len(NAMES):
        return False
    row = dict(zip(NAMES, cells, strict=True))
    return row[ID].isdigit() and day_of(row["SQLDATE"]) is not None and row["QuadClass"] in QUADS


def told(cells: Cells, known: Known) -> Told:
    """What a row tells. Raises RowError where id, day or code are none, PassedOverError for mere statements."""
    act = _act(cells)
    on_day = day(cells, "SQLDATE")
    added = day_of(cell(cells, "DATEADDED"))
    first, second = (_side(cells, f"Actor{n}", known, on_day) for n in (1, 2))
    if not first and not second:
        raise PassedOverError("Actor1Name", "no actor is named on either side", "nothing is to be done")
    basis = DateBasis.INFERRED if on_day == added else DateBasis.STATED
    event = act.event(tuple(a.id for a in first), tuple(a.id for a in second))
    rule = f"CAMEO {cells['EventCode'].strip()}"
    return Told(
        needed(cells, ID),
        ID,
        (Claim(event, on(on_day, cells["SQLDATE"].strip(), basis), _place(cells, known), rule=rule),),
        actors=(*first, *second),
        title=f"{rule}: {' → '.join(a.name for a in (*first, *second))}",
        main=MAIN,
        url=cell(cells, "SOURCEURL") or None,
        published=added,
    )


def _act(cells: Cells) -> Act:
    code = needed(cells, "EventCode")
    if len(cell(cells, "EventRootCode")) == 1:
        code = f"0{code}"  # a spreadsheet has taken the nought away
    act = act_of(code)
    if act is not None:
        return act
    if code.startswith(STATEMENT):
        raise PassedOverError("EventCode", "CAMEO 01 is a bare statement, a voice and no act", "nothing is to be done")
    raise RowError("EventCode", f"{shown(code)} is no code of CAMEO", "mend the code")


def _side(cells: Cells, which: str, known: Known, on_day: str) -> tuple[Actor, ...]:
    name = cell(cells, f"{which}Name")
    if not name:
        return ()
    sector = _SECTORS.get(cell(cells, f"{which}Type1Code"))
    country = known.country(cell(cells, f"{which}CountryCode"))
    kind = TYPES.get(sector, ActorType.ORGANISATION)
    return (known.actor(Named(name.title(), country, sector, kind, on_day)),)


def _place(cells: Cells, known: Known) -> tuple[Place, ...]:
    """Where it was: GDELT's full names run from the finest part to the country."""
    parts = [p.strip() for p in cell(cells, "ActionGeo_Fullname").split(",") if p.strip()]
    if not parts:
        return ()
    precision = _PRECISION.get(cell(cells, "ActionGeo_Type"))
    country = known.country(parts[-1])
    if precision is Precision.COUNTRY:
        return place(parts[0], country, precision)
    at = coordinates(cells, "ActionGeo_Lat", "ActionGeo_Long") if precision is Precision.TOWN else (None, None)
    return place(parts[0], country, precision, at, parts[1] if len(parts) > 2 else None)
