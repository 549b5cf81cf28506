"""Names, literals and addresses of things in linked data: what the nodes of `parley.formats.linked` are made of."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from parley.formats.telling import digest, iso, plain
from parley.terms.values import Place

Term = dict[str, Any] | str | int | float | bool
"""A literal, or a node by its address."""
CONTEXT: Mapping[str, str] = MappingProxyType(
    {
        "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
        "schema": "https://schema.org/",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "parley": "urn:parley:term:",
    }
)
_TYPED = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}


@lru_cache(8192)
def iri(kind: str, key: str) -> str:
    """The address of something of a record, as a URN.

    >>> iri("actor", "reed front")
    'urn:parley:actor:reed%20front'
    """
    return f"urn:parley:{kind}:{quote(key.encode('utf-8', 'surrogatepass'), safe='')}"


def node(kind: str, key: str) -> dict[str, Any]:
    """A reference to something of a record."""
    return {"@id": iri(kind, key)}


def term(value: str) -> dict[str, Any]:
    """A reference to a code of the contract: `urn:parley:term:ASSAULT`."""
    return {"@id": f"parley:{quote(value, safe='')}"}


def day(value: str | None) -> dict[str, Any] | None:
    """An ISO day, month or year as a typed literal."""
    known = iso(value)
    return {"@value": known, "@type": _TYPED[len(known)]} if known else None


def text(words: str | None) -> str | None:
    """Words as a literal; None where nothing is said."""
    return plain(words or "") or None


def filled(fields: Mapping[str, Any]) -> dict[str, Any]:
    """A node without its empty fields."""
    return {name: value for name, value in fields.items() if value is not None and value != []}


def place_key(place: Place) -> str:
    """By what a place is known: its number in GeoNames, else its name and where it lies."""
    if place.geonames is not None:
        return f"geonames-{place.geonames}"
    return digest(place.name, *place.countries, str(place.latitude), str(place.longitude))


def place_node(place: Place) -> dict[str, Any]:
    """A place with its name, countries and coordinates."""
    fine = place.latitude is not None and place.longitude is not None
    fine = fine and all(math.isfinite(x) for x in (place.latitude or 0.0, place.longitude or 0.0))
    at = {"@type": "schema:GeoCoordinates", "schema:latitude": place.latitude, "schema:longitude": place.longitude}
    return filled(
        {
            **node("place", place_key(place)),
            "@type": ["sem:Place", "schema:Place"],
            "schema:name": text(place.name),
            "parley:country": texts(place.countries),
            "schema:geo": at if fine else None,
        }
    )


def texts(several: Iterable[str | None]) -> list[str]:
    """Those words of which something is left."""
    return [t for t in map(text, several) if t]
