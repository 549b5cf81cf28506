"""`parley doubts`: what may be one and was not joined."""

from __future__ import annotations

from parley.cli.console import say, write_json, write_table
from parley.cli.options import Json, RecordFile


def doubts(record: RecordFile = None, as_json: Json = False) -> None:
    """Show actors, events and talks that may be one. Follow with `decide merge ONE OTHER`, or `decide reject ID`.

    Example:  `parley doubts --record talks.db`
    """
    from parley.desk.doubts import table
    from parley.desk.records import existing

    found = table(existing(record))
    if as_json:
        write_json(found.as_objects())
    elif found.rows:
        write_table(found)
    else:
        say("nothing is in doubt: what is alike was joined, the rest is plainly apart")
