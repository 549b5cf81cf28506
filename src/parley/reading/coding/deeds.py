"""Deeds that are spoken of, and whom they befell: he is not whom the speaking is aimed at."""

from __future__ import annotations

from parley.reading.coding.arguments import Arguments
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import BEFALLING, Frame

_DONE_TO = BEFALLING | {
    "slaying", "massacre", "slaughter", "shooting", "lynching", "beheading", "torture", "persecution", "treatment",
    "mistreatment", "abuse", "harassment", "rape", "beating", "wounding", "burning", "demolition", "destruction",
    "occupation", "invasion", "siege", "blockade", "bombardment", "bombing", "shelling", "maltreatment",
    "ill-treatment", "annexation", "storming", "seizure", "desecration", "partition", "protection", "evacuation",
    "hanging", "stoning", "humiliation", "displacement", "oppression",
}  # fmt: skip
"""What is told as the act of nobody, with the one whom it befell after "of": "the killing of"."""

TOPICAL = frozenset({
    "discuss", "debate", "deliberate", "review", "negotiate", "explore", "address", "examine", "raise", "tackle",
    "assess", "consider",
})  # fmt: skip
"""Verbs of talking whose object is what is talked about."""


def befallen(doc: Document, frame: Frame, args: Arguments) -> tuple[str, ...]:
    """Whom a deed that is spoken of befell: "condemned the deaths of the *policemen*" blames no policeman."""
    things = (*frame.objects, *(o for _, objects in frame.preps for o in objects))
    return tuple(a for o in things if o.pos == "NOUN" for a in args.who.of_all(_suffering(doc, o)))


def suffers(doc: Document, t: Token) -> bool:
    """Whether a word names whom a deed befell: "the deaths of the *policemen*", "*their* arrest"."""
    while t.dep == "conj" and doc.head(t).i != t.i:
        t = doc.head(t)
    up = doc.head(t)
    deed = doc.head(up) if t.dep == "pobj" and up.lower == "of" else up
    return deed.pos == "NOUN" and any(x.i == t.i for x in _suffering(doc, deed))


def _suffering(doc: Document, deed: Token) -> list[Token]:
    of = (p for p in doc.kids(deed, "prep") if p.lower == "of") if deed.lemma in _DONE_TO else ()
    behind = [x for p in of for o in doc.kids(p, "pobj") for x in (o, *doc.kids(o, "conj"))]
    return behind or (list(doc.kids(deed, "poss")) if deed.lemma in BEFALLING else [])


def spoken_of(frame: Frame, args: Arguments) -> tuple[str, ...]:
    """As in "discussed *Chad's* offer", "negotiated the withdrawal of *troops*": what they talk about is no side."""
    topical = frame.head.pos == "VERB" and frame.head.lemma in TOPICAL
    return tuple(a for place in ("object", "of") for a in args.at(frame, place)) if topical else ()
