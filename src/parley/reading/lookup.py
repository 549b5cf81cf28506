"""Which entries of the codebook, and which signatures of the lexicon, a word or phrase meets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from parley.reading.coding.books import FORMS, Books, books
from parley.reading.coding.codebook import Entry, of_noun
from parley.reading.coding.entry_form import ALWAYS
from parley.reading.coding.rows import Row
from parley.reading.coding.wordbook import KINDS, split
from parley.reading.commitment.signatures import Signature, lexicon
from parley.reading.lemmas import Forms, forms_of
from parley.terms.overlay import Overlay

_LEXICON = {"verb": "VERB", "aux": "VERB", "noun": "NOUN", "adj": "ADJ", "adv": "ADV", "mod": "ADJ"}
_ANY = "ANY"
_NOT_CONDITIONS = frozenset({*ALWAYS, *KINDS, "words", "code", "mode", "name"})


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that words meet, by which of its phrases, as which part of speech.

    `whole`: the words are enough; else the phrase has more of them. `weight` is how an entry of several that fit is
    chosen: the greatest, then the first in the book.
    """

    book: str
    row: Row
    entry: Any
    phrase: str
    pos: str
    whole: bool
    weight: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cue:
    """A signature of the lexicon of embedding words, by its word, with its example and trap."""

    pos: str
    word: str
    signature: Signature
    example: str
    trap: str


@dataclass(frozen=True, slots=True)
class Met:
    """All that some words meet, and the known words that are near, where they meet nothing."""

    hits: tuple[Hit, ...]
    cues: tuple[Cue, ...]
    near: tuple[str, ...]


def look_up(words: str, over: tuple[Overlay, ...] = ()) -> Met:
    """What a word, in any inflection, or a phrase meets in the codebook with overlays, and in the lexicon."""
    asked = forms_of(_parts(words))
    hits = tuple(sorted(_hits(asked, books(over)), key=_nearness))
    cues = tuple(_cues(asked))
    return Met(hits, cues, () if hits or cues else _near(words, books(over)))


def conditions(row: Row) -> Mapping[str, Any]:
    """The fields of an entry that say where it fits, as written."""
    return {k: v for k, v in row.raw.items() if k not in _NOT_CONDITIONS}


def _nearness(hit: Hit) -> tuple[bool, int]:
    """Phrases that the words make whole before those that have more words, and of those the longest first."""
    return not hit.whole, -len(_parts(hit.phrase)) if hit.whole else 0


def _hits(asked: Sequence[Forms], among: Books) -> Iterator[Hit]:
    for book, forms in FORMS.items():
        for form in forms:
            found = [h for row in among.rows(book, form) if (h := _hit(book, row, form.entry(row), asked))]
            yield from sorted(found, key=lambda h: tuple(-n for n in h.weight))


def _hit(book: str, row: Row, entry: Any, asked: Sequence[Forms]) -> Hit | None:
    """The best of an entry's phrases that the words meet."""
    best: Hit | None = None
    for phrase, pos in _phrases(row):
        head, rest = _parted(book, phrase, pos)
        inside, turning = _parts(" ".join((head, *rest))), head.split("-")[-1]
        whole = _all_in(inside, turning, pos, asked)
        if whole or _all_asked(inside, turning, pos, asked):
            hit = Hit(book, row, entry, phrase, pos, whole, _weight(entry, rest))
            best = hit if best is None or (hit.whole, hit.weight) > (best.whole, best.weight) else best
    return best


def _phrases(row: Row) -> Iterator[tuple[str, str]]:
    for key, pos in {**KINDS, "words": _ANY}.items():
        for phrase in row.raw.get(key, ()):
            yield phrase, pos


def _parted(book: str, phrase: str, pos: str) -> tuple[str, tuple[str, ...]]:
    if book == "events" and pos == "NOUN":
        return of_noun(phrase)
    return split(phrase, "VERB" if pos == _ANY else pos)


def _parts(phrase: str) -> list[str]:
    """The words of a phrase; a hyphen parts them, as it does in a report."""
    return phrase.replace("-", " ").split()


def _all_in(phrase: Sequence[str], head: str, pos: str, asked: Sequence[Forms]) -> bool:
    """Whether each word of a phrase is asked for, its head as its part of speech."""
    return all(any(w in _as(f, pos if w == head else _ANY) for f in asked) for w in phrase)


def _all_asked(phrase: Sequence[str], head: str, pos: str, asked: Sequence[Forms]) -> bool:
    """Whether each word asked for is in a phrase."""
    return all(any(w in _as(f, pos if w == head else _ANY) for w in phrase) for f in asked)


def _as(forms: Forms, pos: str) -> frozenset[str]:
    return frozenset().union(*forms.values()) if pos == _ANY else forms[pos]


def _weight(entry: Any, rest: Sequence[str]) -> tuple[int, int]:
    return len(rest) + (entry.conditions if isinstance(entry, Entry) else 0), len(rest)


def _cues(asked: Sequence[Forms]) -> Iterator[Cue]:
    examples = {id_: (example[0], trap[0]) for id_, example, trap in lexicon().examples}
    for (pos, word), signatures in lexicon().by_word.items():
        first, *rest = _parts(word)
        fits = len(rest) + 1 == len(asked) and first in _as(asked[0], _LEXICON[pos])
        if fits and all(p in _as(f, _ANY) for p, f in zip(rest, asked[1:], strict=True)):
            yield from (Cue(pos, word, s, *examples[s.id]) for s in signatures)


def _near(words: str, among: Books) -> tuple[str, ...]:
    known = {p for book, forms in FORMS.items() for f in forms for row in among.rows(book, f) for p, _ in _phrases(row)}
    known |= {word for _, word in lexicon().by_word}
    return tuple(get_close_matches(words.lower(), sorted(known), n=5))
