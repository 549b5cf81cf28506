"""Records: where they lie, opening them, and asking them for a part."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shlex import quote

from parley.desk.actors import actor_among
from parley.desk.amiss import AmissError
from parley.desk.project import settled
from parley.record import Page, Record, RecordError, is_address, shown
from parley.terms.enums import Form, Reality, Status
from parley.terms.slice import Filter, Slice

DEFAULT = "parley.db"
VARIABLE = "PARLEY_RECORD"
Place = Path | str
"""A record's file, or the address of its database: `postgresql://USER@HOST/DATABASE`."""
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


def place_of(given: Place | None) -> Place:
    """What is meant: the file or address given, else the environment's PARLEY_RECORD, `parley.toml`, or `parley.db`."""
    meant = given or os.environ.get(VARIABLE) or settled().record or DEFAULT
    return meant if isinstance(meant, str) and is_address(meant) else Path(meant)


def folder_of(place: Place) -> Path:
    """The folder in which a record lies; the present one, for a record on a server."""
    return place.parent if isinstance(place, Path) else Path()


def name_of(place: Place) -> str:
    """A record's short name: its file's, or its database's."""
    return place.name if isinstance(place, Path) else Path(shown(place).partition("?")[0]).name


def named_as(given: Place | None) -> str:
    """A record's place as it may be printed, to be typed again: without a password, and quoted for a shell."""
    with plainly():
        return quote(shown(str(place_of(given))))


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


def open_record(given: Place | None) -> Record:
    """A record, made where there is none. Raises AmissError where the file cannot be one."""
    place = place_of(given)
    if isinstance(place, str):
        return _opened(lambda: Record.open(place))
    if place.is_dir():
        raise AmissError(f"{place} is a folder, not a record", f"Name a file in it: --record {place / DEFAULT}")
    if not place.parent.is_dir():
        raise AmissError(f"{place}: its folder does not exist", f"Make it first: mkdir -p {place.parent}")
    return _opened(lambda: Record.open(place))


def _opened(opening: Callable[[], Record]) -> Record:
    with plainly():
        return opening()


def existing(given: Place | None) -> Record:
    """A record that is there already. Raises AmissError saying how to make one."""
    place = place_of(given)
    if isinstance(place, str):
        return _opened(lambda: Record.open_existing(place))
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
