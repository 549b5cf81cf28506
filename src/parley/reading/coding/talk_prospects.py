"""Whether a talk took place: what is only planned, proposed, refused or called off never counts as held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.reading.assemble import Context
from parley.reading.coding.talk_grammar import VERBS, Clause, top_of
from parley.reading.coding.talk_parts import HOLDS
from parley.reading.coding.talkbook import ProspectWording, Talkbook
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import LIGHT
from parley.terms.enums import Outcome, Reality, Stance

REAL = frozenset({Reality.HAPPENED, Reality.ONGOING})
_BEFORE = frozenset({"before", "ahead", "until", "pending", "toward", "towards"})
_AFTER = frozenset({"after", "since", "following", "from", "object", "passive", "subject"})
_ON_THE_WAY = frozenset({"arrive", "fly", "head", "leave", "depart", "go", "come", "set", "send", "dispatch"})
_TRYING = frozenset({"try", "attempt", "strive", "endeavour", "endeavor"})
_ENDED_SO = frozenset({"failure", "collapse", "breakdown", "breakup", "break-up"})
"""Nouns of an ending: talks whose failure is told were held."""
_NOTHING = frozenset({"nowhere", "nothing", "naught", "little"})
"""Words by which a verb says what came of a talk, not that it was not held: "went nowhere"."""
_ASKED = "left-open"
_SPOKEN_OF = frozenset({"about", "on", "regarding", "concerning", "of", "to", "for", "as", "like", "than", "against"})
_OF_OUTCOME = {
    Outcome.PLANNED: Reality.PLANNED,
    Outcome.POSSIBLE: Reality.POSSIBLE,
    Outcome.REFUSED: Reality.DID_NOT_HAPPEN,
    Outcome.CANCELLED: Reality.DID_NOT_HAPPEN,
    Outcome.DID_NOT_HAPPEN: Reality.DID_NOT_HAPPEN,
}
OF_REALITY = {
    Reality.PLANNED: Outcome.PLANNED,
    Reality.POSSIBLE: Outcome.POSSIBLE,
    Reality.THREATENED: Outcome.POSSIBLE,
    Reality.DID_NOT_HAPPEN: Outcome.DID_NOT_HAPPEN,
}
"""The outcome of a talk that did not take place, or has not yet."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a talk took place. `outcome` is unknown for one that did; `judged` the word that decides on voices.

    `word` and `wording` are what made it a prospect, where an entry of the codebook did.
    """

    reality: Reality
    outcome: Outcome
    judged: Token
    word: Token | None = None
    wording: ProspectWording | None = None


def standing_of_noun(
    doc: Document, at: Context, t: Token, main: Clause | None, has_part: bool, definite: bool, book: Talkbook
) -> Standing | None:
    """Whether the talk that a noun names took place; None where it is merely spoken of.

    `has_part` says that the verb of the main clause gives its doer a part in the talk.
    """
    asked = list(_words_over_noun(doc, t, main, has_part))
    for word in asked:
        found = _prospect(doc, word, main if word is asked[0] else None, at, book)
        if found is not None:
            return None if found.wording is None else found
    if main is not None and has_part:
        return _plain(at, main.verb)
    if main is not None and main.place == "subject":
        return _as_subject(at, t, main)
    if main is not None and main.place == "for" and _is_there(doc, main.verb):
        there = _plain(at, main.verb)
        return Standing(there.reality, Outcome.ONGOING if there.reality in REAL else there.outcome, main.verb)
    if main is not None and main.place in _BEFORE:
        return Standing(Reality.PLANNED, Outcome.PLANNED, t)
    made = _plain(at, t)
    if main is not None and main.place not in _AFTER and made.reality in REAL:
        outer = at.commitment(main.verb).reality
        if outer in {Reality.PLANNED, Reality.POSSIBLE} or _is_to(doc, main.verb):
            return Standing(
                Reality.PLANNED if _is_to(doc, main.verb) else outer, OF_REALITY.get(outer, Outcome.PLANNED), main.verb
            )
    if made.reality not in REAL or main is None or definite:
        return made
    if main.place == "for" and main.verb.lemma in _ON_THE_WAY:
        return Standing(Reality.PLANNED, Outcome.PLANNED, main.verb)
    spoken = main.place in _SPOKEN_OF and not (
        main.place == "for" and main.verb.lemma in {"visit", "travel", "meet", "host"}
    )
    return None if spoken or (main.place in {"object", "passive"} and not _lends(at, t, main)) else made


def _is_there(doc: Document, verb: Token) -> bool:
    """As in "is in Klow for the meeting"."""
    return verb.lemma == "be" and not doc.kids(verb, "acomp", "attr")


def _lends(at: Context, t: Token, main: Clause) -> bool:
    return bool(at.commitment(t).trace) or main.verb.lemma in LIGHT | HOLDS


def standing_of_verb(
    doc: Document, at: Context, verb: Token, book: Talkbook, mediating: bool = False
) -> Standing | None:
    """Whether the talk that a verb tells of took place; who tried to mediate made an attempt, whatever came of it."""
    for word in _words_over_verb(doc, verb):
        if mediating and word.lemma in _TRYING and at.commitment(word).reality in REAL:
            return Standing(at.commitment(word).reality, Outcome.UNKNOWN, word)
        found = _prospect(doc, word, None, at, book)
        if found is not None:
            return None if found.wording is None else found
    return _plain(at, verb)


def _plain(at: Context, t: Token) -> Standing:
    """As a word itself is told; what a report only asks ("whether they will meet") may be."""
    made = at.commitment(t)
    reality = made.reality
    if reality in REAL and _is_to(at.doc, t):
        reality = Reality.PLANNED
    if reality is Reality.UNKNOWN and any(x.rule == _ASKED for x in made.trace):
        reality = Reality.POSSIBLE
    return Standing(reality, OF_REALITY.get(reality, Outcome.UNKNOWN), t)


def _is_to(doc: Document, t: Token) -> bool:
    """As in the headline "Leaders to open talks", and "the two are to meet"."""
    if t.pos not in VERBS or not any(k.tag == "TO" for k in doc.kids(t, "aux")):
        return False
    return t.dep in {"ROOT", "relcl", "acl"} or (t.dep == "xcomp" and doc.head(t).lemma == "be")


def _as_subject(at: Context, t: Token, main: Clause) -> Standing:
    if top_of(at.doc, t).lemma in _ENDED_SO or any(k.lower in _NOTHING for k in at.doc.kids(main.verb)):
        return Standing(Reality.HAPPENED, Outcome.UNKNOWN, main.verb)
    own = _plain(at, t)
    verb = at.commitment(main.verb).reality
    if own.reality in REAL and verb is Reality.PLANNED:
        return Standing(Reality.PLANNED, Outcome.PLANNED, main.verb)
    return Standing(own.reality, own.outcome, main.verb if own.reality in REAL else t)


def _words_over_noun(doc: Document, t: Token, main: Clause | None, has_part: bool) -> Iterator[Token]:
    """The words that may make a noun's talk a prospect, its own governor first."""
    if main is not None and main.place != "subject":
        yield main.verb
    top = top_of(doc, t)
    yield from (k for n in {t.i: t, top.i: top}.values() for k in doc.kids(n, "amod"))
    above = doc.head(doc.head(top)) if top.dep == "pobj" else top
    if above.pos == "NOUN" and above.i != top.i:
        yield above
    if main is not None and has_part:
        yield from _words_over_verb(doc, main.verb)


def _words_over_verb(doc: Document, verb: Token) -> Iterator[Token]:
    """The words whose content a verb is: "refused to meet", "agreed to hold", "a refusal to meet"."""
    for _ in range(4):
        up = doc.head(verb)
        if up.i == verb.i:
            return
        if verb.dep == "conj" and up.pos in VERBS and not doc.kids(verb, "nsubj"):
            verb = up
            continue
        if verb.dep == "pcomp":
            up = doc.head(up)
        to = any(k.tag == "TO" for k in doc.kids(verb, "aux"))
        if verb.dep not in {"xcomp", "acl", "pcomp"} and not (
            verb.dep == "ccomp" and (to or up.lemma in {"propose", "suggest"})
        ):
            return
        yield up
        verb = up


def _prospect(doc: Document, word: Token, main: Clause | None, at: Context, book: Talkbook) -> Standing | None:
    """What a word makes of the talk below it; a standing without wording where it says nothing after all."""
    for words, wording in book.prospects.fitting(doc, word):
        if not _takes(word, words, main) or (word.dep != "amod" and word.pos == "ADJ"):
            continue
        if word.pos not in VERBS or word.dep == "amod":
            return Standing(_OF_OUTCOME[wording.outcome], wording.outcome, word, word, wording)
        return _under_verb(word, wording, at)
    return None


def _takes(word: Token, words: tuple[str, ...], main: Clause | None) -> bool:
    """Whether a talk at its place is what the word is about: "agreed to talks", not "agreed on a price after talks"."""
    if main is None or main.verb.i != word.i or main.place in {"object", "passive"}:
        return True
    return main.place in words


def _under_verb(verb: Token, wording: ProspectWording, at: Context) -> Standing:
    made = at.commitment(verb)
    outcome: Outcome | None = wording.outcome
    if any(c.stance is Stance.DENIES for c in made.cues):
        outcome = None
    elif made.reality is Reality.DID_NOT_HAPPEN:
        outcome = wording.negated
    elif made.reality not in REAL and outcome not in {Outcome.PLANNED, Outcome.POSSIBLE}:
        outcome = Outcome.POSSIBLE
    if outcome is None:
        return Standing(Reality.UNKNOWN, Outcome.UNKNOWN, verb)
    return Standing(_OF_OUTCOME[outcome], outcome, verb, verb, wording)
