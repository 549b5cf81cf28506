"""The project's own index of towns and regions, offline.

Towns are GeoNames' (https://www.geonames.org, CC BY 4.0), in a SQLite file that tools/build_places.py makes;
it is read on demand, so that it costs neither time nor memory before its first use. Regions are the project's own.
"""

from __future__ import annotations

import atexit
import csv
import os
import re
import sqlite3
import threading
import unicodedata
from collections.abc import Iterable, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files
from types import MappingProxyType

from parley.terms.enums import Precision

_DATA = files("parley.reading.places") / "data"
_AT_ONCE = 500
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l"})
_DROPPED = frozenset("'’‘ʿʾʻ`")
_ASCII = str.maketrans("-.,/", "    ", "'`")
_SPACED = re.compile(r"[-–.,/]")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the index; `main` says that it was asked for by its primary name. Coordinates in WGS 84 degrees."""

    name: str
    countries: tuple[str, ...]
    admin1: str | None
    latitude: float | None
    longitude: float | None
    precision: Precision
    geonames: int | None = None
    population: int = 0
    main: bool = True


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """A name as the key of the index: no accents, no case, hyphens as spaces, no apostrophes.

    >>> fold("Deir ez-Zor"), fold("Sana’a"), fold("Bogotá")
    ('deir ez zor', 'sanaa', 'bogota')
    """
    if name.isascii():
        return name.lower() if name.isalpha() else " ".join(name.lower().translate(_ASCII).split())
    plain = unicodedata.normalize("NFKD", name.casefold()).casefold().translate(_LETTERS)
    kept = "".join(c for c in plain if not unicodedata.combining(c) and c not in _DROPPED)
    return " ".join(_SPACED.sub(" ", kept).split())


@cache
def regions() -> Mapping[str, Spot]:
    """The project's regions by every key that they have; the first row of a key stands."""
    text = (_DATA / "regions.tsv").read_text(encoding="utf-8")
    found: dict[str, Spot] = {}
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    for name, aliases, countries, precision, latitude, longitude in csv.reader(lines, delimiter="\t"):
        spot = Spot(
            name.partition(",")[0],
            tuple(c for c in countries.split("|") if c),
            name.partition(",")[0] if precision == "province" else None,
            float(latitude),
            float(longitude),
            Precision(precision),
        )
        for known in (name, *(a for a in aliases.split("|") if a)):
            found.setdefault(fold(known), spot)
    return MappingProxyType(found)


@cache
def namesakes() -> Mapping[str, Spot]:
    """Regions that share their bare name with better known places ("Victoria, Australia"), by that bare name."""
    return MappingProxyType({fold(s.name): s for k, s in regions().items() if s.name and k != fold(s.name) and
                             fold(s.name) not in regions()})  # fmt: skip


def towns(keys: Iterable[str]) -> dict[str, tuple[Spot, ...]]:
    """The towns of each key that is known, the most populous first."""
    wanted = sorted(set(keys))
    found: dict[str, list[Spot]] = {}
    if not wanted:
        return {}
    base = _base()
    for at in range(0, len(wanted), _AT_ONCE):
        some = wanted[at : at + _AT_ONCE]
        marks = ",".join("?" * len(some))
        query = f"SELECT n.key, n.main, p.* FROM name n JOIN place p ON p.id = n.id WHERE n.key IN ({marks})"
        for row in base.execute(query, some):
            found.setdefault(row[0], []).append(_town(row))
    return {k: tuple(sorted(v, key=lambda s: (-s.population, s.geonames or 0))) for k, v in found.items()}


def credit() -> str:
    """Whose data the towns are, and under which licence."""
    return str(_base().execute("SELECT text FROM credit").fetchone()[0])


_OPENED = threading.local()


def _base() -> sqlite3.Connection:
    """The index, opened once in each thread of each process, for reading only."""
    if getattr(_OPENED, "by", None) != os.getpid():
        _OPENED.by, _OPENED.base = os.getpid(), _open()
    base: sqlite3.Connection = _OPENED.base
    return base


def _open() -> sqlite3.Connection:
    kept = ExitStack()
    atexit.register(kept.close)
    path = kept.enter_context(as_file(_DATA / "places.sqlite"))
    return kept.enter_context(
        closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False))
    )


def _town(row: tuple[str, int, int, str, str, str | None, float, float, int]) -> Spot:
    _, main, number, name, country, admin1, latitude, longitude, population = row
    return Spot(name, (country,), admin1, latitude, longitude, Precision.TOWN, number, population, bool(main))
