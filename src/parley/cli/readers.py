"""`parley readers`: which readers are installed."""

from __future__ import annotations

from parley.cli.console import write_found
from parley.cli.options import Json


def readers(as_json: Json = False) -> None:
    """List the readers that are installed, with their versions and what they read by.

    Example:  `parley readers`
    """
    from parley.desk.readers import table
    from parley.desk.second import server_set_up

    found = table(server_set_up())
    write_found(found, as_json)
