"""From the names that a model gives to actors: those that the first reader means at the same words, else by name.

An actor that the passage does not name is not taken from a model, however well it may be known.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from parley.readers.chat.wording import first_in, plain
from parley.terms.actor import Actor
from parley.terms.enums import ActorType
from parley.terms.layers import ActorMention, Reading
from parley.terms.values import Span

_NOT_SLUG = re.compile(r"[^\w]+")
_ARTICLES = ("the ", "a ", "an ")
_PRONOUN_WORDS = (
    "he she it they we i you him her them us me his its their our who which that this these those both each all "
    "one other others another someone nobody everyone"
)
_PRONOUNS = frozenset(_PRONOUN_WORDS.split())


@dataclass
class Names:
    """The actors of one report while a model's proposals on it are taken; `coined` are those that only it names."""

    text: str
    first: Reading | None = None
    coined: dict[str, Actor] = field(default_factory=dict)

    def ids(self, name: str, near: Sequence[Span], kind: ActorType = ActorType.ORGANISATION) -> tuple[str, ...]:
        """The ids of whom a name means, looked for in stretches of text in turn; () where none of them names it."""
        at = first_in(name, self.text, near)
        if at is not None:
            return self._mentioned(at) or self._listed(name) or self._coin(plain(at, self.text), kind)
        listed = self._listed(name)
        told = {m.actor for m in self._mentions if any(w.meets(Span(m.start, m.end)) for w in near)}
        return listed if set(listed) <= told else ()

    def actors_of(self, ids: Iterable[str]) -> Iterator[Actor]:
        """The actors behind ids, as far as they are known here."""
        known = {a.id: a for a in self.first.actors} if self.first else {}
        for i in dict.fromkeys(ids):
            if (found := known.get(i) or self.coined.get(i)) is not None:
                yield found

    @cached_property
    def _mentions(self) -> tuple[ActorMention, ...]:
        return tuple(m for m in self.first.mentions if m.actor) if self.first else ()

    @cached_property
    def _by_name(self) -> dict[str, str]:
        named = ((n, a.id) for a in (self.first.actors if self.first else ()) for n in (a.name, *a.aliases))
        return {fold(n): i for n, i in named}

    def _mentioned(self, at: Span) -> tuple[str, ...]:
        """Whom the first reader means there: at the very words, else at the most of them that ends where they do."""
        here = [m for m in self._mentions if at.meets(Span(m.start, m.end))]
        ranked = sorted(here, key=lambda m: ((m.start, m.end) != (at.start, at.end), m.end != at.end, m.start - m.end))
        best = ranked[0] if ranked else None
        if best is None or not (at.holds(Span(best.start, best.end)) or Span(best.start, best.end).holds(at)):
            return ()
        same = (m.actor for m in ranked if (m.start, m.end) == (best.start, best.end))
        return tuple(dict.fromkeys(a for a in same if a))

    def _listed(self, name: str) -> tuple[str, ...]:
        found = self._by_name.get(fold(name))
        return (found,) if found else ()

    def _coin(self, words: str, kind: ActorType) -> tuple[str, ...]:
        """An actor under the name that the text gives; a pronoun that nobody resolved is no name."""
        key = slug(words)
        if fold(words) in _PRONOUNS or not key:
            return ()
        described = words == words.lower() and words != words.upper()
        made = Actor(key, words, ActorType.GROUP if described else kind, described_as=words if described else None)
        self.coined.setdefault(key, made)
        return (key,)


def fold(name: str) -> str:
    """A name without case, accents and article.

    >>> fold("The Éire  Front")
    'eire front'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    words = " ".join(plain.split())
    return next((words.removeprefix(a) for a in _ARTICLES if words.startswith(a)), words)


def slug(name: str) -> str:
    """A name as an id; one of another script keeps its letters.

    >>> slug("The Reed Front's Envoy"), slug("طالبان")
    ('reed-fronts-envoy', 'طالبان')
    """
    bare = fold(name).replace("'", "").replace("’", "")
    return _NOT_SLUG.sub("-", bare).strip("-_")[:80]
