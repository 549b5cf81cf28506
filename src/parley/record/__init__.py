"""The record: reports and proposals kept once, statements and talks answered from one file."""

from parley.record.errors import AmbiguousError, RecordError
from parley.record.history import Entry, Orphan
from parley.record.keeping import Added
from parley.record.store import Record

__all__ = ["Added", "AmbiguousError", "Entry", "Orphan", "Record", "RecordError"]
