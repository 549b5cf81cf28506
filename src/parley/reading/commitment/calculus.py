"""Composes the embedding words on the way from a predicate up to its sentence's root.

Going outward, each word either opens a voice or changes the reality of what it embeds. The reality is
that which the innermost voice presents: what lies outside that voice no longer touches it.
A reality operator reaches its own content only: not a noun that the content is merely about
("plans to answer the attack"), nor a relative clause within it. A voice reaches everything below it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from parley.reading.commitment.beside import beside
from parley.reading.commitment.local import compose, local_of, negated
from parley.reading.commitment.moods import commanded
from parley.reading.commitment.signatures import Lexicon, Signature
from parley.reading.commitment.speaking import speakers_of
from parley.reading.commitment.unreal import inverted, left_open, passed_over, polar_question, posture, too_much
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import LIGHT, UNDERGONE
from parley.terms.enums import Reality, Stance
from parley.terms.values import Trace

_CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "acl", "oprd"})
_NOMINAL = frozenset({"dobj", "nsubjpass", "attr"})
_TOLD = frozenset({Reality.HAPPENED, Reality.ONGOING})
_MEANS = frozenset({"with", "by", "through", "via"})
_IF = frozenset({"if", "unless", "whether", "lest", "should", "until", "provided", "providing", "assuming", "suppose"})
_WHEN = frozenset({"when", "after", "before", "once", "until", "while", "as"})
_BY = frozenset({"before", "after", "until", "till", "upon", "on", "while", "by", "when", "in"})
_RANKS = frozenset({"first", "second", "third", "last", "latest", "only", "next", "one", "ones"})
_NOT = frozenset({"without", "instead", "than"})
_SAID = frozenset({
    "offer", "proposal", "call", "demand", "request", "invitation", "appeal", "plea", "ultimatum", "accusation",
    "claim", "allegation", "charge", "warning", "threat", "suggestion", "condition", "criticism", "recommendation",
    "statement",
})  # fmt: skip
_TURNING_DOWN = frozenset({
    "reject", "oppose", "dismiss", "refuse", "decline", "spurn", "rebuff", "ignore", "turn", "shrug",
})  # fmt: skip
_TURNED_DOWN = frozenset({
    "request", "demand", "appeal", "plea", "application", "bid", "permission", "petition", "offer", "proposal",
    "access", "entry", "right", "call",
})  # fmt: skip
_PERCEIVED = frozenset({"see", "have", "get", "want", "hear", "watch", "keep", "like", "need", "find", "leave"})
_LIGHTEST = frozenset({"make", "have", "hold", "give", "take", "do"})
_HAS = frozenset({"include", "involve", "see", "feature", "contain"})
_HAPPENS = frozenset(
    {"take", "occur", "happen", "begin", "start", "continue", "resume", "go", "proceed", "come", "open", "be"}
)


_REFUSAL = Signature("refused", frozenset({"noun"}), None, Reality.DID_NOT_HAPPEN, None)


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that opens a voice; `speakers` are the words for who speaks, none for nobody named."""

    word: Token
    stance: Stance
    speakers: tuple[Token, ...]
    signature: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Commitment:
    """The reality of a predicate, the voices that it is told in (innermost first), and the words that set them."""

    reality: Reality
    cues: tuple[Cue, ...]
    trace: tuple[Trace, ...]


@dataclass
class _Walk:
    reality: Reality
    would: bool
    cues: list[Cue] = field(default_factory=list)
    trace: list[Trace] = field(default_factory=list)
    out_of_reach: bool = False
    in_relative: bool = False
    in_participle: bool = False

    def note(self, word: Token, rule: str) -> None:
        self.trace.append(Trace("commitment", rule, word.start, word.end))

    def makes(self, outer: Reality | None) -> None:
        if not self.out_of_reach and not self.cues:
            self.reality = compose(outer, self.reality)

    def opens(self, cue: Cue) -> None:
        self.cues.append(cue)


def commit(doc: Document, t: Token, lexicon: Lexicon) -> Commitment:
    """The reality and voices of the predicate headed by a token."""
    local = local_of(doc, t, lexicon)
    walk = _Walk(local.reality, local.would)
    _fired(walk, local.fired)
    if local.negated:
        walk.note(t, "negated")
    _sentence_cues(doc, t, t, walk, lexicon)
    cur, prep = t, ""
    for up in doc.path_up(t):
        if up.pos == "ADP" or (cur.dep in {"pobj", "pcomp"} and up.dep in {"prep", "agent", "dative"}):
            if up.lower in _NOT and cur.dep in {"pobj", "pcomp"}:
                walk.makes(Reality.DID_NOT_HAPPEN)
                walk.note(up, "without")
            elif up.lower in _BY and cur.dep == "pcomp":
                _still_to_come(doc, doc.head(up), cur, walk, lexicon)
            prep = prep if cur.pos == "ADP" and prep else up.lower
            cur = up
            continue
        _step(doc, cur, up, prep, walk, lexicon, t)
        cur, prep = up, ""
    if walk.would and walk.reality is Reality.POSSIBLE and walk.cues:
        walk.reality = Reality.PLANNED
    if walk.reality in _TOLD and not walk.cues and any(k.lower == "any" for k in doc.kids(t, "det")):
        walk.reality = Reality.POSSIBLE
        walk.note(t, "any")
    if walk.reality in _TOLD and not walk.cues and not walk.in_relative and polar_question(doc, t):
        walk.reality = Reality.UNKNOWN
        walk.note(t, "question")
    return Commitment(walk.reality, tuple(walk.cues), tuple(walk.trace))


def _fired(walk: _Walk, fired: tuple[tuple[Token, Signature], ...]) -> None:
    for word, s in fired:
        walk.note(word, s.id)
        if s.voice is not None:
            walk.opens(Cue(word, s.voice, (), s.id))


def _step(doc: Document, cur: Token, up: Token, prep: str, walk: _Walk, lexicon: Lexicon, t: Token) -> None:
    kind = _kind(doc, cur, prep)
    if left_open(doc, cur) or passed_over(doc, up, kind, t, lexicon):
        walk.makes(Reality.UNKNOWN)
        walk.note(cur, "left-open")
    up = _told_of(doc, up, kind)
    pos = {"VERB": "verb", "AUX": "verb", "ADJ": "adj"}.get(up.pos, "noun")
    light = cur.i == t.i and cur.dep in _NOMINAL and up.lemma in _LIGHTEST
    own = light or _said_all_the_same(cur, up, t) or _sees_to(doc, up)
    s = None if own else _signature(doc, lexicon, pos, up, kind, cur)
    if s is not None and kind == "clause" and _infinitive(doc, cur) and too_much(doc, up):
        s = None
    if s is not None and s.voice is Stance.DENIES and kind == "noun" and cur.lemma in _TURNED_DOWN:
        s = _REFUSAL  # "denied a request to leave": no claim is denied
    by_the_way = walk.in_participle and kind == "noun" and s is not None and s.voice is not Stance.DENIES
    if s is not None and (by_the_way or (walk.in_relative and kind != "clause")):
        walk.note(up, f"{s.id} (not through a relative clause)")
    elif s is not None:
        _apply(doc, s, up, walk, lexicon)
    else:
        _plain(doc, cur, up, kind, walk, lexicon, t)
    if up.pos in {"VERB", "AUX"}:
        _sentence_cues(doc, up, t, walk, lexicon)


def _sees_to(doc: Document, up: Token) -> bool:
    """As in "make sure that they leave": nobody says that they are sure."""
    return up.pos == "ADJ" and up.lemma in {"sure", "certain"} and doc.head(up).lemma == "make"


def _said_all_the_same(cur: Token, up: Token, t: Token) -> bool:
    """As in "rejected an offer": the offer was made; what was offered was not taken."""
    return cur.i == t.i and t.lemma in _SAID and up.lemma in _TURNING_DOWN and cur.dep in _NOMINAL


def _told_of(doc: Document, up: Token, kind: str) -> Token:
    """As in "it is untrue that …": the clause hangs on the verb, and the adjective embeds it."""
    told = doc.kids(up, "acomp") if kind == "clause" and up.lemma == "be" else ()
    return next(iter(told), up)


def _kind(doc: Document, cur: Token, prep: str) -> str:
    """How a word hangs on the one above it: clause, noun, a preposition, or nothing that embeds."""
    if prep:
        return prep
    if cur.dep == "acl" and cur.tag in {"VBG", "VBN"} and not doc.kids(cur, "mark", "nsubj", "aux"):
        return ""  # "a claim brought by Sweden", "a statement forbidding arms": no content of what it says
    if cur.dep in _CLAUSES or (cur.dep == "relcl" and any(k.lower == "that" for k in doc.kids(cur, "mark"))):
        return "clause"
    return "noun" if cur.dep in _NOMINAL else ""


def _signature(doc: Document, lexicon: Lexicon, pos: str, up: Token, kind: str, cur: Token) -> Signature | None:
    if not kind:
        return None
    spliced = kind == "clause" and cur.i < up.i and cur.tag in {"VBD", "VBZ", "VBP"} and bool(doc.kids(cur, "nsubj"))
    particle = next((k.lower for k in doc.kids(up, "prt")), "")
    found = (lexicon.of(pos, f"{up.lemma} {particle}") if particle else ()) or lexicon.of(pos, up.lemma)
    to = kind == "clause" and (any(k.tag == "TO" for k in doc.kids(cur, "aux")) or _subjunctive(doc, cur))
    taking = [s for s in found if kind in s.takes]
    fitting = [s for s in taking if kind != "clause" or not (s.finite if to else s.infinitive)]
    if not fitting and any(k.lower == "that" for k in doc.kids(cur, "mark")):
        fitting = [s for s in taking if s.voice is not None]
    if to:
        fitting.sort(key=lambda s: not s.infinitive)
    if spliced:  # as in "Norway wants it, Sweden wants it": two clauses side by side, unless the second says the first
        fitting = [s for s in fitting if s.voice is not None]
    return fitting[0] if fitting else None


def _subjunctive(doc: Document, t: Token) -> bool:
    """As in "demanded that Israel leave", "recommended that they should": no form that tells of what is."""
    if not any(k.lower == "that" for k in doc.kids(t, "mark")):
        return False
    if auxiliaries := doc.kids(t, "aux", "auxpass"):
        return any(k.lower in {"should", "must"} for k in auxiliaries) or auxiliaries[0].lower == "be"
    one = any(s.tag in {"NN", "NNP"} and not doc.kids(s, "conj") for s in doc.kids(t, "nsubj"))
    return t.tag == "VB" or (t.tag == "VBP" and one)


def _apply(doc: Document, s: Signature, up: Token, walk: _Walk, lexicon: Lexicon) -> None:
    no = _negated_cue(doc, up)
    walk.note(up, s.id + (" (negated)" if no else ""))
    effect = s.negated if no else _affirmed(doc, s, up, walk)
    walk.makes(effect)
    walk.would = walk.would and effect is not Reality.POSSIBLE  # "hoped that they would": no plan of anybody's
    if s.voice is not None:
        stance = Stance.DOUBTS if no and s.voice is not Stance.ASKS else s.voice
        if stance is Stance.ASKS and walk.out_of_reach:
            stance = Stance.ASSERTS  # what is said along with a demand is not itself demanded
        walk.opens(Cue(up, stance, speakers_of(doc, up), s.id, no))
    else:
        _own_modality(doc, up, walk, lexicon)


def _affirmed(doc: Document, s: Signature, up: Token, walk: _Walk) -> Reality | None:
    """What an affirmed word makes of its content, by its own tense and by whether the content is still to come."""
    if s.future is not None and (walk.would or walk.reality is Reality.PLANNED):
        walk.would = False
        return s.future
    verb = up if up.pos in {"VERB", "AUX"} else doc.head(up)
    present = verb.tag in {"VBZ", "VBP"} and not any(k.tag == "VBD" for k in doc.kids(verb, "aux"))
    return s.present if present and s.present is not None else s.makes


def _negated_cue(doc: Document, up: Token) -> bool:
    if up.pos in {"VERB", "AUX"}:
        return negated(doc, up)
    if up.pos == "ADJ":
        return negated(doc, doc.head(up)) or negated(doc, up)
    return any(k.lower == "no" for k in doc.kids(up, "det"))


def _own_modality(doc: Document, up: Token, walk: _Walk, lexicon: Lexicon) -> None:
    """An operator that is itself only possible or planned passes that on."""
    own = local_of(doc, up if up.pos in {"VERB", "AUX"} else doc.head(up), lexicon)
    if own.negated and commanded(doc, up):
        walk.makes(Reality.POSSIBLE)  # "do not hesitate to call": nobody has called yet
    if own.reality in {Reality.POSSIBLE, Reality.PLANNED}:
        walk.makes(own.reality)
        walk.would = walk.would or own.would
    _fired_voices(walk, own.fired)


def _fired_voices(walk: _Walk, fired: tuple[tuple[Token, Signature], ...]) -> None:
    _fired(walk, tuple((w, s) for w, s in fired if s.voice is not None))


def _plain(doc: Document, cur: Token, up: Token, kind: str, walk: _Walk, lexicon: Lexicon, t: Token) -> None:
    """A word above that is in no list."""
    if cur.dep == "conj":
        return
    if poser := posture(doc, cur, up):
        walk.note(up, "posture")
        walk.opens(Cue(up, Stance.ASSERTS, poser, "posture"))
    if cur.dep == "advcl":
        _adverbial(doc, cur, walk, lexicon)
    elif cur.dep in {"relcl", "acl"} or (kind == "clause" and up.pos not in {"VERB", "AUX", "ADJ"}):
        if _infinitive(doc, cur) and not _ranked(doc, up):
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
    elif kind == "clause":
        if _infinitive(doc, cur):
            walk.makes(Reality.DID_NOT_HAPPEN if too_much(doc, up) else Reality.POSSIBLE)
            walk.note(cur, "infinitive")
        elif cur.dep == "csubj":
            _still_to_come(doc, up, cur, walk, lexicon)
    elif up.pos in {"VERB", "AUX"} and cur.i == t.i and (kind in _MEANS or _lends(cur, up)):
        own = local_of(doc, up, lexicon)
        if own.negated and local_of(doc, t, lexicon).negated:
            own = replace(own, reality=Reality.HAPPENED)  # "made no offer" is one negation, met at both words
        if own.reality is not Reality.ONGOING:
            walk.makes(own.reality if own.reality is not Reality.HAPPENED else None)
        walk.would = walk.would or own.would
        _fired_voices(walk, own.fired)
    else:
        walk.out_of_reach = True


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
    return cur.dep == "acl" and cur.tag in {"VBN", "VBG"} and up.dep == "dobj" and doc.head(up).lemma in _PERCEIVED


def _infinitive(doc: Document, t: Token) -> bool:
    return any(k.tag == "TO" for k in doc.kids(t, "aux"))


def _ranked(doc: Document, noun: Token) -> bool:
    """As in "the first country to recognise it", "the only ones to leave": they did."""
    return noun.lower in _RANKS or any(k.lower in _RANKS for k in doc.kids(noun, "amod", "nummod", "det"))


def _lends(cur: Token, up: Token) -> bool:
    """Whether a verb's tense and negation are its noun's: "held no talks", "talks will take place"."""
    if cur.dep in {"dobj", "nsubjpass"} and (up.lemma in LIGHT or up.lemma in _HAS or up.lemma in UNDERGONE):
        return True
    return cur.dep == "nsubj" and up.lemma in _HAPPENS


def _adverbial(doc: Document, cur: Token, walk: _Walk, lexicon: Lexicon) -> None:
    marks = {k.lower for k in doc.kids(cur, "mark", "advmod")}
    if {"so", "that"} <= marks and walk.reality is Reality.ONGOING:
        walk.makes(Reality.POSSIBLE)
        walk.note(cur, "purpose")
    elif marks & _IF or inverted(doc, cur):
        walk.makes(Reality.POSSIBLE)
        walk.note(cur, "condition")
    elif _infinitive(doc, cur):
        walk.makes(Reality.POSSIBLE)
        walk.note(cur, "purpose")
    elif (marks & _WHEN and walk.reality is Reality.ONGOING) or _goes_along(doc, cur, marks):
        _still_to_come(doc, doc.head(cur), cur, walk, lexicon)
    walk.out_of_reach = True


def _goes_along(doc: Document, cur: Token, marks: set[str]) -> bool:
    """As in "will leave, taking the arms": a participle with nothing before it that tells of another time."""
    return cur.tag == "VBG" and not marks and not doc.kids(cur, "aux", "nsubj")


def _still_to_come(doc: Document, main: Token, cur: Token, walk: _Walk, lexicon: Lexicon) -> None:
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
    above = doc.head(verb)
    return _ahead(doc, above, lexicon) if verb.dep in {"ccomp", "xcomp"} and verb.tag == "VB" else None


def _sentence_cues(doc: Document, verb: Token, t: Token, walk: _Walk, lexicon: Lexicon) -> None:
    """The voices set beside a verb's clause."""
    for word, stance, speakers, rule in beside(doc, verb, t, lexicon):
        walk.note(word, rule)
        walk.opens(Cue(word, stance, speakers, rule))
