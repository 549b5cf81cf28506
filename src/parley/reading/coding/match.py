"""Which entry of the codebook a word of the report means, if any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from parley.reading.coding.arguments import Arguments
from parley.reading.coding.codebook import Codebook, Entry
from parley.reading.coding.estimates import CHANCES
from parley.reading.coding.phrases import Phrases, Words
from parley.reading.coding.plainly import plainly
from parley.reading.coding.sight import PARTS, Sight, parts
from parley.reading.document import Document, Token
from parley.reading.lexicon.tables import people
from parley.reading.predicates.frames import Frame, frame_of
from parley.terms.enums import Root

_ABOUT = (
    "prt", "prep", "dobj", "advmod", "acomp", "dative", "nsubjpass", "agent", "oprd", "xcomp", "ccomp",
)  # fmt: skip
_PARTICLES = frozenset({"up", "down", "off", "over", "away", "back", "through"})
"""Words of a phrase that the parser may take for prepositions of what is the phrase's object."""
_HEADS = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})
"""What an entry may be looked up by."""
_ANY = frozenset({"actor", "place"})
"""Stand in an entry's list for any actor, any named place; "took place" takes none."""
_INFORMING = frozenset({"tell", "inform", "remind", "assure", "notify"})
_STRONG = {"rang": "phone", "rung": "phone"}
"""Forms of one sense only: who "rang" somebody telephoned, who "ringed" a house surrounded it."""
_CIVIL = frozenset({
    "CVL", "LAB", "REL", "REF", "OPP", "PTY", "EDU", "MED", "BUS", "AGR", "JRN", "SOC", None,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that fits a word, with the word's frame; `phrase` are the words beyond the head that fitted."""

    entry: Entry
    frame: Frame
    phrase: Words


class Matcher:
    """Answers for one report which entry of a codebook a word means; each word is looked at once.

    `standing` keeps, for each word that was asked for, the phrases all of whose words stand about it.
    """

    def __init__(self, doc: Document, book: Codebook, args: Arguments) -> None:
        self.doc, self.book, self.args = doc, book, args
        self._known: dict[int, Match | None] = {}
        self._listed: dict[int, Phrases[Entry] | None] = {}
        self.standing: dict[int, Sequence[tuple[Words, Entry]]] = {}

    def of(self, t: Token) -> Match | None:
        """The entry that fits a word best: the most words and conditions, then the longest phrase."""
        if t.pos not in _HEADS:
            return None
        if t.i not in self._known:
            self._known[t.i] = next(self._all_of(t), None)
        return self._known[t.i]

    def others(self, t: Token) -> Iterator[Match]:
        """The entries that fit a word less well than the best, in their order."""
        return islice(self._all_of(t), 1, None)

    def listed(self, t: Token) -> Phrases[Entry] | None:
        """All that the codebook has for a word that may tell an act; None for all other words."""
        if t.pos not in _HEADS:
            return None
        if t.i not in self._listed:
            found = _candidates(self.doc, t, self.book)
            self._listed[t.i] = None if found is None or _not_an_act(self.doc, t) else found
        return self._listed[t.i]

    def _all_of(self, t: Token) -> Iterator[Match]:
        found = self.listed(t)
        if found is None:
            return
        around = _around(self.doc, t)
        further = _of_its(self.doc, t) if t.pos == "VERB" and "of" in around else set()
        beside = _describing(self.doc, t) if t.pos == "VERB" else {}
        phrases = found.standing(around, further, beside)
        self.standing[t.i] = phrases
        if phrases and not self.consumed(t):
            yield from self._fitting(t, phrases)

    def _fitting(self, t: Token, phrases: Sequence[tuple[Words, Entry]]) -> Iterator[Match]:
        bare = Sight(self.doc, frame_of(self.doc, t))
        wide: dict[tuple[Words, bool, frozenset[str]], Sight] = {}
        met = False
        for words, e in phrases:
            if _ruled_out(e, bare, words):
                continue
            key = (words, bool(e.objects), e.preps_of & bare.after)
            if key not in wide:
                wide[key] = _widened(e, bare, words)
            if _fits(e, wide[key], self.args, words):
                met = True
                yield Match(e, wide[key].frame, words)
        plain = None if met else plainly(bare, phrases, self.args)
        if plain is not None:
            yield Match(plain, bare.frame, ())

    def consumed(self, t: Token) -> bool:
        """A noun that its verb's entry already tells of: "expressed *support*", "the *sanctions* were lifted"."""
        if t.pos != "NOUN" or t.dep not in {"dobj", "nsubjpass", "pobj"}:
            return False
        up = self.doc.head(t)
        up = self.doc.head(up) if up.pos == "ADP" else up
        up, whole = (self.doc.head(up), up) if up.lemma in PARTS else (up, t)
        told = self.of(up) if up.pos == "VERB" else None
        if told is None:
            return False
        within = {t.lemma, t.lower} & set(told.phrase) or (
            told.entry.consumes and any(o.i == whole.i for o in told.frame.objects)
        )
        return bool(within) and bool(self.args.first(told.frame, told.entry.actors_from))


def match(doc: Document, t: Token, book: Codebook, args: Arguments) -> Match | None:
    """The entry that fits one word best, if any."""
    return Matcher(doc, book, args).of(t)


def _candidates(doc: Document, t: Token, book: Codebook) -> Phrases[Entry] | None:
    if t.pos == "VERB":
        return book.verbs.get(_hyphened(doc, t, book) or _STRONG.get(t.lower) or _with_e(t, book))
    if t.pos == "AUX":
        return book.verbs.get("be") if t.lemma == "be" and t.dep not in {"aux", "auxpass"} else None
    if t.pos == "NOUN" or (t.pos == "PROPN" and not t.ent):
        return book.nouns.get(t.lemma) or book.nouns.get(t.lower)
    return book.adjectives.get(t.lower) if t.pos == "ADJ" else None


def _hyphened(doc: Document, t: Token, book: Codebook) -> str:
    """A verb with the word that a hyphen joins to it: "test-fired" is of "test-fire"; "" where no entry has it."""
    if t.i < 2 or doc.tokens[t.i - 1].text != "-":
        return ""
    whole = f"{doc.tokens[t.i - 2].lower}-{t.lemma}"
    return whole if whole in book.verbs else ""


def _with_e(t: Token, book: Codebook) -> str:
    """A verb's lemma, mended where its final e was lost: "raped" is of "rape", not "rap"."""
    bare = next((t.lower.removesuffix(x) for x in ("ed", "ing") if t.lower == t.lemma + x), "")
    return bare + "e" if bare and bare + "e" in book.verbs else t.lemma


def _not_an_act(doc: Document, t: Token) -> bool:
    """A noun that only describes another ("attack helicopter"), a participle that does ("the attacking side")."""
    if t.pos == "NOUN" and (t.dep in {"compound", "nmod", "npadvmod"} or _given_a_chance(doc, t)):
        return True
    if t.pos == "ADJ":
        return t.dep not in {"acomp", "oprd"} and not (t.dep in {"amod", "conj"} and doc.kids(t, "xcomp"))
    return t.pos == "VERB" and t.dep in {"amod", "compound"}


def _given_a_chance(doc: Document, t: Token) -> bool:
    """As in "give a *meeting* one chance in ten": it is weighed, and nobody holds it."""
    up = doc.head(t)
    given = t.dep in {"dobj", "dative"} and up.lemma == "give"
    return given and any(k.lemma in CHANCES and k.i != t.i for k in doc.kids(up, "dobj"))


def _ruled_out(e: Entry, bare: Sight, words: Words) -> bool:
    """What shows without widening the frame that an entry cannot fit."""
    if not e.not_subjects.isdisjoint(bare.subject_heads) or not e.not_described.isdisjoint(bare.owners):
        return True
    if words or bare.frame.head.pos != "VERB":
        return False
    return not e.not_objects.isdisjoint(bare.objects) or (
        not bare.frame.objects and bool(e.objects) and "" not in e.objects
    )


def _widened(e: Entry, bare: Sight, words: Words) -> Sight:
    """A verb's frame with what belongs to its phrase: "voiced outrage *at* the army", "held *them* responsible"."""
    doc, frame, t = bare.doc, bare.frame, bare.frame.head
    if t.pos != "VERB" or not (words or e.objects or e.preps_of):
        return bare
    within = (o for k in doc.kids(t, *_ABOUT) for o in (k, *doc.kids(k, "pobj")) if {o.lower, o.lemma} & set(words))
    left = (o for _, objects in frame.preps for o in objects if {o.lower, o.lemma} & e.preps_of)
    told = (*frame.objects, *(o for w in words for o in frame.after(w))) if e.objects else ()
    nouns = dict.fromkeys((*within, *told, *left, *parts(doc, frame.objects)))
    small = [s for k in doc.kids(t, "ccomp") if k.lower in words for s in doc.kids(k, "nsubj")]
    more = [p for o in nouns if o.pos == "NOUN" for p in frame_of(doc, o).preps if p not in frame.preps]
    own = [o for o in frame.objects if not {o.lower, o.lemma} & set(words)]
    taken = words if e.objects else tuple(w for w in words if w in _PARTICLES)  # "propped up the rebels"
    after = [] if own or small else [o for w in taken for o in frame.after(w)]
    after += (
        []
        if own or not (frame.objects and e.objects)
        else [o for p, found in (*frame.preps, *more) if p == "to" for o in found]
    )
    if not (small or more or after):
        return bare
    return Sight(doc, replace(frame, objects=(*frame.objects, *small, *after), preps=(*frame.preps, *more)))


def _of_its(doc: Document, t: Token) -> set[str]:
    """What follows the "of" of a verb's object: "lifted the state of *emergency*"."""
    of = (p for o in doc.kids(t, "dobj", "nsubjpass") for p in doc.kids(o, "prep") if p.lower == "of")
    return {x.lemma for p in of for x in doc.kids(p, "pobj")}


def _describing(doc: Document, t: Token) -> dict[str, set[str]]:
    """The words that describe a verb's objects, each with the objects' own: "lifted *martial* law" is of "law"."""
    out: dict[str, set[str]] = {}
    for o in doc.kids(t, "dobj", "nsubjpass"):
        for k in doc.kids(o, "amod", "compound"):
            out.setdefault(k.lower, set()).update((o.lemma, o.lower))
    return out


def _around(doc: Document, t: Token) -> set[str]:
    """The words that may make a phrase of its head, wherever the construction puts them."""
    if t.pos in {"NOUN", "PROPN"}:
        about = {w for k in doc.kids(t, "compound", "amod", "nmod", "punct") for w in (k.lower, k.lemma)}
    else:
        about = set()
    if t.pos == "VERB" and _for_whom(doc, t):
        about |= {"for", "to"}
    for k in doc.kids(t, *(_ABOUT if t.pos in {"VERB", "AUX"} else ("prep",))):
        if k.dep in {"xcomp", "ccomp"} and doc.kids(k, "neg"):
            continue  # "urged them not to attack" urges no attack
        if t.pos == "AUX" and k.dep == "xcomp" and k.pos == "VERB":
            continue  # who "was to host" them was not their host
        if k.dep == "ccomp" and any(m.lower == "that" for m in doc.kids(k, "mark")):
            continue  # "denied that it supports them" denies them no support
        for o in (k, *doc.kids(k, "pobj", "prep")):
            about |= {o.lower, o.lemma}
            about |= {x.lower for x in doc.kids(o, "compound", "amod")} if o.dep in {"pobj", "oprd", "attr"} else set()
    return about


def _for_whom(doc: Document, t: Token) -> bool:
    """As in "pushed for Norway to leave": a clause that tells who is to do what."""
    return any(k.lower == "for" for c in doc.kids(t, "advcl", "ccomp") for k in doc.kids(c, "mark"))


def _fits(e: Entry, at: Sight, args: Arguments, words: Words) -> bool:
    t, frame = at.frame.head, at.frame
    if t.lemma in e.needs_content and not _has_content(at):
        return False
    if e.code is Root.REQUEST and t.lemma in _INFORMING and _only_told(at):
        return False
    if e.code is Root.REQUEST and t.lemma == "insist" and at.of_itself:
        return False
    if t.lemma in e.needs_clause and not (at.has_clause or at.asks_for):
        return False
    if e.contents and e.contents.isdisjoint(at.contents):
        return False
    if e.preps_of and e.preps_of.isdisjoint(at.within_reach) and not _after_actor(e, at, args):
        return False
    if not e.not_preps_of.isdisjoint(at.after):
        return False
    if not _agent_fits(e, at, words, args):
        return False
    if t.pos == "VERB" and not _object_fits(e, at, args, words):
        return False
    if e.civilians:
        sectors = {args.cast.actors[a].sector for a in args.first(frame, e.actors_from) if a in args.cast.actors}
        return sectors <= _CIVIL and (bool(sectors) or t.pos == "NOUN")
    return True


def _only_told(at: Sight) -> bool:
    """As in "told the army that Norway would leave": what is told is no order, unless it says what must be done."""
    clauses = at.doc.kids(at.frame.head, "ccomp", "xcomp")
    ordered = any(a.tag == "TO" for c in clauses for a in at.doc.kids(c, "aux"))
    return bool(clauses) and not ordered and not at.musts & {"must", "should", "ought"}


def _agent_fits(e: Entry, at: Sight, words: Words, args: Arguments) -> bool:
    """Whether who or what acts, and the words that describe a noun, leave the sense that the entry means."""
    if not e.not_subjects.isdisjoint(at.subject_heads):
        return False
    if not (e.not_described or e.subjects):
        return True
    within = (k for o in at.frame.objects if o.lemma in words for k in at.doc.kids(o, "compound", "amod"))
    owners = at.owners | {w for k in within for w in (k.lemma, k.lower)}
    if owners & e.not_described:
        return False
    return not e.subjects or bool((owners | at.subjects) & e.subjects) or _kinds_among(e.subjects, at.frame, args)


def _kinds_among(words: frozenset[str], frame: Frame, args: Arguments) -> bool:
    """Whether an actor or a named place acts, where the entry takes one for its words."""
    doers = (*frame.subjects, *frame.owners)
    return ("actor" in words and _any_actor(doers, args)) or ("place" in words and _any_place(doers, args))


def _object_fits(e: Entry, at: Sight, args: Arguments, words: Words) -> bool:
    frame = at.frame
    if not e.not_objects.isdisjoint(at.objects):
        return False
    if e.objects_actors and not (args.who.of_all(frame.objects) or frame.passive or _of_phrase(e, frame, words, args)):
        return False
    if not e.objects:
        return True
    if not frame.objects:
        return "" in e.objects
    if "place" in e.objects and _any_place(frame.objects, args):
        return True
    return bool(at.objects & e.objects - _ANY) or ("actor" in e.objects and _any_actor(frame.objects, args))


def _of_phrase(e: Entry, frame: Frame, words: Words, args: Arguments) -> bool:
    """As in "put *pressure* on Norway": the object is a word of the phrase, and the actor stands behind it."""
    behind = [p for p in e.recipients if p not in {"object", "indirect", "of", "owner"}]
    own = bool(frame.objects) and all({o.lemma, o.lower} & set(words) for o in frame.objects)
    return own and bool(args.first(frame, behind))


def _any_actor(tokens: Iterable[Token], args: Arguments) -> bool:
    """Whether an actor is meant, or people whom nothing names but what they are."""
    found = tuple(tokens)
    return bool(args.who.of_all(found)) or any(o.pos == "NOUN" and o.lemma in people() for o in found)


def _any_place(tokens: Iterable[Token], args: Arguments) -> bool:
    return any(o.i in args.cast.located and o.pos == "PROPN" for o in tokens)


def _has_content(at: Sight) -> bool:
    return at.has_clause or bool(at.frame.after("for", "to", "on")) or any(o.pos == "NOUN" for o in at.frame.objects)


def _after_actor(e: Entry, at: Sight, args: Arguments) -> bool:
    """Whether an actor or a named place follows a preposition, where the entry takes one for its words."""
    if "actor" in e.preps_of and args.who.of_all(at.after_tokens):
        return True
    return "place" in e.preps_of and _any_place(at.after_tokens, args)
