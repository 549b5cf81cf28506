"""Actors: who acts, speaks, is acted on."""

from __future__ import annotations

from dataclasses import dataclass

from parley.terms.enums import ActorType


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of the record; `country` is ISO 3166 alpha-3, `sector` one of PLOVER's."""

    id: str
    name: str
    type: ActorType
    country: str | None = None
    sector: str | None = None
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    described_as: str | None = None
    wikidata: str | None = None
    redirects: tuple[str, ...] = ()
