"""Denials and confirmations of what was said before: "Islamabad denied the claims"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parley.reading.assemble import Context
from parley.reading.coding.arguments import Arguments
from parley.reading.commitment.calculus import speakers_of
from parley.reading.commitment.local import negated
from parley.reading.document import Document, Token
from parley.terms.bodies import Event
from parley.terms.enums import Form, Root, Stance
from parley.terms.statement import Proposal
from parley.terms.values import REPORT, Voice

_DENY = frozenset({"deny", "reject", "dismiss", "refute", "dispute", "rebut", "repudiate", "disown", "contest"})
_CONFIRM = frozenset({"confirm", "acknowledge", "corroborate", "admit", "verify"})
_SAID = frozenset({
    "claim", "accusation", "allegation", "charge", "report", "assertion", "suggestion", "rumour", "rumor", "story",
    "involvement", "responsibility", "it", "this", "that", "all", "them", "these",
    "insinuation", "wrongdoing", "statement",
})  # fmt: skip
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
        for p in _meant(doc, answer, proposals):
            heard.setdefault(p.id, []).extend(_voices(at, doc, answer, p))
    return tuple(replace(p, voices=(*p.voices, *heard[p.id])) if p.id in heard else p for p in proposals)


def _answers(doc: Document, args: Arguments) -> Iterator[Answer]:
    for t in doc.tokens:
        if t.pos != "VERB" or t.lemma not in _DENY | _CONFIRM or negated(doc, t):
            continue
        objects = [o for o in doc.kids(t, "dobj", "nsubjpass") if o.lemma in _SAID or o.lower in _SAID]
        bare = not doc.kids(t, "dobj", "nsubjpass", "ccomp", "xcomp", "pcomp")
        if (objects and not any(doc.kids(o, "acl", "relcl", "prep") for o in objects)) or (bare and t.lemma == "deny"):
            stance = Stance.DENIES if t.lemma in _DENY else Stance.ASSERTS
            speakers = args.who.of_all(speakers_of(doc, t))
            if speakers:
                yield Answer(t, speakers, stance)


def _meant(doc: Document, answer: Answer, proposals: Sequence[Proposal]) -> list[Proposal]:
    """What is answered: the nearest things claimed before, of the latest sentence that has any.

    A claim is an event that somebody else than the report tells and that is not itself an act of speech; the
    denier's own claims are not what it denies.
    """
    here = answer.words
    sentence = doc.sentence_of(here).index
    claimed = [p for p in proposals if _is_claim(p, answer) and p.head.start < here.start]
    for back in range(_BACK + 1):
        if sentence - back < 0:
            break
        at = doc.sentences[sentence - back]
        near = [p for p in claimed if at.start <= p.head.start < at.end]
        if near:
            return near
    return []


def _is_claim(p: Proposal, answer: Answer) -> bool:
    if p.form is not Form.EVENT or not isinstance(p.body, Event):
        return False
    tellers = {v.who for v in p.voices if v.stance in {Stance.ASSERTS, Stance.ALLEGES}}
    own = tellers & set(answer.speakers)
    return REPORT not in tellers and bool(tellers) and not own and p.body.type is not Root.ACCUSE


def _voices(at: Context, doc: Document, answer: Answer, p: Proposal) -> list[Voice]:
    t = answer.words
    known = {(v.who, v.stance) for v in p.voices}
    quote = t.span.of(doc.text)
    said = (Voice(at.report, s, answer.stance, (), quote, t.start, t.end) for s in answer.speakers)
    return [v for v in said if (v.who, v.stance) not in known]
