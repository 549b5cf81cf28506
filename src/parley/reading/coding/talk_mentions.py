"""Every place at which a report tells of a talk, each by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from parley.reading.assemble import Context
from parley.reading.coding.arguments import Arguments
from parley.reading.coding.talk_features import agenda_of, manner_of, place_of, verb_topics
from parley.reading.coding.talk_grammar import (
    VERBS,
    clauses,
    is_definite,
    is_former,
    is_fresh,
    main_clause,
    round_of,
)
from parley.reading.coding.talk_grammar import doers as clause_doers
from parley.reading.coding.talk_parts import (
    SIDES,
    Parts,
    between,
    him,
    may_talk,
    named_parts,
    part_of_clause,
    parts_of_noun,
    sides_at,
    who_came,
)
from parley.reading.coding.talk_prospects import REAL, Standing, standing_of_noun, standing_of_verb
from parley.reading.coding.talkbook import Talkbook, TalkWording
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import Frame, frame_of, is_passive
from parley.terms.enums import Level, Outcome, Reality, TalkFormat
from parley.terms.values import Date, Place, Trace

Actors = tuple[str, ...]
_COMPANY = frozenset(
    {"board", "press", "news", "shareholder", "staff", "team", "sales", "company", "prayer", "committee", "cabinet"}
)
FAR = 1000
_SEVERAL = frozenset({"similar", "separate", "own", "parallel", "rival", "competing", "respective", "comparable"})
_NOT_POLITICAL = frozenset({"contract", "transfer", "striker", "goalkeeper", "coach", "club"})


@dataclass(frozen=True, slots=True)
class TalkMention:
    """One telling of a talk.

    `points` marks one that may point back to a talk that is known, over at most `reach` sentences; `sides` one whose
    parties are only pointed to ("the two sides met"); `within` is the head token of the talk in whose clause it stands,
    if any; `trip` says that a visit included it, `also` that one more is told beside another; `fresh`
    and `former` tell it apart from those known.
    """

    head: Token
    wording: TalkWording
    standing: Standing
    parties: Actors
    mediators: Actors
    hosts: Actors
    date: Date | None
    place: Place | None
    format: TalkFormat | None
    level: Level | None
    round: int | None
    agenda: tuple[str, ...]
    points: bool
    reach: int
    sides: bool
    trip: bool
    also: bool
    fresh: bool
    former: bool
    within: int | None
    fired: tuple[Trace, ...]


def talk_mentions(doc: Document, at: Context, args: Arguments, book: Talkbook) -> tuple[TalkMention, ...]:
    """All tellings of talks, in the order of the words."""
    found: list[TalkMention] = []
    heads: set[int] = set()
    for t in book.talks.met(doc):
        for _, wording in book.talks.fitting(doc, t):
            made = (
                _noun(doc, t, wording, at, args, book) if t.pos not in VERBS else _verb(doc, t, wording, at, args, book)
            )
            if made is not None:
                made = _nested(doc, made, heads)
                heads.add(t.i)
                found.extend(_each_by_itself(doc, made, args))
                break
    return tuple(m for m in found if not m.wording.alone or _alone(m, found))


def _alone(m: TalkMention, found: Iterable[TalkMention]) -> bool:
    """Whether nothing else is told of talks between the sides: where there were any, a deal is their outcome."""
    if len(m.parties) < 2:
        return False
    return not any(not o.parties or set(o.parties) & set(m.parties) for o in found if not o.wording.alone)


def _each_by_itself(doc: Document, m: TalkMention, args: Arguments) -> tuple[TalkMention, ...]:
    """As in "Borduria and Syldavia made similar mediation attempts": an attempt each, the later ones at their names."""
    about = {k.lower for k in doc.kids(m.head, "amod")}
    if m.head.tag != "NNS" or len(m.mediators) < 2 or not about & _SEVERAL:
        return (m,)
    names = {a: f.head for f in args.cast.found for a in f.actors if doc.tokens[f.head].sentence == m.head.sentence}
    own = [(a, doc.tokens[names[a]]) for a in m.mediators if a in names]
    return tuple(replace(m, mediators=(a,), head=m.head if n == 0 else word) for n, (a, word) in enumerate(own))


def _nested(doc: Document, m: TalkMention, heads: set[int]) -> TalkMention:
    """Note in which talk's relative clause a telling stands: "talks at which X met Y" are one."""
    cur, passed = m.head, False
    for up in doc.path_up(m.head):
        passed = passed or cur.dep in {"relcl", "acl"}
        if up.i in heads and passed:
            return replace(m, within=up.i)
        if up.pos in VERBS:
            return m
        cur = up
    return m


def _noun(
    doc: Document, t: Token, wording: TalkWording, at: Context, args: Arguments, book: Talkbook
) -> TalkMention | None:
    if not _is_talk_noun(doc, t, wording, args):
        return None
    main = main_clause(doc, t)
    parts = (
        _mediating_noun(doc, t, wording, args, book) if wording.kind != "named" else parts_of_noun(doc, t, args, book)
    )
    if wording.kind == "mediating" and not parts.mediators and t.dep == "pobj":
        return None
    has_part = main is not None and part_of_clause(doc, main, book) is not None
    definite = is_definite(doc, t) or bool(doc.kids(t, "poss"))
    standing = standing_of_noun(doc, at, t, main, has_part, definite, book)
    if standing is None:
        return None
    _asking(args, standing, parts)
    told = tuple(clauses(doc, t))
    format_, level, fired = manner_of(doc, t, main.verb if main else None, book)
    telling = main is not None and (has_part or parts.visit)
    place = place_of(at, t, main.verb if main and (telling or parts.amid) else None, parts.visit)
    return TalkMention(
        head=t, wording=wording, standing=_with_own(standing, wording),
        parties=_parties(parts), mediators=tuple(parts.mediators), hosts=tuple(parts.hosts),
        date=at.when(t) or (at.when(main.verb) if main and (telling or main.place == "subject") else None), place=place,
        format=format_ or wording.format or (TalkFormat.VISIT if parts.visit else None), level=level or wording.level,
        round=round_of(doc, t), agenda=agenda_of(doc, t, told, args) if parts.parties or not wording.weak else (),
        points=definite or (main is not None and main.place in {"subject", "passive"}) or _led_by_place(doc, t, args),
        sides=False, reach=FAR, trip=parts.trip, also=main is not None and _also(doc, main.verb),
        fresh=is_fresh(doc, t), former=is_former(doc, t), within=None,
        fired=(Trace("talk", wording.id, t.start, t.end), *parts.fired, *fired, *_trace(standing)),
    )  # fmt: skip


def _also(doc: Document, verb: Token) -> bool:
    return any(k.lower in {"also", "too"} for k in doc.kids(verb, "advmod"))


def _is_talk_noun(doc: Document, t: Token, wording: TalkWording, args: Arguments) -> bool:
    if t.dep in {"compound", "nmod", "amod"} or (t.i in args.cast.covered and not args.cast.covered[t.i].modifier):
        return False
    about = {k.lemma for k in doc.kids(t, "compound", "amod", "nmod", "poss")}
    topics = {o.lemma for p in doc.kids(t, "prep") for o in doc.kids(p, "pobj")}
    return not about & _COMPANY and not topics & _NOT_POLITICAL and not topics & wording.not_after


def _led_by_place(doc: Document, t: Token, args: Arguments) -> bool:
    """As in "the Klow meeting": a place before the noun tells which is meant."""
    return any(k.i in args.cast.places for k in doc.kids(t, "compound", "nmod"))


def _mediating_noun(doc: Document, t: Token, wording: TalkWording, args: Arguments, book: Talkbook) -> Parts:
    """Who mediates or invites, by a noun of doing so, and between whom."""
    parts = Parts()
    frame = frame_of(doc, t)
    doers = args.first(frame, ("subject", "owner", "by"))
    parts.take("mediator" if wording.kind == "mediating" else "host", may_talk(args, doers))
    main = main_clause(doc, t)
    if main is not None and (part := part_of_clause(doc, main, book)) is not None and part.part != "party":
        parts.take(part.part, may_talk(args, args.who.of_all(clause_doers(doc, main))), main.verb, part.id)
    named = tuple(a for k in doc.kids(t, "prep") if k.lower in wording.parties for a in between(doc, k, args))
    parts.take("party", may_talk(args, (a for a in named if a not in doers)))
    return parts


def _asking(args: Arguments, standing: Standing, parts: Parts) -> None:
    """Whoever offers, refuses or plans a talk is a party to it where the other side stands with it."""
    wording, word = standing.wording, standing.word
    if wording is None or word is None or word.pos not in VERBS:
        return
    frame = frame_of(args.doc, word)
    who = may_talk(args, args.who.of_all(frame.subjects))
    if wording.subject == "host":
        parts.take("host", who)
        parts.take("party", may_talk(args, (a for a in args.who.of_all(frame.objects) if a not in who)))
    elif wording.subject == "party" and len(parts.parties) < 2 and not (parts.mediators or parts.hosts):
        parts.take("party", who)


def _verb(
    doc: Document, t: Token, wording: TalkWording, at: Context, args: Arguments, book: Talkbook
) -> TalkMention | None:
    if t.dep in {"amod", "compound"} or (wording.agenda and t.dep == "advcl"):
        return None
    frame = _with_all_subjects(doc, _without_antecedent(doc, frame_of(doc, t)))
    if not _object_fits(frame, wording, args, book):
        return None
    parts = Parts()
    used = named_parts(doc, (t,), args, book, parts)
    if not _verb_parts(doc, frame, wording, args, book, parts, used):
        return None
    standing = standing_of_verb(doc, at, t, book, wording.kind == "mediating")
    if standing is None:
        return None
    format_, level, fired = manner_of(doc, t, t, book)
    words = {k.lower for k in doc.kids(t, "advmod", "npadvmod")}
    again = bool(words & {"again"}) or any(x.lower == "second" for k in doc.kids(t, "npadvmod") for x in doc.kids(k))
    return TalkMention(
        head=t, wording=wording, standing=_progressive(doc, t, _with_own(standing, wording)),
        parties=_parties(parts), mediators=tuple(parts.mediators), hosts=tuple(parts.hosts),
        date=at.when(t), place=place_of(at, t, None, wording.format is TalkFormat.VISIT),
        format=format_ or wording.format, level=level or wording.level, round=None,
        agenda=verb_topics(doc, t, wording.agenda, args), points=True, reach=_reach(frame),
        sides=len(parts.parties) < 2, trip=False, also=_also(doc, t),
        fresh=again, former=False, within=None,
        fired=(Trace("talk", wording.id, t.start, t.end), *parts.fired, *fired, *_trace(standing)),
    )  # fmt: skip


def _without_antecedent(doc: Document, frame: Frame) -> Frame:
    """As in "the hall in which they met": the hall is no object of theirs."""
    t = frame.head
    which = any(o.tag == "WDT" for p in doc.kids(t, "prep") for o in doc.kids(p, "pobj"))
    return replace(frame, objects=()) if which and t.dep == "relcl" and not doc.kids(t, "dobj") else frame


def _with_all_subjects(doc: Document, frame: Frame) -> Frame:
    """As in "Ruritania and Syldavia, meeting in Klow": both meet, though the parser hangs it on the last."""
    if frame.head.dep == "appos" and frame.head.tag == "VBG" and not frame.subjects:
        return replace(frame, subjects=(doc.head(frame.head),))
    if frame.head.dep != "acl" or not frame.subjects or frame.subjects[0].dep != "conj":
        return frame
    top = frame.subjects[0]
    while top.dep == "conj":
        top = doc.head(top)
    return replace(frame, subjects=(top,))


def _object_fits(frame: Frame, wording: TalkWording, args: Arguments, book: Talkbook) -> bool:
    """Whether a verb's object lets it tell of a talk; a talk's noun there is a telling of its own."""
    lemmas = {o.lemma for o in frame.objects}
    if lemmas & wording.not_objects or (wording.objects and not lemmas & wording.objects):
        return False
    if wording.not_after & {o.lemma for _, after in frame.preps for o in after}:
        return False
    if wording.agenda or wording.objects:
        return True
    talks = any(book.talks.of(o) for o in frame.objects if o.pos not in VERBS)
    actors = args.who.of_all(frame.objects)
    return not talks and (not frame.objects or bool(actors) or any(o.lemma in SIDES for o in frame.objects))


def _verb_parts(
    doc: Document, frame: Frame, wording: TalkWording, args: Arguments, book: Talkbook, parts: Parts, used: set[int]
) -> bool:
    """Note the parts by a verb; False where the counterpart is nobody who may be a side ("talked to reporters").

    `used` are the prepositions that have named parts already ("with Borduria as mediator").
    """
    doers = sides_at(args, frame.subjects) or who_came(doc, frame, args)
    counter = [o for p in wording.parties for o in (frame.objects if p == "object" else frame.after(p))]
    counter = [o for o in counter if o.head not in used]
    if wording.objects or wording.agenda:
        counter = [o for o in counter if o not in frame.objects] + _between(args, frame)
    others = tuple(a for a in sides_at(args, counter) if a not in doers) or him(doc, counter, doers, args)
    match wording.kind:
        case "meeting":
            if (counter and not others and not _any_sides(counter)) or frame.passive:
                return False
            if len({*doers, *others}) > 1 or _any_sides(counter):
                parts.take("party", (*doers, *others))
                return True
            return _any_sides(_with_joined(doc, frame.subjects))
        case "mediating":
            parts.take("mediator", doers)
            parts.take("party", others)
            told = bool(doers) or any(book.talks.of(s) for s in frame.subjects)
            return told and (bool(others) or _any_sides(counter))
        case _:
            parts.take("host", doers)
            parts.take("party", others)
            if wording.kind == "receiving" or len(others) == 1:
                parts.take("party", doers)
            return bool(doers and others)


def _between(args: Arguments, frame: Frame) -> list[Token]:
    return [
        x
        for first in frame.objects
        for o in (first, *args.doc.kids(first, "conj"))
        for p in args.doc.kids(o, "prep")
        if p.lower in {"between", "among", "with"}
        for x in args.doc.kids(p, "pobj")
    ]


def _with_joined(doc: Document, tokens: Iterable[Token]) -> Iterator[Token]:
    """Phrases with what is joined to them and what they are of: "commanders of both sides"."""
    for t in tokens:
        yield t
        yield from doc.kids(t, "conj")
        of = (o for p in doc.kids(t, "prep") if p.lower in {"of", "from"} for o in doc.kids(p, "pobj"))
        yield from (x for o in of for x in (o, *doc.kids(o, "conj")))


def _any_sides(tokens: Iterable[Token]) -> bool:
    return any(t.lemma in SIDES or t.lower in SIDES for t in tokens)


def _reach(frame: Frame) -> int:
    """How far back sides that are pointed to may lie: a mere pronoun reaches no further than the sentence before."""
    return 1 if all(s.pos == "PRON" for s in frame.subjects) and frame.subjects else FAR


def _progressive(doc: Document, t: Token, standing: Standing) -> Standing:
    """As in "are negotiating": it goes on."""
    now = any(k.tag in {"VBZ", "VBP"} and k.lemma == "be" for k in doc.kids(t, "aux"))
    if t.tag == "VBG" and now and standing.reality in REAL and not is_passive(doc, t):
        return Standing(standing.reality, Outcome.ONGOING, standing.judged, standing.word, standing.wording)
    return standing


def _with_own(standing: Standing, wording: TalkWording) -> Standing:
    """The outcome that a talk's word has in itself: an invitation is a prospect, a brokered truce an agreement."""
    if wording.outcome is None or standing.reality not in REAL:
        return standing
    reality = Reality.POSSIBLE if wording.outcome is Outcome.POSSIBLE else standing.reality
    return Standing(reality, wording.outcome, standing.judged, standing.word, standing.wording)


def _parties(parts: Parts) -> Actors:
    """The parties: who mediates is none."""
    return tuple(a for a in parts.parties if a not in parts.mediators)


def _trace(standing: Standing) -> Iterator[Trace]:
    if standing.wording is not None and standing.word is not None:
        yield Trace("talk", standing.wording.id, standing.word.start, standing.word.end)
