"""A record copied whole, from a file to a server, or the other way."""

from __future__ import annotations

from pathlib import Path

from parley.desk.amiss import AmissError
from parley.desk.records import plainly
from parley.record import copy_record, is_address

KINDS = ("reports", "proposals", "decisions", "forecasts", "snapshots", "assignments")
"""The tables of which a person is told."""


def copy(source: str, target: str) -> tuple[int, dict[str, int]]:
    """Copy a record to a place that holds none yet; how many rows in all, and of each kind a person knows.

    Raises AmissError where anything is in the way; then the copy is not there.
    """
    if not is_address(source) and not Path(source).is_file():
        raise AmissError(f"there is no record {source}", "Name its file, or postgresql://USER@HOST/DATABASE")
    if not is_address(target) and Path(target).exists():
        raise AmissError(f"{target} is there already", "Name a file that is not there yet")
    with plainly():
        rows = copy_record(source, target)
    return sum(rows.values()), {k: rows.get(k, 0) for k in KINDS}
