"""Borders: a border is a place between two countries."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from parley.reading.document import Document, Token
from parley.reading.places.found import PlaceFound
from parley.reading.places.names import key_of
from parley.reading.places.roles import cue
from parley.reading.places.words import BORDERS
from parley.terms.enums import PlaceRole, Precision
from parley.terms.values import Place

_LOOK = 7


Demonyms = Callable[[str], str | None]
"""The alpha-3 code of the state whose adjective a word is, if it is one's."""


def border_at(doc: Document, countries: Mapping[str, str], demonyms: Demonyms = lambda _: None) -> Iterator[PlaceFound]:
    """The borders that a report names with the countries on both sides, or on one where only one is told.

    `countries`: keys of names to alpha-3 codes.
    """
    for t in doc.tokens:
        if t.lower in BORDERS and t.pos in ("NOUN", "PROPN"):
            found = _border(doc, t, countries, demonyms)
            if found is not None:
                yield found


def _border(doc: Document, t: Token, countries: Mapping[str, str], demonyms: Demonyms) -> PlaceFound | None:
    sentence = doc.sentence_of(t)
    before = _countries(doc, max(sentence.first, t.i - _LOOK), t.i, countries, t)
    after = _countries(doc, t.i + 1, min(sentence.last, t.i + 1 + _LOOK), countries, t)
    sides = {code: (first, last) for code, first, last in (*before, *after)}
    for k in doc.kids(t, "amod", "compound"):
        if k.text[0].isupper() and (code := demonyms(k.text)) is not None:
            sides.setdefault(code, (k.i, k.i + 1))
    if len(sides) < 2:
        return _one_side(doc, t, sides)
    first = min(t.i, *(a for a, _ in sides.values()))
    last = max(t.i + 1, *(b for _, b in sides.values()))
    text = doc.span(first, last).of(doc.text)
    place = Place(text, PlaceRole.BETWEEN, tuple(sides)[:2], precision=Precision.REGION, text=text)
    return PlaceFound(first, last, place)


def _one_side(doc: Document, t: Token, sides: Mapping[str, tuple[int, int]]) -> PlaceFound | None:
    """As in "near the Ecuadorian border": a place in or at the one country told, where a preposition makes it one."""
    for code, (first, last) in sides.items():
        said = cue(doc, min(first, t.i), max(last, t.i + 1))
        if last <= t.i and said.cued and not said.acting:
            text = doc.span(first, t.i + 1).of(doc.text)
            place = Place(text, said.role, (code,), precision=Precision.REGION, text=text)
            return PlaceFound(first, t.i + 1, place)
    return None


def _countries(
    doc: Document, low: int, high: int, countries: Mapping[str, str], border: Token
) -> list[tuple[str, int, int]]:
    """The countries told in a stretch that hang on the border's word."""
    found = []
    at = low
    while at < high:
        for length in (3, 2, 1):
            code = countries.get(key_of(doc, at, at + length)) if at + length <= high else None
            if code and _hangs(doc, doc.tokens[at + length - 1], border):
                found.append((code, at, at + length))
                at += length - 1
                break
        at += 1
    return found


def _hangs(doc: Document, t: Token, border: Token) -> bool:
    """Whether a name stands below the border's word by names, hyphens and "between", "of", "with" only."""
    while t.head != t.i:
        t = doc.head(t)
        if t.i == border.i:
            return True
        if t.pos not in ("PROPN", "ADJ", "NOUN") and t.lower not in ("between", "of", "with", "and", "-"):
            return False
        if t.pos == "NOUN" and t.i != border.i:
            return False
    return False
