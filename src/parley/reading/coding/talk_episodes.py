"""From tellings to episodes: which tellings of a report are of one talk, and what they make together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from parley.reading.actors.cast import Cast
from parley.reading.coding.talk_mentions import TalkMention
from parley.reading.coding.talk_prospects import REAL
from parley.reading.coding.talk_results import Result
from parley.reading.document import Document
from parley.terms.affiliation import Affiliation
from parley.terms.enums import ActorType, How, Outcome, Precision, Reality, TalkFormat
from parley.terms.values import Date, Place

Actors = tuple[str, ...]
_COMING = frozenset({Reality.PLANNED, Reality.POSSIBLE, Reality.THREATENED})
_WIDE = frozenset({Precision.COUNTRY, Precision.REGION, Precision.PROVINCE})
_PARTS = frozenset({ActorType.ORGANISATION, ActorType.GOVERNMENT, ActorType.PERSON})
POLITICAL = frozenset({ActorType.STATE, ActorType.GOVERNMENT, ActorType.ARMED_GROUP, ActorType.PARTY, ActorType.PERSON})
_BY_NAME = frozenset({How.NAME, How.ALIAS, How.TITLE, How.METONYMY})
_NOUNS = frozenset({"NOUN", "PROPN"})
_NAMES = ("parties", "mediators", "hosts")
LOOK_BACK = 32
"""Episodes, the first and the latest each, against which one more telling is held."""
_NEAR = 2
"""Sentences within which a telling without sides of its own may point back."""


class Sides:
    """Who may be the same side within one report: one who stands for another counts as that other."""

    def __init__(self, cast: Cast, told: Iterable[Affiliation] = ()) -> None:
        self._cast, self._told = cast, tuple(told)
        self._reach: dict[str, frozenset[str]] = {}

    def reach(self, who: str) -> frozenset[str]:
        """Everybody for whom an actor stands, itself included."""
        if who not in self._reach:
            self._reach[who] = frozenset(self._all(who))
        return self._reach[who]

    def _all(self, who: str) -> set[str]:
        seen, todo = {who}, [who]
        while todo:
            for whom in self._stands_for(todo.pop()):
                if whom not in seen:
                    seen.add(whom)
                    todo.append(whom)
        return seen

    def _stands_for(self, who: str) -> Iterator[str]:
        yield from (a.whom for a in (*self._cast.affiliations, *self._told) if a.who == who)
        entry = self._cast.gazetteer.entries.get(who)
        if entry is not None:
            yield from (o.of for o in entry.offices)
            yield from (g.what for g in entry.governs)
            if entry.parent and entry.type in _PARTS:
                yield entry.parent

    def one(self, a: str, b: str) -> bool:
        """Whether two may be the same side."""
        return a == b or b in self.reach(a) or a in self.reach(b)

    def several(self, actors: Sequence[str]) -> bool:
        """Whether some actors are more than one side."""
        return any(not self.one(actors[0], a) for a in actors[1:]) if actors else False

    def named_before(self, doc: Document, at: int) -> Actors:
        """Who is named in a sentence before a place in it: the subjects, however the parser hangs them together."""
        sentence = next((s for s in doc.sentences if s.start <= at < s.end), None)
        if sentence is None:
            return ()
        words = (t.i for t in doc.words(sentence) if t.start < at)
        found = (f for i in words if (f := self._cast.covered.get(i)) is not None and f.head == i)
        named = (f for f in found if f.how in _BY_NAME and not f.modifier)
        return tuple(dict.fromkeys(a for f in named for a in f.actors if self._cast.type_of(a) in POLITICAL))

    def within(self, few: Iterable[str], many: Iterable[str]) -> bool:
        """Whether each of a few is one of many."""
        pool = tuple(many)
        return all(any(self.one(a, b) for b in pool) for a in few)


@dataclass(eq=False)
class Episode:
    """One talk while its tellings are gathered; what all of them say is kept up with each that is added."""

    mentions: list[TalkMention] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)
    heads: set[int] = field(default_factory=set)
    realities: dict[Reality, None] = field(default_factory=dict)
    places: dict[Place, None] = field(default_factory=dict)
    rounds: set[int] = field(default_factory=set)
    date: Date | None = None
    begun: str | None = None
    over: str | None = None
    apart: bool = False
    visit: bool = False
    _actors: dict[str, dict[str, None]] = field(default_factory=lambda: {name: {} for name in _NAMES})

    def add(self, m: TalkMention) -> None:
        """Take in one more telling; `begun` is the latest start told and `over` the earliest end."""
        self.mentions.append(m)
        self.heads.add(m.head.i)
        self.realities.setdefault(m.standing.reality)
        for name, kept in self._actors.items():
            kept.update(dict.fromkeys(getattr(m, name)))
        if m.place is not None:
            self.places.setdefault(m.place)
        if m.round is not None:
            self.rounds.add(m.round)
        if m.date is not None:
            self.date = self.date or m.date
            self.begun = max(filter(None, (self.begun, m.date.start)), default=None)
            self.over = min(filter(None, (self.over, m.date.end)), default=None)
        self.apart = self.apart or m.former or m.fresh
        self.visit = self.visit or m.format is TalkFormat.VISIT

    def all(self, name: str) -> Actors:
        """The actors of one part (parties, mediators, hosts) over all tellings, each once."""
        return tuple(self._actors[name])

    @property
    def parties(self) -> Actors:
        """Its parties: who mediates in one telling is no party by another."""
        return tuple(a for a in self._actors["parties"] if a not in self._actors["mediators"])

    @property
    def reality(self) -> Reality:
        """What the tellings make of it: off where one says so, else as the first has it."""
        told = tuple(self.realities)
        real = next((r for r in told if r in REAL), None)
        off = Reality.DID_NOT_HAPPEN if Reality.DID_NOT_HAPPEN in told else None
        return real or off or told[0]

    @property
    def place(self) -> Place | None:
        """The first venue that is told, a town before a country."""
        told = tuple(self.places)
        return next((p for p in told if p.precision not in _WIDE), told[0] if told else None)


def gather(mentions: Sequence[TalkMention], results: Sequence[Result], sides: Sides) -> list[Episode]:
    """The episodes of a report in the order in which they are first told.

    A telling is held against the first and the latest `LOOK_BACK` episodes only, so that long reports stay readable.
    """
    found: list[Episode] = []
    recent: dict[Episode, int] = {}
    for m in mentions:
        known = _in_view(found, recent)
        m = _on_trip(m, known, sides) if m.trip else m
        m = _at_the_same_place(m, known, sides) if m.also else m
        home = _home(m, known, sides)
        if home is None:
            home = Episode()
            m = _inheriting(m, known, sides)
            found.append(home)
        home.add(m)
        _note(recent, home, len(found) - 1)
    _give(results, found, sides)
    return found


def _note(recent: dict[Episode, int], e: Episode, place: int) -> None:
    """Make an episode the latest of those told of; `place` is its own among all where it is new."""
    recent[e] = recent.pop(e, place)
    if len(recent) > LOOK_BACK:
        del recent[next(iter(recent))]


def _in_view(found: Sequence[Episode], recent: Mapping[Episode, int]) -> list[Episode]:
    """The first and the latest episodes, in the order in which they are first told."""
    late = sorted(n for n in recent.values() if n >= LOOK_BACK)
    return [*found[:LOOK_BACK], *(found[n] for n in late)]


def _home(m: TalkMention, found: Sequence[Episode], sides: Sides) -> Episode | None:
    """The latest episode of which a telling may be one more."""
    if m.within is not None:
        for e in found:
            if m.within in e.heads and not _conflict(m, e, nested=True):
                return e
    latest = sorted(found, key=lambda e: -e.mentions[-1].head.i)
    fitting = [e for e in latest if not _conflict(m, e) and _same(m, e, sides)]
    if not fitting or len(m.parties) > 1 or _is_near(m, fitting[0]):
        return fitting[0] if fitting else None
    main = next((e for e in found if e.reality in REAL and sides.several(e.parties)), None)
    return main if main is not None and main in fitting and m.reach > _NEAR else None


def _on_trip(m: TalkMention, found: Sequence[Episode], sides: Sides) -> TalkMention:
    """A meeting that a visit included was held where the visit went, with who was visited as host."""
    for e in reversed(found):
        if e.visit and m.place is None and m.parties and any(sides.within((a,), e.parties) for a in m.parties):
            return replace(m, place=e.place, hosts=tuple(dict.fromkeys((*m.hosts, *e.all("hosts")))))
    return m


def _at_the_same_place(m: TalkMention, found: Sequence[Episode], sides: Sides) -> TalkMention:
    """As in "X also held talks with the delegation", told right after its meeting: where that was, by whose leave."""
    if m.place is not None or m.mediators or m.hosts or m.date is not None:
        return m
    for e in reversed(found):
        shared = any(sides.within((a,), e.parties) for a in m.parties)
        if shared and e.reality in REAL and m.head.sentence - e.mentions[-1].head.sentence <= 1:
            others = tuple(a for a in e.all("mediators") if a not in m.parties)
            hosts = tuple(a for a in e.all("hosts") if a not in m.parties)
            return replace(m, place=e.place, mediators=others, hosts=hosts)
    return m


def _inheriting(m: TalkMention, found: Sequence[Episode], sides: Sides) -> TalkMention:
    """One more talk of sides that are only pointed to ("the two sides met again", "a further round"): of those before.

    Of the talks before, one that whoever mediates or hosts now had a part in comes first, then the nearest, then the
    first that the report tells of.
    """
    pointed = (m.sides and m.reach > _NEAR) or (m.fresh and not m.former) or _one_of_rounds(m)
    if not pointed or len(m.parties) > 1:
        return m
    helpers = {*m.mediators, *m.hosts}
    known = [e for e in found if sides.several(e.parties) and not helpers & set(e.parties)]
    known.sort(key=lambda e: -e.mentions[-1].head.i if _is_near(m, e) else 0)
    known.sort(key=lambda e: not helpers & {*e.all("mediators"), *e.all("hosts")})
    if not known or not set(m.parties) <= set(known[0].parties):
        return m
    return replace(m, parties=tuple(a for a in known[0].parties if a not in m.mediators))


def _one_of_rounds(m: TalkMention) -> bool:
    """As in "a third round", "an earlier round in Klow": of the process that the report is about."""
    return m.head.lemma == "round" and (m.round is not None or m.fresh or m.former)


def _same(m: TalkMention, e: Episode, sides: Sides) -> bool:
    mine, theirs = m.parties, e.parties
    undated = not m.points and m.date is None and e.date is not None
    if undated and len(mine) > 1 and len(theirs) > 1 and set(m.mediators) - set(e.all("mediators")):
        return False  # "held talks with both", told without "the" after dated talks of theirs: others
    if len(mine) > 1 and len(theirs) > 1:
        if m.head.pos not in _NOUNS and not m.sides and _apart_from_others(mine, theirs, sides):
            return False
        return sides.within(mine, theirs) or (sides.within(theirs, mine) and m.points and _is_near(m, e))
    near = _is_near(m, e)
    if m.wording.kind in {"mediating", "hosting"} and m.head.pos in _NOUNS and not mine and not m.fresh:
        return bool({*m.mediators, *m.hosts} & {*e.all("mediators"), *e.all("hosts")}) or not (m.mediators or m.hosts)
    if m.sides and not mine and len(theirs) > 1:
        return near or (e.reality in REAL and m.reach > _NEAR)
    if not m.points or (m.standing.wording is not None and not near):
        return False
    if len(mine) > 1:
        return near and bool(theirs or e.mentions[-1].points) and sides.within(theirs, mine)
    if e.reality not in REAL and not near:
        return False
    return sides.within(mine, (*theirs, *e.all("mediators"), *e.all("hosts"))) or (near and not mine)


def _apart_from_others(mine: Actors, theirs: Actors, sides: Sides) -> bool:
    """As in "X met Y alone" of the talks of X, Y and Z: two of three sides who meet are a meeting of their own."""
    others = [a for a in theirs if not any(sides.one(a, b) for b in mine)]
    return bool(others) and sides.several(mine) and not sides.within(others, mine)


def _is_near(m: TalkMention, e: Episode) -> bool:
    return m.head.sentence - e.mentions[-1].head.sentence <= min(_NEAR, m.reach)


def _conflict(m: TalkMention, e: Episode, nested: bool = False) -> bool:
    """Whether a telling can be of no such episode: another time, venue, round or mediator, or one more talk."""
    if _footing_differs(m, e) and not nested:
        return True
    if m.former or (m.fresh and e.realities.keys() & REAL):
        return True
    apart = e.apart and not nested and not m.fresh
    if apart and (m.parties or not _is_near(m, e)):
        return True
    if m.round is not None and e.rounds - {m.round}:
        return True
    if m.mediators and e.all("mediators") and not set(m.mediators) & set(e.all("mediators")):
        return True
    return _dates_differ(m.date, e) or any(_places_differ(m.place, p) for p in e.places)


def _footing_differs(m: TalkMention, e: Episode) -> bool:
    mine, theirs = m.standing.reality, e.reality
    if mine in REAL and theirs in _COMING and m.points and not m.parties and _is_near(m, e):
        return False
    if (mine in REAL) == (theirs in REAL):
        moved_on = m.points or m.standing.outcome is Outcome.CANCELLED
        return mine not in REAL and (mine in _COMING) != (theirs in _COMING) and not moved_on
    return True


def _dates_differ(d: Date | None, e: Episode) -> bool:
    """Whether a date lies before or after one that an episode has."""
    if d is None:
        return False
    if d.end is not None and e.begun is not None and d.end < e.begun:
        return True
    return e.over is not None and d.start is not None and e.over < d.start


def _places_differ(a: Place | None, b: Place | None) -> bool:
    if a is None or b is None or a.name == b.name:
        return False
    if (a.precision in _WIDE) != (b.precision in _WIDE):
        return bool(a.countries and b.countries and not set(a.countries) & set(b.countries))
    return True


def _give(results: Sequence[Result], found: Sequence[Episode], sides: Sides) -> None:
    """Give every result to the talk that it is told of, if that took place."""
    told: dict[int, dict[int, None]] = {}
    fired: dict[int | None, dict[int, None]] = {}
    for n, e in enumerate(found):
        for m in e.mentions:
            told.setdefault(m.head.sentence, {})[n] = None
            fired.setdefault(m.fired[0].start, {})[n] = None
    for r in results:
        if r.mention is not None:
            for n in fired.get(r.mention, ()):
                found[n].results.append(r)
            continue
        near = (n for back in range(_NEAR + 1) for n in sorted(told.get(r.word.sentence - back, ()), reverse=True))
        home = next((found[n] for n in near if _may_end(found[n], r, sides)), None) or _told_after(
            r, told, found, sides
        )
        if home is not None:
            home.results.append(r)


def _told_after(
    r: Result, told: Mapping[int, Mapping[int, None]], found: Sequence[Episode], sides: Sides
) -> Episode | None:
    """As in "X and Y signed a truce. W had brokered the talks": the talk is told after what came of it."""
    if len(r.sides) < 2:
        return None
    after = (n for on in range(1, _NEAR + 1) for n in told.get(r.word.sentence + on, ()))
    return next((found[n] for n in after if not found[n].results and _may_end(found[n], r, sides)), None)


def _may_end(e: Episode, r: Result, sides: Sides) -> bool:
    """Whether a result may be that of an episode: it took place, between the sides that the result names."""
    return e.reality in REAL and (not r.sides or (len(r.sides) > 1 and sides.within(r.sides, e.parties)))
