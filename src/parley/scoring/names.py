"""Which names may stand for one another where a record is compared with gold: "Islamabad" and "Pakistan"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

OR = "|"
"""Between the names of one actor: "Taliban|Islamic Emirate"."""

_POSSESSIVE = re.compile(r"[’']s\b")
_STOPS = ".,()"
Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Table:
    """The small table beside this module: `seats` from the longest word on, each with its state."""

    generic: Words
    seats: tuple[tuple[str, str], ...]
    states: frozenset[Words]


@cache
def _table() -> _Table:
    text = (files("parley.scoring") / "names.toml").read_text(encoding="utf-8")
    given = tomllib.loads(text)
    seats = {word: state for state, words in given["states"].items() for word in words}
    longest_first = tuple(sorted(seats.items(), key=lambda s: len(s[0]), reverse=True))
    return _Table(frozenset(given["generic"]), longest_first, frozenset(frozenset(s.split()) for s in given["states"]))


def normal(name: str) -> str:
    """A name in lower case, no possessive in it, seats and peoples turned into their state.

    >>> normal("Ankara's forces")
    'turkey forces'
    """
    out = f" {_POSSESSIVE.sub('', name.lower()).replace('-', ' ').strip()} "
    for word, state in _table().seats:
        out = out.replace(f" {word} ", f" {state} ")
    return out.strip()


@cache
def content(name: str) -> Words:
    """The words that tell a name from others; all its words where it has none but general ones.

    >>> sorted(content("the Norwegian foreign minister"))
    ['norway']
    """
    words = [w.strip(_STOPS) for w in normal(name).split()]
    return frozenset(w for w in words if w and w not in _table().generic) or frozenset(w for w in words if w)


def bare(name: str) -> Words:
    """The words of a place, an office or a thing in lower case: a town is no state here."""
    words = (w.strip(_STOPS) for w in _POSSESSIVE.sub("", name.lower()).replace("-", " ").split())
    return frozenset(w for w in words if w and w not in {"the", "a", "an", "of", "and", "in", "for", "to"})


def alike(a: str, b: str) -> bool:
    """Whether the words of one are among those of the other: "special envoy", "the president's special envoy"."""
    x, y = bare(a), bare(b)
    return bool(x and y) and (x <= y or y <= x)


def _is_state(words: Words) -> bool:
    return words in _table().states


@dataclass(frozen=True, slots=True)
class Names:
    """Compares the names of one passage. `acts_for`: a person or organ → the state or group that it stands for."""

    acts_for: Mapping[str, str] = field(default_factory=dict)

    def forms(self, name: str) -> list[Words]:
        """What a name may be taken for: each of its aliases, then whom they act for."""
        own = [content(part) for part in name.split(OR)]
        return [*own, *self._principals(own)]

    def _principals(self, own: Sequence[Words]) -> Iterator[Words]:
        """A principal's own name, once added, may have a principal again."""
        known = list(own)
        for person, principal in self.acts_for.items():
            full = content(person)
            if any(full == f or (f < full and not _is_state(f)) for f in known):
                known.append(content(principal))
                yield known[-1]

    def same(self, a: str, b: str) -> bool:
        """Equal, or one part of the other ("Rice", "Condoleezza Rice"), for any alias or whom they act for.

        A state's name alone is no part of another: "Sudan" is not the "Sudan Liberation Army".
        """
        return any(_fits(x, y) for x in self.forms(a) for y in self.forms(b))

    def equal(self, a: Collection[str], b: Collection[str]) -> bool:
        """Whether each of either side has its like on the other."""
        return self._each(a, b) == len(a) and self._each(b, a) == len(b)

    def share(self, a: Collection[str], b: Collection[str]) -> float:
        """How many of both sides have their like on the other (0 to 1); 1 where both are empty."""
        if not a or not b:
            return float(not a and not b)
        return (self._each(a, b) + self._each(b, a)) / (len(a) + len(b))

    def _each(self, these: Collection[str], those: Collection[str]) -> int:
        return sum(any(self.same(x, y) for y in those) for x in these)


def _fits(x: Words, y: Words) -> bool:
    return x == y or (x < y and not _is_state(x)) or (y < x and not _is_state(y))
