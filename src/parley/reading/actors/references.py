"""Reference over the report: pronouns, "the group", "both sides", "the minister".

Agreement, syntax and salience decide; where two would do nearly as well, nothing is said.
"""

from __future__ import annotations

from collections.abc import Sequence

from parley.reading.actors import genders
from parley.reading.actors.cast import Cast, Found
from parley.reading.actors.definites import described, pair_before
from parley.reading.actors.issuers import issuer
from parley.reading.actors.likeness import KINDS, Bodies, set_beside
from parley.reading.actors.nearest import COLLECTIVE, PERSON, PLURAL, is_of, nearest, together_with
from parley.reading.actors.owners import owners_of, principal
from parley.reading.actors.pairs import both
from parley.reading.actors.salience import outstanding, standing
from parley.reading.commitment.quotes import Quotation
from parley.reading.document import Document, Token
from parley.reading.lexicon.tables import people
from parley.reading.predicates.frames import BEFALLING, subjects_of
from parley.terms.enums import ActorType, How

_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_ALSO = frozenset({"community", "alliance", "coalition", "bloc", "network", "organisation", "organization", "militia"})
"""Nouns of bodies beyond those that tell a kind, which "it" may mean."""
_I = frozenset({"i", "me", "my", "mine", "myself"})
_WE = frozenset({"we", "us", "our", "ours", "ourselves"})
_MINDED = frozenset({
    "ready", "willing", "unwilling", "prepared", "determined", "committed", "reluctant", "eager", "keen", "concerned",
    "worried", "confident", "able", "unable", "aware", "open", "opposed", "happy", "glad", "satisfied", "dissatisfied",
    "disappointed", "outraged", "shocked", "grateful", "hopeful", "optimistic", "pessimistic", "sceptical", "skeptical",
    "anxious", "hesitant", "adamant", "sorry", "alarmed", "interested", "intent", "loath", "loth", "ashamed",
    "proud", "wary", "innocent", "guilty", "content", "minded",
})  # fmt: skip
"""What "it" is only where it is somebody."""
_STANDING = frozenset({"favour", "favor", "touch", "talks", "contact", "control", "charge", "war", "pressure"})
"""As in "it was in touch with", "under pressure"."""
_IMPERSONAL = frozenset({
    "be", "seem", "appear", "happen", "turn", "transpire", "emerge", "follow", "matter", "depend", "rain", "snow",
    "cost", "look", "read", "become", "last", "contain",
})  # fmt: skip
"""Verbs whose "it" is nobody, or a thing told before."""
_EFFORT = frozenset({"time", "effort", "courage", "patience", "day", "week", "month", "year", "hour", "minute"})
_HOSTILE = frozenset({
    "attack", "shell", "bomb", "bombard", "fire", "open", "hit", "target", "raid", "strike", "ambush", "storm", "kill",
    "destroy", "seize", "capture", "invade", "occupy", "besiege", "blockade", "burn", "torch", "loot", "abduct",
    "arrest", "expel", "threaten", "accuse", "condemn", "violate", "sabotage", "undermine", "overrun", "trash",
    "ransack", "vandalise", "vandalize", "wreck", "smash", "pelt", "stone", "damage", "kidnap", "murder", "massacre",
    "rob",
})  # fmt: skip
"""What nobody does to his own: of "Norway said that Sweden shelled its posts" the posts are not Sweden's."""
_DEMANDING = frozenset({"demand", "urge", "order", "request", "require", "ask", "propose", "recommend", "insist"})
"""Verbs that want something of others: of "demanded that they leave" who demands does not leave."""
_SPEAKING = frozenset({"say", "add", "tell", "claim", "insist", "warn", "deny", "stress", "note", "argue", "reply"})
_WHOLES = frozenset({
    "government", "country", "army", "ministry", "nation", "side", "capital", "parliament", "president", "delegation",
    "state", "military", "premier", "regime", "movement", "party", "group", "organisation", "organization",
})  # fmt: skip
"""Of whom a diplomat speaks as his."""
_QUOTED = 1.5
"""How much less a mention inside a quotation stands out to a pronoun outside it."""
_UNTOLD = 0.4
"""How much less a person stands out of whom nothing tells whether the pronoun fits."""


class References:
    """Resolves one report's references, in the order of its text, as its cast fills."""

    def __init__(self, doc: Document, cast: Cast, quotes: Sequence[Quotation] = (), day: str | None = None) -> None:
        self.doc, self.cast, self.quotes, self.day = doc, cast, quotes, day
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
        actors = described(self.doc, self.cast, self.bodies, t) if t.pos in {"NOUN", "PROPN"} else ()
        actors = actors or (both(self.doc, self.cast, t) if t.pos in {"NOUN", "NUM"} else ())
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
        """Note "I" and "my" of the quotations, and "we" of a party's own text, once all else is resolved."""
        issues = issuer(self.doc, self.cast, self._within)
        for t in self.doc.tokens:
            if ((t.lower in _I and t.pos == "PRON") or t.lower in _WE) and self.cast.free(t.i, t.i + 1):
                actors = self._first_person(t, issues)
                if actors:
                    self.cast.add(Found(t.i, t.i + 1, t.i, actors, How.PRONOUN, modifier=t.dep == "poss"))

    def _first_person(self, t: Token, issues: tuple[str, ...]) -> tuple[str, ...]:
        """Who says "I" or "we": the speaker of the quotation, or for whom the speaker speaks; else who `issues`."""
        q = self._within.get(t.i)
        if q is None:
            return issues if t.lower in _WE else ()
        actors, fits = self._speaker(q), COLLECTIVE if t.lower in _WE else PERSON
        if t.lower in _WE:
            actors = tuple(self._whole(q, a) for a in actors)
        return actors if len(actors) == 1 and self.cast.type_of(actors[0]) in fits else ()

    def _pronoun(self, t: Token) -> tuple[str, ...]:
        if t.lower == "both":
            return both(self.doc, self.cast, t)
        own = _owner_beside(self.doc, self.cast, t) or _understood(self.doc, self.cast, t)
        own = own or _asked(self.doc, self.cast, t) or _sayer(self.doc, self.cast, t)
        own = own or _beside_main_clause(self.doc, self.cast, t)
        if own and (self._agrees(t, own) or (t.lower in _THEY and is_of(self.cast, own, COLLECTIVE))):
            return own.actors
        if genders.of_pronoun(t.lower):
            return self._person(t) or _official(self.doc, self.cast, t)
        if t.lower in _THEY and (pair := pair_before(self.doc, t)):
            sides = self.cast.by_head.get(pair.i)
            return sides.actors if sides else ()
        if t.lower in _THEY:
            asks = _asker(self.doc, t)
            return nearest(
                self.doc, self.cast, t, lambda f: f.head != asks and _many(self.doc, self.cast, f), together=True
            )
        if t.lower in _IT and not _expletive(self.doc, t) and not self._of_unnamed(t):
            return nearest(self.doc, self.cast, t, lambda f: self._one_body(f))
        return ()

    def _of_unnamed(self, t: Token) -> bool:
        """As in "The coalition dismissed the offer. *Its* leader": the subject before is a body that nothing names."""
        s = self.doc.sentence_of(t)
        if any(w.dep in {"nsubj", "nsubjpass"} and w.i < t.i for w in self.doc.tokens[s.first : t.i]):
            return False
        subjects = [w for w in self._main_subjects(s.first - 1) if w.i not in self.cast.by_head]
        return any(w.tag == "NN" and w.lower in KINDS | _ALSO for w in subjects)

    def _main_subjects(self, last: int) -> list[Token]:
        if last < 0:
            return []
        before = self.doc.sentence_of(self.doc.tokens[last])
        words = self.doc.tokens[before.first : before.last]
        return [w for w in words if w.dep in {"nsubj", "nsubjpass"} and self.doc.head(w).dep == "ROOT"]

    def _one_body(self, f: Found) -> bool:
        """Whether "it" can mean a mention: one state or body, an unlisted "army" or "ministry" with them."""
        noun = self.doc.tokens[f.head]
        unlisted = noun.tag == "NN" and noun.lower in KINDS | _ALSO and f.how is How.DESCRIPTION
        return len(f.actors) == 1 and (is_of(self.cast, f, COLLECTIVE) or unlisted)

    def _person(self, t: Token) -> tuple[str, ...]:
        """He or she: the person who stands out, of those whom nothing shows to be the other; a forward one last."""
        gender = genders.of_pronoun(t.lower)
        found = standing(
            self.doc,
            self.cast,
            t,
            lambda f: self._agrees(t, f) and not self._does_it(t, f),
            lambda f: self._nearness(t, f),
            lambda w: _unnamed(w, gender),
        )
        actors = outstanding(found) if found else self._ahead(t)
        if len(actors) == 1 and gender:
            self.genders.setdefault(actors[0], gender)
        return actors

    def _does_it(self, t: Token, f: Found) -> bool:
        """As in "Hess worked for his overthrow": the sentence's doer is not the one to whom it is done."""
        head = self.doc.tokens[f.head]
        undergone = t.dep == "poss" and self.doc.head(t).lemma in BEFALLING
        return undergone and head.dep == "nsubj" and head.sentence == t.sentence

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
        named = (a for s in q.speakers if s.i not in self.cast.by_head for a in self.doc.kids(s, "appos"))
        known = (self.cast.by_head.get(s.i) for s in (*q.speakers, *named))
        return tuple(dict.fromkeys(a for f in known if f for a in f.actors))

    def _whole(self, q: Quotation, person: str) -> str:
        """Whom a person speaks for as "we": of "Norway's president, Hess", Norway, or whom a list says; else Hess."""
        if self.cast.type_of(person) is not ActorType.PERSON:
            return person
        beside = (n for s in q.speakers for n in (s, *self.doc.kids(s, "appos"), *self._apposed_to(s)))
        owners = dict.fromkeys(o for n in beside for o in owners_of(self.doc, self.cast, n))
        wholes = [o for o in owners if self.cast.type_of(o) in COLLECTIVE]
        return wholes[0] if len(wholes) == 1 else principal(self.cast, person, self.day) or person

    def _apposed_to(self, t: Token) -> tuple[Token, ...]:
        return (self.doc.head(t),) if t.dep == "appos" else ()

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
            fits = len(f.actors) == 1 and is_of(self.cast, f, PERSON)
            return fits and self.genders.get(f.actors[0], gender) == gender
        if t.lower in _THEY:
            return _many(self.doc, self.cast, f)
        return t.lower in _IT and self._one_body(f)


def _unnamed(t: Token, gender: str | None) -> bool:
    """Whether a word is of somebody whom a pronoun may mean, though it is not known who: "the old woman", a "she"."""
    if t.pos == "PRON":
        return genders.of_pronoun(t.lower) == gender
    return t.pos == "NOUN" and t.tag == "NN" and t.dep not in {"compound", "amod"} and genders.of_noun(t) == gender


def _understood(doc: Document, cast: Cast, t: Token) -> Found | None:
    """Whom the clause of a possessive or reflexive has as its subject: "accused Y of using its consulates"."""
    if t.tag != "PRP$" and not t.lower.endswith(("self", "selves")):
        return None
    if t.dep == "poss" and doc.head(t).lemma in BEFALLING:
        return None
    verb = next((up for up in doc.path_up(t) if up.pos == "VERB"), None)
    if verb is not None and verb.lemma in _HOSTILE and t.tag == "PRP$":
        verb = _telling(doc, verb)
    subjects = [s for s in subjects_of(doc, verb) if s.i < t.i] if verb is not None else []
    if len(subjects) != 1 or any(up.i == subjects[0].i for up in doc.path_up(t)):
        return None
    return cast.by_head.get(subjects[0].i)


def _telling(doc: Document, verb: Token) -> Token | None:
    """The verb that tells of a clause: "Hess said that Norway shelled *his* house"."""
    clause = next((up for up in (verb, *doc.path_up(verb)) if up.dep == "ccomp"), None)
    return doc.head(clause) if clause is not None else None


def _owner_beside(doc: Document, cast: Cast, t: Token) -> Found | None:
    """As in "Hess's brothers and her son": whose the first are, the second are too."""
    noun = doc.head(t)
    if t.tag != "PRP$" or noun.dep != "conj":
        return None
    owners = doc.kids(doc.head(noun), "poss")
    return cast.covered.get(owners[0].i) if owners and owners[0].i < t.i else None


def _asked(doc: Document, cast: Cast, t: Token) -> Found | None:
    """As in "Denmark asked Norway why *it* had left": who is asked, and not who asks."""
    clause = doc.head(t)
    verb = doc.head(clause)
    if t.dep not in {"nsubj", "nsubjpass"} or clause.dep != "ccomp" or verb.lemma not in {"ask", "question", "quiz"}:
        return None
    whom = [f for o in doc.kids(verb, "dobj", "dative") if o.i < t.i and (f := cast.by_head.get(o.i))]
    return whom[0] if len(whom) == 1 else None


def _sayer(doc: Document, cast: Cast, t: Token) -> Found | None:
    """As in "Hamas said they would leave": whoever says so, where the clause that says it has "they" as its subject."""
    verb = doc.head(t)
    if t.lower != "they" or t.dep != "nsubj" or verb.dep != "ccomp" or doc.head(verb).lemma in _DEMANDING:
        return None
    subjects = [s for s in subjects_of(doc, doc.head(verb)) if s.i < t.i]
    found = cast.by_head.get(subjects[0].i) if len(subjects) == 1 else None
    return together_with(doc, cast, found) if found is not None else None


def _official(doc: Document, cast: Cast, t: Token) -> tuple[str, ...]:
    """As in "A Norwegian diplomat said that *his* government", "… *He* added": whom the one official stands for.

    Only of what the official says and of whose he is, never of what he does by himself.
    """
    speaks = t.dep == "nsubj" and doc.head(t).lemma in _SPEAKING
    owns = t.tag == "PRP$" and doc.head(t).lemma in _WHOLES
    s = doc.sentence_of(t)
    first = doc.sentences[s.index - 1].first if s.index else s.first
    if not (speaks or owns):
        return ()
    here = [f for f in cast.found if first <= f.head < t.i and _one_official(doc, f)]
    return here[0].actors if len(here) == 1 and len(here[0].actors) == 1 else ()


def _one_official(doc: Document, f: Found) -> bool:
    noun = doc.tokens[f.head]
    known = people().get(noun.lemma)
    single = f.how is How.DESCRIPTION and noun.tag == "NN" and noun.dep in {"nsubj", "pobj"}
    return single and known is not None and known.kind in {"stands", "office"} and known.sector == "GOV"


def _asker(doc: Document, t: Token) -> int:
    """As in "The Council demanded that *they* leave": the word for who demands, which "they" are not; -1 for none."""
    verb = doc.head(t)
    if t.dep not in {"nsubj", "nsubjpass"} or verb.dep != "ccomp" or doc.head(verb).lemma not in _DEMANDING:
        return -1
    return next((s.i for s in subjects_of(doc, doc.head(verb)) if s.i < t.i), -1)


def _beside_main_clause(doc: Document, cast: Cast, t: Token) -> Found | None:
    """As in "Norway played a part as they persuaded the rebels": the one body that is the main clause's subject."""
    verb = doc.head(t)
    if t.lower != "they" or t.dep != "nsubj" or verb.dep != "advcl":
        return None
    subjects = [s for s in subjects_of(doc, doc.head(verb)) if s.i < t.i]
    found = cast.by_head.get(subjects[0].i) if len(subjects) == 1 else None
    return found if found is not None and is_of(cast, found, COLLECTIVE) else None


def _many(doc: Document, cast: Cast, f: Found) -> bool:
    """Whether "they" can mean a mention: several, a people or group, or officials in the plural."""
    plural = f.how is How.DESCRIPTION and doc.tokens[f.head].tag == "NNS"
    return len(f.actors) > 1 or plural or is_of(cast, f, PLURAL)


def _expletive(doc: Document, t: Token) -> bool:
    """Whether "it" stands for nobody: "it is", "it seems", "it took weeks", "it read"."""
    up = doc.head(t)
    if t.dep == "nsubj" and up.lemma == "take":
        return any(k.ent in {"DATE", "TIME"} or k.lemma in _EFFORT for k in doc.kids(up, "dobj", "npadvmod"))
    return (
        t.dep == "expl"
        or (t.dep == "nsubj" and up.lemma in _IMPERSONAL and not _minded(doc, up))
        or (t.dep == "nsubjpass" and bool(doc.kids(up, "ccomp")))
    )


def _minded(doc: Document, verb: Token) -> bool:
    """As in "it is ready to leave": somebody has a mind to something."""
    if verb.lemma != "be":
        return False
    of_mind = any(k.lemma in _MINDED or k.lower in _MINDED for k in doc.kids(verb, "acomp"))
    stands = (p for p in doc.kids(verb, "prep") if p.lower in {"in", "at", "under"})
    return of_mind or any(o.lower in _STANDING for p in stands for o in doc.kids(p, "pobj"))
