"""An actor as an actors file names it: what the gazetteer knows of it before any report is read."""

from __future__ import annotations

from dataclasses import dataclass

from parley.terms.enums import ActorType


@dataclass(frozen=True, slots=True)
class Governs:
    """What an actor governs, from one ISO day to another; None is open."""

    what: str
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """An office held, and of whom (an actor's id or name), from one ISO day to another; None is open."""

    office: str
    of: str
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """One `[[actor]]` of an actors file.

    `country` is ISO 3166 alpha-3, `sector` one of PLOVER's. `seats` are the places whose name is used for the actor
    (a capital for a government), `demonyms` the adjectives ("Norwegian"), `parent` the actor of which it is a part,
    `start` and `end` the ISO days between which it exists.
    """

    id: str
    name: str
    type: ActorType
    country: str | None = None
    sector: str | None = None
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    parent: str | None = None
    start: str | None = None
    end: str | None = None
    governs: tuple[Governs, ...] = ()
    offices: tuple[Office, ...] = ()
    note: str | None = None
