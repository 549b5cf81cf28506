"""Whose offer is answered: in "Qatar offered to mediate, but Chad turned *the offer* down" it is Qatar's."""

from __future__ import annotations

from collections.abc import Sequence

from parley.reading.actors.who import Who
from parley.reading.commitment.adjuncts import SPOKEN
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import Frame, subjects_of
from parley.terms.enums import Root

ANSWERS = frozenset({Root.REJECT, Root.AGREE})
"""What is done to an offer."""
JUDGING = ANSWERS | {Root.ACCUSE, Root.SUPPORT}
"""What is done to anything that somebody said or did."""
_PUT_FORWARD = frozenset({
    "offer", "proposal", "invitation", "demand", "request", "appeal", "ultimatum", "bid", "suggestion", "initiative",
    "overture", "call", "plea", "idea", "plan", "proposition", "condition", "term", "petition", "entreaty",
})  # fmt: skip
_PUTTING = _PUT_FORWARD | {
    "propose", "invite", "suggest", "ask", "urge", "float", "volunteer", "present", "extend", "plead", "beg", "press",
    "argue", "want",
}  # fmt: skip
_DONE = _PUT_FORWARD | {
    "gesture", "move", "step", "measure", "decision", "decree", "ruling", "campaign", "operation", "action", "speech",
    "act", "policy", "concession",
}  # fmt: skip
_SO_FAR = 1
"""Sentences back in which it may have been put forward."""
_TELLING_WHICH = ("prep", "poss", "relcl", "compound", "acl")


def answered(
    doc: Document, frame: Frame, actors: Sequence[str], earlier: Sequence[tuple[Token, tuple[str, ...]]]
) -> tuple[str, ...]:
    """Who put forward what an act answers, if its words do not say; `earlier` are the acts before, with their doers."""
    things = [o for o in (*frame.objects, *frame.after("at", "to")) if o.lemma in _PUT_FORWARD]
    the = any(k.lower in {"the", "this", "that", "these", "those"} for o in things for k in doc.kids(o, "det"))
    if not the or any(doc.kids(o, *_TELLING_WHICH) for o in things):
        return ()
    for t, doers in reversed(earlier):
        if frame.head.sentence - t.sentence > _SO_FAR:
            return ()
        if t.lemma in _PUTTING and doers and not set(doers) & set(actors):
            return doers
    return ()


def of_the_clause(doc: Document, frame: Frame, actors: Sequence[str], who: Who) -> tuple[str, ...]:
    """As in "Chad offered talks, *a gesture that* Norway welcomed": Chad's, whose clause the noun is set in."""
    noun = doc.head(frame.head)
    if frame.head.dep != "relcl" or noun.lemma not in _DONE | SPOKEN or all(o.i != noun.i for o in frame.objects):
        return ()
    if doc.kids(noun, "poss") or any(who.of(o) for p in doc.kids(noun, "prep") for o in doc.kids(p, "pobj")):
        return ()
    above = [up for up in doc.path_up(noun) if up.pos == "VERB"]
    verb = (above[-1] if noun.lemma in SPOKEN else above[0]) if above else None
    doers = who.of_all(subjects_of(doc, verb)) if verb is not None else ()
    return doers if not set(doers) & set(actors) else ()
