"""The words for who speaks at a word that opens a voice."""

from __future__ import annotations

from parley.reading.commitment.signatures import Lexicon
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import is_passive, subjects_of

_SUPPORTS = frozenset({"on", "under", "with"})
_QUOTED = frozenset({"quote", "cite"})


def speakers_of(doc: Document, cue: Token) -> tuple[Token, ...]:
    """The words for who speaks at a cue, those of "as did …" with them."""
    if cue.pos in {"VERB", "AUX"}:
        if is_passive(doc, cue):
            if cue.lemma in _QUOTED:
                return tuple(doc.kids(cue, "nsubjpass"))
            return tuple(o for k in doc.kids(cue, "agent") for o in doc.kids(k, "pobj"))
        return (*subjects_of(doc, cue), *_ellipsis(doc, cue))
    if cue.pos == "ADJ" and cue.dep in {"acomp", "oprd"}:
        return tuple(s for s in subjects_of(doc, doc.head(cue)) if s.lower not in {"it", "there"})
    own = tuple(doc.kids(cue, "poss", "amod", "compound"))
    by = tuple(o for k in doc.kids(cue, "prep") if k.lower in {"by", "from"} for o in doc.kids(k, "pobj"))
    up = doc.head(cue)
    if cue.dep == "pobj" and up.lower in _SUPPORTS and doc.head(up).pos == "VERB" and not own and not by:
        return subjects_of(doc, doc.head(up))
    if cue.dep in {"dobj", "nsubjpass"} and up.pos == "VERB" and not by and not _owned(doc, cue):
        return (*subjects_of(doc, up),) if not is_passive(doc, up) else ()
    return own + by


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
