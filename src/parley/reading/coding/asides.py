"""Denials in an aside: "Rwanda is arming the rebels, *a charge that Kigali denies*", "…, *which Kigali denies*"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parley.reading.assemble import Context
from parley.reading.coding.arguments import Arguments
from parley.reading.coding.denials import Answer, denies, is_of, voices_by, with_joined
from parley.reading.coding.talk_episodes import Sides
from parley.reading.commitment.denying import CLAIMS, called_false_aside
from parley.reading.commitment.local import negated
from parley.reading.commitment.speaking import speakers_of
from parley.reading.document import Document, Token
from parley.terms.bodies import Event, Tie
from parley.terms.enums import Root, Stance
from parley.terms.statement import Proposal
from parley.terms.values import Voice

_CHARGES = CLAIMS | {"verdict", "something"}
_APART = frozenset({",", "-", "–", "—", "(", "--"})


def disputed(doc: Document, at: Context, args: Arguments, proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """The same events or ties, with the voice of who denies them in an aside of their own sentence.

    What the report tells in its own voice is so contested, and no fact: its writer calls it a charge.
    """
    heard = {p.id: voices for a, end in _asides(doc, args) for p, voices in _denied(doc, at, args, a, end, proposals)}
    return tuple(replace(p, voices=(*p.voices, *heard[p.id])) if p.id in heard else p for p in proposals)


def _asides(doc: Document, args: Arguments) -> Iterator[tuple[Answer, Token]]:
    """Each denial in an aside, with the word at which the aside begins."""
    for t in doc.tokens:
        if t.pos != "VERB" or negated(doc, t) or not (denies(doc, t) or called_false_aside(doc, t)):
            continue
        if t.dep not in {"relcl", "acl"} and _which(doc, t) is None:
            continue
        begins = _begins(doc, t)
        speakers = args.who.of_all(speakers_of(doc, t)) if begins is not None else ()
        if begins is not None and speakers:
            yield Answer(t, speakers, Stance.DENIES), begins


def _begins(doc: Document, verb: Token) -> Token | None:
    """The first word of an aside: of the noun for a charge that its verb denies, or the "which" that it does."""
    noun, which = doc.head(verb), _which(doc, verb)
    charge = noun.lemma in _CHARGES and not any(k.i != verb.i for k in doc.kids(noun, "acl", "poss"))
    if which is None and not charge:
        return None
    first = which if which is not None and not charge else doc.subtree(noun)[0]
    apart = first.i > doc.sentence_of(first).first and doc.tokens[first.i - 1].text in _APART
    return first if apart else None


def _which(doc: Document, verb: Token) -> Token | None:
    """The "which" that a verb denies, or calls something."""
    taken = [*doc.kids(verb, "dobj"), *(k for c in doc.kids(verb, "ccomp", "oprd") for k in doc.kids(c, "nsubj"))]
    return next((k for k in taken if k.lower == "which"), None)


def _denied(
    doc: Document, at: Context, args: Arguments, answer: Answer, end: Token, proposals: Sequence[Proposal]
) -> list[tuple[Proposal, list[Voice]]]:
    """What the sentence tells before the aside of whoever denies, else the last that it tells; never who accused."""
    s, sides = doc.sentence_of(end), Sides(args.cast)
    before = [p for p in proposals if s.start <= p.head.start < end.start and _may_be_denied(p)]
    own = with_joined(doc, [p for p in before if is_of(p, answer, sides)], before)
    meant = own or sorted(before, key=lambda p: p.head.start)[-1:]
    return [(p, voices_by(at, doc, answer, p)) for p in meant]


def _may_be_denied(p: Proposal) -> bool:
    return isinstance(p.body, Tie) or (isinstance(p.body, Event) and p.body.type is not Root.ACCUSE)
