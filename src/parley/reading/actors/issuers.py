"""Who speaks in a text of a party's own: "we" of a communiqué, the heads of state of an organisation."""

from __future__ import annotations

from collections.abc import Container

from parley.reading.actors.cast import Cast, Found
from parley.reading.actors.nearest import COLLECTIVE, is_of
from parley.reading.document import Document, Token
from parley.reading.predicates.texts import writers
from parley.terms.enums import ActorType, How

_DECLARES = frozenset({
    "announce", "declare", "condemn", "call", "affirm", "inform", "state", "reject", "salute", "denounce", "express",
    "reiterate", "warn", "urge", "welcome", "appeal", "proclaim", "remind", "reaffirm", "deplore", "claim", "confirm",
    "wish", "thank", "congratulate", "address", "note", "deny", "demand", "regret", "undertake", "pledge",
})  # fmt: skip
_OPENING = 2
"""Sentences in which a text of a party's own says whose it is."""
_ISSUE = frozenset({
    ActorType.ARMED_GROUP, ActorType.PARTY, ActorType.ORGANISATION, ActorType.IGO, ActorType.GOVERNMENT,
})  # fmt: skip
"""What issues texts in the first person; of a state a newspaper too says in the present what it does."""


def issuer(doc: Document, cast: Cast, quoted: Container[int]) -> tuple[str, ...]:
    """Who says "we" outside the quotations; () where nothing tells: most reports have a writer, and no issuer.

    As in "We, the Front, declare", "The Front announces to the nation …", "Communiqué of the Front".
    """
    for t in doc.tokens:
        if t.lower == "we" and t.i not in quoted:
            beside = next((f for k in doc.kids(t, "appos") if (f := cast.by_head.get(k.i))), None)
            if beside is not None and is_of(cast, beside, COLLECTIVE):
                return beside.actors
    for s in doc.sentences[:_OPENING]:
        for t in doc.tokens[s.first : s.last]:
            found = _declares(doc, cast, t) or _headed(doc, cast, t)
            if found is not None and t.i not in quoted and len(found.actors) == 1 and is_of(cast, found, _ISSUE):
                return found.actors
    return ()


def _declares(doc: Document, cast: Cast, t: Token) -> Found | None:
    if t.dep != "ROOT" or t.lemma not in _DECLARES or t.tag not in {"VBZ", "VBP"}:
        return None
    return next((f for s in doc.kids(t, "nsubj") if (f := cast.by_head.get(s.i))), None)


def _headed(doc: Document, cast: Cast, t: Token) -> Found | None:
    """As in "Communiqué of the Front": whose the text is, where its name stands for a sentence."""
    behind = writers(doc, t) if t.dep == "ROOT" else ()
    return next((f for o in behind if (f := cast.by_head.get(o.i))), None)


def heads_of_state(doc: Document, cast: Cast, t: Token) -> bool:
    """Note of "the Heads of State and Government of the African Union" the organisation; whether there was one."""
    if t.lower != "heads" or [w.lower for w in doc.tokens[t.i + 1 : t.i + 3]] != ["of", "state"]:
        return False
    bodies = [f for w in doc.subtree(t) if w.i > t.i and (f := cast.by_head.get(w.i)) and f.how is not How.PRONOUN]
    whole = next((f for f in bodies if {cast.type_of(a) for a in f.actors} == {ActorType.IGO}), None)
    if whole is not None:
        cast.add(Found(t.i, t.i + 1, t.i, whole.actors, How.DESCRIPTION))
    return whole is not None
