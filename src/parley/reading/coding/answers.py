"""Whose offer is answered: in "Qatar offered to mediate, but Chad turned *the offer* down" it is Qatar's."""

from __future__ import annotations

from collections.abc import Sequence

from parley.reading.document import Document, Token
from parley.reading.predicates.frames import Frame
from parley.terms.enums import Root

ANSWERS = frozenset({Root.REJECT, Root.AGREE})
"""What is done to an offer."""
_PUT_FORWARD = frozenset({
    "offer", "proposal", "invitation", "demand", "request", "appeal", "ultimatum", "bid", "suggestion", "initiative",
    "overture", "call",
})  # fmt: skip
_PUTTING = _PUT_FORWARD | {"propose", "invite", "suggest", "ask", "urge", "float", "volunteer", "present", "extend"}
_SO_FAR = 1
"""Sentences back in which it may have been put forward."""


def answered(
    doc: Document, frame: Frame, actors: Sequence[str], earlier: Sequence[tuple[Token, tuple[str, ...]]]
) -> tuple[str, ...]:
    """Who put forward what an act answers, if its words do not say; `earlier` are the acts before, with their doers."""
    things = [o for o in (*frame.objects, *frame.after("at", "to")) if o.lemma in _PUT_FORWARD]
    the = any(k.lower in {"the", "this", "that", "these", "those"} for o in things for k in doc.kids(o, "det"))
    if not the or any(doc.kids(o, "prep", "poss", "relcl", "compound") for o in things):
        return ()
    for t, doers in reversed(earlier):
        if frame.head.sentence - t.sentence > _SO_FAR:
            return ()
        if t.lemma in _PUTTING and doers and not set(doers) & set(actors):
            return doers
    return ()
