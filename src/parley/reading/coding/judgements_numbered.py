"""Chances told by a number: "a 30 percent chance of", "one chance in ten", "put the odds at one in five"."""

from __future__ import annotations

import re

from parley.reading.coding.estimates import CHANCES, Estimate
from parley.reading.coding.judgements_about import Matter, joined, noun
from parley.reading.coding.judgements_estimated import Estimated, of_chance
from parley.reading.coding.predication import VERBAL
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import subjects_of
from parley.terms.enums import Verdict
from parley.terms.values import Probability

_SMALL = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty",
    "fifty", "hundred", "thousand",
)  # fmt: skip
_WORTH = (*range(1, 13), 20, 50, 100, 1000)
_NUMBERS = dict(zip(_SMALL, _WORTH, strict=True))
_WORD = rf"(?:\d{{1,4}}|{'|'.join(_SMALL)})"
_TOLD = re.compile(
    rf"(?P<most>(?:less than|under|below|at most|no more than|no better than|not more than)\s+)?"
    rf"(?P<least>(?:more than|over|above|at least|better than)\s+)?(?:an? )?"
    rf"(?:(?P<percent>\d{{1,3}}(?:\.\d+)?)(?:\s?%|[\s-]per\s?cent\b)"
    rf"|(?P<some>{_WORD})[\s-](?:chance\s|shot\s)?(?:in|out of)[\s-](?:an?[\s-])?(?P<all>{_WORD})\b"
    rf"|(?P<even>fifty[\s-]fifty|50[-/]50))",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r".{0,80}?\b(?:is|are|was|were|at|as|stands?|stood)\s+(?:now |still |about |around |roughly |only |just )*",
    re.DOTALL,
)
_GIVING = frozenset({"give", "put", "rate", "see", "estimate", "set", "reckon", "place", "assess"})
_NOBODY = frozenset({"few", "nobody", "none", "no", "hardly"})
_WIDE = 0.05
"""People who tell a chance by a number round it to tens: it may be as much more or less."""
BASIS = "the number told, which people round to tens"


def numbered(doc: Document, t: Token) -> Estimated | None:
    """The judgement of likelihood that a noun of likelihood and a number beside it make, if they do."""
    told = _beside(doc, t) if t.lemma in CHANCES and t.pos == "NOUN" else None
    verb = doc.head(t)
    verb = doc.head(verb) if verb.pos == "NOUN" and verb.dep in {"attr", "dobj"} else verb
    if told is None or verb.pos not in VERBAL:
        return None
    judges = subjects_of(doc, verb) if verb.lemma in _GIVING else ()
    few = any(_next_to_nobody(doc, j) for j in judges)
    about, degree = _about(doc, t, verb), _degree(told, few)
    if about is None or degree is None:
        return None
    words = doc.text[min(told.start(), t.start) : max(told.end(), t.end)]
    return Estimated(t, verb, degree, " ".join(words.split()), about, () if few else tuple(judges))


def _next_to_nobody(doc: Document, judge: Token) -> bool:
    """As in "*few* observers give it more than one chance in ten": that is as much as nearly all of them give it."""
    return judge.lower in _NOBODY or any(k.lower in _NOBODY for k in doc.kids(judge, "amod", "det"))


def _beside(doc: Document, t: Token) -> re.Match[str] | None:
    """The number of a chance: before the noun, around it, or behind "is", "are" and "at"."""
    s = doc.sentence_of(t)
    words = doc.tokens[s.first : s.last]
    for m in _TOLD.finditer(doc.text, words[0].start, words[-1].end):
        if m.start() <= t.start and m.end() >= t.end:
            return m
        if m.end() <= t.start and doc.text[m.end() : t.start].strip(" -") == "":
            return m
        if m.start() >= t.end and _LEADS.fullmatch(doc.text[t.end : m.start()]):
            return m
    return None


def _about(doc: Document, t: Token, verb: Token) -> Matter | None:
    """What has the chance: "give *the talks* a one-in-ten chance", "a 30 percent chance *of a deal*"."""
    given = next((k for k in doc.kids(verb, "dative", "dobj") if k.i != t.i and k.i < t.i), None)
    if given is None or verb.lemma != "give":
        return of_chance(doc, t, verb)
    for p in doc.kids(t, "prep"):
        for o in doc.kids(p, "pobj", "pcomp") if p.lower == "of" else ():
            return joined(doc, given, o)
    return noun(doc, given)


def _degree(m: re.Match[str], few: bool) -> Estimate | None:
    """The range of a number, which is a bound from above where few give so much; that few give less says too little."""
    p = _share(m)
    if p is None or not 0 <= p <= 1 or (few and m["most"]):
        return None
    most, least = few or m["most"], m["least"] and not few
    low, high = 0.0 if most else p - _WIDE, 1.0 if least else p + _WIDE
    low, high = (p if least else max(0.0, low)), (p if most else min(1.0, high))
    verdict = Verdict.OTHER if abs(p - 0.5) < _WIDE else Verdict.LIKELY if p > 0.5 else Verdict.UNLIKELY
    known = Probability(round(low, 3), round(high, 3), BASIS)
    return Estimate("number", verdict, known, False, None, False, (), ("", ""), "")


def _share(m: re.Match[str]) -> float | None:
    """The number from 0 to 1; None where it is none: "two in one"."""
    if m["even"]:
        return 0.5
    if m["percent"]:
        return float(m["percent"]) / 100
    some, whole = (_NUMBERS.get(m[g].lower()) or int(m[g]) for g in ("some", "all"))
    return some / whole if 0 < some < whole else None
