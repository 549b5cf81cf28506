"""What every kind of file that can be imported has: how it is told from others, how it is taken, what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from parley.desk.reports import Progress, silent
from parley.intake import LeftOut
from parley.record import Record
from parley.terms.entry import ActorEntry
from parley.terms.enums import Handling

if TYPE_CHECKING:
    from parley.desk.import_source import Table


@dataclass(frozen=True, slots=True)
class Sample:
    """What a file is told by: its path, its first bytes, and its first row's cells where it is a table (else ())."""

    path: Path
    head: bytes
    columns: tuple[str, ...] = ()

    @property
    def begins(self) -> bytes:
        """Those bytes without byte order mark and spaces before them."""
        return self.head.lstrip(b"\xef\xbb\xbf \t\r\n")


def unnoted(_left: LeftOut) -> None:
    """Keeps no list of what was left out; it is counted all the same."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How a file is to be taken: what a person said beside its name.

    `as_of` is the ISO day of the download. `whole`: the file is the whole data set as it then stood, so that what it
    lacks is gone. `leave` is told of each row or line that is left out, as it comes; nothing else may keep them all.
    """

    as_of: str
    mapping: Path | None = None
    whole: bool = False
    actors: tuple[ActorEntry, ...] = ()
    handling: Handling = Handling.OPEN
    leave: Callable[[LeftOut], None] = unnoted
    progress: Progress = silent


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file: counts in the order in which they are said, why something was left out, what to heed.

    `causes` counts each cause of leaving out or mending; `lines` are said last, one each; `left_out` is how many rows
    or lines were not taken at all.
    """

    counts: tuple[tuple[str, int], ...]
    causes: tuple[tuple[str, int], ...] = ()
    lines: tuple[str, ...] = ()
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file: its title for people, whether a sample is of it, and how it is taken into a record.

    `take` raises AmissError for a file that is none of the kind, and passes on what the record refuses. `rows` gives a
    file's rows by their ids, to set two files side by side, and `table` the table as which a file is read, to set it
    beside a record, each with the mapping given; None where a file holds no rows.
    """

    title: str
    fits: Callable[[Sample], bool]
    take: Callable[[Record, Path, Wish], Imported]
    rows: Callable[[Path, Path | None], Iterator[tuple[str, Mapping[str, str]] | LeftOut]] | None = None
    table: Callable[[Path, Path | None], Table] | None = None
