"""Later, shorter or misspelt tellings of a name that the report has given in full."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from parley.reading.actors.cast import Cast, Found
from parley.reading.actors.genders import of_name
from parley.reading.actors.likeness import nouns_of
from parley.reading.document import Document, Token
from parley.reading.gazetteer import fold
from parley.reading.lexicon.tables import people
from parley.terms.actor import Actor
from parley.terms.enums import ActorType, How

_BODIES = frozenset({ActorType.ORGANISATION, ActorType.MEDIA, ActorType.IGO, ActorType.PARTY})
_NAMES = frozenset({"NNP", "NNPS"})
_NOUNS = frozenset({"PROPN", "NOUN"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_LONG = 5
"""Letters that a name must have before one letter of it may be another."""
_PARTICLES = frozenset({"jr", "sr", "ii", "iii"})
_DESCRIBES = frozenset({"amod", "compound", "nmod"})


def same(cast: Cast) -> dict[str, str]:
    """Coined actors that are another actor of the report under a part or a slip of its name, each with that other."""
    bodies, persons = _bodies(cast), [a for a in cast.actors.values() if a.type is ActorType.PERSON]
    out: dict[str, str] = {}
    for a in cast.actors.values():
        if a.id in cast.gazetteer.entries or a.described_as:
            continue
        whole = _whole(a, bodies) or _respelt(a, persons)
        if whole is not None and whole != a.id:
            out[a.id] = whole
    return {short: out.get(long, long) for short, long in out.items() if out.get(long, long) != short}


def _bodies(cast: Cast) -> dict[str, dict[str, None]]:
    """The coined bodies of a report by each word that may stand for their name alone."""
    by: dict[str, dict[str, None]] = {}
    for a in cast.actors.values():
        if a.type in _BODIES and not a.described_as:
            for word in _parts(a, listed=a.id in cast.gazetteer.entries):
                by.setdefault(word, {})[a.id] = None
    return by


def _parts(a: Actor, *, listed: bool) -> Iterator[str]:
    """As "Scientology" and "church" of the Church of Scientology, "Delmar" of Delmar Shipping."""
    yield from nouns_of(a)
    words = a.name.split()
    if listed or len(words) < 2:
        return
    if len(words) > 2 and words[-2].lower() == "of":
        yield fold(words[-1])
    elif len(words) == 2 and words[0][:1].isupper() and not words[0].isupper() and fold(words[1]) not in people():
        yield fold(words[0])


def _whole(a: Actor, bodies: Mapping[str, Mapping[str, None]]) -> str | None:
    """The one body of whose name a coined word is a part."""
    if " " in a.name or a.type is ActorType.PERSON:
        return None
    whole = [b for b in bodies.get(fold(a.name), {}) if b != a.id]
    return whole[0] if len(whole) == 1 else None


def _respelt(a: Actor, persons: list[Actor]) -> str | None:
    """The first person before another whose name differs by one letter: "Kristin" and "Kristen" of one surname."""
    if a.type is not ActorType.PERSON:
        return None
    own = fold(a.name).split()
    for b in persons:
        if b.id == a.id:
            return None
        other = fold(b.name).split()
        if len(own) == 1 and len(other) > 1 and _slip(own[0], other[-1]):
            return b.id
        one_name = len(own) == len(other) > 1 and own[1:] == other[1:] and _slip(own[0], other[0])
        if one_name and (of_name(a.name) or of_name(b.name)) == (of_name(b.name) or of_name(a.name)):
            return b.id
    return None


def _slip(a: str, b: str) -> bool:
    """Whether two words differ by one letter, one more or one other, but not in the first.

    >>> _slip("maurer", "mauer"), _slip("kristin", "kristen"), _slip("maria", "mario"), _slip("hess", "hesse")
    (True, True, True, False)
    """
    if a == b or a[0] != b[0] or min(len(a), len(b)) < _LONG or abs(len(a) - len(b)) > 1:
        return False
    at = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[at + 1 :] == b[at + (len(a) == len(b)) :] or (len(a) < len(b) and a[at:] == b[at + 1 :])


def repeated(doc: Document, cast: Cast) -> None:
    """Note names that stand free and repeat a person's surname, or a part of a body's name, told before them."""
    known = _later(cast)
    if not known:
        return
    for t in doc.tokens:
        named = t.pos in _NOUNS or t.dep in _ARGUMENTS
        if not named or not t.text[0].isupper() or not cast.free(t.i, t.i + 1) or t.i in cast.places:
            continue
        at = known.get(fold(t.text))
        if at is not None and at[1] < t.i and _alone(doc, cast, t):
            cast.add(Found(t.i, t.i + 1, t.i, (at[0],), How.ALIAS, modifier=t.dep in _DESCRIBES))


def _later(cast: Cast) -> dict[str, tuple[str, int]]:
    """The words that may repeat a name, each with the one actor and where it is first named in full."""
    by: dict[str, dict[str, int]] = {}
    for f in cast.found:
        if f.how not in {How.NAME, How.ALIAS} or len(f.actors) != 1:
            continue
        for word in _short_forms(cast, f):
            by.setdefault(word, {}).setdefault(f.actors[0], f.last)
    return {word: next(iter(who.items())) for word, who in by.items() if len(who) == 1}


def _short_forms(cast: Cast, f: Found) -> Iterator[str]:
    a = cast.actors[f.actors[0]]
    if a.type is ActorType.PERSON:
        words = [w for w in fold(a.name).split() if w not in _PARTICLES]
        if words and len(words[-1]) > 2 and (f.last - f.first > 1 or len(words) == 1):
            yield words[-1]
    elif f.last - f.first < 2:
        return
    elif a.type in _BODIES and a.id not in cast.gazetteer.entries and not a.described_as:
        yield from (w for w in _parts(a, listed=False) if w not in nouns_of(a) and len(w) > 3)


def _alone(doc: Document, cast: Cast, t: Token) -> bool:
    """Whether a word is no part of a longer name."""
    around = [doc.tokens[i] for i in (t.i - 1, t.i + 1) if 0 <= i < len(doc.tokens)]
    return not any(w.tag in _NAMES and w.sentence == t.sentence and w.i not in cast.covered for w in around)
