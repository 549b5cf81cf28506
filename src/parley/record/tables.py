"""The tables as queries see them; `migrations/` makes them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, MetaData, String, Table

METADATA = MetaData()


def _table(name: str, text: str, whole: str = "") -> Table:
    """A table with its columns of text, then those of whole numbers."""
    columns = [Column(c, String) for c in text.split()] + [Column(c, BigInteger) for c in whole.split()]
    return Table(name, METADATA, *columns)


SCHEMA_VERSION = _table("schema_version", "product", "version")
REPORTS = _table("reports", "id sha256 published state json")
REPORT_NAMES = _table("report_names", "name report")
READINGS = _table("readings", "report reader version codebook at again", "id")
PROPOSALS = _table("proposals", "id report form json", "n reading")
ACTOR_TELLINGS = _table("actor_tellings", "actor json", "id")
TOLD_ACTORS = _table("told_actors", "", "telling reading")
AFFILIATION_TELLINGS = _table("affiliation_tellings", "json", "id")
TOLD_AFFILIATIONS = _table("told_affiliations", "", "telling reading")
SNAPSHOTS = _table("snapshots", "id at json")
FORECASTS = _table("forecasts", "id json", "seq")
ASSIGNMENTS = _table("assignments", "id report coder json")
DECISIONS = _table("decisions", "target json", "seq")
PARTS = _table("parts", "left_out")

REPORT_NUMBERS = _table("report_numbers", "report", "n")
UNINDEXED = _table("unindexed", "report", "n")
PENDING = _table("pending", "", "n")
PENDING_ACTORS = _table("pending_actors", "actor")
ACTORS = _table("actors", "id folded json")
HELD = _table(
    "held",
    "published report id form type reality status decision starts ends day last_day month",
    "n undated start fact plain told apart",
)
HELD_ACTORS = _table("held_actors", "actor", "held shown")
HELD_VOICES = _table("held_voices", "report who stance", "held")
HELD_LINKS = _table("held_links", "rel target", "held")
HELD_DECISIONS = _table("held_decisions", "", "held seq")
TALLIES = _table("tallies", "form month status reality", "fact rejected many")
ANSWERS = _table("answers", "key report text")
CONSENTS = _table("consents", "address at")
MENTIONS = _table("mentions", "cells", "n held part")
CELLS = _table("cells", "", "cell n seeks")

OF_HELD = (HELD_ACTORS, HELD_VOICES, HELD_LINKS, HELD_DECISIONS)
"""What stands beside `held`, each row with its number."""
JOINED = (*OF_HELD, HELD, TALLIES, MENTIONS, CELLS, ACTORS)
"""What joining makes."""
ORDER = (HELD.c.undated, HELD.c.published, HELD.c.report, HELD.c.start, HELD.c.id)
"""The order of statements and talks: that of their earliest proposals."""
