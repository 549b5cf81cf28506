"""Which date belongs to which predicate: its own clause first, and never another clause's."""

from __future__ import annotations

from collections.abc import Sequence

from parley.reading.dates.found import DateFound
from parley.reading.dates.happenings import HARMING, LENDING, is_happening
from parley.reading.document import Document, Token

_CLAUSES = frozenset(
    {"ccomp", "advcl", "relcl", "acl", "csubj", "csubjpass", "parataxis", "conj", "xcomp", "pcomp", "appos"}
)
_WITHIN = frozenset({"in", "during", "at", "with", "amid", "on", "over", "through"})
_IMPLIES = frozenset(
    {
        "manage", "begin", "start", "continue", "help", "fail", "refuse", "dare", "proceed", "come", "go", "stop",
        "cease",
    }
)  # fmt: skip
"""Verbs at whose time their infinitive or participle happens, or does not."""
_OWN, _LOOSE, _FAR = 0, 1, 9


def attach(doc: Document, head: int, found: Sequence[DateFound]) -> DateFound | None:
    """The date of the predicate whose head token is `head`, a verb or an event's noun; None where none is its own.

    A date in the predicate's own clause comes first, then that of a verb that lends it a clause ("held talks on
    Friday"), then the date at the sentence's start, then a governing verb's whose date scopes over both.
    """
    t = doc.tokens[head]
    here = [f for f in found if doc.tokens[f.first].sentence == t.sentence and not f.first <= head < f.last]
    inside = [f for f in found if f.first <= head < f.last and f.anchor is None and f.first < head]
    here += [f for f in inside if f not in here]
    if not here:
        return None
    return _own(doc, t, here) or _lent(doc, t, here) or _shared(doc, t, here) or _of_doer(doc, t, here)


def _of_doer(doc: Document, t: Token, here: Sequence[DateFound]) -> DateFound | None:
    """The date of the happening that did the harm ("Friday's attack killed ten")."""
    doer = next((k for k in doc.kids(t, "nsubj") if t.lemma in HARMING and is_happening(k)), None)
    return _own(doc, doer, here) if doer else None


def root_of(doc: Document, f: DateFound) -> Token:
    """The token by which an expression hangs on the rest of its sentence; the preposition that lost it to a noun."""
    before = doc.tokens[f.first - 1] if f.first else doc.tokens[0]
    if before.dep == "prep" and before.i < f.first and not doc.children[before.i]:
        return before
    for i in range(f.first, f.last):
        t = doc.tokens[i]
        if not f.first <= t.head < f.last or t.head == t.i:
            return t
    return doc.tokens[f.first]


def _own(doc: Document, t: Token, here: Sequence[DateFound]) -> DateFound | None:
    """The date that hangs on a predicate itself: the tightest, then the nearest."""
    ranked = [
        (rank, f.anchor is not None, abs(f.first - t.i), n)
        for n, f in enumerate(here)
        if (rank := _tie(doc, t, f)) < _FAR
    ]
    return here[min(ranked)[-1]] if ranked else None


def _tie(doc: Document, t: Token, f: DateFound) -> int:
    """How tightly a date hangs on a predicate: `_OWN`, `_LOOSE`, or `_FAR` where it does not."""
    at = root = root_of(doc, f)
    if f.anchor == t.i:
        return _FAR
    loose = _OWN
    while at.i != t.i:
        up = doc.tokens[at.head]
        if up.i == at.i:
            return _FAR
        if at.i != root.i:
            step = _step(at, up, t, f)
            if step == _FAR:
                return _FAR
            loose = max(loose, step)
        at = up
    return loose


def _step(at: Token, up: Token, t: Token, f: DateFound) -> int:
    """What one step up the tree costs, from `at` to `up`, on the way to the predicate `t`."""
    verb = at.pos in ("VERB", "AUX")
    if verb and at.dep in _CLAUSES:
        return _FAR
    if at.dep in ("conj", "appos") and not f.first <= at.i < f.last:
        return _FAR if at.pos not in ("PROPN", "NUM") else _OWN
    if at.pos in ("NOUN", "PROPN", "NUM", "PRON") and not f.first <= at.i < f.last:
        return _through_noun(at, up, t, f)
    return _OWN


def _through_noun(at: Token, up: Token, t: Token, f: DateFound) -> int:
    """Whether a date that hangs on a noun may be its predicate's too: behind a name yes, a happening's seldom."""
    before = f.first < at.i
    if at.dep in ("nsubj", "poss") and (before or is_happening(at)):
        return _FAR
    if at.pos == "PROPN" and not is_happening(at):
        return _FAR if before else _OWN
    if not is_happening(at):
        return _FAR if before or at.dep in ("nsubj", "nsubjpass") else _LOOSE
    if at.dep == "pobj" and up.lower in _WITHIN:
        return _LOOSE
    return _LOOSE if at.dep in ("dobj", "nsubjpass") and t.lemma in LENDING else _FAR


def _lent(doc: Document, t: Token, here: Sequence[DateFound]) -> DateFound | None:
    """The date of the verb that only lends its clause to a happening."""
    if t.pos not in ("NOUN", "PROPN"):
        return None
    verb = doc.head(t)
    if t.dep == "nsubj" and (between := _between(doc, t, verb, here)):
        return between
    if t.dep == "conj" and verb.pos == "NOUN":
        return _lent(doc, verb, here)
    if t.dep == "pobj" and verb.dep == "prep" and verb.lower in ("for", "in", "of", "into", "with"):
        above = doc.head(verb)
        if above.pos == "NOUN" and verb.lower == "of":
            return _own(doc, above, here) or _lent(doc, above, here)
        verb = above
        if verb.lemma not in LENDING | {"meet", "engage", "arrive", "gather", "participate", "die"}:
            return None
    elif t.dep not in ("dobj", "nsubj", "nsubjpass", "attr"):
        return None
    return _own(doc, verb, here) if verb.pos in ("VERB", "AUX") and verb.lemma in LENDING else None


def _between(doc: Document, subject: Token, verb: Token, here: Sequence[DateFound]) -> DateFound | None:
    """A date right behind a happening that is the subject, which the parser gave to the verb."""
    for f in here:
        root = root_of(doc, f)
        top = doc.head(root) if root.dep == "pobj" else root
        if subject.i < f.first < f.last <= verb.i and top.head == verb.i and is_happening(subject):
            return f if all(t.pos != "PUNCT" for t in doc.tokens[subject.i : f.last]) else None
    return None


def _shared(doc: Document, t: Token, here: Sequence[DateFound]) -> DateFound | None:
    """The date of a governing verb, where it stands so that it is said of both."""
    while True:
        up = doc.tokens[t.head]
        if up.i == t.i or not _joins(doc, t, up):
            return None
        found = _own(doc, up, here)
        if found is not None:
            return found if _scopes(doc, up, t, found) else None
        t = up


def _joins(doc: Document, t: Token, up: Token) -> bool:
    """Whether what is said of the time of `up` may be said of `t` below it."""
    if t.dep == "conj":
        return t.pos == up.pos or {t.pos, up.pos} <= {"VERB", "AUX"}
    if t.dep == "xcomp":
        return up.lemma in _IMPLIES or any(k.lower == "have" for k in doc.kids(t, "aux"))
    if t.dep == "advcl":
        return t.tag == "VBG" and not doc.kids(t, "nsubj", "mark", "aux")
    if t.dep in ("dobj", "nsubj", "nsubjpass", "pobj") and t.pos == "NOUN":
        return t.dep != "pobj" and up.lemma in LENDING
    return False


def _scopes(doc: Document, up: Token, t: Token, found: DateFound) -> bool:
    """Whether a date of `up` stands before it, or after `t`; a clause with its own subject takes only the first."""
    if found.first > t.i:
        return True
    if found.first > up.i:
        return t.dep in ("advcl", "xcomp")
    if t.dep != "conj" or not doc.kids(t, "nsubj", "nsubjpass"):
        return True
    return found.first <= doc.sentence_of(t).first + 1
