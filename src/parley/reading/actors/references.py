"""Reference over the report: pronouns, "the group", "both sides", "the minister".

Agreement, syntax and salience decide; where two would do nearly as well, nothing is said.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from parley.reading.actors import genders
from parley.reading.actors.cast import Cast, Found
from parley.reading.actors.likeness import KINDS, Bodies, nouns_of, set_beside
from parley.reading.actors.salience import before, outstanding, standing
from parley.reading.commitment.quotes import Quotation
from parley.reading.document import Document, Token
from parley.reading.lexicon.tables import titles
from parley.reading.predicates.frames import subjects_of
from parley.terms.enums import ActorType, How

_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_I = frozenset({"i", "me", "my", "mine", "myself"})
_WE = frozenset({"we", "us", "our", "ours", "ourselves"})
_PERSON = frozenset({ActorType.PERSON})
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
    "company": frozenset({ActorType.ORGANISATION}),
    "firm": frozenset({ActorType.ORGANISATION}),
}
_BOTH = frozenset(
    {"side", "party", "country", "government", "nation", "leader", "neighbour", "neighbor", "rival", "enemy", "bloc"}
    | {"group", "movement", "organisation", "organization", "faction", "army", "power", "ally", "foe", "state"}
)
_PERSONS = frozenset({"minister", "president", "leader", "man", "woman", "diplomat", "envoy", "negotiator", "general"})
_PAIRING = frozenset({"two", "both"})
_QUANTITIES = frozenset({"many", "several", "some", "few", "other", "more", "dozens", "hundreds", "thousands", "most"})
_TITLED = 8
"""Sentences back that a title may have been told."""
_QUOTED = 1.5
"""How much less a mention inside a quotation stands out to a pronoun outside it."""
_UNTOLD = 0.4
"""How much less a person stands out of whom nothing tells whether the pronoun fits."""


class References:
    """Resolves one report's references, in the order of its text, as its cast fills."""

    def __init__(self, doc: Document, cast: Cast, quotes: Sequence[Quotation] = ()) -> None:
        self.doc, self.cast, self.quotes = doc, cast, quotes
        self.genders = genders.genders(doc, cast)
        self.bodies = Bodies(doc, cast)
        self._within = {i: q for q in quotes for i in range(q.first, q.last)}

    def pronoun(self, t: Token) -> bool:
        """Note whom a pronoun means; whether somebody was found."""
        actors = self._pronoun(t) if t.pos == "PRON" or t.tag == "PRP$" else ()
        if actors:
            self.cast.add(Found(t.i, t.i + 1, t.i, actors, How.PRONOUN, modifier=t.dep == "poss"))
        return bool(actors)

    def definite(self, t: Token) -> bool:
        """Note whom "the group", "both sides" or "the minister" means; whether somebody was found."""
        actors = self._definite(t) if t.pos in {"NOUN", "PROPN"} else ()
        if actors:
            self.cast.add(Found(t.i, t.i + 1, t.i, actors, How.DESCRIPTION))
        return bool(actors)

    def beside(self, t: Token) -> bool:
        """Note a person under the noun beside the name or said of it; whether there was one."""
        found = set_beside(self.doc, self.cast, t)
        gender = genders.of_noun(t) if found is not None else None
        if found is not None and gender is not None:
            self.genders.setdefault(found.actors[0], gender)
        return found is not None

    def spoken(self) -> None:
        """Note "I" and "my" of the quotations: whoever speaks there, once all else is resolved."""
        for t in self.doc.tokens:
            own = (t.lower in _I and t.pos == "PRON") or t.lower in _WE
            if own and t.i in self._within and self.cast.free(t.i, t.i + 1):
                fits = _COLLECTIVE if t.lower in _WE else _PERSON
                actors = self._speaker(self._within[t.i])
                if len(actors) == 1 and self.cast.type_of(actors[0]) in fits:
                    self.cast.add(Found(t.i, t.i + 1, t.i, actors, How.PRONOUN, modifier=t.dep == "poss"))

    def _pronoun(self, t: Token) -> tuple[str, ...]:
        own = _understood(self.doc, self.cast, t)
        if own and self._agrees(t, own):
            return own.actors
        if genders.of_pronoun(t.lower):
            return self._person(t)
        if t.lower in _THEY:
            return _nearest(self.doc, self.cast, t, lambda f: _many(self.doc, self.cast, f), together=True)
        if t.lower in _IT and not _expletive(self.doc, t):
            return _nearest(self.doc, self.cast, t, lambda f: len(f.actors) == 1 and _is(self.cast, f, _COLLECTIVE))
        return ()

    def _person(self, t: Token) -> tuple[str, ...]:
        """He or she: the person who stands out, of those whom nothing shows to be the other; a forward one last."""
        gender = genders.of_pronoun(t.lower)
        fits, nearness = (lambda f: self._agrees(t, f)), (lambda f: self._nearness(t, f))
        found = standing(self.doc, self.cast, t, fits, nearness, lambda w: _unnamed(w, gender))
        actors = outstanding(found) if found else self._ahead(t)
        if len(actors) == 1 and gender:
            self.genders.setdefault(actors[0], gender)
        return actors

    def _nearness(self, t: Token, f: Found) -> float:
        """What quotation marks, and a name that tells nothing, take from a person; what a verb of saying adds."""
        adjust = 0.0
        here, there = self._within.get(t.i), self._within.get(f.head)
        if there is not None and there is not here:
            adjust -= _QUOTED
        if here is not None and here is not there and f.actors == self._speaker(here):
            adjust -= 2 * _QUOTED
        if f.actors and self.genders.get(f.actors[0]) is None:
            adjust -= _UNTOLD
        return adjust

    def _speaker(self, q: Quotation) -> tuple[str, ...]:
        known = (self.cast.by_head.get(s.i) for s in q.speakers)
        return tuple(dict.fromkeys(a for f in known if f for a in f.actors))

    def _ahead(self, t: Token) -> tuple[str, ...]:
        """As in "In his speech, Hess said": whom the sentence that a possessive opens has as its subject."""
        if t.tag != "PRP$":
            return ()
        verb = next((up for up in self.doc.path_up(t) if up.pos in {"VERB", "AUX"}), None)
        subjects = subjects_of(self.doc, verb) if verb is not None else ()
        f = self.cast.by_head.get(subjects[0].i) if len(subjects) == 1 and subjects[0].i > t.i else None
        return f.actors if f is not None and self._agrees(t, f) else ()

    def _agrees(self, t: Token, f: Found) -> bool:
        """Whether a pronoun can mean a mention: by number, and whether it is a person, he or she."""
        gender = genders.of_pronoun(t.lower)
        if gender:
            fits = len(f.actors) == 1 and _is(self.cast, f, _PERSON)
            return fits and self.genders.get(f.actors[0], gender) == gender
        if t.lower in _THEY:
            return _many(self.doc, self.cast, f)
        return t.lower in _IT and len(f.actors) == 1 and _is(self.cast, f, _COLLECTIVE)

    def _definite(self, t: Token) -> tuple[str, ...]:
        doc, cast = self.doc, self.cast
        words = {k.lower for k in doc.kids(t, "det", "nummod", "predet", "amod")}
        if t.pos == "NOUN" and words & _PAIRING and t.lemma in _BOTH | _PERSONS:
            return (_persons(doc, cast, t) if t.lemma in _PERSONS else ()) or (
                _pair(doc, cast, t) if t.lemma in _BOTH else ()
            )
        if "the" not in words and "this" not in words:
            return ()
        if (t.lower,) in titles() and not doc.kids(t, "poss", "prep"):
            return _office_holder(doc, cast, t)
        if doc.kids(t, "compound", "poss", "prep", "relcl", "amod", "appos"):
            return ()
        named = self.bodies.called(t)
        if named or t.pos != "NOUN":
            return named
        types = _NOUNS.get(t.lower) or (_NOUNS.get(t.lemma) if t.tag != "NNS" else None)
        return _nearest(doc, cast, t, lambda f: self._is_a(f, t, types)) if types else ()

    def _is_a(self, f: Found, t: Token, types: frozenset[ActorType]) -> bool:
        """Whether a mention is of such a kind: a university is no company, though both are organisations."""
        if len(f.actors) != 1 or not _is(self.cast, f, types):
            return False
        return types is _REBELS or not (nouns_of(self.cast.actors[f.actors[0]]) & KINDS - {t.lower})


def _unnamed(t: Token, gender: str | None) -> bool:
    """Whether a noun is of somebody whom a pronoun may mean, though the report does not name them: "the old woman"."""
    return t.pos == "NOUN" and t.tag == "NN" and t.dep not in {"compound", "amod"} and genders.of_noun(t) == gender


def _understood(doc: Document, cast: Cast, t: Token) -> Found | None:
    """Whom the clause of a possessive or reflexive has as its subject: "accused Y of using its consulates"."""
    if t.tag != "PRP$" and not t.lower.endswith(("self", "selves")):
        return None
    verb = next((up for up in doc.path_up(t) if up.pos == "VERB"), None)
    subjects = [s for s in subjects_of(doc, verb) if s.i < t.i] if verb is not None else []
    if len(subjects) != 1 or any(up.i == subjects[0].i for up in doc.path_up(t)):
        return None
    return cast.by_head.get(subjects[0].i)


def _many(doc: Document, cast: Cast, f: Found) -> bool:
    """Whether "they" can mean a mention: several, a people or group, or officials in the plural."""
    plural = f.how is How.DESCRIPTION and doc.tokens[f.head].tag == "NNS"
    return len(f.actors) > 1 or plural or _is(cast, f, _PLURAL)


def _expletive(doc: Document, t: Token) -> bool:
    up = doc.head(t)
    return (
        t.dep == "expl"
        or (t.dep == "nsubj" and up.lemma == "be")
        or (t.dep == "nsubjpass" and bool(doc.kids(up, "ccomp")))
    )


def _is(cast: Cast, f: Found, types: frozenset[ActorType]) -> bool:
    return {cast.type_of(a) for a in f.actors} <= types


def _nearest(
    doc: Document, cast: Cast, t: Token, fits: Callable[[Found], bool], *, together: bool = False
) -> tuple[str, ...]:
    """The fitting mention of the nearest sentence that has one: its subject first; two rivals without one, nobody.

    `together` takes coordinated mentions as one, for a reference in the plural.
    """
    by_back: dict[int, list[Found]] = {}
    for back, mention in before(doc, cast, t):
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
    earlier = doc.tokens[doc.sentence_of(t).first : t.i]
    return any(w.tag == "NNS" and w.dep in {"nsubj", "nsubjpass"} and w.i not in cast.covered for w in earlier)


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
    """As in "many soldiers", "35 children": a number of people met in passing is no side."""
    first = doc.tokens[f.first]
    counted = any(k.pos == "NUM" for k in doc.kids(doc.tokens[f.head], "nummod"))
    return f.how is How.DESCRIPTION and (first.lower in _QUANTITIES or counted)


def _office_holder(doc: Document, cast: Cast, t: Token) -> tuple[str, ...]:
    """The person whom the report has introduced by this title, before the name or beside it."""
    title = [k.lower for k in doc.kids(t, "compound", "amod")] + [t.lower]
    for _, f in before(doc, cast, t, _TITLED):
        if _is(cast, f, _PERSON):
            earlier = [w.lower for w in doc.tokens[max(0, f.first - 4) : f.first]]
            aside = [k for k in doc.kids(doc.tokens[f.head], "appos") if k.lower == t.lower]
            said = [[*(x.lower for x in doc.kids(k, "compound", "amod")), k.lower] for k in aside]
            if (title[-1] in earlier and set(title) <= set(earlier)) or any(set(title) <= set(s) for s in said):
                return f.actors
    return ()


def _pair(doc: Document, cast: Cast, t: Token) -> tuple[str, ...]:
    """The two collective actors of the nearest sentence that names just two."""
    wanted = _COLLECTIVE | _PLURAL if t.lemma != "country" else _STATES
    return _just_two(doc, cast, t, lambda f: not _some(doc, f), wanted)


def _persons(doc: Document, cast: Cast, t: Token) -> tuple[str, ...]:
    """The two persons of the nearest sentence that names just two."""
    return _just_two(doc, cast, t, lambda f: not f.modifier, _PERSON)


def _just_two(
    doc: Document, cast: Cast, t: Token, fits: Callable[[Found], bool], types: frozenset[ActorType]
) -> tuple[str, ...]:
    by_back: dict[int, dict[str, None]] = {}
    for back, f in before(doc, cast, t):
        for a in f.actors if fits(f) else ():
            if cast.type_of(a) in types:
                by_back.setdefault(back, {})[a] = None
    for back in sorted(by_back):
        if len(by_back[back]) == 2:
            return tuple(sorted(by_back[back]))
    return ()
