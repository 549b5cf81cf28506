"""One actor under several words: a noun set beside a name, what someone is said to be, the noun of a body's name."""

from __future__ import annotations

from parley.reading.actors.cast import Cast, Found
from parley.reading.actors.genders import of_noun
from parley.reading.actors.salience import before
from parley.reading.document import Document, Token
from parley.reading.gazetteer import fold
from parley.reading.lexicon.tables import people, titles
from parley.terms.actor import Actor
from parley.terms.enums import ActorType, How

_BODIES = frozenset({
    ActorType.ORGANISATION, ActorType.IGO, ActorType.MEDIA, ActorType.GOVERNMENT, ActorType.PARTY,
    ActorType.ARMED_GROUP,
})  # fmt: skip
KINDS = frozenset({
    "agency", "army", "association", "bank", "brigade", "church", "club", "college", "commission", "committee",
    "company", "council", "court", "department", "foundation", "front", "group", "hospital", "institute", "journal",
    "league", "ministry", "mosque", "movement", "museum", "newspaper", "office", "parliament", "party", "police",
    "school", "society", "team", "times", "union", "university",
})  # fmt: skip
"""Nouns that tell what a body is, so that it goes by no other of them."""
_FORCES = frozenset({"army", "military", "navy", "police"})
_OF = frozenset({"of", "for", "on", "in", "at", "against", "to"})
_TIMES = frozenset(
    {"day", "night", "week", "month", "year", "time", "morning", "evening", "afternoon", "hour", "minute"}
)
_NEAR = 3


class Bodies:
    """The bodies of a report by the nouns of their names: "the foundation" is the one foundation that it names."""

    def __init__(self, doc: Document, cast: Cast) -> None:
        self.doc, self.cast = doc, cast
        self._by_noun: dict[str, dict[str, int]] = {}
        first: dict[str, int] = {}
        for f in cast.found:
            for a in f.actors:
                first[a] = min(f.first, first.get(a, f.first))
        for a, at in first.items():
            if cast.type_of(a) in _BODIES:
                for noun in nouns_of(cast.actors[a]):
                    self._by_noun.setdefault(noun, {})[a] = at

    def note(self, f: Found) -> None:
        """Add a body met only by its description: "the Dutch transport ministry" is "the ministry" from there on."""
        head = self.doc.tokens[f.head]
        owned = f.last - f.first > 1 or any(k.lower == "of" for k in self.doc.kids(head, "prep"))
        if f.how is How.DESCRIPTION and owned and len(f.actors) == 1 and head.tag != "NNS":
            self._by_noun.setdefault(fold(head.text), {}).setdefault(f.actors[0], f.first)

    def called(self, t: Token) -> tuple[str, ...]:
        """The one body named before a noun whose name it closes; of several, the one named nearby; else nobody."""
        known = {a for a, at in self._by_noun.get(fold(t.text), {}).items() if at < t.i}
        if len(known) > 1:
            near = {f.actors[0] for _, f in before(self.doc, self.cast, t, _NEAR) if f.actors[0] in known}
            known = near
        return tuple(known) if len(known) == 1 else ()

    def governing(self, t: Token) -> str | None:
        """The state of the one government that is spoken of as somebody's before a word: "the Dutch government"."""
        known = {a for a, at in self._by_noun.get("government", {}).items() if at < t.i}
        states = {a for a in known if self.cast.type_of(a) is ActorType.STATE}
        return states.pop() if len(states) == 1 else None

    def abroad(self, t: Token, actors: tuple[str, ...]) -> bool:
        """Whether forces that are spoken of without an owner are not those of the government that is spoken of.

        They are another country's, or an armed group's that calls itself an army.
        """
        state = self.governing(t) if t.lower in _FORCES else None
        return state is not None and not any(
            self.cast.country_of(a) == self.cast.country_of(state) and self.cast.type_of(a) is not ActorType.ARMED_GROUP
            for a in actors
        )


def nouns_of(actor: Actor) -> frozenset[str]:
    """The words that say what a body is: "foundation" of "the Anna Hess Foundation for the Arts".

    >>> sorted(nouns_of(Actor("x", "Church of the Hills", ActorType.ORGANISATION, aliases=("CoH",))))
    ['church']
    """
    return frozenset(n for name in (actor.name, *actor.aliases) if (n := _noun(name.split())))


def _noun(words: list[str]) -> str:
    cut = next((n for n, w in enumerate(words) if n and w.lower() in _OF), len(words))
    return fold(words[cut - 1]) if len(words) > 1 else ""


def set_beside(doc: Document, cast: Cast, t: Token) -> Found | None:
    """Note a person under the noun beside the name or said of it: "Hess, a doctor"; "he is a doctor"."""
    if t.tag not in {"NN", "NNP"} or t.lower in KINDS | _TIMES or (t.tag == "NNP" and not _of_person(t)):
        return None
    found = _beside(doc, cast, t) or _said_to_be(doc, cast, t)
    if found is None or len(found.actors) != 1 or cast.type_of(found.actors[0]) is not ActorType.PERSON:
        return None
    made = Found(t.i, t.i + 1, t.i, found.actors, How.DESCRIPTION, modifier=True)
    cast.add(made)
    return made


def _of_person(t: Token) -> bool:
    """Whether a word tells what somebody is: "Director", "spokeswoman"."""
    return t.lower in people() or (t.lower,) in titles() or of_noun(t) is not None


def _beside(doc: Document, cast: Cast, t: Token) -> Found | None:
    """The name that a noun stands beside, whichever of the two the parser hangs on the other."""
    first = t
    while first.dep == "conj" and doc.head(first).tag in {"NN", "NNP"}:
        first = doc.head(first)
    if first.dep == "appos":
        return _named(cast, doc.head(first))
    if t.dep == "compound" and t.tag == "NN":
        return _named(cast, doc.head(t)) if doc.head(t).tag == "NNP" and _of_person(t) else None
    named = [f for k in (*doc.kids(t, "appos"), *_past_owner(doc, t)) if (f := _named(cast, k))]
    return named[0] if len(named) == 1 else None


def _past_owner(doc: Document, t: Token) -> list[Token]:
    """As in "a spokeswoman for the university, Hess": the name is hers, though it hang on the university."""
    if not _of_person(t):
        return []
    owners = [o for k in doc.kids(t, "prep") for o in doc.kids(k, "pobj") if not _of_person(o)]
    return [a for o in owners for a in doc.kids(o, "appos")]


def _named(cast: Cast, t: Token) -> Found | None:
    f = cast.by_head.get(t.i)
    return f if f is not None and f.how in {How.NAME, How.ALIAS} else None


def _said_to_be(doc: Document, cast: Cast, t: Token) -> Found | None:
    """The subject of "is" or "was" whose complement a noun is, where nothing takes it back."""
    verb = doc.head(t)
    if t.dep != "attr" or verb.lemma != "be" or doc.kids(verb, "neg", "aux", "mark"):
        return None
    if any(k.lower in {"no", "not", "neither"} for k in doc.kids(t)):
        return None
    subjects = doc.kids(verb, "nsubj")
    return cast.by_head.get(subjects[0].i) if len(subjects) == 1 and subjects[0].i < t.i else None
