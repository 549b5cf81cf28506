"""Whether the words around a date look back or ahead: by which a weekday or a day without a year is told."""

from __future__ import annotations

from enum import StrEnum

from parley.reading.document import Document, Token


class Tense(StrEnum):
    """Where the clause around a date looks."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


_AHEAD = frozenset(
    {
        "schedule", "plan", "slate", "due", "postpone", "adjourn", "reschedule", "delay", "upcoming", "forthcoming",
        "deadline", "expire", "set", "extend", "prolong", "expect", "announced", "await", "call",
    }
)  # fmt: skip
"""Words whose own date lies ahead whatever their tense."""
_DONE = frozenset(
    {
        "manage", "fail", "refuse", "begin", "start", "continue", "help", "force", "decline", "use", "dare", "cease",
        "neglect", "claim", "appear", "seem", "happen", "allege", "report", "know", "believe", "say", "think", "try",
        "come", "go", "travel", "fly", "return", "gather", "arrive", "leave", "allow", "oblige", "compel",
    }
)  # fmt: skip
"""Verbs whose infinitive lies where they lie themselves."""
_SAY = frozenset(
    {"say", "tell", "report", "state", "claim", "think", "believe", "write", "add", "show", "remain", "be"}
)
_MODALS = frozenset({"will", "shall", "wo", "'ll", "would", "may", "might", "should", "must", "can", "could", "ca"})


def tense_at(doc: Document, token: Token) -> Tense:
    """The tense of the clause that a token stands in; past where there is no verb."""
    for t in (token, *doc.path_up(token)):
        if t.lemma in _AHEAD and t.pos in ("ADJ", "NOUN") and t.i != token.i:
            return Tense.FUTURE
        if t.pos in ("VERB", "AUX") and t.tag[:1] in ("V", "M"):
            return _of_verb(doc, t, 4)
    return Tense.PAST


def _of_verb(doc: Document, verb: Token, steps: int) -> Tense:
    helpers = {k.lower for k in doc.kids(verb, "aux", "auxpass")}
    if helpers & _MODALS:
        return Tense.PAST if helpers & {"have", "had", "'ve"} else Tense.FUTURE
    if verb.lemma in _AHEAD and (verb.tag == "VBN" or verb.lemma in ("postpone", "adjourn", "reschedule", "delay")):
        return Tense.FUTURE
    if helpers & {"have", "has", "had", "'ve", "was", "were", "did", "having"} or verb.tag == "VBD":
        return Tense.PAST
    if "to" in helpers and steps:
        return _of_infinitive(doc, verb, steps)
    return _of_form(doc, verb, helpers, steps)


def _of_form(doc: Document, verb: Token, helpers: set[str], steps: int) -> Tense:
    head = doc.head(verb)
    if verb.tag == "VBG":
        if helpers & {"is", "are", "'s", "'re", "am", "'m"}:
            return Tense.FUTURE
        return tense_at(doc, head) if head.i != verb.i and steps else Tense.PAST
    if verb.tag == "VBN":
        return Tense.PRESENT if helpers & {"is", "are", "be", "being", "'s"} else Tense.PAST
    if verb.dep == "conj" and verb.tag == "VB" and steps:
        return _of_verb(doc, head, steps - 1)
    if verb.tag == "VB":
        return Tense.FUTURE
    return Tense.PAST if verb.lemma in _SAY else Tense.PRESENT


def _of_infinitive(doc: Document, verb: Token, steps: int) -> Tense:
    head = doc.head(verb)
    if head.i == verb.i:
        return Tense.FUTURE
    if head.pos in ("VERB", "AUX") and (head.lemma in _DONE or verb.dep == "advcl"):
        return _of_verb(doc, head, steps - 1)
    return Tense.FUTURE
