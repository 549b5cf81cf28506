"""Composes the embedding words on the way from a predicate up to its sentence's root.

Going outward, each word either opens a voice or changes the reality of what it embeds. The reality is
that which the innermost voice presents: what lies outside that voice no longer touches it.
A reality operator reaches its own content only: not a noun that the content is merely about
("plans to answer the attack"), nor a relative clause within it. A voice reaches everything below it.
"""

from __future__ import annotations

from dataclasses import replace

from parley.reading.commitment.adjuncts import opens_with, remarks_on_it, under
from parley.reading.commitment.beside import beside
from parley.reading.commitment.denying import disputes_its_noun, turned_down
from parley.reading.commitment.failing import came_to_nothing
from parley.reading.commitment.fitting import (
    PARTICLES,
    infinitive,
    kind_of,
    negated_cue,
    negated_place,
    of_its_object,
    own_doing,
    signature_of,
    told_of,
    unsaid,
)
from parley.reading.commitment.local import local_of
from parley.reading.commitment.moods import bare_infinitive, commanded
from parley.reading.commitment.signatures import Lexicon, Signature
from parley.reading.commitment.speaking import speakers_of
from parley.reading.commitment.unlisted import still_to_come, unlisted
from parley.reading.commitment.unreal import left_open, passed_over, polar_question, too_much, unfulfilled
from parley.reading.commitment.walk import Commitment, Cue, Walk, fire, fire_voices
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import CEASING
from parley.terms.enums import Reality, Stance

__all__ = ["Commitment", "Cue", "commit"]
_TOLD = frozenset({Reality.HAPPENED, Reality.ONGOING})
_BY = frozenset({"before", "after", "until", "till", "upon", "on", "while", "by", "when", "in"})
_LIKELY = frozenset({"likely", "probable", "possible", "conceivable"})


def commit(doc: Document, t: Token, lexicon: Lexicon) -> Commitment:
    """The reality and voices of the predicate headed by a token."""
    local = local_of(doc, t, lexicon)
    walk = Walk(local.reality, local.would)
    fire(walk, local.fired)
    if local.negated:
        walk.note(t, "negated")
    if (made := opens_with(doc, t)) is not None:
        walk.makes(made)
    _sentence_cues(doc, t, t, walk, lexicon)
    cur, prep, against = t, "", False
    for up in doc.path_up(t):
        if up.pos == "ADP" or (cur.dep in {"pobj", "pcomp"} and up.dep in {"prep", "agent", "dative"}):
            if cur.dep in {"pobj", "pcomp", "prep"} and (made := under(doc, up)) is not None:
                walk.makes(made)
                walk.note(up, "without" if made is Reality.DID_NOT_HAPPEN else "depends")
            elif up.lower in _BY and cur.dep == "pcomp":
                still_to_come(doc, doc.head(up), cur, walk, lexicon)
            fire_voices(walk, tuple((k, s) for k in doc.kids(up, "advmod") for s in lexicon.of("adv", k.lower)[:1]))
            prep = prep if cur.pos == "ADP" and prep else up.lower
            against = against or negated_place(doc, up) or (cur.pos == "ADP" and negated_place(doc, up, cur))
            cur = up
            continue
        if prep and cur.pos == "ADP" and up.dep == "advmod" and up.lower in PARTICLES:
            cur = up  # "stopped *short* of an attack": the preposition is the verb's, by way of its particle
            continue
        if remarks_on_it(doc, cur, up):
            break
        _step(doc, cur, up, prep, walk, lexicon, t, against)
        cur, prep, against = up, "", False
    _settle(doc, t, walk)
    return Commitment(walk.reality, tuple(walk.cues), tuple(walk.trace))


def _settle(doc: Document, t: Token, walk: Walk) -> None:
    """Set what holds once the root is reached: a form that nothing above made so may be no more than meant."""
    if walk.would and walk.reality is Reality.POSSIBLE and walk.cues:
        walk.reality = Reality.PLANNED
    if walk.reality in _TOLD and not walk.brought_about and bare_infinitive(doc, t):
        headline = t.dep == "ROOT" and bool(doc.kids(t, "nsubj", "nsubjpass"))  # "Norway to send troops"
        walk.reality = Reality.PLANNED if headline else Reality.POSSIBLE
        walk.note(t, "bare infinitive")
    if walk.reality in _TOLD and not walk.cues and any(k.lower == "any" for k in doc.kids(t, "det")):
        walk.reality = Reality.POSSIBLE
        walk.note(t, "any")
    if walk.reality in _TOLD and not walk.cues and not walk.in_relative and polar_question(doc, t):
        walk.reality = Reality.UNKNOWN
        walk.note(t, "question")


def _step(
    doc: Document, cur: Token, up: Token, prep: str, walk: Walk, lexicon: Lexicon, t: Token, against: bool
) -> None:
    kind = "" if disputes_its_noun(doc, cur, lexicon) else kind_of(doc, cur, prep)
    if left_open(doc, cur) or passed_over(doc, up, kind, t, lexicon):
        walk.makes(Reality.UNKNOWN)
        walk.note(cur, "left-open")
    up = told_of(doc, cur, up, kind, lexicon)
    pos = {"VERB": "verb", "AUX": "verb", "ADJ": "adj"}.get(up.pos, "noun")
    s = None if own_doing(doc, cur, up, t) else signature_of(doc, lexicon, pos, up, kind, cur)
    if s is not None and kind == "clause" and infinitive(doc, cur) and too_much(doc, up):
        s = None
    if s is None and prep and up.pos == "VERB":
        s = of_its_object(doc, lexicon, up, kind, cur)
    if s is not None and unfulfilled(doc, cur, up):
        s = replace(s, makes=Reality.DID_NOT_HAPPEN)
    if kind == "noun" and pos == "verb":
        s = None if cur.lemma in CEASING and cur.i != t.i else turned_down(doc, up, cur, s, lexicon)
    by_the_way = walk.in_participle and kind == "noun" and s is not None and s.voice is not Stance.DENIES
    if s is not None and (by_the_way or (walk.in_relative and kind != "clause")):
        walk.note(up, f"{s.id} (not through a relative clause)")
    elif s is not None:
        if s.future is Reality.THREATENED and any(k.pos == "PROPN" for k in doc.kids(cur, "nsubj")):
            s = replace(s, future=Reality.POSSIBLE)  # "warned that Norway would attack": what others may do
        _apply(doc, s, up, walk, lexicon, against)
    else:
        if cur.dep == "attr" and up.lemma == "be":
            _own_modality(doc, up, walk, lexicon)  # "it may be an attack", "is probably the work of rebels attacking"
            if any(k.lower in _LIKELY for k in doc.kids(up, "acomp")):
                walk.makes(Reality.POSSIBLE)  # "is more likely the work of rebels attacking"
        unlisted(doc, cur, up, kind, walk, lexicon, t)
    walk.shielded = walk.shielded or lexicon.shields(pos, up.lemma, kind)
    if kind == "clause" and up.pos == "NOUN" and came_to_nothing(doc, up):
        walk.makes(Reality.DID_NOT_HAPPEN)
        walk.note(up, "came to nothing")
    if up.pos in {"VERB", "AUX"}:
        _sentence_cues(doc, up, t, walk, lexicon)


def _apply(doc: Document, s: Signature, up: Token, walk: Walk, lexicon: Lexicon, against: bool) -> None:
    no = against or negated_cue(doc, up) or (s.voice is not None and unsaid(doc, up, lexicon))
    walk.note(up, s.id + (" (negated)" if no else ""))
    effect = s.negated if no else _affirmed(doc, s, up, walk)
    walk.brought_about = walk.brought_about or (s.voice is None and effect in {None, *_TOLD})
    walk.makes(effect)
    walk.left_open = effect is Reality.DID_NOT_HAPPEN and s.negated is Reality.POSSIBLE
    if s.voice is not None and effect is Reality.PLANNED and local_of(doc, up, lexicon).reality is Reality.POSSIBLE:
        walk.makes(Reality.POSSIBLE)  # "may have agreed to the meeting"
    walk.would = walk.would and effect is not Reality.POSSIBLE  # "hoped that they would": no plan of anybody's
    if s.voice is Stance.ASKS and (walk.in_relative or _not_yet_asked(doc, up, lexicon)):
        return
    if no and s.voice is not None and walk.in_relative:
        return  # "has not said whether he will return to the town, which he fled": nobody doubts that he fled
    if s.voice is not None:
        stance = Stance.DOUBTS if no and s.voice is not Stance.ASKS else s.voice
        if stance is Stance.ASKS and walk.out_of_reach:
            stance = Stance.ASSERTS  # what is said along with a demand is not itself demanded
        walk.opens(Cue(up, stance, speakers_of(doc, up), s.id, no))
    else:
        _own_modality(doc, up, walk, lexicon)


def _not_yet_asked(doc: Document, up: Token, lexicon: Lexicon) -> bool:
    """As in "Sweden should urge them to leave": nobody has asked, so nobody is heard."""
    return up.pos == "VERB" and local_of(doc, up, lexicon).reality is Reality.POSSIBLE and not commanded(doc, up)


def _affirmed(doc: Document, s: Signature, up: Token, walk: Walk) -> Reality | None:
    """What an affirmed word makes of its content, by its own tense and by whether the content is still to come."""
    if s.future is not None and (walk.would or walk.reality is Reality.PLANNED):
        walk.would = False
        return s.future
    verb = up if up.pos in {"VERB", "AUX"} else doc.head(up)
    present = verb.tag in {"VBZ", "VBP"} and not any(k.tag == "VBD" for k in doc.kids(verb, "aux"))
    return s.present if present and s.present is not None else s.makes


def _own_modality(doc: Document, up: Token, walk: Walk, lexicon: Lexicon) -> None:
    """An operator that is itself only possible or planned passes that on."""
    own = local_of(doc, up if up.pos in {"VERB", "AUX"} else doc.head(up), lexicon)
    if own.negated and commanded(doc, up):
        walk.makes(Reality.POSSIBLE)  # "do not hesitate to call": nobody has called yet
    if own.would and walk.reality is Reality.DID_NOT_HAPPEN:
        walk.note(up, "would")  # "said that there would be no talks": none are planned
    elif own.reality in {Reality.POSSIBLE, Reality.PLANNED}:
        walk.makes(own.reality)
        walk.would = walk.would or own.would
    fire_voices(walk, own.fired)


def _sentence_cues(doc: Document, verb: Token, t: Token, walk: Walk, lexicon: Lexicon) -> None:
    """The voices set beside a verb's clause."""
    for word, stance, speakers, rule in beside(doc, verb, t, lexicon):
        walk.note(word, rule)
        walk.opens(Cue(word, stance, speakers, rule))
