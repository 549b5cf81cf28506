"""The dates stage: expressions of time, the intervals that they mean, and the predicates that they belong to."""

from parley.reading.dates.attaching import attach
from parley.reading.dates.finding import find, implied_published
from parley.reading.dates.found import DateFound

__all__ = ["DateFound", "attach", "find", "implied_published"]
