"""The cast of a report: which actors it names, and at which words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from parley.reading.document import Document, Token
from parley.reading.gazetteer import Gazetteer, fold
from parley.terms.actor import Actor
from parley.terms.affiliation import Affiliation
from parley.terms.entry import ActorEntry
from parley.terms.enums import ActorType, How

_NOT_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens `first` up to, not with, `last` name these actors; `head` is the phrase's head token.

    `modifier` marks a word that names an actor only by describing another ("Iranian").
    """

    first: int
    last: int
    head: int
    actors: tuple[str, ...]
    how: How
    modifier: bool = False


@dataclass
class Cast:
    """The actors of one report while it is read: filled by the actor stages, then only looked at."""

    gazetteer: Gazetteer
    found: list[Found] = field(default_factory=list)
    places: set[int] = field(default_factory=set)
    located: dict[int, tuple[int, int]] = field(default_factory=dict)
    covered: dict[int, Found] = field(default_factory=dict)
    by_head: dict[int, Found] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    affiliations: list[Affiliation] = field(default_factory=list)

    def add(self, found: Found) -> None:
        """Note a mention; the first to take a word keeps it."""
        self.found.append(found)
        for i in range(found.first, found.last):
            self.covered.setdefault(i, found)
        if not found.modifier:
            self.by_head.setdefault(found.head, found)

    def free(self, first: int, last: int) -> bool:
        """Whether no mention has taken any of these tokens."""
        covered = self.covered
        return all(i not in covered for i in range(first, last)) if last - first > 1 else first not in covered

    def entry(self, id: str) -> str:  # noqa: A002
        """An entry of the gazetteer becomes one of the cast."""
        if id not in self.actors:
            self.actors[id] = of_entry(self.gazetteer.entries[id])
        return id

    def coin(
        self,
        name: str,
        type: ActorType,  # noqa: A002
        *,
        country: str | None = None,
        sector: str | None = None,
        described: str | None = None,
        id: str | None = None,  # noqa: A002
        members: tuple[str, ...] = (),
    ) -> str:
        """An actor that the gazetteer does not list, under the name that the report gives."""
        made = id or slug(name)
        while made in self.gazetteer.entries and self.gazetteer.entries[made].type is not type:
            made += "-2"
        if made not in self.actors:
            self.actors[made] = Actor(made, name, type, country, sector, (), members, described)
        return made

    def acts_for(self, who: str, whom: str | None) -> None:
        """Note that one actor stands for another while this report speaks."""
        if whom and whom != who:
            self.affiliations.append(Affiliation(who, whom, "role"))

    def type_of(self, id: str) -> ActorType | None:  # noqa: A002
        """An actor's type."""
        actor = self.actors.get(id)
        return actor.type if actor else None

    def country_of(self, id: str) -> str | None:  # noqa: A002
        """An actor's country."""
        actor = self.actors.get(id)
        return actor.country if actor else None


def slug(name: str) -> str:
    """A name as an id.

    >>> slug("Sánchez' Group")
    'sanchez-group'
    """
    return _NOT_SLUG.sub("-", fold(name)).strip("-") or "unnamed"


def head_of(doc: Document, first: int, last: int) -> int:
    """The token of a stretch whose head lies outside it (the last such: English phrases end in their head)."""
    for i in range(last - 1, first - 1, -1):
        if not first <= doc.tokens[i].head < last or doc.tokens[i].head == i:
            return i
    return last - 1


def text_of(tokens: Iterable[Token]) -> str:
    """Words with single spaces, clitics joined."""
    out = ""
    for t in tokens:
        glue = not out or t.text.startswith(("'", "’", "-", ",")) or out.endswith("-") or t.text in {".", ")"}
        out += t.text if glue else " " + t.text
    return out


def of_entry(entry: ActorEntry) -> Actor:
    """An entry as an actor of the record."""
    return Actor(entry.id, entry.name, entry.type, entry.country, entry.sector, entry.aliases)
