"""Actors files: `[[actor]]` tables that add to or overlay the gazetteer."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from parley.settings.errors import ActorsError
from parley.settings.toml_file import Table, TomlFile, parse_toml, read_toml
from parley.terms.entry import ActorEntry, Governs, Office
from parley.terms.enums import ActorType


@dataclass(frozen=True, slots=True)
class ActorsFile:
    """The entries of one actors file, in its order."""

    entries: tuple[ActorEntry, ...]


def load_actors(path: Path) -> ActorsFile:
    """The actors that a file adds. Raises ActorsError naming file, line, field and remedy."""
    return _actors(read_toml(path, ActorsError))


def parse_actors(text: str, name: str = "actors") -> ActorsFile:
    """The same from a text; `name` stands for the file in errors. Raises ActorsError."""
    return _actors(parse_toml(text, name, ActorsError))


def _actors(file: TomlFile) -> ActorsFile:
    root = file.root()
    entries = tuple(_entry(t) for t in root.tables("actor"))
    root.done()
    for i, e in enumerate(entries):
        if any(e.id == other.id for other in entries[:i]):
            file.refuse(("actor", i), f"the id {e.id!r} is used twice", "give one of them an id of its own")
    return ActorsFile(entries)


def _entry(t: Table) -> ActorEntry:
    name = t.text("name")
    made = ActorEntry(
        id=t.text_or_none("id") or _slug(t, name),
        name=name,
        type=_type(t),
        country=_country(t),
        sector=t.text_or_none("sector"),
        aliases=t.texts("aliases"),
        demonyms=t.texts("demonyms"),
        seats=t.texts("seats"),
        parent=t.text_or_none("parent"),
        start=t.day("from"),
        end=t.day("to"),
        governs=tuple(_governs(g) for g in t.tables("governs")),
        offices=tuple(_office(o) for o in t.tables("offices")),
        note=t.text_or_none("note"),
    )
    _in_order(t, made.start, made.end)
    t.done()
    return made


def _type(t: Table) -> ActorType:
    value = t.text("type")
    try:
        return ActorType(value)
    except ValueError:
        t.refuse("type", f"{value!r} is not a type of actor", f"use one of {', '.join(ActorType)}")


def _country(t: Table) -> str | None:
    value = t.text_or_none("country")
    if value is not None and not re.fullmatch("[A-Z]{3}", value):
        t.refuse("country", f"{value!r} is not an ISO 3166 alpha-3 code", 'write it like "NOR"')
    return value


def _slug(t: Table, name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if not slug:
        t.refuse("name", f"{name!r} makes no id", 'add id = "…" in Latin letters')
    return slug


def _governs(t: Table) -> Governs:
    made = Governs(t.text("what"), t.day("from"), t.day("to"))
    _in_order(t, made.start, made.end)
    t.done()
    return made


def _office(t: Table) -> Office:
    made = Office(t.text("office"), t.text("of"), t.day("from"), t.day("to"))
    _in_order(t, made.start, made.end)
    t.done()
    return made


def _in_order(t: Table, start: str | None, end: str | None) -> None:
    if start and end and start > end:
        t.refuse("from", f"{start} is after {end}", "swap from and to")
