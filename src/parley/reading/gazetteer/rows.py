"""Rows of the gazetteer's tables to values; an error names the file, the line and the remedy."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from parley.terms.actor import Actor
from parley.terms.entry import ActorEntry, Governs, Office
from parley.terms.enums import ActorType

_HEADER = "id name type country sector aliases demonyms seats parent from to governs offices note"
_ORGAN_HEADER = "noun slug type sector aliases"
_PLOVER = "AGR BUS COP CRM CVL EDU ELI GOV IGO JRN JUD LAB LEG MED MIL NGO OPP PRE PRM PTY REB REF REL SOC SPY UAF UNK"
MEMBERS = "members"
"""How the note of a group begins whose members are listed."""
COLUMNS = tuple(_HEADER.split())
ORGAN_COLUMNS = tuple(_ORGAN_HEADER.split())
SECTORS = frozenset(_PLOVER.split())
_TYPES = {t.value: t for t in ActorType}
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")


class GazetteerError(ValueError):
    """A row or set of rows that cannot be used: says which file and line, what is wrong and what is right."""


@dataclass(frozen=True, slots=True)
class OrganNoun:
    """A noun that with any state makes an organ of it: "foreign ministry" → `iran-foreign-ministry`."""

    noun: str
    slug: str
    type: ActorType
    sector: str
    aliases: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def first_day(date: str) -> str | None:
    """The first ISO day of a year, month or day; None where open. Raises ValueError.

    >>> first_day("1991"), first_day("1991-12"), first_day("")
    ('1991-01-01', '1991-12-01', None)
    """
    year, month, day = _parts(date)
    return f"{year}-{month or '01'}-{day or '01'}" if year else None


@lru_cache(maxsize=4096)
def last_day(date: str) -> str | None:
    """The last ISO day of a year, month or day; None where open. Raises ValueError.

    >>> last_day("1991"), last_day("2024-02"), last_day("1991-12-26")
    ('1991-12-31', '2024-02-29', '1991-12-26')
    """
    year, month, day = _parts(date)
    if not year:
        return None
    month = month or "12"
    return f"{year}-{month}-{day or monthrange(int(year), int(month))[1]}"


def _parts(date: str) -> tuple[str, str, str]:
    if not date:
        return "", "", ""
    found = _DAY.fullmatch(date)
    if found is None:
        raise ValueError(f"{date!r} is not a date: write YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = (part or "" for part in found.groups())
    if day and int(day) > monthrange(int(year), int(month))[1]:
        raise ValueError(f"{date!r} is not a date: that month has no such day")
    return year, month, day


def _span(text: str) -> tuple[str | None, str | None]:
    start, dots, end = text.partition("..")
    if text and not dots:
        raise ValueError(f"{text!r} is not a stretch of time: write from..to, either of them may be empty")
    first, last = first_day(start), last_day(end)
    if first and last and first > last:
        raise ValueError(f"{text!r} ends before it begins")
    return first, last


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part for part in map(str.strip, cell.split("|")) if part) if cell else ()


def _governs(cell: str) -> tuple[Governs, ...]:
    made = []
    for part in _list(cell):
        what, _, span = part.partition("@")
        made.append(Governs(what, *_span(span)))
    return tuple(made)


def _offices(cell: str) -> tuple[Office, ...]:
    made = []
    for part in _list(cell):
        office, *rest = part.split("@")
        if not rest or len(rest) > 2:
            raise ValueError(f"{part!r} is not an office: write office@whose@from..to")
        made.append(Office(office, rest[0], *_span(rest[1] if len(rest) == 2 else "")))
    return tuple(made)


def _coded(type_: str, sector: str) -> tuple[ActorType, str]:
    if type_ not in _TYPES:
        raise ValueError(f"{type_!r} is no type of actor: use one of {', '.join(_TYPES)}")
    if sector and sector not in SECTORS:
        raise ValueError(f"{sector!r} is none of PLOVER's sectors: use one of {', '.join(sorted(SECTORS))}")
    return _TYPES[type_], sector


def entry_of(cells: Sequence[str]) -> ActorEntry:
    """One row of an actors' table, its cells in the order of COLUMNS. Raises ValueError saying what is wrong."""
    id_, name, type_, country, sector, aliases, demonyms, seats, parent, from_, to, governs, offices, note = cells
    if not _SLUG.fullmatch(id_):
        raise ValueError(f"{id_!r} is not a slug: use lower-case letters, digits and single hyphens")
    if not name:
        raise ValueError(f"{id_} has no name")
    if country and not (len(country) == 3 and country.isascii() and country.isupper()):
        raise ValueError(f"{country!r} is not a country: use its ISO 3166 alpha-3 code")
    kind, coded = _coded(type_, sector)
    start, end = _span(f"{from_}..{to}")
    return ActorEntry(
        id_, name, kind, country or None, coded or None, _list(aliases), _list(demonyms), _list(seats),
        parent or None, start, end, _governs(governs), _offices(offices), note or None,
    )  # fmt: skip


def organ_of(cells: Sequence[str]) -> OrganNoun:
    """One row of the table of organs' nouns, its cells in the order of ORGAN_COLUMNS. Raises ValueError."""
    noun, slug, type_, sector, aliases = cells
    if not noun or not _SLUG.fullmatch(slug):
        raise ValueError(f"{slug!r} is not a slug: use lower-case letters, digits and single hyphens")
    kind, coded = _coded(type_, sector)
    return OrganNoun(noun, slug, kind, coded, _list(aliases))


def rows(text: str, file: str, columns: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of each row below the header; comments and blank lines are passed over.

    Cells left off at a row's end are empty. Raises GazetteerError.
    """
    header = None
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            header = cells
            if header != list(columns):
                raise GazetteerError(f"{file}, line {number}: the columns must be {', '.join(columns)}")
        elif len(cells) > len(columns):
            raise GazetteerError(f"{file}, line {number}: {len(cells)} cells, but there are {len(columns)} columns")
        else:
            yield number, cells + [""] * (len(columns) - len(cells))


def members(entry: ActorEntry) -> tuple[str, ...]:
    """The ids that a group's note lists as `members: a, b`; () where it lists none, or only tells of them in words."""
    kind, _, listed = (entry.note or "").partition(": ")
    ids = tuple(listed.split(", ")) if kind == MEMBERS else ()
    return ids if all(map(_SLUG.fullmatch, ids)) else ()


def codes(entry: ActorEntry) -> Actor:
    """What the record keeps of an entry."""
    return Actor(entry.id, entry.name, entry.type, entry.country, entry.sector, entry.aliases, members(entry))
