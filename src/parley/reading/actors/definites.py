"""Definite descriptions: "the group", "both sides", "the two ministers", "the foundation", "the minister"."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from parley.reading.actors.cast import Cast, Found
from parley.reading.actors.likeness import KINDS, Bodies, nouns_of
from parley.reading.actors.nearest import COLLECTIVE, PERSON, PLURAL, REBELS, STATES, is_of, nearest
from parley.reading.actors.salience import before
from parley.reading.document import Document, Token
from parley.reading.gazetteer import members
from parley.reading.lexicon.tables import titles
from parley.reading.predicates.frames import BROKERING
from parley.terms.enums import ActorType, How

_REBELS = (
    "group", "movement", "organisation", "organization", "faction", "rebel", "rebels", "militants", "guerrillas",
    "guerillas", "insurgents", "fighters", "separatists", "secessionists", "extremists", "jihadists", "jihadis",
    "terrorists", "islamists", "fundamentalists", "mutineers",
)  # fmt: skip
_NOUNS: dict[str, frozenset[ActorType]] = {
    **dict.fromkeys(_REBELS, REBELS),
    "front": REBELS,
    "party": frozenset({ActorType.PARTY, ActorType.ORGANISATION}),
    "country": frozenset({ActorType.STATE}),
    "nation": frozenset({ActorType.STATE}),
    "agency": frozenset({ActorType.MEDIA, ActorType.IGO, ActorType.ORGANISATION}),
    "bloc": frozenset({ActorType.IGO}),
    "company": frozenset({ActorType.ORGANISATION}),
    "firm": frozenset({ActorType.ORGANISATION}),
}
_BOTH = frozenset(
    {"side", "party", "country", "government", "nation", "leader", "neighbour", "neighbor", "rival", "enemy", "bloc"}
    | {"group", "movement", "organisation", "organization", "faction", "army", "power", "ally", "foe", "state"}
)
_STATELY = frozenset({"country", "nation", "government", "state"})
_PERSONS = frozenset({"minister", "president", "leader", "man", "woman", "diplomat", "envoy", "negotiator", "general"})
_PAIRING = frozenset({"two", "both", "each", "either", "neither"})
MEDIATORS = frozenset({"mediator", "broker", "facilitator", "go-between", "intermediary", "peacemaker"})
"""Nouns for whoever brings two sides together."""
_BETWEEN = MEDIATORS | {"arbiter", "guarantor", "host"}
"""Who stands between two sides, and so is none of them."""
_TELLING = frozenset({"say", "tell", "report", "add", "recall", "count"})
_HEARD = frozenset({"CVL", "JRN", "MED", "NGO", "IGO"})
"""Sectors of people whom reports quote without a name: residents, medics, monitors."""
_QUANTITIES = frozenset({"many", "several", "some", "few", "other", "more", "dozens", "hundreds", "thousands", "most"})
_ONE_OF_SEVERAL = frozenset({"state", "country", "nation", "republic", "kingdom", "monarchy", "emirate"})
_REGIONAL = ("states", "countries", "republics")
_CREEDS = frozenset({"shiite", "shia", "sunni", "islamist", "militant", "rebel", "guerrilla", "insurgent", "jihadist"})
"""What a group is called beside its name: "the Shiite group"."""
_TITLED = 8
"""Sentences back that a title may have been told."""


def described(doc: Document, cast: Cast, bodies: Bodies, t: Token) -> tuple[str, ...]:
    """The actors that a noun with its article means; () where it describes nobody told before."""
    words = {k.lower for k in doc.kids(t, "det", "nummod", "predet", "amod")}
    if t.pos == "NOUN" and words & _PAIRING and t.lemma in _BOTH | _PERSONS:
        told = (_persons(doc, cast, t) if t.lemma in _PERSONS else ()) or (
            _pair(doc, cast, t) if t.lemma in _BOTH else ()
        )
        return told or _named_after(doc, cast, t)
    if t.tag == "NNS" and t.lemma in _BOTH and words <= {"the", "these", "warring", "rival", "opposing"} and words:
        return _pair(doc, cast, t, back=1)
    if "the" not in words and "this" not in words:
        return ()
    if (t.lower,) in titles() and not doc.kids(t, "poss", "prep"):
        return _office_holder(doc, cast, t)
    if t.lemma in _ONE_OF_SEVERAL and t.tag == "NN" and (several := _several(doc, cast, t)):
        return nearest(doc, cast, t, lambda f: len(f.actors) == 1 and f.actors[0] in several)
    beside = [k for k in doc.kids(t, "appos") if k.tag != "PRP"]  # "the rebels themselves"
    plain = not beside and not doc.kids(t, "poss", "prep", "relcl")
    if not plain or not all(k.lower in _CREEDS and t.tag == "NN" for k in doc.kids(t, "amod", "compound")):
        return ()
    named = bodies.called(t)
    if named and bodies.abroad(t, named):
        return ()  # "the army", where the government is Chad's and Sudan's army was named
    if named or t.pos != "NOUN":
        return named
    types = _NOUNS.get(t.lower) or (_NOUNS.get(t.lemma) if t.tag != "NNS" else None)
    near = nearest(doc, cast, t, lambda f: _is_a(cast, f, t, types), contested=True) if types else ()
    return near or (_only_armed(cast, t) if t.lower in _ARMED else ())


def pair_before(doc: Document, t: Token) -> Token | None:
    """As in "*both sides* broke a truce that they had signed": the pair that is its sentence's nearest subject."""
    earlier = doc.tokens[doc.sentence_of(t).first : t.i]
    pairs = (w for w in earlier if w.dep in {"nsubj", "nsubjpass"} and w.lemma in {"side", "party"} and w.tag == "NNS")
    paired = [w for w in pairs if any(k.lower in _PAIRING for k in doc.kids(w, "det", "nummod", "predet", "amod"))]
    return paired[-1] if paired else None


def _several(doc: Document, cast: Cast, t: Token) -> tuple[str, ...]:
    """The states of the region that an adjective names: "the Nordic state" is one of the Nordic states."""
    said = [k for k in doc.kids(t, "amod", "compound") if k.text[:1].isupper()]
    if len(said) != 1:
        return ()
    ids = (i for n in _REGIONAL for i in cast.gazetteer.find(f"{said[0].text} {n}"))
    return next((m for i in ids if (m := members(cast.gazetteer.entries[i]))), ())


_ARMED = frozenset(_REBELS) - {"group", "movement", "organisation", "organization", "faction"}


def _peaceful(cast: Cast, f: Found, t: Token) -> bool:
    """As in "the insurgents" after an aid organisation was named: those who bear arms are no listed organisation."""
    listed = [a for a in f.actors if a in cast.gazetteer.entries]
    return t.lower in _ARMED and any(cast.type_of(a) is ActorType.ORGANISATION for a in listed)


def _only_armed(cast: Cast, t: Token) -> tuple[str, ...]:
    """However far back: "the insurgents" are the one armed group that was named."""
    before_it = {f.actors for f in cast.found if f.head < t.i and f.how in {How.NAME, How.ALIAS}}
    armed = {a for a in before_it if all(cast.type_of(x) is ActorType.ARMED_GROUP for x in a)}
    return armed.pop() if len(armed) == 1 else ()


def _is_a(cast: Cast, f: Found, t: Token, types: frozenset[ActorType]) -> bool:
    """Whether a mention is of such a kind: a university is no company, though both are organisations."""
    if len(f.actors) != 1 or not is_of(cast, f, types) or _peaceful(cast, f, t):
        return False
    return types is REBELS or not (nouns_of(cast.actors[f.actors[0]]) & KINDS - {t.lower})


def _some(doc: Document, f: Found) -> bool:
    """As in "many soldiers", "35 children": a number of people met in passing is no side."""
    first = doc.tokens[f.first]
    counted = any(k.pos == "NUM" for k in doc.kids(doc.tokens[f.head], "nummod"))
    return f.how is How.DESCRIPTION and (first.lower in _QUANTITIES or counted)


def _office_holder(doc: Document, cast: Cast, t: Token) -> tuple[str, ...]:
    """The person whom the report has introduced by this title, before the name or beside it."""
    title = [k.lower for k in doc.kids(t, "compound", "amod")] + [t.lower]
    for _, f in before(doc, cast, t, _TITLED):
        if is_of(cast, f, PERSON):
            earlier = [w.lower for w in doc.tokens[max(0, f.first - 4) : f.first]]
            aside = [k for k in doc.kids(doc.tokens[f.head], "appos") if k.lower == t.lower]
            said = [[*(x.lower for x in doc.kids(k, "compound", "amod")), k.lower] for k in aside]
            if (title[-1] in earlier and set(title) <= set(earlier)) or any(set(title) <= set(s) for s in said):
                return f.actors
    return ()


def _pair(doc: Document, cast: Cast, t: Token, back: int = 99) -> tuple[str, ...]:
    """The two collective actors of the nearest sentence that names just two, at most so many sentences back."""
    wanted = COLLECTIVE | PLURAL if t.lemma not in _STATELY else STATES
    first, last = _aiming(doc, t)

    def may_be(f: Found) -> bool:
        teller = doc.tokens[f.head]
        tells = teller.dep == "nsubj" and teller.sentence == t.sentence and doc.head(teller).lemma in _TELLING
        apart = tells or _some(doc, f) or _stands_between(doc, f) or _only_tells(doc, cast, f)
        return not apart and not first <= f.head < last

    return _just_two(doc, cast, t, may_be, wanted, back) or (_first_pair(doc, cast, t, wanted) if back == 99 else ())


def _first_pair(doc: Document, cast: Cast, t: Token, types: frozenset[ActorType]) -> tuple[str, ...]:
    """The two that a report first sets side by side as who did something: "Chad and the rebels suspended talks"."""
    if t.lemma not in {"side", "party"}:
        return ()
    for f in sorted(cast.found, key=lambda f: f.first):
        head = doc.tokens[f.head]
        if f.head >= t.i or head.dep not in {"nsubj", "nsubjpass"} or f.modifier or f.how is How.PRONOUN:
            continue
        if _stands_between(doc, f) or doc.head(head).lemma in _TELLING:
            continue
        joined = [j for k in doc.kids(head, "conj") if (j := cast.by_head.get(k.i))]
        both = tuple(dict.fromkeys(a for x in (f, *joined) for a in x.actors))
        if len(both) == 2 and all(cast.type_of(a) in types for a in both) and not _of_one_country(cast, both):
            return tuple(sorted(both))
    return ()


def _only_tells(doc: Document, cast: Cast, f: Found) -> bool:
    """As in "*residents* said", "told *this newspaper*": whoever is only heard, or listens, is no side."""
    t = doc.tokens[f.head]
    plain = all(cast.type_of(a) is ActorType.GROUP and cast.actors[a].sector in _HEARD for a in f.actors)
    return plain and t.dep in {"nsubj", "dobj", "dative"} and doc.head(t).lemma in _TELLING


def _aiming(doc: Document, t: Token) -> tuple[int, int]:
    """As in "*The US ambassador to Sudan* urged both sides": whoever speaks to both, in tokens, is none of them."""
    up = doc.head(t)
    said = up.dep in {"ccomp", "xcomp"} and (up.tag == "VB" or doc.head(up).lemma in _TELLING)
    spoken = t.dep == "dobj" or (t.dep in {"nsubj", "nsubjpass"} and said)
    verb = up if t.dep == "dobj" else doc.head(up)
    subject = next((s for s in doc.kids(verb, "nsubj") if s.i < t.i), None) if spoken and verb.pos == "VERB" else None
    return (min(k.i for k in doc.subtree(subject)), subject.i + 1) if subject is not None else (0, 0)


def _stands_between(doc: Document, f: Found) -> bool:
    """As in "*Saudi and American* mediators", "brokered by *Qatar*": whoever mediates is none of "both sides"."""
    t = doc.tokens[f.head]
    while t.dep in {"conj", "amod", "compound", "poss", "nmod"}:
        t = doc.head(t)
    if t.dep == "pobj" and doc.head(t).lower == "by" and doc.head(doc.head(t)).lemma in BROKERING:
        return True
    return any(w.lemma in _BETWEEN for w in (t, *doc.kids(t, "appos")))


def _named_after(doc: Document, cast: Cast, t: Token) -> tuple[str, ...]:
    """As in "The two sides reaffirmed the truce *between Norway and Sweden*": the two that the sentence names after."""
    rest = doc.tokens[t.i : doc.sentence_of(t).last]
    sides = (o for p in rest if p.lower == "between" for o in doc.kids(p, "pobj"))
    for o in sides:
        found = [f for x in (o, *doc.kids(o, "conj")) if (f := cast.by_head.get(x.i))]
        named = tuple(dict.fromkeys(a for f in found for a in f.actors))
        if len(named) == 2:
            return tuple(sorted(named))
    return ()


def _persons(doc: Document, cast: Cast, t: Token) -> tuple[str, ...]:
    """The two persons of the nearest sentence that names just two."""
    return _just_two(doc, cast, t, lambda f: not f.modifier, PERSON)


def _just_two(
    doc: Document, cast: Cast, t: Token, fits: Callable[[Found], bool], types: frozenset[ActorType], most: int = 99
) -> tuple[str, ...]:
    by_back: dict[int, dict[str, None]] = {}
    for back, f in before(doc, cast, t):
        for a in f.actors if fits(f) else ():
            if cast.type_of(a) in types:
                by_back.setdefault(back, {})[a] = None
    for back in sorted(b for b in by_back if b <= most):
        if len(by_back[back]) == 2 and not _of_one_country(cast, by_back[back]):
            return tuple(sorted(by_back[back]))
    return ()


def _of_one_country(cast: Cast, pair: Iterable[str]) -> bool:
    """A state and a party of its own are hardly the two sides of a report."""
    kinds = {cast.type_of(a) for a in pair}
    return ActorType.STATE in kinds and ActorType.PARTY in kinds and len({cast.country_of(a) for a in pair}) == 1
