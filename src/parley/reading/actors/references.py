"""Reference over the report: pronouns, "the group", "both sides", "the minister".

Agreement, syntax and nearness decide; where two would do equally well, nothing is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from parley.reading.actors.cast import Cast, Found
from parley.reading.document import Document, Token
from parley.reading.lexicon.tables import titles
from parley.reading.predicates.frames import subjects_of
from parley.terms.enums import ActorType, How

_HE = frozenset({"he", "him", "his", "she", "her", "hers", "himself", "herself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_COLLECTIVE = frozenset({
    ActorType.STATE, ActorType.GOVERNMENT, ActorType.ARMED_GROUP, ActorType.PARTY, ActorType.IGO,
    ActorType.ORGANISATION, ActorType.MEDIA,
})  # fmt: skip
_PLURAL = frozenset({ActorType.POPULATION, ActorType.GROUP, ActorType.ARMED_GROUP, ActorType.PARTY})
_REBELS = frozenset({ActorType.ARMED_GROUP, ActorType.PARTY, ActorType.ORGANISATION})
_STATES = frozenset({ActorType.STATE, ActorType.GOVERNMENT})
_NOUNS: dict[str, frozenset[ActorType]] = {
    **dict.fromkeys(("group", "movement", "organisation", "organization", "faction"), _REBELS),
    **dict.fromkeys(("rebel", "rebels", "militants", "guerrillas", "insurgents", "fighters", "separatists"), _REBELS),
    "front": _REBELS,
    "party": frozenset({ActorType.PARTY, ActorType.ORGANISATION}),
    "country": frozenset({ActorType.STATE}),
    "nation": frozenset({ActorType.STATE}),
    "agency": frozenset({ActorType.MEDIA, ActorType.IGO, ActorType.ORGANISATION}),
    "bloc": frozenset({ActorType.IGO}),
}
_BOTH = frozenset(
    {"side", "party", "country", "government", "nation", "leader", "neighbour", "neighbor", "rival", "enemy"}
)
_PAIRING = frozenset({"two", "both"})
_QUANTITIES = frozenset({"many", "several", "some", "few", "other", "more", "dozens", "hundreds", "thousands", "most"})
REACH = 3
"""Sentences back, its own included, that a reference may look."""


def pronoun(doc: Document, cast: Cast, t: Token) -> bool:
    """Note whom a pronoun means; whether somebody was found."""
    actors = _pronoun(doc, cast, t) if t.pos == "PRON" or t.tag == "PRP$" else ()
    if actors:
        cast.add(Found(t.i, t.i + 1, t.i, actors, How.PRONOUN, modifier=t.dep == "poss"))
    return bool(actors)


def definite(doc: Document, cast: Cast, t: Token) -> bool:
    """Note whom "the group", "both sides" or "the minister" means; whether somebody was found."""
    actors = _definite(doc, cast, t) if t.pos == "NOUN" else ()
    if actors:
        cast.add(Found(t.i, t.i + 1, t.i, actors, How.DESCRIPTION))
    return bool(actors)


def _pronoun(doc: Document, cast: Cast, t: Token) -> tuple[str, ...]:
    own = _understood(doc, cast, t)
    if own and _agrees(doc, cast, t, own):
        return own.actors
    if t.lower in _HE:
        return _nearest(doc, cast, t, lambda f: _is(cast, f, frozenset({ActorType.PERSON})))
    if t.lower in _THEY:
        return _nearest(doc, cast, t, lambda f: _many(doc, cast, f), together=True)
    if t.lower in _IT and not _expletive(doc, t):
        return _nearest(doc, cast, t, lambda f: len(f.actors) == 1 and _is(cast, f, _COLLECTIVE))
    return ()


def _understood(doc: Document, cast: Cast, t: Token) -> Found | None:
    """Whom the clause of a possessive or reflexive has as its subject: "accused Y of using its consulates"."""
    if t.tag != "PRP$" and not t.lower.endswith(("self", "selves")):
        return None
    verb = next((up for up in doc.path_up(t) if up.pos == "VERB"), None)
    subjects = [s for s in subjects_of(doc, verb) if s.i < t.i] if verb is not None else []
    return cast.by_head.get(subjects[0].i) if len(subjects) == 1 else None


def _many(doc: Document, cast: Cast, f: Found) -> bool:
    """Whether "they" can mean a mention: several, a people or group, or officials in the plural."""
    plural = f.how is How.DESCRIPTION and doc.tokens[f.head].tag == "NNS"
    return len(f.actors) > 1 or plural or _is(cast, f, _PLURAL)


def _agrees(doc: Document, cast: Cast, t: Token, f: Found) -> bool:
    """Whether a pronoun can mean a mention: by number, and whether it is a person."""
    if t.lower in _HE:
        return _is(cast, f, frozenset({ActorType.PERSON}))
    if t.lower in _THEY:
        return _many(doc, cast, f)
    return t.lower in _IT and len(f.actors) == 1 and _is(cast, f, _COLLECTIVE)


def _expletive(doc: Document, t: Token) -> bool:
    up = doc.head(t)
    return (
        t.dep == "expl"
        or (t.dep == "nsubj" and up.lemma == "be")
        or (t.dep == "nsubjpass" and bool(doc.kids(up, "ccomp")))
    )


def _is(cast: Cast, f: Found, types: frozenset[ActorType]) -> bool:
    return {cast.type_of(a) for a in f.actors} <= types


def _definite(doc: Document, cast: Cast, t: Token) -> tuple[str, ...]:
    words = {k.lower for k in doc.kids(t, "det", "nummod", "predet", "amod")}
    if words & _PAIRING and t.lemma in _BOTH:
        return _pair(doc, cast, t)
    if "the" not in words and "this" not in words:
        return ()
    if (t.lower,) in titles() and not doc.kids(t, "compound", "poss", "prep"):
        return _office_holder(doc, cast, t)
    types = _NOUNS.get(t.lower) or _NOUNS.get(t.lemma)
    bare = not doc.kids(t, "compound", "poss", "prep", "relcl", "amod")
    return _nearest(doc, cast, t, lambda f: len(f.actors) == 1 and _is(cast, f, types)) if types and bare else ()


def _candidates(doc: Document, cast: Cast, t: Token) -> Iterator[tuple[int, Found]]:
    """Mentions before a token, nearest first, each with how many sentences back."""
    for i in range(t.i - 1, -1, -1):
        back = t.sentence - doc.tokens[i].sentence
        if back >= REACH:
            return
        f = cast.covered.get(i)
        if f is not None and f.last == i + 1:
            yield back, f


def _nearest(
    doc: Document, cast: Cast, t: Token, fits: Callable[[Found], bool], *, together: bool = False
) -> tuple[str, ...]:
    """The fitting mention of the nearest sentence that has one: its subject first; two rivals without one, nobody.

    `together` takes coordinated mentions as one, for a reference in the plural.
    """
    by_back: dict[int, list[Found]] = {}
    for back, mention in _candidates(doc, cast, t):
        f = _together(doc, cast, mention) if together else mention
        if fits(f) and not _same_clause_object(doc, t, f):
            by_back.setdefault(back, []).append(f)
    if together and 0 not in by_back and _others_spoken_of(doc, cast, t):
        return ()
    for back in sorted(by_back):
        here = by_back[back]
        subjects = [f for f in here if doc.tokens[f.head].dep in {"nsubj", "nsubjpass"} and not f.modifier]
        pool = subjects or here
        if subjects and back == 0:
            return pool[0].actors
        rivals = {f.actors for f in pool}
        if len(rivals) == 1 or subjects:
            return (pool[-1] if back else pool[0]).actors
        return ()
    return ()


def _together(doc: Document, cast: Cast, f: Found) -> Found:
    """A mention with those that are coordinated with it, as one: "Norway and Sweden" are "they"."""
    heads = [doc.tokens[f.head]]
    while heads[0].dep == "conj":
        heads = [doc.head(heads[0])]
    for h in heads:
        heads.extend(doc.kids(h, "conj"))
    parts = [p for h in heads if (p := cast.by_head.get(h.i))]
    if f.modifier or len(parts) < 2 or len(parts) < len(heads):
        return f
    actors = tuple(dict.fromkeys(a for p in parts for a in p.actors))
    return Found(parts[0].first, parts[-1].last, heads[0].i, actors, f.how)


def _others_spoken_of(doc: Document, cast: Cast, t: Token) -> bool:
    """As in "Whatever the talks yield, they …": the sentence itself has a plural subject that is no actor."""
    before = doc.tokens[doc.sentence_of(t).first : t.i]
    return any(w.tag == "NNS" and w.dep in {"nsubj", "nsubjpass"} and w.i not in cast.covered for w in before)


def _same_clause_object(doc: Document, t: Token, f: Found) -> bool:
    """A personal pronoun that is an object is not its own clause's subject."""
    head = doc.tokens[f.head]
    return (
        t.dep in {"dobj", "pobj", "dative"}
        and head.dep == "nsubj"
        and t.tag == "PRP"
        and doc.head(head) in list(doc.path_up(t))[:2]
    )


def _some(doc: Document, f: Found) -> bool:
    """As in "many soldiers", "two officers": an uncounted part of a people is no side."""
    first = doc.tokens[f.first]
    counted = any(k.pos == "NUM" for k in doc.kids(doc.tokens[f.head], "nummod"))
    return f.how is How.DESCRIPTION and (first.lower in _QUANTITIES or counted)


def _office_holder(doc: Document, cast: Cast, t: Token) -> tuple[str, ...]:
    """The person whom the report has introduced by this title."""
    for _, f in _candidates(doc, cast, t):
        before = {doc.tokens[i].lower for i in range(max(0, f.first - 4), f.first)}
        if t.lower in before and _is(cast, f, frozenset({ActorType.PERSON})):
            return f.actors
    return ()


def _pair(doc: Document, cast: Cast, t: Token) -> tuple[str, ...]:
    """The two collective actors of the nearest sentence that names just two."""
    wanted = _COLLECTIVE | _PLURAL if t.lemma != "country" else _STATES
    by_back: dict[int, dict[str, None]] = {}
    for back, f in _candidates(doc, cast, t):
        for a in f.actors:
            if cast.type_of(a) in wanted and not _some(doc, f):
                by_back.setdefault(back, {})[a] = None
    for back in sorted(by_back):
        if len(by_back[back]) == 2:
            return tuple(sorted(by_back[back]))
    return ()
