"""What is judged likely or unlikely: the words of likelihood in a report, and what they are said of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from parley.reading.coding.estimates import CHANCES, Estimate, Estimates
from parley.reading.coding.judgements_about import Matter, clause, joined, noun, question_before, sentence_before
from parley.reading.coding.judgements_judges import regarded, seeing
from parley.reading.coding.predication import VERBAL, carrier
from parley.reading.commitment.local import negated
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import subjects_of

_LESSENING = frozenset({"less", "hardly", "scarcely", "barely", "far"})
"""Of "less sure" it is not told how likely."""
_DEGREES = frozenset({"advmod", "npadvmod"})
_SAID_OF = ("of", "for", "that", "about")
_VAGUE = frozenset({"it", "this", "that", "these", "those", "which", "what"})
_WILL = frozenset({"will", "'ll", "would", "shall", "wo"})
_DEMONSTRATIVE = frozenset({"this", "that", "these", "those"})
_SCHEDULED = frozenset({
    "arrive", "attend", "begin", "brief", "depart", "discuss", "hold", "host", "leave", "meet", "open", "reopen",
    "resume", "return", "sign", "speak", "start", "take", "travel", "visit", "address", "convene", "announce", "send",
    "deploy", "dispatch",
})  # fmt: skip
"""What is expected by the timetable rather than judged likely."""
_LIGHT = frozenset({"have", "stand", "see", "give", "hold", "offer", "face", "run", "be", "remain"})


@dataclass(frozen=True, slots=True)
class Estimated:
    """A judgement of likelihood: the word, the verb that bears it, the degree, words, matter, and who sees it so."""

    head: Token
    verb: Token
    degree: Estimate
    words: str
    about: Matter
    judges: tuple[Token, ...] = ()


def estimated(doc: Document, t: Token, book: Estimates) -> Iterator[Estimated]:
    """The judgement of likelihood that turns on a token, if one does."""
    lessened = any(k.lower in _LESSENING for k in doc.kids(t, "advmod"))
    for words, degree in book.words.fitting(doc, t):
        if lessened and not _LESSENING & set(words):
            return
        found = _chance(doc, t, degree) if degree.chance else _said(doc, t, degree)
        found = found and _turned(doc, found, book)
        if found is not None:
            yield found
            return


def _turned(doc: Document, e: Estimated, book: Estimates) -> Estimated | None:
    """The estimate as it is, or the degree that its negation comes to, None where that is none."""
    if e.head.lower == "no" or not (negated(doc, e.verb) or negated(doc, e.head)):
        return e
    opposite = book.by_id.get(e.degree.opposite or "")
    return replace(e, degree=opposite, words=f"not {e.words}") if opposite is not None else None


def _said(doc: Document, t: Token, degree: Estimate) -> Estimated | None:
    if t.pos == "ADV" or (t.pos == "ADJ" and t.dep == "advmod"):
        return _adverb(doc, t, degree)
    if t.pos in VERBAL:
        return _foreseen(doc, t, degree)
    if (thought := _thought(doc, t, degree)) is not None:
        return thought
    verb = carrier(doc, t)
    if verb is None and t.pos == "ADJ" and t.dep in {"amod", "acl", "appos", "advcl"}:
        return _of_noun(doc, t, degree)
    if verb is None or t.dep == "amod" or verb.lemma not in {"be", "seem", "look", "appear", "remain", "become"}:
        return None
    return _made(t, verb, degree, _worded(doc, t), _of_adjective(doc, t, verb))


def _foreseen(doc: Document, t: Token, degree: Estimate) -> Estimated | None:
    """As in "the truce is expected to fail": about what is foreseen, unless it is merely on the timetable."""
    does = next((k for k in doc.kids(t, "xcomp") if _infinitive(doc, k)), None)
    subjects = doc.kids(t, "nsubjpass")
    if does is None or not subjects or does.lemma in _SCHEDULED or subjects[0].lower in _VAGUE:
        return None
    if any(x.ent in {"DATE", "TIME"} for x in doc.subtree(t)):
        return None
    return _made(t, t, degree, f"{_worded(doc, t)} to", joined(doc, subjects[0], does))


def _thought(doc: Document, t: Token, degree: Estimate) -> Estimated | None:
    """As in "analysts think it unlikely that the talks will resume", "consider a truce likely": in their view."""
    view = regarded(doc, t) if t.pos == "ADJ" else None
    if view is None or t.dep == "amod":
        return None
    held = [k for k in doc.kids(t, "ccomp") if k.pos in VERBAL]
    about = clause(doc, held[0]) if held and view.about.lower == "it" else noun(doc, view.about)
    found = _made(t, view.verb, degree, _worded(doc, t), about)
    return replace(found, judges=view.judges) if found is not None else None


def _of_noun(doc: Document, t: Token, degree: Estimate) -> Estimated | None:
    """As in "with the party certain to win": a noun and what it is judged to do."""
    does = next((k for k in doc.kids(t, "xcomp") if _infinitive(doc, k)), None)
    up = doc.head(t)
    if does is None or up.pos not in {"NOUN", "PROPN"} or up.i > t.i:
        return None
    return _made(t, t, degree, _worded(doc, t), joined(doc, up, does))


def _made(t: Token, verb: Token, degree: Estimate, words: str, about: Matter | None) -> Estimated | None:
    return Estimated(t, verb, degree, words, about) if about is not None else None


def _of_adjective(doc: Document, t: Token, verb: Token) -> Matter | None:
    """As in "X is likely to V": about "X to V"; "it is likely that S": about S; "X is likely": about X."""
    inside = [
        k for w in (t, verb) for k in doc.kids(w, "xcomp", "ccomp", "csubj", "advcl") if k.pos in VERBAL and k.i != t.i
    ]
    subjects = subjects_of(doc, verb)
    if any(s.dep == "csubj" for s in subjects):
        return clause(doc, subjects[0])
    for k in inside:
        if _infinitive(doc, k) and subjects and subjects[0].lower != "it":
            return joined(doc, subjects[0], k)
        if k.dep != "advcl" and (k.i > t.i or _infinitive(doc, k)):
            return clause(doc, k)
    if subjects and subjects[0].lower in _DEMONSTRATIVE and subjects[0].tag == "DT":
        return sentence_before(doc, t)
    return noun(doc, subjects[0]) if subjects else None


def _infinitive(doc: Document, t: Token) -> bool:
    return any(k.lower == "to" for k in doc.kids(t, "aux"))


def _adverb(doc: Document, t: Token, degree: Estimate) -> Estimated | None:
    """As in "will probably fail": about what the verb says, of which the adverb is no part."""
    verb = doc.head(t)
    subjects = doc.kids(verb, "nsubj", "nsubjpass", "expl")
    if t.pos == "ADJ" and any(k.lower == "as" for k in doc.kids(t, "advmod")):
        return None  # "see it as unlikely that": no manner of seeing
    if verb.pos not in VERBAL or t.dep != "advmod" or not subjects or subjects[0].lower in _VAGUE:
        return None
    if degree.future and not {k.lower for k in doc.kids(verb, "aux")} & _WILL:
        return None
    return _made(t, verb, degree, _worded(doc, t), clause(doc, verb, leaving=(t,)))


def _worded(doc: Document, t: Token) -> str:
    first = min([k.i for k in doc.kids(t, *_DEGREES) if k.i < t.i], default=t.i)
    return doc.text[doc.tokens[first].start : t.end]


def _chance(doc: Document, t: Token, degree: Estimate) -> Estimated | None:
    """As in "a slim chance of", "the likelihood is minuscule"."""
    up = doc.head(t)
    if t.dep in {"amod", "det", "compound", "nummod"} and up.lemma in CHANCES:
        chance, verb = up, _bearing(doc, up)
    elif t.dep in {"acomp", "attr", "conj"} and (verb := carrier(doc, t)) is not None:
        chances = [s for s in subjects_of(doc, verb) if s.lemma in CHANCES]
        if not chances:
            return None
        chance = chances[0]
    else:
        return None
    if verb is None:
        return None
    first, last = sorted((t, chance), key=lambda w: w.i)
    words = doc.text[first.start : last.end] if last.i - first.i < 4 else t.text
    about = of_chance(doc, chance, verb) or (question_before(doc, t) if t.i > chance.i else None)
    found = _made(t, verb, degree, words, about)
    return replace(found, judges=seeing(doc, chance)) if found is not None else None


def _bearing(doc: Document, chance: Token) -> Token | None:
    """The verb that says that there is a chance."""
    up = doc.head(chance)
    return up if up.pos in VERBAL and up.lemma in _LIGHT and chance.dep in {"attr", "dobj", "nsubj"} else None


def of_chance(doc: Document, chance: Token, verb: Token) -> Matter | None:
    """What a chance is of: "a slim chance *of peace*", "the likelihood *that they meet*"."""
    for p in doc.kids(chance, "prep"):
        for o in doc.kids(p, "pobj", "pcomp") if p.lower in _SAID_OF else ():
            whose = [s for s in subjects_of(doc, verb) if s.lemma not in CHANCES and s.dep != "expl"]
            holder = whose[0] if whose and chance.dep == "dobj" and verb.lemma in {"have", "stand"} else None
            return joined(doc, holder, o) if holder is not None else _matter(doc, o)
    if chance.dep == "attr" and (subjects := [s for s in subjects_of(doc, verb) if s.lemma not in CHANCES]):
        return noun(doc, subjects[0])
    for k in doc.kids(chance, "acl", "ccomp", "relcl"):
        if k.pos in VERBAL and (k.dep != "relcl" or _said_that(doc, k)):
            return clause(doc, k)
    return None


def _said_that(doc: Document, t: Token) -> bool:
    """Whether a clause that the parse takes for a relative one has a subject besides its "that"."""
    return any(k.tag not in {"WDT", "WP"} for k in doc.kids(t, "nsubj", "nsubjpass"))


def _matter(doc: Document, o: Token) -> Matter | None:
    return clause(doc, o) if o.pos in VERBAL else noun(doc, o)
