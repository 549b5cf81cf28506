"""Denials by their object: a claim that is rejected is denied, a request that is denied is turned down."""

from __future__ import annotations

from collections.abc import Iterator

from parley.reading.commitment.fitting import particle_of
from parley.reading.commitment.signatures import Lexicon, Signature
from parley.reading.document import Document, Token
from parley.terms.enums import Reality, Stance

_TURNED_DOWN = frozenset({
    "request", "demand", "appeal", "plea", "application", "bid", "permission", "petition", "offer", "proposal",
    "access", "entry", "right", "call", "visa", "aid", "asylum", "chance", "opportunity", "bail", "passage",
    "food", "help",
})  # fmt: skip
CLAIMS = frozenset({
    "claim", "assertion", "allegation", "accusation", "charge", "report", "rumour", "rumor", "suggestion",
    "contention", "account", "insinuation", "version", "finding",
})  # fmt: skip
"""Nouns for what somebody says."""
POINTING = frozenset({"it", "this", "that", "all", "them", "these"})
"""Words that point to what was said before."""
_DENIABLE = CLAIMS | {
    "suspicion", "story", "theory", "notion", "idea", "speculation", "narrative", "statement", "complaint", "gossip",
    "tale", "involvement", "responsibility", "wrongdoing",
}  # fmt: skip
"""Nouns that one denies by rejecting them."""
_CALLING = frozenset({"call", "label", "brand", "term", "describe", "dub", "condemn", "denounce", "deride", "decry"})
_FALSE = frozenset({
    "false", "untrue", "absurd", "baseless", "groundless", "unfounded", "fabricated", "nonsense", "ridiculous", "lie",
    "lies", "fiction", "propaganda", "fake", "wrong", "ludicrous", "invented", "slander", "preposterous", "rubbish",
    "fabrication", "falsehood", "invention", "hoax", "hype", "disinformation", "laughable", "risible", "farcical",
    "libel", "smear", "calumny", "nonsensical", "fanciful", "bogus", "fantasy", "canard", "concoction", "bunk",
    "garbage", "myth", "forgery", "joke", "slanderous", "libellous", "libelous", "mendacious", "phantasm", "hogwash",
})  # fmt: skip
_FINDINGS = frozenset({"conclusion", "figure", "verdict", "assessment"})
_REJECTING = frozenset({"reject", "dismiss", "refuse", "spurn"})
_ANYTHING = frozenset({"deny", "disown", "disavow", "disclaim", "repudiate", "refute", "rebut", "negate"})
"""Verbs that deny whatever they take; others ("contest", "dispute") a claim only: an election is merely contested."""
_REFUSAL = Signature("refused", frozenset({"noun"}), None, Reality.DID_NOT_HAPPEN, None)


def turned_down(doc: Document, verb: Token, noun: Token, s: Signature | None, lexicon: Lexicon) -> Signature | None:
    """What a verb does to the noun that it takes, where the noun decides whether it denies or turns down."""
    if noun.lemma in _DENIABLE:
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
        if t.pos == "VERB":
            yield from ((t, noun) for noun in (*_denied(doc, t, lexicon), *_called_false(doc, t)))


def denied_by(doc: Document, t: Token) -> bool:
    """Whether a verb denies what it takes, and does nothing else: "rejected these findings", "dismissed it as hype"."""
    return any(
        o.lemma in _DENIABLE | _FINDINGS or o.lower in POINTING
        for o in doc.kids(t, "dobj", "nsubjpass")
        if t.lemma in _REJECTING
    )


def _denied(doc: Document, t: Token, lexicon: Lexicon) -> Iterator[Token]:
    if denial_by(t, lexicon, particle_of(doc, t)) is None or _refuses_somebody(doc, t):
        return
    after = (o for p in doc.kids(t, "prep") if p.lower == "at" for o in doc.kids(p, "pobj"))
    if disputes_its_noun(doc, t, lexicon):
        yield doc.head(t)
    for noun in (*doc.kids(t, "dobj", "nsubjpass"), *after):
        plain = noun.pos in {"NOUN", "PRON"} and noun.tag != "WDT" and noun.lemma not in _TURNED_DOWN
        if noun.lemma in _DENIABLE or (plain and t.lemma in _ANYTHING):
            yield noun


def disputes_its_noun(doc: Document, t: Token, lexicon: Lexicon) -> bool:
    """As in "a claim that residents dispute": the claim is what is disputed, and the disputing no part of it."""
    if t.dep not in {"relcl", "acl"} or doc.head(t).lemma not in _DENIABLE or not doc.kids(t, "nsubj"):
        return False
    things = doc.kids(t, "dobj", "ccomp", "xcomp")
    return all(k.tag == "WDT" for k in things) and denial_by(t, lexicon) is not None


def called_false(doc: Document, t: Token) -> bool:
    """As in "called *that* a lie", "dismissed it as false": what was said before is called untrue."""
    if t.lemma not in _CALLING:
        return False
    below = [k for k in doc.subtree(t) if k.i > t.i]
    nearby = {t.i, *(k.i for k in doc.kids(t))}
    pointed = next((k for k in below if k.lower in POINTING and k.head in nearby), None)
    return pointed is not None and any(k.lower in _FALSE and k.head in nearby and k.i > pointed.i for k in below)


def called_false_aside(doc: Document, t: Token) -> bool:
    """As in "…, which Norway *calls* laughable", "a claim that Norway *called* absurd": it says that it is untrue."""
    below = doc.subtree(t) if t.lemma in _CALLING else []
    return any(k.lower in _FALSE and k.i > t.i for k in below)


def _called_false(doc: Document, t: Token) -> Iterator[Token]:
    """As in "called the allegation absurd", "described the report as baseless"."""
    if t.lemma not in _CALLING:
        return
    below = [k for k in doc.subtree(t) if k.i > t.i]
    noun = next((k for k in below if k.lemma in _DENIABLE and k.head in {t.i, *(b.i for b in doc.kids(t))}), None)
    if noun is not None and any(k.lower in _FALSE and k.i > noun.i for k in below):
        yield noun
