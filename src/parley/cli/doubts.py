"""`parley doubts`: what may be one and was not joined."""

from __future__ import annotations

from parley.cli.console import write_found
from parley.cli.options import Json, RecordFile


def doubts(record: RecordFile = None, as_json: Json = False) -> None:
    """Show actors, events and talks that may be one. Follow with `decide merge ONE OTHER`, or `decide reject ID`.

    Example:  `parley doubts --record talks.db`
    """
    from parley.desk.doubts import table
    from parley.desk.records import existing

    found = table(existing(record))
    write_found(found, as_json, "nothing is in doubt: what is alike was joined, the rest is plainly apart")
