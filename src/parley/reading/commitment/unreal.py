"""Clauses whose shape alone says that they are not told as fact: questions, inverted conditions, postures."""

from __future__ import annotations

from parley.reading.commitment.signatures import Lexicon
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import subjects_of

_WHICHEVER = frozenset({"whatever", "whoever", "whichever", "whomever"})
_ASKED = frozenset({"whether", "if"})
_CONTENT = frozenset({"ccomp", "csubj", "csubjpass", "pcomp"})
_POSES = frozenset({"pose", "posture", "masquerade"})
_POSTURES = frozenset({"posturing", "posture", "pose", "posing", "masquerade"})
_PRESENTS = frozenset({"present", "portray", "style", "cast", "paint"})
_AUXILIARIES = frozenset({"do", "be", "have", "will", "would", "can", "could", "shall", "should", "may", "might"})
_CLOSING = frozenset({'"', "''", "”", "’", "'", ")"})


def left_open(doc: Document, clause: Token) -> bool:
    """As in "asked whether they had attacked", "whatever is alleged": what is asked or left open is not told."""
    if clause.dep in _CONTENT and any(k.lower in _ASKED for k in doc.kids(clause, "mark")):
        return True
    if clause.dep not in {"advcl", "ccomp", "csubj", "csubjpass"}:
        return False
    return any(k.lower in _WHICHEVER for k in doc.kids(clause, "nsubj", "nsubjpass", "dobj"))


def unfulfilled(doc: Document, clause: Token, up: Token) -> bool:
    """As in "Norway *was to have* signed it": it was planned, and did not come about."""
    helping = {k.lower for k in doc.kids(clause, "aux")}
    return up.lemma == "be" and up.tag == "VBD" and {"to", "have"} <= helping


def passed_over(doc: Document, up: Token, kind: str, t: Token, lexicon: Lexicon) -> bool:
    """As in "said nothing about an attack": what nothing is said of is not told; "the attack" is taken as given."""
    if kind not in {"about", "of"} or any(k.lower == "the" for k in doc.kids(t, "det")):
        return False
    verb = doc.head(up) if up.lower == "nothing" else up
    if verb.pos != "VERB" or not any(k.lower == "nothing" for k in doc.kids(verb, "dobj")):
        return False
    return lexicon.tells(verb.lemma)


def polar_question(doc: Document, t: Token) -> bool:
    """As in "Did they attack?": a question that opens with an auxiliary, so that nothing in it is taken as given."""
    s = doc.sentence_of(t)
    ending = doc.tokens[max(s.first, s.last - 3) : s.last]
    last = next((k for k in reversed(ending) if k.text not in _CLOSING and not k.text.isspace()), None)
    if last is None or last.text != "?":
        return False
    opening = doc.tokens[s.first : s.first + 2]
    first = next((k for k in opening if k.pos != "PUNCT"), None)
    return (first is not None and first.lemma.lower() in _AUXILIARIES) or _turned_round(doc, t)


def _turned_round(doc: Document, t: Token) -> bool:
    """As in "So did they attack?": an auxiliary before its subject, and no word that asks for a part."""
    verb = next((k for k in (t, *doc.path_up(t)) if k.head == k.i), t)
    first, subject = doc.kids(verb, "aux", "auxpass"), doc.kids(verb, "nsubj", "nsubjpass")
    if not first or not subject or first[0].i > subject[0].i:
        return False
    before = doc.tokens[doc.sentence_of(t).first : first[0].i]
    return not any(k.tag in {"WDT", "WP", "WP$", "WRB"} for k in (*before, *doc.kids(verb)))


def inverted(doc: Document, t: Token) -> bool:
    """As in "should they attack", "had they attacked": an auxiliary before its subject, with no question."""
    first = doc.kids(t, "aux")
    subject = doc.kids(t, "nsubj", "nsubjpass")
    return bool(first and subject) and first[0].lower in {"should", "were", "had"} and first[0].i < subject[0].i


def too_much(doc: Document, up: Token) -> bool:
    """As in "too weak to attack": what is too much for it is not done."""
    return up.pos in {"ADJ", "ADV"} and any(k.lower == "too" for k in doc.kids(up, "advmod"))


def all_but(doc: Document, t: Token) -> bool:
    """As in "all but attacked": it came close, and did not happen."""
    return t.i >= 2 and doc.tokens[t.i - 1].lower == "but" and doc.tokens[t.i - 2].lower == "all"


def posture(doc: Document, clause: Token, up: Token) -> tuple[Token, ...]:
    """Who strikes the posture that a clause fills in, as in "posing as a friend, supporting peace"; else nobody."""
    if clause.dep not in {"advcl", "acl"} or clause.tag != "VBG":
        return ()
    if up.pos == "NOUN" and up.lower in _POSTURES and any(k.lower == "as" for k in doc.kids(up, "prep")):
        return tuple(doc.kids(up, "poss"))
    reflexive = up.lemma in _PRESENTS and any(k.lower.endswith(("self", "selves")) for k in doc.kids(up, "dobj"))
    if not (up.lemma in _POSES or reflexive) or not any(k.lower == "as" for k in doc.kids(up, "prep")):
        return ()
    return subjects_of(doc, up)
