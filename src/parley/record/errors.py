"""What can be amiss with a record; each message names the place and the remedy."""

from __future__ import annotations


class RecordError(Exception):
    """A file that is no record of this version, a report that contradicts one held, or a write that failed."""


class DamagedRowError(RecordError):
    """A row whose value cannot be made any more."""

    def __init__(self, table: str, key: object, why: str) -> None:
        remedy = "Put a copy of the file back, or read the reports into a new record."
        super().__init__(f"table {table}, row {key!r}, is damaged: {why}. {remedy}")


class AmbiguousError(RecordError, LookupError):
    """The beginning of an id that fits several."""


class LostError(RecordError):
    """The server went away in the midst; what was not yet kept is not, and may be done again."""
