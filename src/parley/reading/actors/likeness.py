"""One actor under several words: what is set beside a name, what someone is said to be, the last word of a name."""

from __future__ import annotations

from parley.reading.actors.cast import Cast, Found
from parley.reading.actors.salience import before
from parley.reading.document import Document, Token
from parley.reading.gazetteer import fold
from parley.terms.enums import ActorType, How

_BODIES = frozenset({
    ActorType.ORGANISATION, ActorType.IGO, ActorType.MEDIA, ActorType.GOVERNMENT, ActorType.PARTY,
    ActorType.ARMED_GROUP,
})  # fmt: skip
_OF = frozenset({"of", "for", "on", "in", "at", "against"})
_ENTIRE = 99
"""Sentences back that a body's own noun reaches: "the foundation", once one alone is named, all through the report."""


def set_beside(doc: Document, cast: Cast, t: Token) -> bool:
    """Note a person under the noun beside the name or said of it: "Hess, a doctor"; "he is a doctor"."""
    if t.pos != "NOUN" or t.tag != "NN":
        return False
    found = _beside(doc, cast, t) or _said_to_be(doc, cast, t)
    if found is None or len(found.actors) != 1 or cast.type_of(found.actors[0]) is not ActorType.PERSON:
        return False
    cast.add(Found(t.i, t.i + 1, t.i, found.actors, How.DESCRIPTION, modifier=True))
    return True


def _beside(doc: Document, cast: Cast, t: Token) -> Found | None:
    """The name that a noun stands beside, whichever of the two the parser hangs on the other."""
    if t.dep == "appos":
        return _named(cast, doc.head(t))
    named = [f for k in doc.kids(t, "appos") if (f := _named(cast, k))]
    return named[0] if len(named) == 1 else None


def _named(cast: Cast, t: Token) -> Found | None:
    f = cast.by_head.get(t.i)
    return f if f is not None and f.how in {How.NAME, How.ALIAS} else None


def _said_to_be(doc: Document, cast: Cast, t: Token) -> Found | None:
    """The subject of "is" or "was" whose complement a noun is, where nothing takes it back."""
    verb = doc.head(t)
    if t.dep != "attr" or verb.lemma != "be" or doc.kids(verb, "neg", "aux", "mark"):
        return None
    if any(k.lower in {"no", "not", "neither"} for k in doc.kids(t)):
        return None
    subjects = doc.kids(verb, "nsubj")
    return cast.by_head.get(subjects[0].i) if len(subjects) == 1 and subjects[0].i < t.i else None


def called(doc: Document, cast: Cast, t: Token) -> tuple[str, ...]:
    """As in "the foundation": the one body of the report so far whose name has this word as its head; else nobody."""
    bodies = {
        f.actors[0]: None
        for _, f in before(doc, cast, t, _ENTIRE)
        if len(f.actors) == 1 and cast.type_of(f.actors[0]) in _BODIES and fold(t.text) == noun_of(doc, f)
    }
    return tuple(bodies) if len(bodies) == 1 else ()


def noun_of(doc: Document, f: Found) -> str:
    """The word that says what a named body is: "foundation" of "the Anna Hess Foundation for the Arts"."""
    words = doc.tokens[f.first : f.last]
    cut = next((n for n, w in enumerate(words) if n and w.lower in _OF), len(words))
    return fold(words[cut - 1].text) if len(words) > 1 else ""
