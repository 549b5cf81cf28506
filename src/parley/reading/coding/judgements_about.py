"""What a judgement is about: its words, and the words that it turns on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from parley.reading.coding.predication import VERBAL
from parley.reading.coding.wording import phrase_text
from parley.reading.document import Document, Token

_LEADING = frozenset(
    {"that", "whether", "if", "because", "as", "although", "though", "while", "since", "when", "after", "before", "so"}
)
_VAGUE = frozenset({"thing", "nothing", "something", "everything", "anything", "one"})
_MARKS = frozenset({"whether", "if"})


@dataclass(frozen=True, slots=True)
class Matter:
    """What is judged: the word that it turns on and its words, in the report's order."""

    head: Token
    text: str


def noun(doc: Document, t: Token) -> Matter | None:
    """A thing; None for a pronoun, of which nobody could tell what it is. A relative pronoun is what it stands for."""
    if t.tag in {"WDT", "WP"}:
        before = next((doc.head(up) for up in doc.path_up(t) if up.dep == "relcl"), None)
        return noun(doc, before) if before is not None else None
    if t.lower in {"it", "they"}:
        before = _told_before(doc, t)
        return Matter(before, phrase_text(doc, before)) if before is not None else None
    if t.pos in {"PRON", "DET", "NUM", "ADV"} or t.lemma in _VAGUE:
        return None
    return Matter(t, phrase_text(doc, t))


def _told_before(doc: Document, t: Token) -> Token | None:
    """As in "whatever the talks failed to bring, they benefit X": the thing that the clause before is about."""
    clauses = (k for k in doc.kids(doc.head(t), "advcl") if k.i < t.i)
    found = [s for k in clauses for s in doc.kids(k, "nsubj", "nsubjpass") if s.pos == "NOUN"]
    return found[0] if len(found) == 1 and (found[0].tag == "NNS") is (t.lower == "they") else None


def clause(doc: Document, t: Token, leaving: Iterable[Token] = ()) -> Matter:
    """What a clause says, without the word that introduces it and what is left out of it."""
    out = {x.i for top in leaving for x in doc.subtree(top)}
    out |= {x.i for k in doc.kids(t, "advcl", "parataxis", "punct") for x in doc.subtree(k)}
    out |= {
        x.i
        for k in doc.kids(t, "conj")
        if k.pos in VERBAL and doc.kids(k, "nsubj", "nsubjpass")
        for x in doc.subtree(k)
    }
    inside = [x for x in doc.subtree(t) if x.i not in out]
    while len(inside) > 1 and (inside[0].lower in _LEADING or inside[0].pos in {"PUNCT", "CCONJ"}):
        inside.pop(0)
    while len(inside) > 1 and inside[-1].pos in {"PUNCT", "CCONJ"}:
        inside.pop()
    return Matter(t, _told(doc, inside))


def joined(doc: Document, subject: Token, t: Token) -> Matter | None:
    """A subject and what it is judged to do, which may stand apart: "the truce … to hold"."""
    who, does = noun(doc, subject) or Matter(subject, subject.text), clause(doc, t) if t.pos in VERBAL else noun(doc, t)
    return Matter(t, f"{who.text} {does.text}") if does is not None else None


def question_before(doc: Document, t: Token) -> Matter | None:
    """The question of the sentence before, which a bare "the likelihood is …" answers."""
    if t.sentence == 0:
        return None
    words = doc.words(doc.sentences[t.sentence - 1])
    for w in words:
        if w.lower in _MARKS and w.dep == "mark" and doc.head(w).dep in {"ccomp", "csubj", "pcomp"}:
            return clause(doc, doc.head(w), leaving=(w, *_or_not(doc, w)))
    if words and words[-1].text == "?":
        root = next((w for w in words if w.head == w.i), words[0])
        return Matter(root, doc.text[words[0].start : words[-1].end])
    return None


def sentence_before(doc: Document, t: Token) -> Matter | None:
    """The sentence before, of which "this" or "that" is said."""
    if t.sentence == 0:
        return None
    words = doc.words(doc.sentences[t.sentence - 1])
    root = next((w for w in words if w.head == w.i), None)
    return Matter(root, doc.text[words[0].start : words[-1].end]) if root is not None else None


def _or_not(doc: Document, whether: Token) -> tuple[Token, ...]:
    after = doc.tokens[whether.i + 1 : whether.i + 3]
    return after if [x.lower for x in after] == ["or", "not"] else ()


def _told(doc: Document, inside: list[Token]) -> str:
    """Words in one string, as they stand where they stand together."""
    out = inside[0].text if inside else ""
    for before, x in pairwise(inside):
        gap = doc.text[before.end : x.start] if x.i == before.i + 1 else " "
        out += (" " if gap.strip() == "" and gap else gap) + x.text
    return out
