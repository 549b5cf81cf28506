"""Who is said to be something: subjects and complements of adjectives and nouns, as of verbs."""

from __future__ import annotations

from dataclasses import replace

from parley.reading.document import Document, Token
from parley.reading.predicates.frames import Frame, frame_of, subjects_of

VERBAL = frozenset({"VERB", "AUX"})
COPULAS = frozenset(
    {"be", "remain", "become", "stay", "seem", "appear", "look", "prove", "grow", "turn", "get", "feel", "sound"}
)
_PREDICATIVE = frozenset({"acomp", "oprd", "attr"})


def carrier(doc: Document, t: Token) -> Token | None:
    """The verb whose tense and negation a word has: itself, its copula, or that of the word it is joined to."""
    if t.pos in VERBAL and t.dep not in {"amod", "compound"}:
        return t
    up = doc.head(t)
    if up.pos in VERBAL and t.dep in _PREDICATIVE:
        return up
    if t.dep == "conj" and up.i != t.i and up.pos in {"ADJ", "NOUN", "PROPN", "VERB", "DET", "PRON"}:
        return carrier(doc, up)
    return None


def predication(doc: Document, t: Token) -> Frame:
    """A frame of a verb, adjective or noun. The subjects of the last two are those of which they are said."""
    frame = frame_of(doc, t)
    if t.pos in VERBAL and t.dep not in {"amod", "compound"}:
        if t.dep in _PREDICATIVE and not (frame.subjects or frame.objects):
            frame = replace(frame, subjects=subjects_of(doc, doc.head(t)), passive=False)
        deeper = _of_complements(doc, frame) if t.lemma in COPULAS else _of_objects(doc, frame)
        return replace(frame, preps=(*frame.preps, *deeper))
    verb = carrier(doc, t)
    if verb is None:
        return replace(frame, subjects=_bearers(doc, t))
    preps = tuple(p for p in frame_of(doc, verb).preps if not any(o.i == t.i for o in p[1]))
    return replace(frame, subjects=subjects_of(doc, verb), preps=(*frame.preps, *preps))


def _of_objects(doc: Document, frame: Frame) -> tuple[tuple[str, tuple[Token, ...]], ...]:
    return tuple(
        p for o in frame.objects if o.pos in {"NOUN", "PROPN"} and o.i > frame.head.i for p in frame_of(doc, o).preps
    )


def _of_complements(doc: Document, frame: Frame) -> tuple[tuple[str, tuple[Token, ...]], ...]:
    """As in "is at odds with": what hangs on the noun that says how it is."""
    return tuple(p for _, objects in frame.preps for o in objects if o.pos == "NOUN" for p in frame_of(doc, o).preps)


def _bearers(doc: Document, t: Token) -> tuple[Token, ...]:
    """Whom a word describes without a verb: its noun ("factions loyal to"), what it stands beside ("X, an ally of")."""
    up = doc.head(t)
    if t.pos == "ADJ" or t.tag == "VBN":
        return (up,) if t.dep in {"amod", "acl", "appos"} and up.pos in {"NOUN", "PROPN", "PRON"} else ()
    if t.dep == "appos":
        return (up,)
    return tuple(doc.kids(t, "appos"))


def finite(doc: Document, verb: Token) -> Token:
    """The word that bears a verb's tense: its first auxiliary, itself, or that of the clause it is a part of."""
    for _ in range(8):
        auxiliaries = doc.kids(verb, "aux", "auxpass")
        bearer = auxiliaries[0] if auxiliaries else verb
        if bearer.tag in {"VBZ", "VBP", "VBD", "MD"}:
            return bearer
        up = doc.head(verb)
        if up.i == verb.i or up.pos not in VERBAL:
            return bearer
        verb = up
    return verb


def is_past(doc: Document, verb: Token) -> bool:
    """Whether a verb tells of what was: in the past tense, but not where only a past verb of saying shifted it."""
    bearer = finite(doc, verb)
    if bearer.tag != "VBD":
        return False
    up = doc.head(verb)
    shifted = verb.dep == "ccomp" and up.pos == "VERB" and finite(doc, up).tag == "VBD"
    return (bearer.lower == "had" and bearer.i != verb.i) or not shifted


def neither(doc: Document, verb: Token) -> bool:
    """Whether a verb's subjects are joined by "nor": what it says is said of none of them."""
    return any(k.lower == "nor" for s in doc.kids(verb, "nsubj", "nsubjpass") for k in doc.kids(s, "cc"))
