"""Which places belong to which predicate: those of its own clause, in their roles."""

from __future__ import annotations

from collections.abc import Sequence

from parley.reading.dates.happenings import HARMING, LENDING, is_happening
from parley.reading.document import Document, Token
from parley.reading.places.found import PlaceFound
from parley.reading.places.roles import root_of, top
from parley.reading.places.words import LEAVING, SETTING_OUT
from parley.terms.enums import PlaceRole
from parley.terms.values import Place

_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "csubj", "csubjpass", "parataxis", "conj", "xcomp", "pcomp"})
_WITHIN = frozenset({"in", "during", "at", "on", "of", "amid", "with", "along", "near", "by", "through", "for"})


def attach(doc: Document, head: int, found: Sequence[PlaceFound]) -> tuple[Place, ...]:
    """The places of the predicate whose head token is `head`, a verb or an event's noun, in the order of the text.

    Only names that their words make places count; a place at the sentence's start is shared by the verbs that
    follow side by side.
    """
    t = doc.tokens[head]
    here = [f for f in found if f.cued and doc.tokens[f.first].sentence == t.sentence and not f.first <= head < f.last]
    here = [f for f in here if not _leads(doc, f)]
    own = [f for f in here if _is_own(doc, t, f)]
    return tuple(f.place for f in own or _shared(doc, t, here) or _below(doc, t, here))


def _leads(doc: Document, f: PlaceFound) -> bool:
    """As in "*US*-led talks": who leads, backs or brokers them is not where they are."""
    after = doc.tokens[f.last : f.last + 2]
    return len(after) == 2 and after[0].text == "-" and after[1].tag in {"VBN", "VBD", "VBG"}


def _below(doc: Document, t: Token, here: Sequence[PlaceFound]) -> list[PlaceFound]:
    """The places of the happening that does harm, or of what came of the act ("clashed, leaving ten dead in Leeds")."""
    for k in doc.kids(t, "nsubj", "advcl"):
        if (k.dep == "nsubj" and t.lemma in HARMING and is_happening(k)) or (k.dep == "advcl" and k.tag == "VBG"):
            own = [f for f in here if _is_own(doc, k, f)]
            if own and not doc.kids(k, "mark"):
                return own
    return []


def _is_own(doc: Document, t: Token, f: PlaceFound) -> bool:
    """Whether a place hangs on a predicate with no other clause or happening between."""
    at = top(doc, root_of(doc, f.first, f.last))
    start = at.i
    if f.place.role is PlaceRole.FROM and t.pos == "VERB" and t.lemma not in SETTING_OUT | LEAVING:
        return False
    holder = doc.head(doc.head(at))
    if (
        f.place.role is PlaceRole.FROM
        and at.dep == "pobj"
        and holder.pos in ("NOUN", "PROPN")
        and not is_happening(holder)
    ):
        return holder.i == t.i
    while at.i != t.i:
        up = doc.tokens[at.head]
        if up.i == at.i or (at.pos in ("VERB", "AUX") and at.dep in _CLAUSES):
            return False
        if at.i != start and at.pos == "NOUN" and not _passes(at, up, t):
            return False
        at = up
    return True


def _passes(at: Token, up: Token, t: Token) -> bool:
    """Whether a place that hangs on a noun may be its predicate's too."""
    if at.dep in ("nsubj", "conj", "poss", "appos"):
        return False
    if not is_happening(at):
        return True
    return t.lemma in LENDING or (at.dep == "pobj" and up.lower in ("in", "during", "at", "amid", "on"))


def _shared(doc: Document, t: Token, here: Sequence[PlaceFound]) -> list[PlaceFound]:
    """The places of a verb that lends its clause, or of one beside which this one stands."""
    while t.head != t.i:
        up = doc.head(t)
        lends = t.pos in ("NOUN", "PROPN") and up.lemma in LENDING and t.dep in ("dobj", "nsubj", "nsubjpass", "attr")
        beside = t.dep == "conj" and (t.pos == up.pos or {t.pos, up.pos} <= {"VERB", "AUX"})
        free = t.dep == "advcl" and t.tag == "VBG" and not doc.kids(t, "nsubj", "mark", "aux")
        if not (lends or beside or free):
            return []
        own = [f for f in here if _is_own(doc, up, f) and (lends or f.first < up.i or f.first > t.i)]
        if own:
            return own
        t = up
    return []
