"""Whose a judgement is, where the sentence gives it to others: "is seen as a failure", "in the view of observers"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from parley.reading.assemble import Context
from parley.reading.coding.arguments import Arguments
from parley.reading.coding.predication import VERBAL
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import frame_of
from parley.terms.enums import Stance
from parley.terms.statement import Proposal
from parley.terms.values import REPORT, Voice

_REGARDING = frozenset({
    "acclaim", "believe", "brand", "call", "celebrate", "characterise", "characterize", "condemn", "consider", "count",
    "criticise", "criticize", "decry", "deem", "denounce", "deride", "describe", "dismiss", "dub", "find", "hail",
    "interpret", "judge", "label", "perceive", "portray", "praise", "rate", "regard", "see", "term", "think",
    "tout", "view", "welcome",
})  # fmt: skip
_SEEING = frozenset({"see", "give", "hold", "rate", "put", "find"})
_VIEWS = frozenset({"view", "opinion", "eye", "estimation", "judgement", "judgment", "assessment", "estimate", "mind"})
_ARTICLES = frozenset({"a", "an", "the", "its", "their", "his", "her"})
_OWN = frozenset({"my", "our", "this", "its"})


@dataclass(frozen=True, slots=True)
class Regarded:
    """What is regarded as something, by which verb, and the words for who does so: () where nobody is named."""

    verb: Token
    about: Token
    judges: tuple[Token, ...]


def regarded(doc: Document, t: Token) -> Regarded | None:
    """As in "called the deal a success", "is widely seen as futile": `t` is what it is regarded as."""
    up = doc.head(t)
    if up.lower == "as" and up.dep == "prep":
        up = doc.head(up)
    elif t.dep == "appos" and up.dep == "dobj" and doc.text[up.end : t.start].strip() in _ARTICLES:
        up = doc.head(up)  # the parse takes "considers X a proxy" for a proxy that is X
    elif t.dep not in {"oprd", "acomp", "ccomp", "xcomp"} or t.pos in VERBAL:
        return None
    if up.lemma not in _REGARDING or up.pos not in VERBAL:
        return None
    frame = frame_of(doc, up)
    about = next(iter(doc.kids(t, "nsubj") or frame.objects), None)
    if about is None:
        return None
    by = tuple(o for p in doc.kids(t, "prep") if p.lower == "by" for o in doc.kids(p, "pobj")) if frame.passive else ()
    return Regarded(up, about, frame.subjects or by)


def in_whose_view(doc: Document, verb: Token) -> tuple[Token, ...]:
    """The words for those in whose view it is: "in the view of many observers", "in the army's opinion"."""
    for p in doc.kids(verb, "prep"):
        if p.lower not in {"in", "to"}:
            continue
        for o in doc.kids(p, "pobj"):
            if o.lemma not in _VIEWS:
                continue
            of = tuple(x for q in doc.kids(o, "prep") if q.lower == "of" for x in doc.kids(q, "pobj"))
            found = of or tuple(k for k in doc.kids(o, "poss") if k.lower not in _OWN)
            if found:
                return found
    return ()


def seeing(doc: Document, chance: Token) -> tuple[Token, ...]:
    """Who sees a chance, where a chance is seen: "diplomats see little prospect"."""
    up = doc.head(chance)
    if chance.dep != "dobj" or up.lemma not in _SEEING or up.pos not in VERBAL:
        return ()
    return frame_of(doc, up).subjects


def judged_by(at: Context, made: Proposal, judges: tuple[Token, ...], args: Arguments) -> Proposal:
    """What is told as that of others: named ones assert, the unnamed allege; who tells of it passes it on."""
    via = tuple(dict.fromkeys(v.who for v in made.voices if v.who is not None and v.who != REPORT))
    heard: list[Voice] = []
    for t in judges:
        who = args.who.of(t)
        stance = Stance.ASSERTS if who else Stance.ALLEGES
        passed = tuple(v for v in via if v not in who)
        heard.extend(Voice(at.report, a, stance, passed, t.text, t.start, t.end) for a in who or (None,))
    return replace(made, voices=tuple(heard) or (Voice(at.report, None, Stance.ALLEGES, via),))
