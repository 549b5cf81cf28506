"""Words above that are in no list: conditions, purposes, relative clauses, and what goes along with what is to come."""

from __future__ import annotations

from dataclasses import replace

from parley.reading.commitment.fitting import infinitive, is_met_with
from parley.reading.commitment.local import local_of, negated
from parley.reading.commitment.press import press_has
from parley.reading.commitment.signatures import Lexicon
from parley.reading.commitment.speaking import speakers_of
from parley.reading.commitment.unreal import inverted, posture, too_much
from parley.reading.commitment.walk import Cue, Walk, fire_voices
from parley.reading.document import Document, Token
from parley.reading.lexicon.tables import people
from parley.reading.predicates.frames import LIGHT, UNDERGONE, is_passive, subjects_of
from parley.terms.enums import Reality, Stance

_MEANS = frozenset({"with", "by", "through", "via"})
_IF = frozenset({"if", "unless", "whether", "lest", "should", "until", "provided", "providing", "assuming", "suppose"})
_WHEN = frozenset({"when", "after", "before", "once", "until", "while", "as"})
_NOT_YET = frozenset({"before", "till"})
_STEPS = frozenset({"step", "risk", "trouble", "liberty", "opportunity", "plunge", "route", "course", "chance"})
"""What is taken or not by doing something: "never took the *step* of recognising it"."""
_ON_AIR = frozenset({"television", "tv", "radio", "air", "airwaves", "podium", "floor", "stage", "stand", "rostrum"})
_TAKING = frozenset({"go", "take", "appear"})
_RANKS = frozenset({"first", "second", "third", "last", "latest", "only", "next", "one", "ones"})
_PERCEIVED = frozenset({"see", "have", "get", "want", "hear", "watch", "keep", "like", "need", "find", "leave"})
_AMOUNTS = frozenset({"CARDINAL", "MONEY", "QUANTITY", "PERCENT"})
_HAS = frozenset({"include", "involve", "see", "feature", "contain"})
_NO_SAYING = frozenset({
    "mean", "ensure", "see", "show", "prove", "know", "decide", "notice", "arrange", "demonstrate", "happen", "follow",
    "guarantee", "remember", "realise", "realize", "discover", "learn", "dream", "check", "determine", "establish",
    "grant", "require", "dictate", "cause", "make", "have", "take", "resolve", "like", "hate", "love", "regret", "wait",
    "care", "mind", "choose", "rule", "vote", "order", "forget", "ascertain", "verify", "trust", "enjoy", "resent",
})  # fmt: skip
"""Verbs whose "that" clause is no word of anybody's."""
_SPEAKING = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_PERSONS = frozenset({"he", "she", "they", "i", "we", "who", "somebody", "someone", "others"})
_IN_DOUBT = frozenset({
    "unlikely", "likely", "possible", "impossible", "probable", "improbable", "imminent", "inevitable", "conceivable",
    "inconceivable", "unthinkable", "certain", "doubtful", "avoidable", "unavoidable", "near", "close", "looming",
    "expected", "feared", "pending",
})  # fmt: skip
"""What is said of an act that has not come about: "an attack is *unlikely*"."""
_HAPPENS = frozenset({
    "take", "occur", "happen", "begin", "start", "continue", "resume", "go", "proceed", "come", "open", "be", "break",
    "erupt", "flare", "ensue", "recur", "escalate", "intensify", "persist", "reconvene", "convene",
})  # fmt: skip


def unlisted(doc: Document, cur: Token, up: Token, kind: str, walk: Walk, lexicon: Lexicon, t: Token) -> None:
    """A word above that is in no list."""
    if cur.dep in {"conj", "acomp"}:
        return
    if poser := posture(doc, cur, up):
        walk.note(up, "posture")
        walk.opens(Cue(up, Stance.ASSERTS, poser, "posture"))
    if (press := press_has(doc, cur, up)) is not None:
        walk.note(up, "the press has it")
        walk.opens(Cue(up, Stance.ASSERTS, press, "the press has it"))
    elif kind == "clause" and (saying := _sayer(doc, cur, up)):
        walk.note(up, "says")
        walk.opens(Cue(up, Stance.ASSERTS, saying, "says"))
    elif cur.dep == "advcl":
        _adverbial(doc, cur, walk, lexicon)
    elif cur.dep in {"relcl", "acl"} or (kind == "clause" and up.pos not in {"VERB", "AUX", "ADJ"}):
        _clause_of_noun(doc, cur, up, walk, lexicon)
    elif kind == "clause":
        if infinitive(doc, cur):
            not_to = cur.i == t.i and bool(doc.kids(cur, "neg"))  # "voted not to lift them"
            if not not_to:
                walk.makes(Reality.DID_NOT_HAPPEN if too_much(doc, up) else Reality.POSSIBLE)
            walk.note(cur, "infinitive")
        elif cur.dep == "csubj":
            still_to_come(doc, up, cur, walk, lexicon)
        elif is_met_with(doc, cur, up):
            _as_it_is_met(doc, up, walk, lexicon)
    elif cur.i == t.i and cur.dep in {"nsubj", "dobj"} and (_in_doubt(doc, up) or _supposed(doc, cur, up)):
        walk.makes(Reality.POSSIBLE)
        walk.note(up, "in doubt")
        walk.out_of_reach = True
    elif up.pos in {"VERB", "AUX"} and cur.i == t.i and (kind in _MEANS or _lends(cur, up)):
        own = local_of(doc, up, lexicon)
        if own.negated and local_of(doc, t, lexicon).negated:
            own = replace(own, reality=Reality.HAPPENED)  # "made no offer" is one negation, met at both words
        if own.reality is not Reality.ONGOING:
            walk.makes(own.reality if own.reality is not Reality.HAPPENED else None)
        walk.would = walk.would or own.would
        fire_voices(walk, own.fired)
        if up.lemma in _HAS:
            _listed_in(doc, up, walk, lexicon)
    elif kind == "of" and t.head == cur.i and up.lemma in _STEPS and up.dep == "dobj":
        if local_of(doc, doc.head(up), lexicon).negated:
            walk.makes(Reality.DID_NOT_HAPPEN)  # "never took the step of recognising it"
    elif not (kind == "of" and up.ent in _AMOUNTS):  # "two thirds of the aid" are aid
        walk.out_of_reach = True


def _as_it_is_met(doc: Document, up: Token, walk: Walk, lexicon: Lexicon) -> None:
    """As in "saw them leave", "would have them leave": it came about if it was seen or had."""
    own = local_of(doc, up, lexicon).reality
    if own in {Reality.HAPPENED, Reality.ONGOING}:
        walk.brought_about = True
    else:
        walk.makes(own)


def _sayer(doc: Document, cur: Token, up: Token) -> tuple[Token, ...]:
    """Who says what a "that" clause tells by a verb that no list has: "a student *mailed* me that …"; else nobody.

    What brings about or shows that something is so says nothing, and things do not speak.
    """
    that = next((k for k in doc.kids(cur, "mark") if k.lower == "that"), None)
    if cur.dep != "ccomp" or up.pos != "VERB" or that is None or up.lemma in _NO_SAYING or is_passive(doc, up):
        return ()
    before = doc.tokens[that.i - 1]
    if (before.pos == "NOUN" and before.lemma not in people()) or before.lower == "it":
        return ()  # "rebuilt the bridge that the army had torn down", "saw to it that the crowd left"
    who = [s for s in subjects_of(doc, up) if s.ent in _SPEAKING or s.lemma in people() or s.lower in _PERSONS]
    return tuple(who) if not negated(doc, up) else ()


def _in_doubt(doc: Document, up: Token) -> bool:
    """As in "an attack is *unlikely*", "thinks an attack *unlikely*"."""
    said = (up, *doc.kids(up, "acomp", "oprd"))
    return any(k.pos == "ADJ" and k.lower in _IN_DOUBT for k in said)


def _supposed(doc: Document, cur: Token, up: Token) -> bool:
    """As in "a *ceasefire* would help": one that there is not, but that might be."""
    one = cur.dep == "nsubj" and cur.pos == "NOUN" and any(k.lower in {"a", "an"} for k in doc.kids(cur, "det"))
    return one and any(k.lower in {"would", "could", "might"} for k in doc.kids(up, "aux"))


def _listed_in(doc: Document, verb: Token, walk: Walk, lexicon: Lexicon) -> None:
    """As in "their demands include the *release* of all": what demands or plans hold is no more than they are."""
    for noun in doc.kids(verb, "nsubj"):
        s = next((s for s in lexicon.of("noun", noun.lemma) if s.makes is not None), None)
        if s is not None:
            walk.makes(s.makes)
            walk.note(noun, s.id)
            if s.voice is not None:
                walk.opens(Cue(noun, s.voice, speakers_of(doc, noun), s.id))
            return


def _clause_of_noun(doc: Document, cur: Token, up: Token, walk: Walk, lexicon: Lexicon) -> None:
    """A clause that describes a noun: nothing above reaches it, unless the noun is what is seen."""
    if infinitive(doc, cur) and up.lower in {"nothing", "anything"} and _nothing_done(doc, doc.head(up)):
        walk.makes(Reality.DID_NOT_HAPPEN)
        walk.note(cur, "nothing done")
    elif infinitive(doc, cur) and _ranked(doc, up):
        walk.brought_about = True
    elif infinitive(doc, cur):
        headline = up.dep == "ROOT" and up.pos == "PROPN"
        walk.makes(Reality.PLANNED if headline else Reality.POSSIBLE)
        walk.note(cur, "infinitive")
    if _object_of_sight(doc, cur, up):
        return
    if cur.dep == "relcl" and walk.reality is Reality.ONGOING and _of_some(doc, up, lexicon):
        walk.makes(Reality.POSSIBLE)
        walk.note(cur, "of none in particular")
    walk.out_of_reach = True
    walk.in_relative = walk.in_relative or cur.dep == "relcl"
    walk.in_participle = walk.in_participle or cur.tag in {"VBG", "VBN"}


def _of_some(doc: Document, noun: Token, lexicon: Lexicon) -> bool:
    """As in "wants a government that respects them", "will send men who speak it": of none that there are."""
    if noun.pos != "NOUN" or noun.dep not in {"dobj", "attr"} or doc.kids(noun, "poss"):
        return False
    if any(k.lower not in {"a", "an", "any", "some", "no"} for k in doc.kids(noun, "det")):
        return False
    verb = doc.head(noun)
    wanted = next((s.makes for s in lexicon.of("verb", verb.lemma) if "noun" in s.takes), None)
    return wanted in {Reality.POSSIBLE, Reality.PLANNED} or _ahead(doc, verb, lexicon) is not None


def _object_of_sight(doc: Document, cur: Token, up: Token) -> bool:
    """As in "would like to see the town freed": what is wanted or seen is the freeing, not a town."""
    if up.dep == "pobj" and doc.head(up).lower == "of":
        up = doc.head(doc.head(up))  # "wants two thirds of the money withheld"
    return cur.dep == "acl" and cur.tag in {"VBN", "VBG"} and up.dep == "dobj" and doc.head(up).lemma in _PERCEIVED


def _ranked(doc: Document, noun: Token) -> bool:
    """As in "the first country to recognise it", "the only ones to leave": they did."""
    return noun.lower in _RANKS or any(k.lower in _RANKS for k in doc.kids(noun, "amod", "nummod", "det"))


def _lends(cur: Token, up: Token) -> bool:
    """Whether a verb's tense and negation are its noun's: "held no talks", "talks will take place"."""
    if cur.dep in {"dobj", "nsubjpass"} and (up.lemma in LIGHT or up.lemma in _HAS or up.lemma in UNDERGONE):
        return True
    return cur.dep == "nsubj" and up.lemma in _HAPPENS


def _adverbial(doc: Document, cur: Token, walk: Walk, lexicon: Lexicon) -> None:
    marks = {k.lower for k in doc.kids(cur, "mark", "advmod")}
    past = cur.tag == "VBD" or any(k.tag == "VBD" for k in doc.kids(cur, "aux", "auxpass"))
    if {"so", "that"} <= marks and not past:
        walk.makes(Reality.POSSIBLE)
        walk.note(cur, "purpose")
    elif marks & _IF or inverted(doc, cur):
        walk.makes(Reality.POSSIBLE)
        walk.note(cur, "condition")
    elif infinitive(doc, cur) and _done_so(doc, doc.head(cur), cur, lexicon):
        walk.note(cur, "done so")
        walk.brought_about = True
    elif infinitive(doc, cur):
        walk.makes(Reality.DID_NOT_HAPPEN if _nothing_done(doc, doc.head(cur)) else Reality.POSSIBLE)
        walk.note(cur, "purpose")
    elif marks & _NOT_YET and not past and _in_present(doc, cur):
        walk.makes(Reality.POSSIBLE)
        walk.note(cur, "not yet")
    elif (marks & _WHEN and walk.reality is Reality.ONGOING) or _goes_along(doc, cur, marks):
        main = next((up for up in doc.path_up(cur) if up.pos in {"VERB", "AUX"}), doc.head(cur))  # "as long as"
        still_to_come(doc, main, cur, walk, lexicon)
    walk.out_of_reach = True


def _in_present(doc: Document, verb: Token) -> bool:
    return verb.tag in {"VBZ", "VBP"} or any(k.tag in {"VBZ", "VBP"} for k in doc.kids(verb, "aux", "auxpass"))


def _done_so(doc: Document, verb: Token, cur: Token, lexicon: Lexicon) -> bool:
    """As in "gathered to *protest*", "took the floor to accuse it", "balked, *only to* agree": no purpose, it is done.

    By gathering one protests, as words say that name what they embed; who takes the floor to speak does so.
    """
    only = any(k.lower == "only" and k.i < cur.i for k in doc.kids(cur, "advmod"))
    onto = (o for p in doc.kids(verb, "prep") if p.lower in {"on", "to"} for o in doc.kids(p, "pobj"))
    aloud = any(o.lower in _ON_AIR for o in (*onto, *doc.kids(verb, "dobj"))) and verb.lemma in _TAKING
    return only or aloud or any(cur.lemma in s.only for s in lexicon.of("verb", verb.lemma))


def _nothing_done(doc: Document, verb: Token) -> bool:
    """As in "never did anything to help", "did nothing to help": nobody helped."""
    things = {k.lower for k in doc.kids(verb, "dobj")}
    return "nothing" in things or ("anything" in things and negated(doc, verb))


def _goes_along(doc: Document, cur: Token, marks: set[str]) -> bool:
    """As in "will leave, taking the arms": a participle with nothing before it that tells of another time."""
    return cur.tag == "VBG" and not marks and not doc.kids(cur, "aux", "nsubj")


def still_to_come(doc: Document, main: Token, cur: Token, walk: Walk, lexicon: Lexicon) -> None:
    """As in "will leave when they return", "before returning": what goes along with something yet to come is so too."""
    ahead = _ahead(doc, main, lexicon)
    if ahead is not None:
        walk.makes(ahead)
        walk.note(cur, "still to come")


def _ahead(doc: Document, verb: Token, lexicon: Lexicon) -> Reality | None:
    """What a verb that is yet to come, or the content of one ("let me know"), makes of what goes along with it."""
    if verb.pos not in {"VERB", "AUX"}:
        return None
    own = local_of(doc, verb, lexicon).reality
    if own in {Reality.PLANNED, Reality.POSSIBLE}:
        return own
    if own is Reality.DID_NOT_HAPPEN and any(k.lower in {"will", "would", "wo", "'ll"} for k in doc.kids(verb, "aux")):
        return Reality.POSSIBLE  # "will not harm him as long as they stay"
    above = doc.head(verb)
    return _ahead(doc, above, lexicon) if verb.dep in {"ccomp", "xcomp"} and verb.tag == "VB" else None
