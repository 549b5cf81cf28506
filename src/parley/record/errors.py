"""What can be amiss with a record; each message names the place and the remedy."""

from __future__ import annotations


class RecordError(Exception):
    """A file that is no record of this version, a report that contradicts one held, or a write that failed."""


class AmbiguousError(RecordError, LookupError):
    """The beginning of an id that fits several."""
