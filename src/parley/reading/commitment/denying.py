"""Denials by their object: a claim that is rejected is denied, a request that is denied is turned down."""

from __future__ import annotations

from collections.abc import Iterator

from parley.reading.commitment.signatures import Lexicon, Signature
from parley.reading.document import Document, Token
from parley.terms.enums import Reality, Stance

_TURNED_DOWN = frozenset({
    "request", "demand", "appeal", "plea", "application", "bid", "permission", "petition", "offer", "proposal",
    "access", "entry", "right", "call", "visa", "aid", "asylum", "chance", "opportunity", "bail", "passage",
    "food", "help",
})  # fmt: skip
_CLAIMS = frozenset({
    "claim", "assertion", "allegation", "accusation", "charge", "report", "rumour", "rumor", "suggestion", "suspicion",
    "contention", "account", "story", "insinuation", "theory", "notion", "idea", "speculation", "narrative", "version",
    "statement", "complaint", "gossip", "tale", "involvement", "responsibility", "wrongdoing",
})  # fmt: skip
"""Nouns that one denies by rejecting them."""
_ANYTHING = frozenset({"deny", "disown", "disavow", "disclaim", "repudiate", "refute", "rebut", "negate"})
"""Verbs that deny whatever they take; others ("contest", "dispute") a claim only: an election is merely contested."""
_REFUSAL = Signature("refused", frozenset({"noun"}), None, Reality.DID_NOT_HAPPEN, None)


def turned_down(doc: Document, verb: Token, noun: Token, s: Signature | None, lexicon: Lexicon) -> Signature | None:
    """What a verb does to the noun that it takes, where the noun decides whether it denies or turns down."""
    if noun.lemma in _CLAIMS:
        return denial_by(verb, lexicon) or s
    if s is None or s.voice is not Stance.DENIES:
        return s
    if noun.lemma in _TURNED_DOWN or _refuses_somebody(doc, verb):
        return _REFUSAL  # "denied a request to leave": no claim is denied
    return s if verb.lemma in _ANYTHING else None


def _refuses_somebody(doc: Document, verb: Token) -> bool:
    """As in "denied the envoy a visa", "was denied a visa", "denied himself everything"."""
    things = doc.kids(verb, "dobj")
    if doc.kids(verb, "dative") or any(k.lower.endswith(("self", "selves")) for k in things):
        return True
    return bool(things) and bool(doc.kids(verb, "nsubjpass"))


def denial_by(verb: Token, lexicon: Lexicon, particle: str = "") -> Signature | None:
    """The signature by which a verb denies, if there is one."""
    words = (f"{verb.lemma} {particle}", verb.lemma) if particle else (verb.lemma,)
    return next((s for w in words for s in lexicon.of("verb", w) if s.voice is Stance.DENIES), None)


def denied_things(doc: Document, lexicon: Lexicon) -> Iterator[tuple[Token, Token]]:
    """Each verb that denies a thing told by a noun alone, with the noun: "denied the charges", "rejected the claim"."""
    for t in doc.tokens:
        if t.pos != "VERB":
            continue
        particle = next((k.lower for k in doc.kids(t, "prt", "advmod") if k.dep == "prt" or k.tag == "RP"), "")
        s = denial_by(t, lexicon, particle)
        if s is None or _refuses_somebody(doc, t):
            continue
        after = (o for p in doc.kids(t, "prep") if p.lower == "at" for o in doc.kids(p, "pobj"))
        for noun in (*doc.kids(t, "dobj", "nsubjpass"), *after):
            plain = noun.pos in {"NOUN", "PRON"} and noun.lemma not in _TURNED_DOWN
            if noun.lemma in _CLAIMS or (plain and t.lemma in _ANYTHING):
                yield t, noun
