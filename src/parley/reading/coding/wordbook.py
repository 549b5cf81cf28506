"""A book of wordings: entries as data, looked up by the word that a phrase turns on.

An entry lists phrases under `verbs` (their first word is looked up), and under `nouns`, `adjectives` and
`adverbs` (their last word is). The other words of a phrase must stand about that word in the parse.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Generic, TypeVar

from parley.reading.document import Document, Token

E = TypeVar("E")
Words = tuple[str, ...]
Raw = Mapping[str, Any]
PHRASES = frozenset({"verbs", "nouns", "adjectives", "adverbs"})
_LISTS = (("verbs", "VERB"), ("nouns", "NOUN"), ("adjectives", "ADJ"), ("adverbs", "ADV"))
_KIND = {"VERB": "VERB", "AUX": "VERB", "NOUN": "NOUN", "PROPN": "NOUN", "ADJ": "ADJ", "ADV": "ADV"}
_ABOUT = (
    "prt",
    "prep",
    "dobj",
    "advmod",
    "acomp",
    "attr",
    "npadvmod",
    "amod",
    "compound",
    "nmod",
    "det",
    "neg",
    "oprd",
    "xcomp",
)


class WordingError(ValueError):
    """An entry that cannot be used: says which file and entry, and why."""


@dataclass(frozen=True)
class Wordbook(Generic[E]):
    """Entries by part of speech and word, the longest phrases first; `entries` has each once."""

    by_word: Mapping[tuple[str, str], tuple[tuple[Words, E], ...]]
    entries: tuple[E, ...]

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that some phrase turns on, whatever its part of speech."""
        return frozenset(word for _, word in self.by_word)

    def met(self, doc: Document) -> list[Token]:
        """The tokens that a phrase may turn on, in order: most words of a text are in no book."""
        words = self.words
        return [t for t in doc.tokens if t.lemma in words or t.lower in words]

    def of(self, t: Token) -> tuple[tuple[Words, E], ...]:
        """The phrases that a token may be the turning word of."""
        kind = _KIND.get(t.pos)
        if kind is None:
            return ()
        found = self.by_word.get((kind, t.lemma), ())
        return found or self.by_word.get((kind, t.lower), ()) if t.lemma != t.lower else found

    def fitting(self, doc: Document, t: Token) -> Iterator[tuple[Words, E]]:
        """Those of them whose other words stand about the token."""
        found = self.of(t)
        if found:
            about: set[str] | None = None
            for words, entry in found:
                if words and about is None:
                    about = words_about(doc, t)
                if about is None or about.issuperset(words):
                    yield words, entry


def words_about(doc: Document, t: Token) -> set[str]:
    """Words and lemmas that hang on a token, and those that hang on its prepositions and complements."""
    about: set[str] = set()
    for k in doc.kids(t, *_ABOUT):
        about |= {k.lower, k.lemma}
        for o in doc.kids(k, "pobj", "prep", "pcomp", "amod", "det"):
            about |= {o.lower, o.lemma}
    return about


def book_of(text: str, file: str, table: str, known: frozenset[str], make: Callable[[Raw, str], E]) -> Wordbook[E]:
    """A book from TOML. Every entry has `id`, `example` and `trap`. Raises WordingError."""
    found: dict[tuple[str, str], list[tuple[Words, E]]] = {}
    entries: list[E] = []
    for raw in tomllib.loads(text).get(table, []):
        where = f"{file}, {table} {raw.get('id', '?')!r}"
        _check(raw, where, known | PHRASES | {"id", "example", "trap"})
        entry = make(raw, where)
        entries.append(entry)
        for key, kind in _LISTS:
            for phrase in raw.get(key, ()):
                head, words = _split(phrase, kind)
                found.setdefault((kind, head), []).append((words, entry))
    return Wordbook({k: tuple(sorted(v, key=lambda p: -len(p[0]))) for k, v in found.items()}, tuple(entries))


def _split(phrase: str, kind: str) -> tuple[str, Words]:
    words = tuple(phrase.split())
    return (words[0], words[1:]) if kind == "VERB" else (words[-1], words[:-1])


def _check(raw: Raw, where: str, known: frozenset[str]) -> None:
    if raw.keys() - known:
        raise WordingError(
            f"{where}: unknown {', '.join(sorted(raw.keys() - known))}; known are {', '.join(sorted(known))}"
        )
    for needed in ("id", "example", "trap"):
        if not raw.get(needed):
            raise WordingError(f"{where}: {needed!r} is missing: every entry carries an id, an example and a trap")


@cache
def shipped_text(file: str) -> str:
    """The text of a file of the codebook."""
    return files("parley.reading.codebook").joinpath(file).read_text(encoding="utf-8")
