"""A success, a failure, a surprise, a gain: what a report or somebody in it makes of things, by the codebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from parley.reading.coding.arguments import Arguments
from parley.reading.coding.estimates import CHANCES
from parley.reading.coding.judgements_about import Matter, clause, noun
from parley.reading.coding.judgements_book import JudgementWording
from parley.reading.coding.judgements_judges import in_whose_view, regarded
from parley.reading.coding.judgements_places import at_place, subjects_above
from parley.reading.coding.predication import VERBAL, carrier, predication
from parley.reading.coding.tie_ends import named
from parley.reading.coding.wordbook import Wordbook
from parley.reading.commitment.local import negated
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import Frame, subjects_of
from parley.terms.enums import Verdict

Actors = tuple[str, ...]
_NOTHING = frozenset({"nothing", "nowhere", "naught", "little"})
"""Words that a phrase counts on: "went nowhere" is negated already."""
_FEW = frozenset({"few", "no"})
"""Words that turn what a subject does: "few analysts expect"."""
_WHOLES = frozenset({
    "outcome", "result", "round", "series", "end", "course", "set", "day", "week", "month", "year", "decade", "hour",
    "session", "bout", "failure", "success", "lack", "pace", "state", "progress", "rest", "most", "much", "kind",
})  # fmt: skip
"""What is of that which is judged: "months of talks", "the course of the war"."""
_HARDLY = frozenset({"hardly", "scarcely", "barely", "neither"})
_NO = frozenset({"no", "without", "little", "hardly", "scant"})


@dataclass(frozen=True, slots=True)
class Told:
    """A judgement as told. `verb` bears tense and negation, `turned` says that the verdict is that of the negation.

    `judges` are the words for who judges, where the sentence gives the judgement to others: None where it does not, ()
    where it names nobody.
    """

    head: Token
    verb: Token | None
    wording: JudgementWording
    verdict: Verdict
    turned: bool
    words: str
    about: Matter
    gainers: Actors
    losers: Actors
    judges: tuple[Token, ...] | None


def told(doc: Document, t: Token, book: Wordbook[JudgementWording], args: Arguments) -> Iterator[Told]:
    """The judgement that turns on a token, if one does."""
    for words, wording in book.fitting(doc, t):
        found = _read(doc, t, words, wording, args)
        if found is not None:
            yield found
            return


def _read(doc: Document, t: Token, words: tuple[str, ...], wording: JudgementWording, args: Arguments) -> Told | None:
    if not _stands(doc, t, wording):
        return None
    frame, held = predication(doc, t), regarded(doc, t)
    far = _far_from(doc, t)
    if far is not None:
        frame = replace(frame, subjects=subjects_of(doc, far))
    if wording.objects and not any(o.lemma in wording.objects for o in frame.objects):
        return None
    judges = held.judges if held is not None else _judges(doc, t, frame, wording)
    about = _about(doc, t, frame, wording, far) if held is None else _fitting(doc, t, held.about, wording)
    verb = held.verb if held is not None else far or _bearer(doc, t, wording)
    settled = bool(_NOTHING.intersection(words))
    turned = settled or far is not None or _turned(doc, t, verb)
    verdict = wording.verdict if settled else _verdict(wording, turned)
    if verdict is Verdict.UNLIKELY and wording.judge and any(k.lower == "had" for k in doc.kids(t, "aux")):
        verdict = Verdict.UNEXPECTED  # "few had thought that it would": it did
    gainers, losers = _actors(doc, t, frame, wording.gainers, args), _actors(doc, t, frame, wording.losers, args)
    missing = (wording.judge and not judges) or (wording.gainers and not gainers) or (wording.losers and not losers)
    if about is None or verdict is None or missing:
        return None
    return Told(t, verb, wording, verdict, turned, _words(doc, t, words), about, gainers, losers, judges)


def _verdict(wording: JudgementWording, turned: bool) -> Verdict | None:
    return wording.negated if turned else None if wording.negated_only else wording.verdict


def _stands(doc: Document, t: Token, wording: JudgementWording) -> bool:
    """Whether the words about it are those that the wording asks for."""
    if t.pos == "NOUN" and (t.dep in {"compound", "amod"} or _merely_a_chance(doc, t)):
        return False
    if wording.under and (t.dep != "pobj" or doc.head(t).lower not in wording.under):
        return False
    if wording.needs and not wording.needs & {k.lower for k in doc.subtree(t)}:
        return False
    return not wording.needs_mark or any(k.lower == wording.needs_mark for k in doc.kids(t, "mark", "advmod", "prep"))


def _merely_a_chance(doc: Document, t: Token) -> bool:
    """As in "no chance of success": that is about the chance."""
    up = doc.head(t)
    return t.dep == "pobj" and up.lower == "of" and doc.head(up).lemma in CHANCES


def _bearer(doc: Document, t: Token, wording: JudgementWording) -> Token | None:
    """The verb that says it: the word's own, or the one that it is the object or adverb of, or that it stands under."""
    verb = carrier(doc, t)
    up = doc.head(t)
    if wording.under:
        return next((x for x in doc.path_up(t) if x.pos in VERBAL), None)
    if t.tag == "VB" and any(k.tag == "TO" for k in doc.kids(t, "aux")):  # "stands to gain", "has most to lose"
        above = next((x for x in doc.path_up(t) if x.pos in VERBAL), None)
        return above if above is not None and above.lemma in {"stand", "have"} else verb
    if verb is None and up.pos in VERBAL and t.dep in {"advmod", "dobj", "attr"}:
        return up
    return verb


def _far_from(doc: Document, t: Token) -> Token | None:
    """The verb of "were far from a success", "were anything but a failure", which negate what they say."""
    up = doc.head(t)
    whole = doc.head(up)
    if t.dep not in {"pobj", "pcomp", "amod"} or (up.lower, whole.lower) not in {("from", "far"), ("but", "anything")}:
        return None
    verb = doc.head(whole)
    return verb if verb.pos in VERBAL else None


def _judges(doc: Document, t: Token, frame: Frame, wording: JudgementWording) -> tuple[Token, ...] | None:
    if wording.judge:
        return tuple(s for s in frame.subjects if s.lemma in wording.judges)
    return in_whose_view(doc, carrier(doc, t) or t) or None


def _turned(doc: Document, t: Token, verb: Token | None) -> bool:
    """Whether it is negated: by its verb, by "few" who judge, by "no" or "little" before it, or by "without"."""
    if any(negated(doc, w) for w in {t, verb or t}):
        return True
    if any(k.lower in _HARDLY for w in {t, verb or t} for k in doc.kids(w, "advmod", "preconj")):
        return True
    if any(k.lower in _FEW for s in doc.kids(t, "nsubj") for k in doc.kids(s, "det", "amod")):
        return True
    return doc.head(t).lower == "without" or any(k.lower in _NO for k in doc.kids(t, "det", "amod"))


def _about(doc: Document, t: Token, frame: Frame, wording: JudgementWording, far: Token | None) -> Matter | None:
    for place in ("subject",) if far is not None else wording.about:
        for x in at_place(doc, t, frame, place) if far is None else frame.subjects:
            found = _fitting(doc, t, x, wording)
            if found is not None:
                return found
    return None


def _fitting(doc: Document, t: Token, x: Token, wording: JudgementWording) -> Matter | None:
    up = doc.head(t)
    phrase = up if t.dep == "pobj" and up.dep == "prep" else t
    leaving = (phrase,) if any(up.i == x.i for up in doc.path_up(t)) else ()
    found = clause(doc, x, leaving) if x.pos in VERBAL else noun(doc, x)
    return found if found is not None and _fits(doc, found.head, wording) else None


def _fits(doc: Document, x: Token, wording: JudgementWording) -> bool:
    if not wording.of:
        return True
    if x.pos in VERBAL:
        return "verb" in wording.of or any(s.lemma in wording.of for s in predication(doc, x).subjects)
    if "verb" in wording.of and any(k.tag == "VBG" for k in doc.kids(x, "amod")):
        return True  # the parse takes "succeeded in isolating them" for a thing that isolates
    return x.lemma in wording.of or any(o.lemma in wording.of for o in _inside(doc, x))


def _inside(doc: Document, x: Token) -> Iterator[Token]:
    """What a result is the result of: "the outcome of the talks"."""
    if x.lemma in _WHOLES:
        yield from (o for p in doc.kids(x, "prep") if p.lower == "of" for o in doc.kids(p, "pobj"))


def _actors(doc: Document, t: Token, frame: Frame, places: tuple[str, ...], args: Arguments) -> Actors:
    for place in places:
        found: Actors
        match place:
            case "attr":
                found = _people(args, at_place(doc, t, frame, place))
            case "object-owner":
                found = tuple(a for o in frame.objects for a in args.owners_of(o))
            case "into-owner":
                found = tuple(a for o in frame.after("into") for a in args.owners_of(o))
            case "subject":
                found = _people(args, frame.subjects)
            case "above":
                found = _people(args, subjects_above(doc, t))
            case "object":
                found = _people(args, frame.objects)
            case _:
                found = _people(args, frame.after(place))
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _people(args: Arguments, tokens: Iterable[Token]) -> Actors:
    """Actors, or people whom nothing names but what they are: "the farmers"."""
    there = tuple(tokens)
    return named(args, there) or args.unnamed_of(there)


def _words(doc: Document, t: Token, words: tuple[str, ...]) -> str:
    """The words that judge, in one stretch: those of the phrase on the side of its turning word where they stand."""
    verbal = t.pos in VERBAL
    near = doc.tokens[t.i + 1 : t.i + 6] if verbal else doc.tokens[max(0, t.i - 3) : t.i]
    wanted = {*words} if verbal else {*words, *_NO}
    hits = [x for x in near if x.sentence == t.sentence and {x.lower, x.lemma} & wanted]
    first, last = (t, hits[-1] if hits else t) if verbal else (hits[0] if hits else t, t)
    return doc.text[first.start : last.end]
