"""What came of talks: the wordings of results, and which talk or which sides each is told of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parley.reading.assemble import Context
from parley.reading.coding.arguments import Arguments
from parley.reading.coding.predication import predication
from parley.reading.coding.talk_grammar import VERBS, top_of
from parley.reading.coding.talk_mentions import TalkMention
from parley.reading.coding.talk_prospects import REAL
from parley.reading.coding.talkbook import ResultWording, Talkbook
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import frame_of, is_passive
from parley.terms.enums import Outcome, Reality, Stance

_PRONOUNS = frozenset({"it", "they", "these", "this", "which", "that"})
SIDES = frozenset({"they", "side", "party", "delegation", "two", "both", "rival", "participant", "neither", "foe"})
_UNSURE = frozenset({Stance.DENIES, Stance.ASKS, Stance.ALLEGES, Stance.DOUBTS})
_BACK = 2
"""How many sentences back the talk may lie of which a result is told."""


@dataclass(frozen=True, slots=True)
class Result:
    """An outcome told at a word: of a mention (by the start of its word), or of sides that are named or meant."""

    word: Token
    wording: ResultWording
    outcome: Outcome
    mention: int | None
    sides: tuple[str, ...]


def talk_results(
    doc: Document, at: Context, args: Arguments, book: Talkbook, mentions: Sequence[TalkMention]
) -> tuple[Result, ...]:
    """All results of talks that a report tells, in the order of the words."""
    if not mentions:
        return ()
    return tuple(r for t in book.results.met(doc) for r in _results(doc, t, at, args, book, mentions))


def _results(
    doc: Document, t: Token, at: Context, args: Arguments, book: Talkbook, mentions: Sequence[TalkMention]
) -> Iterator[Result]:
    found = [wording for _, wording in book.results.fitting(doc, t)]
    for wording in sorted(found, key=lambda w: not w.subjects):
        if not _fits(doc, t, wording):
            continue
        outcome = _outcome(doc, t, wording, at)
        if outcome is None or outcome is Outcome.UNKNOWN:
            continue
        target = _target(doc, t, wording, args, mentions)
        if target is not None:
            yield Result(t, wording, outcome, *target)
            return


def _fits(doc: Document, t: Token, w: ResultWording) -> bool:
    frame = frame_of(doc, t)
    if w.objects:
        after = [o for _, objects in frame.preps for o in objects]
        lemmas = {x.lemma for o in (*frame.objects, *after) for x in (o, *doc.kids(o, "conj"))}
        if not lemmas & w.objects:
            return False
    if w.subjects and not any(_phrase(doc, s) & w.subjects for s in doc.kids(t, "nsubj", "nsubjpass")):
        return False
    if w.of == "modifier":
        return t.dep == "amod"
    return not (w.not_about and {x.lemma for x in doc.subtree(t)} & w.not_about) and t.dep not in {"amod", "compound"}


def _phrase(doc: Document, s: Token) -> set[str]:
    return {s.lower, *(f"{k.lower} {s.lemma}" for k in doc.kids(s, "det"))}


def _outcome(doc: Document, t: Token, w: ResultWording, at: Context) -> Outcome | None:
    """The outcome as told: its contrary where it is negated, none where it is only hoped for or denied."""
    if w.of == "modifier":
        return w.outcome
    bearer = t if t.pos in VERBS else doc.head(t)
    made = at.commitment(bearer if bearer.pos in VERBS else t)
    if any(c.stance in _UNSURE or not c.speakers for c in made.cues):
        return None
    if w.settled:
        told = made.reality in REAL or (made.reality is Reality.DID_NOT_HAPPEN and not doc.kids(t, "neg"))
        return w.outcome if told or t.pos not in VERBS else None
    if made.reality in REAL:
        return w.outcome
    return w.negated if made.reality is Reality.DID_NOT_HAPPEN else None


def _target(
    doc: Document, t: Token, w: ResultWording, args: Arguments, mentions: Sequence[TalkMention]
) -> tuple[int | None, tuple[str, ...]] | None:
    match w.of:
        case "modifier":
            up = doc.head(t)
            return next(((m.fired[0].start, ()) for m in mentions if up.i in {m.head.i, top_of(doc, m.head).i}), None)
        case "object":
            done_to = {o.i for o in frame_of(doc, t).objects}
            return next(((m.fired[0].start, ()) for m in mentions if done_to & {m.head.i, top_of(doc, m.head).i}), None)
        case "scene":
            return _in_scene(doc, t, mentions)
        case "sides":
            return _sides(doc, t, args, mentions)
        case "either":
            return _as_subject(doc, t, mentions) or _sides(doc, t, args, mentions)
    return _as_subject(doc, t, mentions)


def _as_subject(doc: Document, t: Token, mentions: Sequence[TalkMention]) -> tuple[int | None, tuple[str, ...]] | None:
    """The talk that stands as the subject, or that a pronoun there points back to."""
    subjects = list(predication(doc, t).subjects)
    if t.pos == "NOUN":
        subjects += frame_of(doc, t).after("of", "in")
    if is_passive(doc, t):
        subjects += frame_of(doc, t).objects
    for s in (x for own in subjects for x in (own, *doc.kids(own, "appos"))):
        for m in mentions:
            if s.i in {m.head.i, top_of(doc, m.head).i} and m.head.pos not in VERBS:
                return m.fired[0].start, ()
        if s.tag == "WDT" and t.dep == "relcl" and not _of_talk(doc, doc.head(t), mentions):
            continue  # "dealt with a ship that foundered": the ship did
        if s.lower in _PRONOUNS:
            before = [
                m for m in mentions if m.head.i < t.i and t.sentence - m.head.sentence <= 1 and m.head.pos not in VERBS
            ]
            if before and (s.lower not in {"which", "that"} or before[-1].head.sentence == t.sentence):
                return before[-1].fired[0].start, ()
    return None


def _of_talk(doc: Document, t: Token, mentions: Sequence[TalkMention]) -> bool:
    return any(t.i in {m.head.i, top_of(doc, m.head).i} for m in mentions)


def _in_scene(doc: Document, t: Token, mentions: Sequence[TalkMention]) -> tuple[int | None, tuple[str, ...]] | None:
    """The last talk told of before, in the same sentence or, for a sentence of its own, in the ones before."""
    if t.pos not in VERBS and (t.dep != "pobj" or doc.head(t).lower != "without"):
        return None
    back = _BACK if t.pos in VERBS else 0
    before = [m for m in mentions if m.head.i < t.i and t.sentence - m.head.sentence <= back]
    return (before[-1].fired[0].start, ()) if before else None


def _sides(
    doc: Document, t: Token, args: Arguments, mentions: Sequence[TalkMention]
) -> tuple[int | None, tuple[str, ...]] | None:
    """The sides that stand as the subject; for a deed without doer, the talk of the same sentence."""
    frame = frame_of(doc, t)
    actors = args.who.of_all(frame.subjects)
    if len(actors) > 1:
        return None, actors
    if any(s.lemma in SIDES or s.lower in SIDES for s in frame.subjects):
        return None, ()
    if not frame.subjects and frame.passive:
        return _in_scene(doc, t, mentions)
    return None
