"""Mends what is joined by "and" or "or" where the small parser joined it to the wrong verb."""

from __future__ import annotations

from dataclasses import replace

from parley.reading.commitment.signatures import Lexicon
from parley.reading.document import Document, Token
from parley.reading.mending_sayings import SAID

_WANTING = frozenset({"want", "like", "need", "prefer", "see"})


def or_so_said(doc: Document, t: Token, lexicon: Lexicon) -> dict[int, Token]:
    """As in "Norway has left, or so Sweden claims": the claim holds the clause before it."""
    told = doc.head(t)
    if t.dep != "conj" or t.pos != "VERB" or not any(k.lower == "so" and k.i < t.i for k in doc.kids(t, "advmod")):
        return {}
    either = any(k.lower == "or" and told.i < k.i < t.i for k in doc.kids(told, "cc"))
    has_it = t.lemma == "have" and any(k.lower == "it" for k in doc.kids(t, "dobj"))
    if not either or not (has_it or lexicon.tells(t.lemma)):
        return {}
    top = t.i if told.head == told.i else told.head
    return {t.i: replace(t, head=top, dep=told.dep), told.i: replace(told, head=t.i, dep="ccomp")}


def said_and_did(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "said that they are leaving and pledged to return": a past tense goes on with the saying."""
    other = doc.head(t)
    if t.dep != "conj" or t.tag != "VBD" or other.tag not in {"VBG", "VB"} or doc.kids(t, "aux", "nsubj", "nsubjpass"):
        return {}
    said = doc.head(other)
    past = other.dep in {"ccomp", "xcomp", "advcl"} and said.tag == "VBD" and said.i < other.i
    return {t.i: replace(t, head=said.i)} if past else {}


def done_past_the_saying(doc: Document, t: Token, lexicon: Lexicon) -> dict[int, Token]:
    """As in "police raided the office, its editor said, and *carried* off files": they did, and not the editor."""
    said = doc.head(t)
    if t.dep != "conj" or said.lower not in SAID or doc.kids(t, "nsubj", "nsubjpass") or lexicon.tells(t.lemma):
        return {}
    aside = said.dep == "parataxis" and doc.head(said).i < said.i
    told = [doc.head(said)] if aside else [k for k in doc.kids(said, "ccomp") if k.i < said.i]
    before = doc.tokens[max(0, t.i - 2) : t.i]
    apart = [k.lower for k in before] in ([",", "and"], [",", "but"])
    return {t.i: replace(t, head=told[0].i)} if told and apart else {}


def says_and_vows(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "Norway says it has left and vows to return": a present tense beside a perfect goes on with the saying."""
    other = doc.head(t)
    if t.dep != "conj" or t.tag != "VBZ" or other.tag == "VBZ" or doc.kids(t, "aux", "nsubj", "nsubjpass"):
        return {}
    said = doc.head(other)
    joined = other.dep == "ccomp" and said.tag == "VBZ" and said.i < other.i
    own = joined and not any(k.tag == "VBZ" for k in doc.kids(other, "aux") if t.lemma in {"be", "have"})
    return {t.i: replace(t, head=said.i)} if own else {}


def wanted_done(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "wants the Front disbanded and its fighters *merged* with the army": both are wanted, and neither done.

    Only of a wanting in the present, which no past tense goes on from.
    """
    wanting = doc.head(t)
    done = (k for k in doc.kids(wanting, "ccomp") if k.i < t.i and k.tag == "VBN")
    wanted = [k for k in done if not doc.kids(k, "aux", "auxpass")]
    if t.dep != "conj" or t.tag not in {"VBD", "VBN"} or wanting.lemma not in _WANTING or wanting.tag == "VBD":
        return {}
    if not wanted or not doc.kids(t, "nsubj", "nsubjpass") or doc.kids(t, "aux", "auxpass", "dobj"):
        return {}
    return {t.i: replace(t, head=wanted[-1].i)}


def accused_of_each(doc: Document, t: Token, lexicon: Lexicon) -> dict[int, Token]:
    """As in "accusing Norway of holding towns and *refusing* to leave": Norway refuses, and who accuses does not."""
    accusing = doc.head(t)
    if t.dep != "conj" or t.tag != "VBG" or lexicon.tells(t.lemma):
        return {}
    if not lexicon.tells(accusing.lemma, "of"):
        return {}
    held = [g for p in doc.kids(accusing, "prep") if p.lower == "of" for g in doc.kids(p, "pcomp") if g.i < t.i]
    return {t.i: replace(t, head=held[-1].i)} if held else {}
