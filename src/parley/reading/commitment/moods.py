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
_ARRANGED = frozenset({
    "gather", "meet", "fly", "travel", "visit", "arrive", "leave", "depart", "drop", "return", "begin", "start", "open",
    "resume", "convene", "reconvene", "host", "go", "head", "address", "sit", "vote", "attend", "hold", "land", "set",
    "assemble", "take", "come", "receive", "chair", "expire", "end", "sign", "swear", "inaugurate", "call", "stop",
})  # fmt: skip
"""Verbs of what has its day."""
_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
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


def bare_infinitive(doc: Document, t: Token) -> bool:
    """As in "bade them *leave*", "whether to *leave*": a form that by itself says of nothing that it was done."""
    if t.tag != "VB" or any(k.lemma == "do" for k in doc.kids(t, "aux")):
        return False
    if any(k.tag == "TO" for k in doc.kids(t, "aux")):
        return True
    main = t.dep in {"ROOT", "conj", "parataxis", "relcl"} and any(_many(doc, s) for s in doc.kids(t, "nsubj"))
    goes_on = t.dep == "conj" and doc.head(t).tag in {"VBZ", "VBP", "VBD", "VBN"}
    return not (main or goes_on)  # "envoys float a truce", where the tagger takes a present for an infinitive


def _many(doc: Document, subject: Token) -> bool:
    """Whether a subject takes the form of a verb that is its infinitive too: "they leave", not "he leave"."""
    several = subject.tag in {"NNS", "NNPS", "WDT", "WP"} or subject.lower in {"they", "we", "i", "you", "some", "many"}
    return several or bool(doc.kids(subject, "conj"))


def scheduled(doc: Document, t: Token) -> bool:
    """As in "ministers *meet* on Thursday", "*flies* out tomorrow": a present that tells what is arranged."""
    if t.lemma not in _ARRANGED:
        return False
    beside = [*doc.kids(t, "npadvmod", "advmod"), *(o for p in doc.kids(t, "prep") for o in doc.kids(p, "pobj"))]
    return any(_to_come(doc, k) for k in beside)


def _to_come(doc: Document, k: Token) -> bool:
    if k.lower in {"tomorrow", "tonight", "today"}:
        return True
    described = {m.lower for m in doc.kids(k, "amod", "det", "compound")}
    day = k.lower in _WEEKDAYS and not described & {"last", "previous", "every", "each"}
    return day or (k.lower in {"week", "month", "year", *_WEEKDAYS} and "next" in described)
