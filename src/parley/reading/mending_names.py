"""Mends names that the small parser hung on the wrong name."""

from __future__ import annotations

from dataclasses import replace

from parley.reading.commitment.signatures import Lexicon
from parley.reading.document import Document, Token


def each_of_their_own(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "Hess of the Front and *Velic* of the Guard met": Velic goes with Hess, and not with the Front."""
    body = doc.head(t)
    of = doc.head(body)
    first = doc.head(of)
    if body.dep != "pobj" or of.lower != "of" or {t.pos, body.pos, first.pos} != {"PROPN"}:
        return {}
    if first.ent != "PERSON" or t.ent not in {"PERSON", ""} or doc.kids(t, "det"):
        return {}
    own = doc.tokens[t.i + 1] if t.i + 1 < len(doc.tokens) else t
    if own.lower != "of" or not doc.kids(own, "pobj"):
        return {}
    joined = (k for k in doc.kids(body, "cc", "punct") if k.i < t.i)
    out = {k.i: replace(k, head=first.i) for k in joined}
    return {**out, t.i: replace(t, head=first.i), own.i: replace(own, head=t.i)}
