"""Rows in the manner of POLECAT: tab-separated, one an event, with PLOVER's codes.

Columns and their order are those of POLECAT's weekly files; codes are PLOVER's (draft 2.0). POLECAT has no place for
who says so, for denials, quotes and ranges of days: an event told as a range has its first day, one without a day none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from parley.formats.carrying import STANDING, carried, line, standing, story
from parley.formats.cells import many, safe
from parley.formats.columns import day, main_place
from parley.formats.countries import countries
from parley.formats.incoming.polecat import NAMES
from parley.formats.pieces import Cell, Lost, Wish
from parley.terms.actor import Actor
from parley.terms.bodies import Event, Plover
from parley.terms.enums import ActorType, Precision
from parley.terms.plover import QUAD, SCORE, score_of
from parley.terms.slice import Slice
from parley.terms.statement import Statement
from parley.terms.values import Place

COLUMNS = NAMES
_QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
_FEATURES = {
    Precision.TOWN: "PPL", Precision.DISTRICT: "ADM2", Precision.PROVINCE: "ADM1", Precision.COUNTRY: "PCLI",
    Precision.REGION: "RGN",
}  # fmt: skip
"""GeoNames' codes of features, by how finely a place is known."""
_PEOPLE = frozenset({ActorType.PERSON})
_LOCATIONS = frozenset({ActorType.STATE, ActorType.REGION})
_UNNAMED = frozenset({ActorType.GROUP, ActorType.POPULATION})
Cells = tuple[Cell, ...]


def polecat(parts: Iterable[Slice], wish: Wish) -> Iterator[str | Lost]:
    """The lines of a file, its header first; with `wish.claims` a last column tells how each event stands."""
    yield line((*COLUMNS, STANDING) if wish.claims else COLUMNS)
    for part in parts:
        told = story(part)
        for found in carried(part, wish):
            if isinstance(found, Lost):
                yield found
            else:
                cells = _row(*found, part, told)
                yield line(map(safe, (*cells, standing(found[0])) if wish.claims else cells))


def _row(s: Statement, body: Event, code: Plover, part: Slice, told: dict[str, set[str]]) -> Cells:
    start = day(s.date.start) if s.date else None
    score = score_of(code) if code.type in SCORE else None
    return (
        s.id,
        start,
        code.type.value,
        code.mode,
        score,
        _QUADS.get(QUAD.get(code.type, 0)),
        many(body.contexts),
        *_side(body.actors, part),
        *_side(body.recipients, part),
        *_place(main_place(s.places)),
        *_source(s, part, told),
    )


def _side(ids: Sequence[str], part: Slice) -> Cells:
    """Eight cells; neither an office, nor the words of the report, nor a page of Wikipedia is held for an actor."""
    actors = [part.by_id.get(i) for i in ids]
    held = [a for a in actors if a is not None]
    homes = list(dict.fromkeys(a.country for a in held if a.country))
    numbers = [countries()[c].cow for c in homes if c in countries()]
    sectors = list(dict.fromkeys(a.sector for a in held if a.sector))
    known = many(map(part.name_of, ids)), many(homes), many(n for n in numbers if n)
    return *known, sectors[0] if sectors else None, many(sectors), None, None, None


def _place(p: Place | None) -> Cells:
    """Ten cells: the place by its levels, as far as they are known."""
    if p is None:
        return (None,) * 10
    names = {level: p.name if p.precision in of else None for level, of in _LEVELS.items()}
    province = names["province"] or p.admin1
    country = p.countries[0] if p.countries else None
    feature = _FEATURES.get(p.precision) if p.precision else None
    levels = p.name, names["city"], names["district"], province, country
    return *levels, p.latitude, p.longitude, p.geonames, p.text or None, feature


_LEVELS = {
    "city": (Precision.POINT, Precision.TOWN),
    "district": (Precision.DISTRICT,),
    "province": (Precision.PROVINCE,),
}


def _source(s: Statement, part: Slice, told: dict[str, set[str]]) -> Cells:
    """Seven cells: the report that tells it first, and whom it names."""
    version = f"{part.reader.name} {part.reader.version}" if part.reader else None
    if not s.mentions:
        return *(None,) * 6, version
    name = s.mentions[0].report
    report = part.found(name)
    known = [a for a in map(part.by_id.get, sorted(told.get(name, ()))) if a is not None]
    printed = day((report.published or "")[:10]) if report else None
    return report.publisher if report else None, printed, *_named(known), report.language if report else None, version


def _named(actors: Iterable[Actor]) -> Cells:
    """People, organisations and locations that a report names; described sets and populations are none of these."""
    groups: tuple[list[str], list[str], list[str]] = [], [], []
    for a in (a for a in actors if a.type not in _UNNAMED):
        groups[0 if a.type in _PEOPLE else 2 if a.type in _LOCATIONS else 1].append(a.name)
    return tuple(map(many, groups))
