"""What to call actors in a sentence: with the article that the reports give them, in the plural where they are many."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from parley.terms.actor import Actor
from parley.terms.bodies import actors_in
from parley.terms.enums import ActorType
from parley.terms.slice import Slice
from parley.terms.statement import Statement

NOBODY = "somebody not named"
_WORD = re.compile(r"\w+(?:[-.'’]\w+)*")
_ARTICLES = ("the", "a", "an")
_DETERMINER_WORDS = """
the a an this that these those his her its their our my your some any many several all both most no other another
each every few more one two three four five six seven eight nine ten hundreds thousands dozens
"""
_BODY_WORDS = """
agency alliance army assembly authority bank board brotherhood bureau cabinet coalition command commission committee
congress convention corps council court crescent cross directorate embassy emirates family federation force forces
foundation front fund government group guard guards house institute kingdom league legion ministry mission movement
nations navy network office organisation organization parliament party police presidency republic secretariat senate
service services society states syndicate tribunal union valley
"""
_DETERMINED = frozenset(_DETERMINER_WORDS.split())
_BODIES = frozenset(_BODY_WORDS.split())
_NO_ARTICLE = frozenset({ActorType.PERSON, ActorType.STATE, ActorType.REGION, ActorType.POPULATION})
_ONE = frozenset({ActorType.PERSON, ActorType.STATE, ActorType.REGION, ActorType.IGO})
_PLURAL_NOUNS = frozenset({"people", "police", "men", "women", "gunmen", "militiamen", "children", "clergy", "youth"})


def listed(words: tuple[str, ...]) -> str:
    """Words as an English list.

    >>> listed(("a", "b", "c"))
    'a, b and c'
    """
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def capital(words: str) -> str:
    """Words with their first letter a capital, the rest as it stands."""
    return words[:1].upper() + words[1:]


def _words(text: str) -> list[str]:
    return [w.lower() for w in _WORD.findall(text)]


def _head_noun(name: str) -> str:
    """The noun that a name is built on: "National Front of Northland" is a front.

    >>> _head_noun("National Front of Northland"), _head_noun("rival northern groups")
    ('front', 'groups')
    """
    before = re.split(r"\s+(?:of|for|in|from|at|on|to)\s+", name, maxsplit=1)[0]
    return (_words(before) or [""])[-1]


def _is_plural(name: str) -> bool:
    head = _head_noun(name)
    return (
        head in _PLURAL_NOUNS
        or (head.endswith("s") and not head.endswith(("ss", "us", "is", "corps")))
        or " and " in name
    )


def _of_possessor(name: str) -> bool:
    return any(w.endswith(("'s", "’s", "s'", "s’")) for w in name.split()[:-1])


def articles_in(texts: Iterable[str], names: Iterable[str]) -> dict[str, Counter[str]]:
    """How often each name stands behind "the", "a", "an" or neither ("") in the texts.

    >>> articles_in(["The Front met. A lawmaker left."], ["Front", "lawmaker"])["lawmaker"]
    Counter({'a': 1})
    >>> sorted(articles_in(["The Eastmere League met."], ["Eastmere", "Eastmere League"]))
    ['Eastmere League']
    """
    by_first: dict[str, list[tuple[str, list[str]]]] = {}
    for name in dict.fromkeys(names):
        parts = _words(name)
        if parts:
            by_first.setdefault(parts[0], []).append((name, parts))
    found: dict[str, Counter[str]] = {}
    for text in texts:
        words = _words(text)
        for i, word in enumerate(words):
            here = by_first.get(re.sub(r"['’]s$", "", word), by_first.get(word, []))
            before = words[i - 1] if i else ""
            for name in _longest([(name, parts) for name, parts in here if _stands_at(words, i, parts)]):
                found.setdefault(name, Counter())[before if before in _ARTICLES else ""] += 1
    return found


def _longest(named: list[tuple[str, list[str]]]) -> list[str]:
    """The names that go furthest: "the Eastmere League" tells nothing of how Eastmere is called."""
    most = max((len(parts) for _, parts in named), default=0)
    return [name for name, parts in named if len(parts) == most]


def _stands_at(words: list[str], i: int, parts: list[str]) -> bool:
    here = words[i : i + len(parts)]
    return here[:-1] == parts[:-1] and len(here) == len(parts) and re.sub(r"['’]s$", "", here[-1]) == parts[-1]


def _by_evidence(name: str, counts: Counter[str]) -> str:
    """The article that the texts give most; "the" also where they often leave it out, as in "Front fighters"."""
    if counts["the"] and counts["the"] >= 0.4 * counts.total():
        return "the"
    indefinite = counts["a"] + counts["an"]
    return _indefinite(name) if indefinite and indefinite >= counts[""] else ""


def _indefinite(name: str) -> str:
    return "an" if name[:1].lower() in "aeiou" else "a"


def _is_common(actor: Actor) -> bool:
    """Whether a name is a common noun in the singular, such as "government", which needs some article."""
    return " " not in actor.name and actor.name.islower() and not _is_plural(actor.name)


def _by_habit(actor: Actor) -> str:
    if _head_noun(actor.name) in _BODIES or _is_common(actor):
        return "the"
    described = actor.described_as is not None or actor.type is ActorType.GROUP
    return _indefinite(actor.name) if described and not _is_plural(actor.name) else ""


def article_of(actor: Actor, counts: Counter[str] | None) -> str:
    """The article before an actor's name in a sentence, "" for none: as the reports have it, else by its kind."""
    first = (_words(actor.name) or [""])[0]
    if first in _DETERMINED or first[:1].isdigit() or actor.type is ActorType.PERSON:
        return ""
    if counts and (found := _by_evidence(actor.name, counts)):
        return found
    body = _head_noun(actor.name) in _BODIES
    if _of_possessor(actor.name) or (counts and not body and not _is_common(actor)):
        return ""
    if actor.type in _NO_ARTICLE and not body:
        return ""
    return _by_habit(actor)


@dataclass(frozen=True, slots=True)
class Naming:
    """Actors by id, and how the reports at hand speak of them."""

    actors: Mapping[str, Actor]
    articles: Mapping[str, Counter[str]]

    def plain(self, actor: str) -> str:
        """An actor's name alone, or its id where the slice does not hold it."""
        held = self.actors.get(actor)
        return held.name if held else actor

    def of(self, actor: str) -> str:
        """An actor's name as it stands within a sentence: "the African Union"."""
        held = self.actors.get(actor)
        if held is None:
            return actor
        article = article_of(held, self.articles.get(held.name))
        return f"{article} {self._lowered(held)}" if article else self._lowered(held)

    def all(self, actors: tuple[str, ...]) -> str:
        """Actors' names within a sentence as an English list; "" for none."""
        return listed(tuple(self.of(a) for a in actors))

    def are_many(self, actors: tuple[str, ...]) -> bool:
        """Whether a verb that these actors are the subject of stands in the plural."""
        if len(actors) != 1:
            return len(actors) > 1
        held = self.actors.get(actors[0])
        return held is not None and held.type not in _ONE and _is_plural(held.name)

    @staticmethod
    def _lowered(actor: Actor) -> str:
        """A described group's name without the capital that it has only from the start of a sentence."""
        first, _, rest = actor.name.partition(" ")
        common = actor.type is ActorType.GROUP and not rest and first[1:].islower() and _is_plural(first)
        return actor.name[:1].lower() + actor.name[1:] if common else actor.name


def naming_of(slice: Slice) -> Naming:  # noqa: A002 - the contract's own word
    """How the reports of a slice name its actors; where a report's text is withheld, its quotes serve."""
    held = {r.id for r in slice.reports if r.text}
    texts = [r.text for r in slice.reports if r.text]
    quotes = {m.quote for s in slice.statements for m in s.mentions if m.report not in held}
    return Naming({a.id: a for a in slice.actors}, articles_in([*texts, *sorted(quotes)], _names(slice.actors)))


def naming_in(statement: Statement, slice: Slice) -> Naming:  # noqa: A002
    """How a statement's own quotes name its actors: the cheap way for a single line."""
    own = [slice.by_id[a] for a in actors_in(statement.body) if a in slice.by_id]
    return Naming(slice.by_id, articles_in([m.quote for m in statement.mentions], _names(own)))


def _names(actors: Iterable[Actor]) -> list[str]:
    return [a.name for a in actors]
