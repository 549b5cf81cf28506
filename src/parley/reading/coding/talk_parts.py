"""Who has which part in a talk: its parties, who mediates, who hosts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from parley.reading.coding.arguments import Arguments
from parley.reading.coding.counterparts import at_the_table
from parley.reading.coding.talk_grammar import Clause, clauses, doers, prefixed, top_of
from parley.reading.coding.talkbook import PartWording, Talkbook
from parley.reading.coding.tie_ends import seat_of
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import Frame, frame_of, together
from parley.terms.enums import ActorType, How
from parley.terms.values import Trace

Actors = tuple[str, ...]
_NEVER = frozenset({ActorType.MEDIA, ActorType.POPULATION, ActorType.REGION})
SIDES = frozenset({
    "they", "side", "party", "delegation", "participant", "two", "both", "rival", "counterpart", "foe",
    "leader", "all", "pair", "enemy", "adversary",
})  # fmt: skip
"""Words that point to the parties of a talk without naming them."""
_NAMELESS = frozenset({"side", "party", "participant", "foe", "rival", "counterpart", "enemy", "adversary"})
"""Those of them whose owners are not told by the words about them."""
_COUNTED = frozenset({"they", "two", "both", "all", "pair"})
"""Those that stand for more than one side, or for none that is known."""
_FACTIONS = frozenset(
    {"faction", "group", "camp", "militia", "force", "leader", "clan", "tribe", "warlord", "rebel", "community"}
)
_OTHERS = frozenset({"opposition"})
"""Sides of which no country is told, being of the other's."""
_AUDIENCE = frozenset({
    "reporters", "journalists", "correspondents", "media", "press", "newsmen", "crowd", "crowds", "supporters",
    "followers", "fans", "pilgrims", "voters", "students", "pupils", "residents", "villagers", "people",
    "viewers", "readers", "listeners", "patients", "customers", "employees", "shareholders", "soldiers",
    "troops", "refugees", "victims", "relatives", "families", "worshippers", "players", "workers", "children",
    "teachers", "nurses", "tourists", "visitors", "passengers",
})  # fmt: skip
"""Groups that are spoken to rather than negotiated with."""
_NAMED = frozenset({How.NAME, How.ALIAS, How.TITLE})
_FAMILY = frozenset({
    "husband", "wife", "mother", "father", "son", "daughter", "brother", "sister", "parents", "fiance", "girlfriend",
    "boyfriend", "friend", "neighbour", "neighbor", "lawyer", "doctor", "teacher",
})  # fmt: skip
"""Whom people meet in private."""
_WATCHING = frozenset(
    {"analyst", "analysts", "expert", "experts", "observer", "observers", "commentator", "commentators"}
)
"""Who speaks of talks without sitting there."""
_MEANS = frozenset({"under", "at", "with", "through", "by", "via", "thanks"})
_VISITS = frozenset(
    {"visit", "travel", "fly", "arrive", "come", "go", "lead", "head", "tour", "return", "send", "dispatch"}
)
_LEADS = frozenset({"lead", "head", "represent"})
_TEAMS = frozenset({"delegation", "team", "side", "mission"})
_TRIPS = frozenset({"visit", "trip", "tour", "stay", "invitation"})
_AIMED = frozenset({"aim", "intend", "design", "mean", "seek"})
_AMID = frozenset({"after", "during", "in", "at", "following"})
HOLDS = frozenset({"include", "involve", "feature", "see", "comprise"})


@dataclass
class Parts:
    """The parts found so far, each actor once in each; `fired` are the wordings that said so."""

    parties: dict[str, None] = field(default_factory=dict)
    mediators: dict[str, None] = field(default_factory=dict)
    hosts: dict[str, None] = field(default_factory=dict)
    fired: list[Trace] = field(default_factory=list)
    visit: bool = False
    trip: bool = False
    amid: bool = False

    def take(self, part: str, actors: Iterable[str], word: Token | None = None, rule: str = "") -> None:
        """Note actors in a part, with the word that says so."""
        held = {"party": self.parties, "mediator": self.mediators, "host": self.hosts}.get(part)
        found = tuple(actors)
        if held is None or not found:
            return
        held.update(dict.fromkeys(found))
        if word is not None:
            self.fired.append(Trace("talk", rule, word.start, word.end))


def may_talk(args: Arguments, actors: Iterable[str]) -> Actors:
    """Those of them who may be a side of a talk: no media, no populations, no regions, nobody who merely listens."""
    return tuple(a for a in actors if args.cast.type_of(a) not in _NEVER and not _listens(args, a))


def _listens(args: Arguments, actor: str) -> bool:
    described = args.cast.actors[actor].described_as if actor in args.cast.actors else None
    if described is not None and described.split()[-1].lower() in _FAMILY | _WATCHING:
        return True
    if args.cast.type_of(actor) is not ActorType.GROUP:
        return False
    return args.cast.actors[actor].name.split()[-1].lower() in _AUDIENCE


def between(doc: Document, prep: Token, args: Arguments) -> Actors:
    """The actors after "between" and the like; sides that are only described are a group of their own."""
    found: dict[str, None] = {}
    for o in (*_listed(doc, prep), *(x for c in doc.kids(prep, "pcomp") for x in doc.kids(c, "dobj"))):
        here = args.who.of(o) or seat_of(args, o)
        if not here and o.lemma in _FACTIONS and o.tag == "NNS":
            here = _described(doc, o, args)
        if o.lemma in _OTHERS and found and found.keys() >= set(here):
            here = _of_the_same_land(o, next(iter(found)), args)
        found.update(dict.fromkeys(here))
    return tuple(found)


def _listed(doc: Document, prep: Token) -> Iterator[Token]:
    """What stands after a preposition, and what is joined to it that has no actor of its own yet."""
    for o in doc.kids(prep, "pobj"):
        yield o
        yield from (c for c in doc.kids(o, "conj") if c.lemma in _OTHERS)


def _of_the_same_land(o: Token, other: str, args: Arguments) -> Actors:
    """As in "between Syldavia's government and the opposition": that of the same country."""
    land = args.cast.country_of(other)
    if land is None:
        return ()
    return (args.cast.coin(o.lower, ActorType.GROUP, country=land, described=o.lower),)


def _described(doc: Document, o: Token, args: Arguments) -> Actors:
    """As in "between rival Syldavian factions": those factions, where it is told of what country they are."""
    lands = [
        a for k in doc.kids(o, "amod", "compound") if k.i in args.cast.covered for a in args.cast.covered[k.i].actors
    ]
    if not lands:
        return ()
    up = doc.head(o)
    first = up.i if up.tag == "VBG" and o.i - up.i < 3 else min(k.i for k in doc.subtree(o))
    name = " ".join(t.text for t in doc.tokens[first : o.i + 1] if t.pos != "DET")
    return (args.cast.coin(name, ActorType.GROUP, country=args.cast.country_of(lands[0]), described=name),)


def _each(args: Arguments, t: Token) -> Actors:
    """The actors of a phrase; of "the ministers of Ruritania and Syldavia", both."""
    if t.tag == "NNS":
        of = args.who.of_all(
            o
            for first in args.doc.kids(t, "prep")
            for p in (first, *args.doc.kids(first, "conj"))
            if p.lower in {"of", "from"}
            for o in args.doc.kids(p, "pobj")
        )
        if len(of) > 1:
            return of
    return args.who.of(t)


def _before_and(args: Arguments, t: Token) -> Iterator[str]:
    """As in "former governor of Klow X and the minister Y": X too, whom the parser makes a part of Klow's name."""
    for k in args.doc.kids(t, "nmod", "compound"):
        joint = next((c for c in args.doc.kids(k, "cc") if k.i < c.i < t.i), None)
        before = args.cast.covered.get(joint.i - 1) if joint is not None else None
        if before is not None and before.how in _NAMED and args.cast.type_of(before.actors[0]) is ActorType.PERSON:
            yield from before.actors


def sides_at(args: Arguments, tokens: Iterable[Token]) -> Actors:
    """The actors at some words that may be sides; "the sides" that lead to one actor only are not known."""
    found: dict[str, None] = {}
    for t in tokens:
        here = may_talk(args, (*_before_and(args, t), *(_each(args, t) or seat_of(args, t))))
        if t.lemma not in _NAMELESS and (t.lower not in _COUNTED or len(here) > 1):
            found.update(dict.fromkeys(here))
    return tuple(found)


def who_came(doc: Document, frame: Frame, args: Arguments) -> Actors:
    """As in "X travelled to Klow with two ministers. They discussed": whoever the sentence before is about."""
    here = frame.head.sentence
    if here == 0 or not any(s.lower == "they" for s in frame.subjects):
        return ()
    roots = [t for t in doc.words(doc.sentences[here - 1]) if t.head == t.i and t.lemma in _VISITS]
    return sides_at(args, (s for t in roots for s in frame_of(doc, t).subjects))


def him(doc: Document, counter: Iterable[Token], doers: Actors, args: Arguments) -> Actors:
    """As in "the minister received him": never the minister himself, but the person named last before."""
    who = next((t for t in counter if t.lower in {"him", "her"}), None)
    if who is None:
        return ()
    floor = doc.sentences[max(who.sentence - 1, 0)].first
    found = (args.cast.by_head.get(i) for i in range(who.i - 1, floor - 1, -1))
    people = (f for f in found if f is not None and f.how in _NAMED and not f.modifier)
    named = (a for f in people for a in f.actors if args.cast.type_of(a) is ActorType.PERSON and a not in doers)
    return tuple(named)[:1]


def parts_of_noun(doc: Document, t: Token, args: Arguments, book: Talkbook) -> Parts:
    """The parts in a talk that a noun names."""
    parts = Parts()
    told = tuple(clauses(doc, t))
    for c in told:
        _of_clause(doc, c, args, book, parts)
    as_what = named_parts(doc, (t, top_of(doc, t), *(c.verb for c in told)), args, book, parts)
    _own_parties(doc, t, args, parts, as_what)
    if len(parts.parties) < 2:
        _visitors(doc, told[:1], args, parts)
    if not parts.mediators:
        parts.take("party", may_talk(args, at_the_table(doc, t, args, parts.parties)))
    return parts


def _of_clause(doc: Document, c: Clause, args: Arguments, book: Talkbook, parts: Parts) -> None:
    wording = part_of_clause(doc, c, book)
    if wording is None:
        return
    if c.place == "prefixed":
        found = prefixed(doc, c.verb, args)
    else:
        found = sides_at(args, doers(doc, c)) if wording.part == "party" else args.who.of_all(doers(doc, c))
    parts.take(wording.part, found, c.verb, wording.id)


def part_of_clause(doc: Document, c: Clause, book: Talkbook) -> PartWording | None:
    """What part the doer of a clause has in the talk that stands at its place, by the longest wording that fits."""
    if c.place == "subject":
        return None
    for words, wording in book.parts.fitting(doc, c.verb):
        as_participle = c.place in {"passive", "prefixed"}
        if (as_participle or not wording.participle) and (as_participle or c.place == "object" or c.place in words):
            return wording
    return None


def named_parts(doc: Document, holders: Iterable[Token], args: Arguments, book: Talkbook, parts: Parts) -> set[int]:
    """Parts named by nouns: "under the auspices of", "with X as mediator"; gives the prepositions used up so."""
    used: set[int] = set()
    for holder in {h.i: h for h in holders}.values():
        preps = [k for k in doc.kids(holder, "prep") if k.pos in {"ADP", "SCONJ"}]
        for prep in preps:
            for noun in (*doc.kids(prep, "pobj"), *doc.kids(prep, "pcomp")):
                used |= _named_part(doc, prep, noun, preps, args, book, parts)
    return used


def _named_part(
    doc: Document, prep: Token, noun: Token, preps: list[Token], args: Arguments, book: Talkbook, parts: Parts
) -> set[int]:
    wording = next((w for _, w in book.parts.fitting(doc, noun)), None)
    if wording is None or wording.part == "party" or noun.pos in {"PROPN"}:
        return set()
    if prep.lower == "as":
        holder = next((p for p in reversed(preps) if p.lower == "with" and p.i < prep.i), None)
        if holder is None:
            return set()
        parts.take(wording.part, args.who.of_all(doc.kids(holder, "pobj")), noun, wording.id)
        return {holder.i}
    if prep.lower not in _MEANS:
        return set()
    inner = frame_of(doc, noun)
    owners = args.who.of_all(inner.subjects) if noun.pos == "VERB" else args.owners_of(noun)
    parts.take(wording.part, (*owners, *_as_inside(doc, noun, args)), noun, wording.id)
    return {prep.i}


def _as_inside(doc: Document, noun: Token, args: Arguments) -> Iterator[str]:
    """As in "with Borduria mediating", where the parser makes the name a part of the word."""
    for k in doc.kids(noun, "nsubj"):
        yield from args.who.of(k)


def _own_parties(doc: Document, t: Token, args: Arguments, parts: Parts, used: set[int]) -> None:
    """The parties that hang on the noun itself: between, among, with, whose it is, who describes it."""
    nouns = tuple({n.i: n for n in (t, top_of(doc, t))}.values())
    for noun in nouns:
        for prep in (x for k in doc.kids(noun, "prep") for x in (k, *doc.kids(k, "conj"))):
            if prep.i not in used and prep.lower in {"between", "among", "with", "of", "involving"}:
                found = may_talk(args, between(doc, prep, args))
                if prep.lower != "of" or len(found) > 1:
                    parts.take("party", found)
                    parts.take("party", may_talk(args, _and_with(doc, prep, args)))
        parts.take("party", may_talk(args, _describing(doc, noun, args, parts)))
        if not parts.parties and any(k.lower == "their" for k in doc.kids(noun, "poss")):
            parts.take("party", _theirs(doc, noun, args))
    if not parts.parties:
        aims = (k for noun in nouns for k in doc.kids(noun, "acl") if k.lemma in _AIMED)
        of_aim = (p for k in aims for p in doc.subtree(k) if p.lower == "between")
        parts.take("party", may_talk(args, (a for p in of_aim for a in between(doc, p, args))))
    for c in clauses(doc, t):
        if c.place in {"object", "passive"}:
            verb_preps = [
                k
                for p in (*doc.kids(c.verb, "prep"), *doc.kids(c.verb, "conj"))
                for k in (p, *doc.kids(p, "conj"))
                if k.pos == "ADP"
                and k.lower in {"with", "between", "among"}
                and k.i not in used
                and not together(doc, k)
            ]
            parts.take("party", may_talk(args, (a for k in verb_preps for a in args.who.of_all(doc.kids(k, "pobj")))))
        break


def _theirs(doc: Document, noun: Token, args: Arguments) -> Actors:
    """As in "Ruritania and Syldavia postponed their meeting": several who did so."""
    both = [a for c in clauses(doc, noun) if c.place == "object" for a in sides_at(args, doers(doc, c))]
    return tuple(both) if len(both) > 1 else ()


def _and_with(doc: Document, prep: Token, args: Arguments) -> Iterator[str]:
    """As in "with X, the leader of Y, and with Z", wherever the parser hangs the second one."""
    if prep.lower != "with":
        return
    for t in doc.tokens[prep.i + 2 : doc.sentence_of(prep).last]:
        if t.lower == "with" and t.dep == "conj" and doc.tokens[t.i - 1].lower in {"and", ","}:
            yield from (a for o in doc.kids(t, "pobj") for a in args.who.of(o))


def _describing(doc: Document, noun: Token, args: Arguments, parts: Parts) -> Actors:
    """As in "Hamas-Norway talks", "its meeting": not whoever only stands before a participle ("UN-brokered")."""
    intra = noun.i > 1 and any(t.lower in {"intra", "inter"} for t in doc.tokens[max(noun.i - 4, 0) : noun.i])
    if intra:
        return ()
    others = {*parts.mediators, *parts.hosts}
    kids = doc.kids(noun, "poss", "amod", "compound", "nmod")
    found = [a for k in kids if k.pos not in {"VERB"} for inner in (k, *_hyphened(doc, k)) for a in _named(inner, args)]
    return tuple(a for a in dict.fromkeys(found) if a not in others)


def _hyphened(doc: Document, k: Token) -> Iterator[Token]:
    yield from doc.kids(k, "amod", "compound", "nmod", "conj", "npadvmod")


def _named(t: Token, args: Arguments) -> Actors:
    found = args.cast.covered.get(t.i)
    if found is not None:
        return found.actors
    return args.who.of(t) if t.pos in {"NOUN", "PRON"} and t.dep == "poss" else ()


def _visitors(doc: Document, main: Iterable[Clause], args: Arguments, parts: Parts) -> None:
    """As in "flew to Klow for talks": the traveller and the state travelled to; and a visit that includes a meeting."""
    for c in main:
        if c.verb.lemma in _LEADS and (sent := _sent(doc, c.verb, args)):
            parts.take("party", sent)
        if c.place in {"for", "with", "after", "during", "in"} and c.verb.lemma in _VISITS:
            frame = frame_of(doc, c.verb)
            hosts = _hosting(args, frame) or _hosting(args, _of_object(doc, c.verb))
            if hosts:
                parts.visit = True
                parts.take("party", may_talk(args, args.who.of_all(frame.subjects)))
                parts.take("party", hosts)
                parts.take("host", hosts)
        elif c.place == "for" and c.verb.lemma == "be":
            parts.take("party", may_talk(args, args.who.of_all(frame_of(doc, c.verb).subjects)))
        elif c.place == "object" and c.verb.lemma in HOLDS:
            trips = [s for s in frame_of(doc, c.verb).subjects if s.lemma in _TRIPS]
            parts.trip = any(s.lemma != "invitation" for s in trips)
            parts.take("party", may_talk(args, (a for s in trips for a in _of_trip(doc, s, args, parts))))
        elif c.place in _AMID and not parts.parties:
            frame = frame_of(doc, c.verb)
            both = sides_at(args, (*frame.subjects, *frame.after("with")))
            parts.amid = len(both) > 1
            parts.take("party", both if parts.amid else ())


def _sent(doc: Document, verb: Token, args: Arguments) -> Actors:
    """As in "led the Syldavian delegation in the talks": whose delegation it is."""
    teams = [o for o in doc.kids(verb, "dobj") if o.lemma in _TEAMS]
    return may_talk(args, (a for o in teams for a in (args.owners_of(o) or args.who.of(o))))


def _of_trip(doc: Document, s: Token, args: Arguments, parts: Parts) -> Actors:
    """Whose a visit is; of an invitation, whom it is to, and whose it is hosts."""
    if s.lemma != "invitation":
        return args.owners_of(s)
    parts.take("host", args.owners_of(s))
    return args.who.of_all(frame_of(doc, s).after("to"))


def _hosting(args: Arguments, frame: Frame) -> Actors:
    """The state that is travelled to, by its own name or its capital's."""
    seats = (args.cast.gazetteer.seat(t.text) for t in (*frame.after("to", "in"), *frame.objects))
    found = tuple(dict.fromkeys(args.cast.entry(s) for s in seats if s))
    if found:
        return found
    seen = frame.objects if frame.head.lemma in {"visit", "tour"} else ()
    named = args.who.of_all((*seen, *frame.after("to", "in")))
    return tuple(a for a in named if args.cast.type_of(a) is ActorType.STATE)


def _of_object(doc: Document, verb: Token) -> Frame:
    objects = doc.kids(verb, "dobj")
    return frame_of(doc, objects[0] if objects else verb)
