"""The record: reports and proposals kept once, statements and talks answered from one file or database."""

from parley.record.addresses import is_address, shown
from parley.record.answers import KeptAnswers, kept_answers
from parley.record.arriving import Taken
from parley.record.asking import Page
from parley.record.coding import Coding
from parley.record.downloads import Downloads, HeldRow
from parley.record.errors import AmbiguousError, RecordError
from parley.record.history import Entry, Orphan
from parley.record.keeping import Added
from parley.record.listing import ListedActor, ListedReport
from parley.record.queue import Waiting, pressing
from parley.record.store import Record, now
from parley.record.tallies import Tally
from parley.record.transfer import copy_record

__all__ = [
    "Added",
    "AmbiguousError",
    "Coding",
    "Downloads",
    "Entry",
    "HeldRow",
    "KeptAnswers",
    "ListedActor",
    "ListedReport",
    "Orphan",
    "Page",
    "Record",
    "RecordError",
    "Taken",
    "Tally",
    "Waiting",
    "copy_record",
    "is_address",
    "kept_answers",
    "now",
    "pressing",
    "shown",
]
