"""Denials and confirmations of what was said before: "Islamabad denied the claims"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parley.reading.assemble import Context
from parley.reading.coding.arguments import Arguments
from parley.reading.coding.talk_episodes import Sides
from parley.reading.commitment.denying import CLAIMS, POINTING, called_false, denial_by
from parley.reading.commitment.fitting import particle_of
from parley.reading.commitment.local import negated
from parley.reading.commitment.signatures import lexicon
from parley.reading.commitment.speaking import speakers_of
from parley.reading.document import Document, Token
from parley.terms.bodies import Event, Tie
from parley.terms.enums import Form, Root, Stance
from parley.terms.statement import Proposal
from parley.terms.values import REPORT, Voice

_DENY = frozenset({"deny", "reject", "dismiss", "refute", "dispute", "rebut", "repudiate", "disown", "contest"})
"""Verbs that deny even what is only pointed to: to shrug *it* off denies nothing."""
_CONFIRM = frozenset({"confirm", "acknowledge", "corroborate", "admit", "verify"})
_SAID = CLAIMS | {
    "story", "narrative", "statement", "figure", "conclusion",
    "involvement", "responsibility", "wrongdoing", "role", "part", "complicity", "guilt", "knowledge",
}  # fmt: skip
_BACK = 2
"""How many sentences back a denial may look for what it denies."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Somebody denies or confirms something said before; `words` is the verb."""

    words: Token
    speakers: tuple[str, ...]
    stance: Stance


def answered(doc: Document, at: Context, args: Arguments, proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """The same proposals, with the voices of those who deny or confirm them elsewhere in the report."""
    heard: dict[str, list[Voice]] = {}
    for answer in _answers(doc, args):
        for p in _meant(doc, answer, proposals, args):
            heard.setdefault(p.id, []).extend(voices_by(at, doc, answer, p))
    return tuple(replace(p, voices=(*p.voices, *heard[p.id])) if p.id in heard else p for p in proposals)


def _answers(doc: Document, args: Arguments) -> Iterator[Answer]:
    for t in doc.tokens:
        stance = _stance(doc, t) if t.pos == "VERB" and not negated(doc, t) else None
        if stance is None:
            continue
        said = _SAID | POINTING if t.lemma in _DENY | _CONFIRM else _SAID
        objects = [o for o in doc.kids(t, "dobj", "nsubjpass") if o.lemma in said or o.lower in said]
        bare = not doc.kids(t, "dobj", "nsubjpass", "ccomp", "xcomp", "pcomp")
        pointed = objects and not any(doc.kids(o, "acl", "relcl", "prep") for o in objects)
        if pointed or (bare and t.lemma == "deny") or called_false(doc, t):
            speakers = args.who.of_all(speakers_of(doc, t))
            if speakers:
                yield Answer(t, speakers, stance)


def _stance(doc: Document, t: Token) -> Stance | None:
    if denies(doc, t) or called_false(doc, t):
        return Stance.DENIES
    return Stance.ASSERTS if t.lemma in _CONFIRM else None


def denies(doc: Document, t: Token) -> bool:
    """Whether a verb, with its particle, is one of those that deny: "denied", "brushed aside"."""
    return denial_by(t, lexicon(), particle_of(doc, t)) is not None


def _meant(doc: Document, answer: Answer, proposals: Sequence[Proposal], args: Arguments) -> list[Proposal]:
    """What is answered: what others say of whoever answers, in the latest sentence that says any, else the last claim.

    A claim is an event that somebody else than the report tells and that is not itself an act of speech; the
    denier's own claims are not what it denies. A sentence in which it does something that is told by no claim of
    its own leaves open what is answered, and then nothing is; nor is an older claim answered where something that
    no claim was made of has been said since: of whoever answers, or, where the claim is of others, of anybody.
    Whoever has just been accused answers that, and nothing that was said before.
    """
    first = _accused_at(doc, answer, proposals)
    claimed = [p for p in proposals if _is_claim(p, answer) and first <= p.head.start < answer.words.start]
    by_sentence = [near for back in range(_BACK + 1) if (near := _of_sentence(doc, answer, claimed, back))]
    sides = Sides(args.cast)
    for near in by_sentence:
        own = [p for p in near if is_of(p, answer, sides)]
        if own:
            since = _said_since(doc, answer, own)
            return [] if any(_names(doc, t, answer, sides, args) for t in since) else with_joined(doc, own, near)
    if not by_sentence or _acts_in(doc, answer, by_sentence[0][0], sides, args):
        return []
    last = max(by_sentence[0], key=lambda p: p.head.start)
    return [] if _said_since(doc, answer, [last]) else [last]


def _accused_at(doc: Document, answer: Answer, proposals: Sequence[Proposal]) -> int:
    """Where the sentence begins in which whoever answers was last accused; 0 for nowhere."""
    acts = ((p.head.start, p.body) for p in proposals if isinstance(p.body, Event))
    of_it = [at for at, e in acts if e.type is Root.ACCUSE and set(e.recipients) & set(answer.speakers)]
    before = [at for at in of_it if at < answer.words.start]
    return doc.sentences[sentence_at(doc, max(before))].start if before else 0


def sentence_at(doc: Document, start: int) -> int:
    """The number of the sentence in which a place of the text lies."""
    return bisect_right(doc.sentences, start, key=lambda s: s.start) - 1


def _said_since(doc: Document, answer: Answer, claims: Sequence[Proposal]) -> list[Token]:
    """The verbs that tell something in a clause of theirs, between the sentences of some claims and their answer."""
    last = max(p.head.start for p in claims)
    told = doc.sentences[sentence_at(doc, last)]
    between = (t for t in doc.tokens[told.last : answer.words.i] if t.pos == "VERB" and doc.kids(t, "ccomp"))
    return [t for t in between if lexicon().tells(t.lemma)]


def _names(doc: Document, telling: Token, answer: Answer, sides: Sides, args: Arguments) -> bool:
    """Whether what is told is also of whoever answers."""
    inside = (t for c in doc.kids(telling, "ccomp") for t in doc.subtree(c))
    return any(sides.one(a, s) for a in args.who.of_all(tuple(inside)) for s in answer.speakers)


def _of_sentence(doc: Document, answer: Answer, claimed: Sequence[Proposal], back: int) -> list[Proposal]:
    """The claims of the sentence that many before the answer's own."""
    n = doc.sentence_of(answer.words).index - back
    if n < 0:
        return []
    at = doc.sentences[n]
    return [p for p in claimed if at.start <= p.head.start < at.end]


def is_of(p: Proposal, answer: Answer, sides: Sides) -> bool:
    """Whether an event or tie is about whoever answers, or about those for whom it speaks."""
    match p.body:
        case Event(actors=one, recipients=other) | Tie(from_=one, to=other):
            return any(sides.one(a, s) for a in (*one, *other) for s in answer.speakers)
    return False


def with_joined(doc: Document, meant: list[Proposal], near: Sequence[Proposal]) -> list[Proposal]:
    """What is meant with what is told in one breath: "had shot down a plane *and captured the pilot*"."""
    first = {_first_of(doc, p.head.start) for p in meant}
    alike = {p.reality for p in meant}
    return [p for p in near if p in meant or (p.reality in alike and _first_of(doc, p.head.start) in first)]


def _first_of(doc: Document, start: int) -> int:
    """The first of the verbs that a word is joined to, or the word itself, as a token's number."""
    t = doc.word_at(start)
    while t.dep == "conj" and t.pos == "VERB" and doc.head(t).pos == "VERB" and not doc.kids(t, "nsubj", "nsubjpass"):
        t = doc.head(t)
    return t.i


def _acts_in(doc: Document, answer: Answer, claim: Proposal, sides: Sides, args: Arguments) -> bool:
    """Whether whoever answers is the subject of a verb in a claim's sentence, before it answers."""
    at = doc.sentences[sentence_at(doc, claim.head.start)]
    before = (t for t in doc.words(at) if t.start < answer.words.start)
    doers = [t for t in before if t.dep in {"nsubj", "nsubjpass"} and t.head != answer.words.i]
    return any(sides.one(a, s) for t in doers for a in args.who.of_all((t,)) for s in answer.speakers)


def _is_claim(p: Proposal, answer: Answer) -> bool:
    if p.form is not Form.EVENT or not isinstance(p.body, Event):
        return False
    tellers = {v.who for v in p.voices if v.stance in {Stance.ASSERTS, Stance.ALLEGES}}
    own = tellers & set(answer.speakers)
    return REPORT not in tellers and bool(tellers) and not own and p.body.type is not Root.ACCUSE


def voices_by(at: Context, doc: Document, answer: Answer, p: Proposal) -> list[Voice]:
    """The voices of an answer that a proposal does not have yet."""
    t = answer.words
    known = {(v.who, v.stance) for v in p.voices}
    quote = t.span.of(doc.text)
    said = (Voice(at.report, s, answer.stance, (), quote, t.start, t.end) for s in answer.speakers)
    return [v for v in said if (v.who, v.stance) not in known]
