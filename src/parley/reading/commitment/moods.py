"""Moods of a verb that neither tense nor auxiliaries tell: commands, wishes put politely, what is meant as said."""

from __future__ import annotations

from parley.reading.document import Document, Token
from parley.reading.predicates.frames import subjects_of

_I = frozenset({
    "hope", "love", "thank", "appreciate", "recommend", "like", "miss", "agree", "wish", "regret", "want", "guess",
    "think", "suppose", "doubt", "hate", "need", "feel", "look",
})  # fmt: skip
"""Verbs whose subject "I" is left out in letters: "Hope this helps"; others without a subject are commands."""
_WISHES = frozenset({"like", "love", "prefer", "hate", "want", "appreciate", "welcome"})
_SENSES = frozenset({"see", "hear", "feel", "understand", "smell", "sense"})
_SAYS = frozenset(
    {"say", "admit", "add", "confess", "note", "stress", "concede", "argue", "suggest", "think", "imagine"}
)
_SPEAKERS = frozenset({"i", "we"})
_LET = frozenset({"let", "make", "help", "have", "see", "hear", "watch"})
_POLITE = frozenset({"please", "pls", "kindly"})
_HEADS = frozenset({"ROOT", "parataxis", "dep", "ccomp", "advcl"})


def commanded(doc: Document, t: Token) -> bool:
    """Whether a verb is a command or a bare participle that is a clause of its own: nothing says that it was done."""
    if t.tag not in {"VB", "VBG", "VBP"} or doc.kids(t, "nsubj", "nsubjpass", "csubj", "expl"):
        return False
    if any(k.lower in _POLITE and k.i < t.i for k in doc.kids(t, "intj", "advmod")):
        return True
    if doc.kids(t, "aux"):
        return t.tag == "VB" and t.dep == "ROOT" and [k.lemma for k in doc.kids(t, "aux")] == ["do"]
    if t.dep == "conj" or (t.dep == "dep" and t.tag == "VBG"):
        return _goes_on_commanded(doc, t)
    if t.dep == "ROOT":
        return t.lemma not in _I and not (t.tag == "VBP" and not _opens(doc, t))
    return t.dep in _HEADS and t.tag == "VB" and doc.head(t).lemma not in _LET and not doc.kids(t, "mark", "advmod")


def _goes_on_commanded(doc: Document, t: Token) -> bool:
    up = doc.head(t)
    if t.tag == "VBP" or up.i == t.i or up.pos not in {"VERB", "AUX"}:
        return False
    if t.tag == "VB" and up.tag in {"VBD", "VBZ", "VBP"} and not doc.kids(up, "aux"):
        return not (up.lemma in _I and not subjects_of(doc, up))
    return commanded(doc, up)


def _opens(doc: Document, t: Token) -> bool:
    """Whether no noun stands before a verb in its sentence that may be its subject after all."""
    return not any(k.pos in {"NOUN", "PROPN", "PRON"} for k in doc.tokens[doc.sentence_of(t).first : t.i])


def meant_as_is(doc: Document, t: Token, auxiliary: Token) -> bool:
    """As in "would like to", "can see", "I must say": the auxiliary makes nothing less so."""
    if auxiliary.lower in {"would", "'d"}:
        return t.lemma in _WISHES and not _conditional(doc, t)
    if auxiliary.lower in {"can", "could"} and t.lemma in _SENSES:
        return True
    if t.lemma not in _SAYS or auxiliary.lower not in {"will", "'ll", "must", "can"}:
        return False
    return any(s.lower in _SPEAKERS for s in doc.kids(t, "nsubj"))


def _conditional(doc: Document, t: Token) -> bool:
    return any(k.lower in {"if", "unless"} for c in doc.kids(t, "advcl") for k in doc.kids(c, "mark"))


def about_to(doc: Document, t: Token) -> bool:
    """As in "is going to attack": the going itself is yet to come."""
    if t.lower not in {"going", "gon"}:
        return False
    return any(k.tag == "TO" or k.lower == "na" for c in doc.kids(t, "xcomp") for k in doc.kids(c, "aux"))
