"""The words for who speaks at a word that opens a voice."""

from __future__ import annotations

from parley.reading.commitment.signatures import Lexicon
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import LIGHT, is_passive, subjects_of

_SUPPORTS = frozenset({"on", "under", "with"})
_QUOTED = frozenset({"quote", "cite", "convince", "persuade", "worry", "alarm", "concern"})
"""Verbs whose passive has the speaker for its subject: "he was quoted", "she is convinced"."""
_UTTERING = (LIGHT - {"deny", "end", "suspend", "break"}) | {
    "repeat",
    "reiterate",
    "publish",
    "release",
    "spread",
    "air",
    "file",
    "bring",
    "lodge",
    "circulate",
    "post",
    "print",
    "withdraw",
    "retract",
    "submit",
    "present",
    "renew",
    "drop",
    "press",
    "utter",
    "write",
    "return",
}
"""Verbs whose subject utters the noun of saying that they take, where nobody owns it."""


def speakers_of(doc: Document, cue: Token) -> tuple[Token, ...]:
    """The words for who speaks at a cue, those of "as did …" with them."""
    if cue.pos in {"VERB", "AUX"}:
        if is_passive(doc, cue):
            if cue.lemma in _QUOTED:
                return tuple(doc.kids(cue, "nsubjpass", "nsubj"))
            return tuple(o for k in doc.kids(cue, "agent") for o in doc.kids(k, "pobj"))
        if doc.head(cue).pos == "ADJ" and any(s.lower == "it" for s in doc.kids(doc.head(doc.head(cue)), "nsubj")):
            return ()  # "it is too early to say": nobody in particular says so
        return (*(_antecedent(doc, s) for s in subjects_of(doc, cue)), *_ellipsis(doc, cue))
    if cue.pos == "ADJ" and cue.dep in {"acomp", "oprd"}:
        return tuple(s for s in subjects_of(doc, doc.head(cue)) if s.lower not in {"it", "there"})
    own = tuple(doc.kids(cue, "poss", "amod", "compound"))
    by = tuple(o for k in doc.kids(cue, "prep") if k.lower in {"by", "from"} for o in doc.kids(k, "pobj"))
    up = doc.head(cue)
    if cue.dep == "pobj" and up.lower in _SUPPORTS and doc.head(up).pos == "VERB" and not own and not by:
        return subjects_of(doc, doc.head(up))
    if cue.dep in {"dobj", "nsubjpass"} and up.pos == "VERB" and not by and not _owned(doc, cue):
        uttered = up.lemma in _UTTERING and not is_passive(doc, up)
        return subjects_of(doc, up) if uttered else ()
    return own + by


def _antecedent(doc: Document, subject: Token) -> Token:
    """As in "the regime, which denied it": the regime."""
    verb = doc.head(subject)
    if subject.tag not in {"WDT", "WP"} or verb.dep != "relcl" or doc.head(verb).pos not in {"NOUN", "PROPN"}:
        return subject
    return doc.head(verb)


def claimants(doc: Document, told: tuple[Token, ...], lexicon: Lexicon) -> tuple[Token, ...]:
    """As in "according to Danish claims": who speaks is who owns the noun of saying; else the words themselves."""
    return tuple(
        w
        for o in told
        for w in (speakers_of(doc, o) if any(s.voice for s in lexicon.of("noun", o.lemma)) and _owned(doc, o) else (o,))
    )


def _owned(doc: Document, cue: Token) -> bool:
    """As in "their claims", "Danish claims": the noun of saying names its own speaker."""
    return bool(doc.kids(cue, "poss")) or any(k.text[:1].isupper() and k.i > 0 for k in doc.kids(cue, "amod"))


def _ellipsis(doc: Document, cue: Token) -> tuple[Token, ...]:
    """As in "Islamabad denied it, as did the leadership": the leadership denied it too."""
    does = (k for k in doc.kids(cue, "advcl", "conj") if k.lemma in {"do", "have"} and doc.kids(k, "nsubj"))
    return tuple(s for k in does if not doc.kids(k, "dobj", "xcomp") for s in doc.kids(k, "nsubj"))
