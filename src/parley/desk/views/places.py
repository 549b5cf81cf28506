"""The map: where events and talks are told to have been, as finely as that is known."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from parley.brief import line_id
from parley.brief.pictures.map import Spot, map_svg
from parley.desk.records import plainly
from parley.desk.tables import Table
from parley.desk.views.lines import Line, lines_for, told_in
from parley.record import Record
from parley.terms.enums import Form
from parley.terms.slice import Filter
from parley.terms.statement import Statement, Talk
from parley.terms.values import Place

FORMS = frozenset({Form.EVENT, Form.TALK})
MOST = 600
"""Events and talks looked at: the newest of what is asked for."""
SHOWN = 12
"""Lines told of each place."""
COLUMNS = ("place", "latitude", "longitude", "precision", "countries", "told", "ids")


@dataclass(frozen=True, slots=True)
class Here:
    """A place with what is told to have been there; coordinates None where only its name is known."""

    anchor: str
    name: str
    latitude: float | None
    longitude: float | None
    precision: str
    countries: tuple[str, ...]
    told: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class MapPage:
    """The places, the most told first, and their picture."""

    places: tuple[Here, ...]
    unplaced: int
    cut: bool
    picture: Markup

    @property
    def table(self) -> Table:
        """A row for each place."""
        rows = tuple(
            (p.name, p.latitude, p.longitude, p.precision, "; ".join(p.countries), p.told,
             "; ".join(x.id for x in p.lines))
            for p in self.places
        )  # fmt: skip
        return Table("Places", COLUMNS, rows, COLUMNS)


def map_page(
    record: Record, actors: frozenset[str] = frozenset(), since: str | None = None, until: str | None = None
) -> MapPage:
    """Where the newest events and talks of a filter were."""
    asked = Filter(forms=FORMS, actors=actors, since=since, until=until)
    with plainly():
        part = record.newest(asked, MOST)
        of = record.how_many(asked)
    told = told_in(part)
    by: dict[str, list[tuple[Place, Statement | Talk]]] = {}
    for t in told:
        for p in {p.name: p for p in places_of(t)}.values():
            by.setdefault(p.name, []).append((p, t))
    lines = dict(zip((t.id for t in told), lines_for(told, part), strict=True))
    here = sorted((_here(name, own, lines) for name, own in by.items()), key=lambda h: (-h.told, h.name))
    spots = [
        Spot(h.name, h.latitude, h.longitude, h.precision, h.told, f"#{h.anchor}")
        for h in here
        if h.latitude is not None and h.longitude is not None
    ]
    return MapPage(tuple(here), sum(not places_of(t) for t in told), of > MOST, map_svg(spots))


def places_of(told: Statement | Talk) -> tuple[Place, ...]:
    """Where something was."""
    if isinstance(told, Talk):
        return (told.place,) if told.place else ()
    return told.places


def _here(name: str, own: list[tuple[Place, Statement | Talk]], lines: dict[str, Line]) -> Here:
    best = next((p for p, _ in own if p.latitude is not None and p.longitude is not None), own[0][0])
    return Here(
        anchor=line_id(name),
        name=name,
        latitude=best.latitude,
        longitude=best.longitude,
        precision=best.precision.value if best.precision else "",
        countries=best.countries,
        told=len(own),
        lines=tuple(lines[t.id] for _, t in own[:SHOWN]),
    )
