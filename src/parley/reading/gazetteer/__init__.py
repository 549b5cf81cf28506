"""Known actors as data (`data/*.tsv`): names, demonyms, seats, offices, and who stands for whom when."""

from parley.reading.gazetteer.book import TYPE_ORDER, Gazetteer, exists_on
from parley.reading.gazetteer.fold import fold
from parley.reading.gazetteer.load import load, read_tables
from parley.reading.gazetteer.rows import GazetteerError, OrganNoun, codes, members

__all__ = [
    "TYPE_ORDER",
    "Gazetteer",
    "GazetteerError",
    "OrganNoun",
    "codes",
    "exists_on",
    "fold",
    "load",
    "members",
    "read_tables",
]
