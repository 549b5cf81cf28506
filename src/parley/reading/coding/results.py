"""Words beside an act that tell of the same act: what it came to, and that it took place."""

from __future__ import annotations

from collections.abc import Mapping

from parley.reading.coding.arguments import Arguments
from parley.reading.coding.match import Match
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import frame_of, subjects_of
from parley.terms.enums import Root

_RESULTS = frozenset({"kill", "wound", "injure", "leave", "maim", "hurt", "claim"})
"""What an assault does to people, told behind it."""
_TOLL = frozenset({"claim", "leave", "cost", "take"})
"""Verbs that tell whom an assault hit and are no act of their own, even as the verb of its noun."""
_STOPPING = frozenset({
    "suspend", "halt", "cut", "end", "stop", "freeze", "cancel", "withhold", "block", "scrap", "discontinue",
    "terminate", "withdraw", "deny", "refuse", "slash", "reduce", "delay", "curtail", "drop", "lose", "abandon",
    "halve", "trim", "pare", "lower", "shrink",
})  # fmt: skip
SPOKEN_OF = frozenset({Root.ACCUSE, Root.PROTEST, Root.REQUEST})
"""Acts that may be about what was done to somebody, who then is not whom they are aimed at."""


def mere_result(doc: Document, t: Token, coded: Mapping[int, Root]) -> bool:
    """As in "shelled the town, *killing* ten", "the raid *left* ten dead": what an assault came to is no other act."""
    if t.lemma in _RESULTS and _is_result(doc, t):
        told = (doc.head(t), *doc.kids(doc.head(t), "nsubj", "nsubjpass"))
    elif t.lemma in _TOLL and t.pos == "VERB":
        told = tuple(s for s in subjects_of(doc, t) if s.pos == "NOUN")
    else:
        return False
    return any(coded.get(w.i) is Root.ASSAULT for w in told)


def _is_result(doc: Document, t: Token) -> bool:
    up = doc.head(t)
    return up.i < t.i and ((t.dep == "advcl" and t.tag == "VBG") or (t.dep == "relcl" and up.pos == "NOUN"))


def victims(doc: Document, t: Token, args: Arguments) -> tuple[str, ...]:
    """Who came to harm by an assault, as its result tells: "a raid that killed ten *soldiers*"."""
    results = (frame_of(doc, k) for k in doc.kids(t, "advcl", "relcl") if k.lemma in _RESULTS and _is_result(doc, k))
    told = next((a for f in results if (a := args.at(f, "object"))), ())
    return told or args.at(frame_of(doc, t), "including")  # "a raid that left ten dead, including six soldiers"


def _told_by_subject(found: Match, coded: Mapping[int, Root]) -> bool:
    """As in "a firefight broke out", "talks were held": a verb that only says that the act of its noun took place."""
    frame = found.frame
    nouns = (*frame.subjects, *frame.objects)
    if frame.head.pos != "VERB" or len(nouns) != 1 or nouns[0].i > frame.head.i:
        return False
    return nouns[0].pos == "NOUN" and coded.get(nouns[0].i) is found.entry.code and not frame.indirect


def told_again(doc: Document, t: Token, m: Match, coded: Mapping[int, Root]) -> bool:
    """Whether a word only tells once more of an act that was found, or of help that is stopped."""
    again = _told_by_verb(t, m, coded) or _told_by_subject(m, coded) or _protest_about(t, m, coded)
    return again or _stopped(doc, t, m.entry.code)


def _stopped(doc: Document, t: Token, code: Root) -> bool:
    """As in "would suspend aid": help that is stopped is not given."""
    stops = t.dep in {"dobj", "nsubjpass"} and doc.head(t).lemma in _STOPPING
    return stops and t.pos == "NOUN" and code in {Root.AID, Root.SUPPORT, Root.COOPERATE}


def _told_by_verb(t: Token, found: Match, coded: Mapping[int, Root]) -> bool:
    """As in "signed a deal", "attacked in a raid": a noun that repeats the act of its own verb."""
    return t.pos == "NOUN" and t.dep in {"dobj", "nsubjpass", "pobj"} and coded.get(t.head) is found.entry.code


def _protest_about(t: Token, found: Match, coded: Mapping[int, Root]) -> bool:
    """As in "marched, *protesting* the arrest", "marched to *demand* his release": why they marched, no other act."""
    again = found.entry.code in SPOKEN_OF and coded.get(t.head) is Root.PROTEST
    return again and t.dep in {"advcl", "xcomp"} and t.tag in {"VBG", "VB"}
