"""What a predicate's own words say of its reality: negation, auxiliaries, tense, adverbs, modifiers."""

from __future__ import annotations

from dataclasses import dataclass

from parley.reading.commitment.moods import about_to, commanded, meant_as_is, scheduled
from parley.reading.commitment.signatures import Lexicon, Signature
from parley.reading.commitment.unreal import all_but, inverted
from parley.reading.document import Document, Token
from parley.terms.enums import Reality

_NONE = frozenset({"no", "neither", "none", "nobody", "nothing", "little"})
_NOT = frozenset({"not", "n't", "nt"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})
_ADVERBS = frozenset({"advmod", "npadvmod"})
_PRESENT = frozenset({"VBZ", "VBP"})
_DEADLINES = frozenset({"end", "year", "month", "week", "day", "spring", "summer", "autumn", "winter", "deadline"})
_UNLESS = frozenset({"until", "unless", "if", "lest"})
_NO_MORE = (("no", "longer"), ("no", "more"))


@dataclass(frozen=True, slots=True)
class Local:
    """A predicate by itself: its reality, whether it is negated, whether only "would" makes it so, and what fired."""

    reality: Reality
    negated: bool
    would: bool
    fired: tuple[tuple[Token, Signature], ...]


def local_of(doc: Document, t: Token, lexicon: Lexicon) -> Local:
    """The reality of a predicate by its own words alone."""
    return _verb(doc, t, lexicon) if t.pos in {"VERB", "AUX"} else _noun(doc, t, lexicon)


def negated(doc: Document, t: Token) -> bool:
    """Whether a verb, or the verb that an adjective or noun completes, is negated by its own words."""
    kids = doc.kids(t)
    if any(k.dep == "neg" or k.lower in _NOT for k in kids):
        return True
    for k in kids:
        if k.dep in _ARGUMENTS and (
            k.lower in _NONE or any(d.lower in _NONE for d in doc.kids(k, "det", "preconj", "cc"))
        ):
            return True
        if k.dep in {"nsubj", "nsubjpass"} and _not_one(doc, k):
            return True
        if k.lower == "longer" and k.dep in _ADVERBS and any(x.lower == "no" for x in doc.kids(k)):
            return True
    return False


def _not_one(doc: Document, subject: Token) -> bool:
    """As in "*not one* soldier had crossed", "not a single one has"."""
    counts = doc.kids(subject, "nummod", "det", "amod")
    first = min((k.i for k in counts), default=subject.i)
    one = any(k.lower in {"one", "single"} for k in (*counts, subject))
    return one and first > 0 and any(doc.tokens[i].lower == "not" for i in (first, first - 1))


def _verb(doc: Document, t: Token, lexicon: Lexicon) -> Local:
    fired: list[tuple[Token, Signature]] = []
    for k in doc.kids(t, "aux", "advmod", "neg", "preconj"):
        pos = "aux" if k.dep == "aux" else "adv"
        if pos == "adv" or not meant_as_is(doc, t, k):
            fired.extend((k, s) for s in lexicon.of(pos, k.lower)[:1])
    if t.dep == "conj" and not doc.kids(t, "aux", "nsubj") and doc.head(t).pos == "VERB":
        fired.extend(f for f in _verb(doc, doc.head(t), lexicon).fired if f[0].dep == "aux")
    would = any(s.id == "would" for _, s in fired)
    reality = Reality.POSSIBLE if commanded(doc, t) else _tense(doc, t)
    for _, s in fired:
        if s.makes is not None:
            reality = compose(s.makes, reality)
    if reality is Reality.PLANNED and (_on_condition(doc, t) or inverted(doc, t)):
        reality = Reality.POSSIBLE
    no = negated(doc, t) or _shared_negation(doc, t) or all_but(doc, t)
    if no:
        reality = flip(reality) if reality in {Reality.HAPPENED, Reality.ONGOING} else Reality.DID_NOT_HAPPEN
    return Local(reality, no, would, tuple(fired))


def _on_condition(doc: Document, t: Token) -> bool:
    """As in "if he stays, they will attack": what comes only if something else does is possible."""
    clauses = doc.kids(t, "advcl")
    return any(k.lower in {"if", "unless", "should"} for c in clauses for k in doc.kids(c, "mark", "aux", "advmod"))


def _shared_negation(doc: Document, t: Token) -> bool:
    """As in "did not attack or kill": the second is negated with the first; "nor" negates what it joins."""
    if t.dep == "conj" and any(k.lower == "nor" and k.i < t.i for k in doc.kids(doc.head(t), "cc")):
        return True
    if t.dep != "conj" or doc.kids(t, "nsubj", "aux"):
        return False
    up = doc.head(t)
    return up.pos == "VERB" and negated(doc, up) and any(k.lower in {"or", "nor"} for k in doc.kids(up, "cc"))


def _tense(doc: Document, t: Token) -> Reality:
    auxiliaries = doc.kids(t, "aux", "auxpass")
    if about_to(doc, t):
        return Reality.PLANNED
    if t.tag in _PRESENT and t.dep != "advcl" and any(k.lower in _UNLESS for k in doc.kids(t, "mark")):
        return Reality.POSSIBLE  # "until they leave we stay", where the parser takes it for the main clause
    if auxiliaries and all(meant_as_is(doc, t, k) for k in auxiliaries):
        return Reality.ONGOING
    if t.tag == "VBG" and any(a.lemma == "be" and a.tag != "VBD" for a in auxiliaries):
        return Reality.ONGOING
    if t.tag in _PRESENT and not auxiliaries:
        return Reality.PLANNED if _by_deadline(doc, t) or scheduled(doc, t) else Reality.ONGOING
    return Reality.HAPPENED


def _by_deadline(doc: Document, t: Token) -> bool:
    """As in the terms of a deal: "the rebels surrender their arms *by the end of the year*"."""
    until = (o for p in doc.kids(t, "prep") if p.lower in {"by", "within"} for o in doc.kids(p, "pobj"))
    return any(o.ent == "DATE" or o.lemma in _DEADLINES for o in until)


def _noun(doc: Document, t: Token, lexicon: Lexicon) -> Local:
    reality = Reality.HAPPENED
    modifiers = ((k, k.lower) for k in doc.kids(t, "amod", "compound", "advmod"))
    fired = [(k, s) for k, word in (*modifiers, *_joined(doc, t)) for s in lexicon.of("mod", word)[:1]]
    for _, s in fired:
        if s.makes is not None:
            reality = compose(s.makes, reality)
    no = any(k.lower in _NONE for k in doc.kids(t, "det", "neg"))
    if not no and _set_against(doc, t) and reality is Reality.HAPPENED:
        reality = Reality.UNKNOWN
    return Local(flip(reality) if no else reality, no, False, tuple(fired))


def _joined(doc: Document, t: Token) -> list[tuple[Token, str]]:
    """Modifiers with a hyphen, which are three tokens: "a would-be attack", "the non-existent talks"."""
    before = doc.tokens[max(doc.sentence_of(t).first, t.i - 5) : t.i]
    threes = zip(before, before[1:], before[2:], strict=False)
    return [
        (c, f"{a.lower}-{c.lower}") for a, b, c in threes if b.text == "-" and a.end == b.start and b.end == c.start
    ]


def _set_against(doc: Document, t: Token) -> bool:
    """As in "peace, not *war*", "but not its *attack*": whether it took place is not told."""
    own = any(k.lower in _NOT for k in doc.kids(t, "neg", "advmod", "cc"))
    up = doc.head(t)
    beside = t.dep in {"appos", "conj"} and any(k.lower in _NOT and k.i == t.i - 1 for k in doc.kids(up, "neg"))
    return own or beside


def flip(reality: Reality) -> Reality:
    """The reality of a negated predicate.

    >>> flip(Reality.HAPPENED).value, flip(Reality.DID_NOT_HAPPEN).value
    ('did-not-happen', 'happened')
    """
    return Reality.HAPPENED if reality is Reality.DID_NOT_HAPPEN else Reality.DID_NOT_HAPPEN


def compose(outer: Reality | None, inner: Reality) -> Reality:
    """What an embedding word makes of the reality of what it embeds; None leaves it.

    >>> compose(Reality.DID_NOT_HAPPEN, Reality.DID_NOT_HAPPEN).value, compose(Reality.POSSIBLE, Reality.PLANNED).value
    ('happened', 'possible')
    """
    if outer is None:
        return inner
    if outer is Reality.DID_NOT_HAPPEN:
        return flip(inner)
    if inner is Reality.DID_NOT_HAPPEN and outer in {Reality.PLANNED, Reality.THREATENED}:
        return inner
    if inner is Reality.POSSIBLE and outer is Reality.PLANNED:
        return inner
    return outer
