"""A coded act, and one act that is told by its noun and by what it did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from parley.reading.document import Document, Token
from parley.reading.predicates.frames import Frame, subjects_of
from parley.terms.bodies import Event
from parley.terms.enums import Root

_TOLL = frozenset({"claim", "leave", "cost", "take"})
"""Verbs that tell whom an attack hit, and are no act of their own."""


@dataclass(frozen=True, slots=True)
class Coded:
    """An event at a head word; `rule` is the entry that coded it."""

    head: Token
    event: Event
    rule: str
    frame: Frame


def toll_joined(doc: Document, found: Mapping[int, Coded]) -> dict[int, Coded]:
    """Acts by head word, each told once: of "the clashes left 12 dead" the clashes, of "the raid killed Hess" both."""
    return {i: c for i, c in found.items() if not (_toll(c) and any(_attack(found, s) for s in _told_of(doc, c.head)))}


def _toll(c: Coded) -> bool:
    return c.event.type is Root.ASSAULT and c.head.pos == "VERB" and c.head.lemma in _TOLL and not c.event.actors


def _attack(found: Mapping[int, Coded], t: Token) -> bool:
    return t.i in found and found[t.i].event.type is Root.ASSAULT and t.pos == "NOUN"


def _told_of(doc: Document, verb: Token) -> tuple[Token, ...]:
    """What did it: the verb's subject, or that of the clause on which it hangs."""
    return subjects_of(doc, verb) or (subjects_of(doc, doc.head(verb)) if verb.dep in {"advcl", "conj"} else ())
