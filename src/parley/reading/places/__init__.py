"""The places stage: names of places, what they are, and the predicates that they belong to."""

from parley.reading.places.attaching import attach
from parley.reading.places.finding import find
from parley.reading.places.found import PlaceFound
from parley.reading.places.index import credit

__all__ = ["PlaceFound", "attach", "credit", "find"]
