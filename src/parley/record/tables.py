"""The tables as queries see them; `migrations/` makes them."""

from __future__ import annotations

from sqlalchemy import Column, Integer, MetaData, String, Table

METADATA = MetaData()


def _table(name: str, text: str, whole: str = "") -> Table:
    """A table with its columns of text, then those of whole numbers."""
    columns = [Column(c, String) for c in text.split()] + [Column(c, Integer) for c in whole.split()]
    return Table(name, METADATA, *columns)


SCHEMA_VERSION = _table("schema_version", "product", "version")
REPORTS = _table("reports", "id sha256 published state json")
REPORT_NAMES = _table("report_names", "name report")
READINGS = _table("readings", "report reader version codebook", "id")
PROPOSALS = _table("proposals", "id report form json", "reading")
ACTORS_TOLD = _table("actors_told", "json", "reading")
AFFILIATIONS_TOLD = _table("affiliations_told", "json", "reading")
JOINING = _table("joining", "", "stale")
ACTORS = _table("actors", "id json")
AFFILIATIONS = _table("affiliations", "json", "place")
HELD = _table("held", "id form type reality status starts ends words json", "place fact")
HELD_ACTORS = _table("held_actors", "held actor")
HELD_VOICES = _table("held_voices", "held report who stance")
MENTIONS = _table("mentions", "proposal held report")
MERGE_PROPOSALS = _table("merge_proposals", "id json")
DECISIONS = _table("decisions", "target json", "seq")

JOINED = (MENTIONS, HELD_VOICES, HELD_ACTORS, HELD, AFFILIATIONS, ACTORS, MERGE_PROPOSALS)
"""What joining makes, in an order in which it may be emptied."""
