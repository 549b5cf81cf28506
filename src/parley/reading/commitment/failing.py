"""Attempts that came to nothing: what they were to do was not done."""

from __future__ import annotations

from parley.reading.commitment.local import negated
from parley.reading.document import Document, Token

_TRYING = frozenset({
    "attempt", "effort", "bid", "initiative", "endeavour", "endeavor", "push", "drive", "campaign", "mission", "move",
    "plan", "plot", "scheme", "try", "quest", "venture", "project", "conspiracy", "exercise",
})  # fmt: skip
_FAIL = frozenset({"fail", "founder", "collapse", "flounder", "miscarry", "backfire", "fizzle", "misfire", "flop"})
_VAIN = frozenset({
    "failed", "abortive", "unsuccessful", "fruitless", "futile", "vain", "botched", "thwarted", "foiled", "aborted",
    "bungled", "ill-fated", "useless",
})  # fmt: skip
_NOTHING = frozenset({"nothing", "naught", "nought"})


def came_to_nothing(doc: Document, noun: Token) -> bool:
    """As in "a *failed* attempt to free them", "efforts to free them *failed*", "a bid to do so *came to nothing*"."""
    if noun.lemma not in _TRYING:
        return False
    if any(k.lower in _VAIN for k in doc.kids(noun, "amod")):
        return True
    verb = doc.head(noun)
    if noun.dep == "pobj" and verb.lower == "in" and doc.head(verb).lemma == "fail":
        return not negated(doc, doc.head(verb))  # "failed in its attempt to free them"
    return noun.dep == "nsubj" and verb.pos in {"VERB", "AUX"} and not negated(doc, verb) and _failed(doc, verb)


def _failed(doc: Document, verb: Token) -> bool:
    if any(k.tag == "MD" for k in doc.kids(verb, "aux")):
        return False
    if verb.lemma in _FAIL or any(k.lower in _VAIN for k in doc.kids(verb, "acomp", "oprd")):
        return True
    return verb.lemma == "come" and any(
        o.lower in _NOTHING for p in doc.kids(verb, "prep") if p.lower == "to" for o in doc.kids(p, "pobj")
    )
