"""What a record keeps beside what it tells, so that an export brings it back exactly: who read what when, and in whose
words actors stand.

These lines were added with contract 1.1; a program that only asks what the record says can pass over them.
"""

from __future__ import annotations

from dataclasses import dataclass

from parley.terms.actor import Actor
from parley.terms.affiliation import Affiliation
from parley.terms.enums import Handling
from parley.terms.slice import ReaderInfo


@dataclass(frozen=True, slots=True)
class Original:
    """A report's own particulars where people have set them right since: as it came, before any decision."""

    report: str
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    handling: Handling
    reliability: str | None


@dataclass(frozen=True, slots=True)
class Redirect:
    """Another id under which a report's text came in again."""

    name: str
    report: str


@dataclass(frozen=True, slots=True)
class Telling:
    """Words in which readings tell of an actor, or of who stands for whom; one of the two is there.

    `id` counts the tellings of one export from 1; readings name it.
    """

    id: int
    actor: Actor | None = None
    affiliation: Affiliation | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """One reading that a record keeps: who read which report, and what came of it.

    `seq` is its place among the readings, from 1; `at` when it was first made, `again` when last, in ISO form;
    `proposals` are ids, `told` numbers of tellings. The reader `person` stands for what people added.
    """

    seq: int
    report: str
    reader: ReaderInfo
    at: str
    again: str
    proposals: tuple[str, ...] = ()
    told: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """The last line of an export: how many lines of each kind came before it, and what was left out of the record.

    `whole` is false where the export is a part of a record, or of a record that was itself made from a part.
    `left_out` counts the reports that stayed out, by their handling, as far as that is known.
    """

    whole: bool
    lines: tuple[tuple[str, int], ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class AsKept:
    """A proposal's line as the record keeps it, in ASCII: written out again without being taken apart."""

    text: str
