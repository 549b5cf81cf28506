"""Records: where they lie, opening them, and asking them for a part."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from parley.desk.actors import actor_among
from parley.desk.amiss import AmissError
from parley.record import Page, Record, RecordError
from parley.terms.enums import Form, Reality, Status
from parley.terms.slice import Filter, Slice

DEFAULT = "parley.db"
VARIABLE = "PARLEY_RECORD"
_HEADER = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part of a record, as a person asks for it: actors by id, name or alias; days in ISO form.

    `without` names reports or outlets that are to be left out, as if they had never been read.
    """

    actors: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    statuses: tuple[Status, ...] = ()
    realities: tuple[Reality, ...] = ()
    words: str | None = None
    without: tuple[str, ...] = ()


def place_of(given: Path | None) -> Path:
    """The file that is meant: the one given, else the environment's PARLEY_RECORD, else `parley.db` here."""
    return given or Path(os.environ.get(VARIABLE) or DEFAULT)


@contextmanager
def plainly() -> Iterator[None]:
    """What the record refuses, as an AmissError."""
    try:
        yield
    except RecordError as e:
        raise AmissError(*parted(str(e))) from e


def parted(message: str) -> tuple[str, str]:
    """A record's message as what is wrong and what to do.

    >>> parted("x.db: is no record. Name another file.")
    ('x.db: is no record', 'Name another file.')
    """
    what, _, remedy = message.partition(". ")
    return what, remedy or "Name another file: --record FILE"


def is_record(path: Path) -> bool:
    """Whether a file is a database, as records are."""
    try:
        with path.open("rb") as file:
            return file.read(len(_HEADER)) == _HEADER
    except OSError:
        return False


def open_record(given: Path | None) -> Record:
    """A record, made where there is none. Raises AmissError where the file cannot be one."""
    place = place_of(given)
    if place.is_dir():
        raise AmissError(f"{place} is a folder, not a record", f"Name a file in it: --record {place / DEFAULT}")
    if not place.parent.is_dir():
        raise AmissError(f"{place}: its folder does not exist", f"Make it first: mkdir -p {place.parent}")
    with plainly():
        return Record.open(place)


def existing(given: Path | None) -> Record:
    """A record that is there already. Raises AmissError saying how to make one."""
    place = place_of(given)
    if not place.exists():
        remedy = f"Make one: parley read PATH… --record {place}   (or try `parley demo`)"
        raise AmissError(f"there is no record {place}", remedy)
    return open_record(given)


def part_of(record: Record, wanted: Wanted, forms: frozenset[Form] = frozenset(), page: Page | None = None) -> Slice:
    """The part of a record that a person asks for. Raises AmissError for an unknown actor or a day that is none."""
    with plainly():
        return record.slice(filter_of(record, wanted, forms), page)


def filter_of(record: Record, wanted: Wanted, forms: frozenset[Form] = frozenset()) -> Filter:
    """The filter that a person means. Raises AmissError for an unknown actor or a day that is none."""
    since = None if wanted.since is None else iso_day("--since", wanted.since)
    until = None if wanted.until is None else iso_day("--until", wanted.until)
    with plainly():
        return Filter(
            actors=frozenset(_ids(record, wanted.actors)),
            since=since,
            until=until,
            statuses=frozenset(wanted.statuses),
            realities=frozenset(wanted.realities),
            forms=forms,
            words=wanted.words,
        )


def _ids(record: Record, actors: tuple[str, ...]) -> Iterable[str]:
    if not actors:
        return ()
    known = record.actors()
    return [actor_among(a, known) for a in actors]


def iso_day(name: str, day: str) -> str:
    """A day as it was typed, in ISO form. Raises AmissError naming the option."""
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError as e:
        raise AmissError(f"{name} {day!r} is no day", f"Write it as year, month, day: {name} 2022-01-31") from e
