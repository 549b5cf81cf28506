"""Whom other people's rows name: actors of the gazetteer where that is sure, else new ones under their names' slugs."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from parley.formats.incoming.row import Named
from parley.formats.incoming.slugs import slug
from parley.reading.gazetteer import Gazetteer, exists_on, load
from parley.terms.actor import Actor
from parley.terms.affiliation import Affiliation
from parley.terms.entry import ActorEntry
from parley.terms.enums import ActorType

_CODE = re.compile("[A-Z]{3}")
_ORGAN = re.compile(
    r"(Government|Military Forces|Police Forces|Armed Forces|Military|Army|Police) of (?:the )?(.+)", re.IGNORECASE
)
_NOUNS = {"military forces": "military", "police forces": "police", "armed forces": "military"}
_BY_SECTOR = {"GOV": "government", "MIL": "military", "COP": "police"}
_INNER = re.compile(r"(.+?)\s*\(([^()]+)\)")
LONGEST = 200
"""Letters of a name; what is longer is none, and is not to fill the memory."""
REMEMBERED = 50_000


class Directory:
    """Who is known beforehand: Parley's gazetteer with a user's own entries laid over it."""

    def __init__(self, entries: tuple[ActorEntry, ...] = ()) -> None:
        self._book: Gazetteer = load(entries)
        states = [e for e in self._book.entries.values() if e.type is ActorType.STATE and e.country]
        self._states = {e.country: e.id for e in sorted(states, key=lambda e: e.end or "9999")}
        self._above: dict[str, list[Affiliation]] = {}
        for a in self._book.affiliations():
            self._above.setdefault(a.who, []).append(a)
        self._met = lru_cache(REMEMBERED)(self._actor)
        self._coded = lru_cache(REMEMBERED)(self._country)

    @property
    def digest(self) -> str:
        """A hash of all that is known."""
        return self._book.hash()

    def country(self, name: str) -> str | None:
        """A country's code by its name or code; None where it is not known."""
        return self._coded(name.strip()) if len(name) <= LONGEST else None

    def actor(self, named: Named) -> Actor:
        """The actor of a name, which is cut where it is longer than any name."""
        own, near = ((c if c is None else c[:LONGEST]) for c in (named.country, named.near))
        return self._met(replace(named, name=named.name[:LONGEST], country=own, near=near))

    def _country(self, name: str) -> str | None:
        if _CODE.fullmatch(name):
            return name if name in self._states else None
        for words in _variants(name):
            entry = self._state(words)
            if entry is not None:
                return entry.country
        return None

    def _actor(self, named: Named) -> Actor:
        if named.type is ActorType.GROUP:
            return self._described(named)
        entry = self._organ(named) or self._listed(named)
        if entry is not None:
            return Actor(entry.id, entry.name, entry.type, entry.country, entry.sector, entry.aliases)
        return self._new(named)

    def _described(self, named: Named) -> Actor:
        """A set of people without a name of its own: "civilians", "Unidentified Armed Group (Mali)"."""
        code = self.country(named.country) if named.country else None
        name = f"{named.name} ({named.country})" if named.country else named.name
        return Actor(slug(name), name, named.type, code, named.sector, described_as=name)

    def affiliations(self, actors: Iterable[str]) -> tuple[Affiliation, ...]:
        """Whom some actors stand for, through any number of steps."""
        todo = list(actors)
        found: dict[Affiliation, None] = {}
        seen: set[str] = set()
        while todo:
            who = todo.pop()
            if who not in seen:
                seen.add(who)
                own = self._above.get(who) or self._parent(who)
                found.update(dict.fromkeys(own))
                todo += [a.whom for a in own]
        return tuple(found)

    def _parent(self, who: str) -> list[Affiliation]:
        """Of an organ that is made of a state's id and a noun, the state."""
        owner, _, organ = who.rpartition("-")
        if who in self._book.entries or organ not in ("police", "military") or owner not in self._book.entries:
            return []
        return [Affiliation(who, owner, "role")]

    def _listed(self, named: Named) -> ActorEntry | None:
        """The entry of a name, where one is meant for sure: it is of the country that the row says it is of."""
        own = self.country(named.country) if named.country else None
        near = self.country(named.near) if named.near else None
        for words in _variants(named.name):
            found = self._book.named(words, named.day, [c for c in (own, near) if c])
            entry = self._book.entries[found] if found else None
            if entry is not None and (own is None or entry.country in (own, None)):
                return entry
        return None

    def _organ(self, named: Named) -> ActorEntry | None:
        """The state, or its organ, that a name like "Police Forces of Kenya" or a bare "police" of Kenya means."""
        made = _ORGAN.fullmatch(named.name)
        if made is not None:
            state = next((s for words in _variants(made[2]) if (s := self._state(words))), None)
            noun = made[1].casefold()
        else:
            code = self.country(named.country) if named.country else None
            state = self._book.entries[self._states[code]] if code else None
            noun = named.name.casefold()
            if state is not None and named.name == code:
                noun = _BY_SECTOR.get(named.sector or "GOV", "")
            elif state is not None and self._book.demonym(named.name, named.day) == state.id:
                return state
        organ = self._book.organ(state.id, _NOUNS.get(noun, noun)) if state is not None and noun else None
        return organ if organ is not None and exists_on(organ, named.day) else None

    def _state(self, words: str) -> ActorEntry | None:
        for i in self._book.find(words) or self._book.find(words.title()):
            entry = self._book.entries[i]
            if entry.type is ActorType.STATE:
                return entry
        return None

    def _new(self, named: Named) -> Actor:
        """One that nobody knows yet; of a country where the row says so, for half of them are called the same."""
        code = self.country(named.country) if named.country else None
        name = named.name
        if code and named.type is not ActorType.PERSON:
            state = self._book.entries[self._states[code]].name
            name = name if state.casefold() in name.casefold() else f"{name} ({state})"
        made = Actor(slug(name), name, named.type, code, named.sector)
        if made.id and made.id not in self._book.entries:
            return made
        short = hashlib.sha256(repr(named).encode("utf-8", "surrogatepass")).hexdigest()[:4]
        return replace(made, id=f"{made.id}-{short}".strip("-"))


def _variants(name: str) -> Iterator[str]:
    """A name, and what it is called besides: "A - B", "A (B)", "A / B" give A and B too."""
    yield name
    inner = _INNER.fullmatch(name)
    if inner is not None:
        yield from (inner[1], inner[2])
    for between in (" - ", " / ", ": "):
        if between in name:
            yield from (p.strip() for p in name.split(between) if p.strip())
