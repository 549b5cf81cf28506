"""A book of wordings: entries as data, looked up by the word that a phrase turns on.

An entry lists phrases under `verbs` (their first word is looked up), and under `nouns`, `adjectives` and
`adverbs` (their last word is). The other words of a phrase must stand about that word in the parse.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from parley.reading.coding.entry_form import EntryForm
from parley.reading.coding.rows import rows_of
from parley.reading.document import Document, Token
from parley.terms.overlay import Overlay

E = TypeVar("E")
Words = tuple[str, ...]
KINDS = {"verbs": "VERB", "nouns": "NOUN", "adjectives": "ADJ", "adverbs": "ADV"}
"""The lists of phrases, and the part of speech of the word that each turns on."""
_KIND = {"VERB": "VERB", "AUX": "VERB", "NOUN": "NOUN", "PROPN": "NOUN", "ADJ": "ADJ", "ADV": "ADV", "DET": "ADJ"}
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


@dataclass(frozen=True)
class Wordbook(Generic[E]):
    """Entries by part of speech and word, the longest phrases first; `entries` has each once."""

    by_word: Mapping[tuple[str, str], tuple[tuple[Words, E], ...]]
    entries: tuple[E, ...]

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that some phrase turns on, whatever its part of speech."""
        return frozenset(word for _, word in self.by_word)

    @cached_property
    def tails(self) -> frozenset[str]:
        """The last parts of words with a hyphen, of which a parse makes words of their own: "stand-off"."""
        return frozenset(w.rpartition("-")[2] for w in self.words if "-" in w)

    @cached_property
    def _words_and_tails(self) -> frozenset[str]:
        return self.words | self.tails

    def met(self, doc: Document) -> list[Token]:
        """The tokens that a phrase may turn on, in order: most words of a text are in no book."""
        words, either = self.words, self._words_and_tails
        met = [t for t in doc.tokens if t.lemma in either or t.lower in either]
        return [t for t in met if t.lemma in words or t.lower in words or _hyphened(doc, t)]

    def of(self, t: Token) -> tuple[tuple[Words, E], ...]:
        """The phrases that a token may be the turning word of."""
        kind = _KIND.get(t.pos)
        if kind is None:
            return ()
        found = self.by_word.get((kind, t.lemma), ())
        other = self.by_word.get((kind, t.lower), ()) if t.lemma != t.lower else ()
        return (*found, *other) if found and other else found or other

    def _of_whole(self, doc: Document, t: Token) -> tuple[tuple[Words, E], ...]:
        """The phrases of the word that a token is the last part of."""
        before = _hyphened(doc, t)
        kind = "NOUN" if t.pos == "ADV" else _KIND.get(t.pos, "")
        return self.by_word.get((kind, before + t.lemma), ()) if before else ()

    def fitting(self, doc: Document, t: Token) -> Iterator[tuple[Words, E]]:
        """Those of them whose other words stand about the token."""
        found = (self._of_whole(doc, t) if t.i > 1 and doc.tokens[t.i - 1].text == "-" else ()) or self.of(t)
        if found:
            about: set[str] | None = None
            for words, entry in found:
                if words and about is None:
                    about = words_about(doc, t)
                if about is None or about.issuperset(words):
                    yield words, entry


def _hyphened(doc: Document, t: Token) -> str:
    """What a hyphen joins to the front of a word, with the hyphen; "" for nothing."""
    if t.i < 2 or doc.tokens[t.i - 1].text != "-":
        return ""
    return f"{doc.tokens[t.i - 2].lower}-"


def words_about(doc: Document, t: Token) -> set[str]:
    """Words and lemmas that hang on a token, and those that hang on its prepositions and complements."""
    about: set[str] = set()
    for k in doc.kids(t, *_ABOUT):
        about |= {k.lower, k.lemma, k.lower.rpartition("-")[2]}  # "a U.S.-brokered truce" may be one token
        for o in doc.kids(k, "pobj", "prep", "pcomp", "amod", "det"):
            about |= {o.lower, o.lemma}
    return about


def book_of(form: EntryForm[E], texts: Mapping[str, str], over: Sequence[Overlay] = ()) -> Wordbook[E]:
    """A book from TOML texts by file name, with overlays laid over them. Raises EntryError naming the entry."""
    found: dict[tuple[str, str], list[tuple[Words, E]]] = {}
    entries: list[E] = []
    for row in rows_of(form.table, texts, over):
        entry = form.entry(row)
        entries.append(entry)
        for key, kind in KINDS.items():
            for phrase in row.raw.get(key, ()):
                head, words = split(phrase, kind)
                found.setdefault((kind, head), []).append((words, entry))
    return Wordbook({k: tuple(sorted(v, key=lambda p: -len(p[0]))) for k, v in found.items()}, tuple(entries))


def split(phrase: str, kind: str) -> tuple[str, Words]:
    """The word that a phrase turns on, and its other words."""
    words = tuple(phrase.split())
    return (words[0], words[1:]) if kind == "VERB" else (words[-1], words[:-1])
