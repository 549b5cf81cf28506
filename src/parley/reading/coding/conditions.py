"""On which condition: the clauses that begin with "unless", "if", "until", "as long as"."""

from __future__ import annotations

from parley.reading.coding.wording import phrase_text, spaced
from parley.reading.document import Document, Token

_MARKS = frozenset({"unless", "if", "until", "provided", "providing", "once", "lest"})
_BARGAIN = frozenset({"exchange", "return"})
_WHEN = frozenset({"when", "if", "after", "once"})
_AFTER_AS = frozenset({"long", "far"})


def condition_of(doc: Document, verb: Token, *others: Token) -> Token | None:
    """The head of the clause that sets a condition on a verb, or on what completes it."""
    for t in (verb, *others):
        for k in doc.kids(t, "prep"):
            if k.lower == "in" and any(o.lower in _BARGAIN and doc.kids(o, "prep") for o in doc.kids(k, "pobj")):
                return k
        for k in doc.kids(t, "advcl"):
            if sets_condition(doc, k):
                return k
        for long in doc.kids(t, "advmod"):
            if long.lower in _AFTER_AS and any(k.lower == "as" for k in doc.kids(long, "advmod")):
                found = next(iter(doc.kids(long, "advcl", "ccomp")), None)
                if found is not None:
                    return found
    return None


def sets_condition(doc: Document, t: Token) -> bool:
    """Whether a clause is introduced as a condition."""
    marks = {k.lower for k in doc.kids(t, "mark", "advmod")}
    if only_then(doc, t):
        return True
    return bool(marks & _MARKS) or t.lower in {"provided", "providing"}


def only_then(doc: Document, t: Token) -> bool:
    """As in "only when they disarm", "only if": what comes before is not done without it."""
    marks = doc.kids(t, "mark", "advmod")
    return any(k.lower in _WHEN and k.i > 0 and doc.tokens[k.i - 1].lower == "only" for k in marks)


def words_of(doc: Document, condition: Token) -> str:
    """A condition in the report's words, with the word that introduces it."""
    inside = doc.subtree(condition)
    before = doc.head(condition)
    if before.lower in _AFTER_AS:
        first = min(k.i for k in (before, *doc.kids(before, "advmod")))
        return spaced(doc.text[doc.tokens[first].start : inside[-1].end])
    return phrase_text(doc, condition)
