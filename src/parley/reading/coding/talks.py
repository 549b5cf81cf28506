"""Talks as episodes: who met whom, who brought them together, where, when, about what, and what came of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from parley.reading.assemble import Context, proposal
from parley.reading.coding.arguments import Arguments
from parley.reading.coding.predication import is_past
from parley.reading.coding.talk_delegates import Seats
from parley.reading.coding.talk_episodes import Episode, Sides, gather
from parley.reading.coding.talk_events import with_events
from parley.reading.coding.talk_mentions import TalkMention, talk_mentions
from parley.reading.coding.talk_parties import parties_of
from parley.reading.coding.talk_prospects import OF_REALITY, REAL
from parley.reading.coding.talk_results import Result, talk_results
from parley.reading.coding.talk_teams import TeamHead, team_heads, with_heads
from parley.reading.coding.talk_thirds import with_thirds
from parley.reading.document import Document
from parley.terms.bodies import Event, Party, TalkBody
from parley.terms.enums import ActorType, Form, LinkRel, Outcome, Reality, Root
from parley.terms.statement import Proposal
from parley.terms.values import Link, Trace

_FORCE = frozenset({Root.ASSAULT, Root.COERCE, Root.MOBILIZE, Root.PROTEST})
_MADE = frozenset({Root.AGREE, Root.CONCEDE, Root.RETREAT, Root.COOPERATE, Root.SUPPORT})


def talks(
    doc: Document,
    at: Context,
    args: Arguments,
    events: Sequence[Proposal],
    held: Sequence[Proposal] = (),
    day: str | None = None,
) -> tuple[Proposal, ...]:
    """Every talk that a report tells of, one proposal an episode, in the order in which they are first told.

    `held` are the roles that the report tells, `day` the ISO day of its publication, if known: they say for whom
    people sat at the table. A word that the events' stage reads as an act of force ("an engagement with rebels") is
    no talk.
    """
    book = at.books.talks
    force = {p.head.start for p in events if isinstance(p.body, Event) and p.body.type in _FORCE}
    seats = Seats(args, held, day)
    sides = Sides(args.cast, seats.affiliations)
    named = tuple(m for m in talk_mentions(doc, at, args, book) if m.head.start not in force)
    mentions = with_events(doc, at, args, events, named, sides)
    if not mentions:
        return ()
    results = talk_results(doc, at, args, book, mentions)
    deeds = sorted((p for p in events if isinstance(p.body, Event) and p.body.type in _MADE), key=_start)
    mentions = tuple(seats.seated(_with_sides_of_deeds(m, deeds, doc, sides)) for m in mentions)
    mentions = with_thirds(doc, args, tuple(_to_come(m, doc, day) for m in mentions), sides)
    mentions = tuple(_with_sides_of_result(m, results, sides) for m in mentions)
    heads = team_heads(doc, args)
    made = (_proposal(e, at, args, sides, seats, heads) for e in gather(mentions, results, sides))
    return tuple(p for p in made if p is not None)


def _with_sides_of_result(m: TalkMention, results: Sequence[Result], sides: Sides) -> TalkMention:
    """As in "The talks collapsed. X and Y had not reached a deal": those who did or did not are its parties."""
    if m.parties or m.sides or m.standing.reality not in REAL or m.fresh or m.former or m.wording.kind != "named":
        return m
    near = (r for r in results if 0 <= r.word.sentence - m.head.sentence <= 1 and r.word.start > m.head.start)
    found = next((r.sides for r in near if r.mention is None and sides.several(r.sides)), ())
    return replace(m, parties=tuple(a for a in found if a not in {*m.mediators, *m.hosts}))


def _to_come(m: TalkMention, doc: Document, day: str | None) -> TalkMention:
    """As in "they meet on Monday", told the Friday before: it is planned, unless it is told in the past tense."""
    later = day is not None and m.date is not None and m.date.start is not None and m.date.start > day
    if not later or m.standing.reality not in REAL or is_past(doc, m.standing.judged):
        return m
    return replace(m, standing=replace(m.standing, reality=Reality.PLANNED, outcome=Outcome.PLANNED))


def _start(p: Proposal) -> int:
    return p.head.start


def _with_sides_of_deeds(m: TalkMention, deeds: Sequence[Proposal], doc: Document, sides: Sides) -> TalkMention:
    """As in "They signed a truce after talks that Borduria had mediated": the parties are those of the deal.

    `deeds`, such as make deals, are in the order of the words; the deal stands in the same sentence or the one before.
    Only a talk with a mediator or host but no sides asks it.
    """
    if m.parties or m.sides or not (m.mediators or m.hosts) or m.standing.reality not in REAL:
        return m
    here = doc.sentences[m.head.sentence]
    before = doc.sentences[max(m.head.sentence - 1, 0)]
    first, last = (bisect_left(deeds, at, key=_start) for at in (before.start, here.end))
    for p in reversed(deeds[first:last]):
        helpers = {*m.mediators, *m.hosts}
        if not isinstance(p.body, Event) or p.reality not in REAL:
            continue
        for actors in (p.body.actors, sides.named_before(doc, p.head.start)):
            if sides.several(actors) and not helpers & set(actors):
                return replace(m, parties=actors)
    return m


def part_of(talks: Iterable[Proposal], events: Iterable[Proposal]) -> Mapping[str, tuple[Link, ...]]:
    """Links by the id of the event that has them: a meeting is part of its talk, an agreement the outcome of it."""
    told = {(t.start, t.end): p for p in talks for t in p.trace if t.stage in {"talk", "talk.result"}}
    links: dict[str, tuple[Link, ...]] = {}
    for e in events:
        talk = told.get((e.head.start, e.head.end))
        if talk is None or not isinstance(e.body, Event):
            continue
        if e.body.type is Root.CONSULT:
            links[e.id] = (Link(LinkRel.PART_OF, talk.id),)
        elif e.body.type in _MADE:
            links[e.id] = (Link(LinkRel.OUTCOME_OF, talk.id),)
    return links


def _proposal(
    e: Episode, at: Context, args: Arguments, sides: Sides, seats: Seats, heads: Sequence[TeamHead]
) -> Proposal | None:
    """An episode as a proposal; None where too little is known of its sides."""
    mediators = e.all("mediators")
    parties = with_heads(parties_of(e.parties, mediators, sides, seats, args), e, heads, sides)
    hosts = tuple(dict.fromkeys(seats.principal(a) or a for a in _hosts(e, args)))
    if not _enough(e, parties, (*mediators, *hosts)):
        return None
    lead = _lead(e, at)
    body = _body(e, parties, mediators, hosts, args)
    reality = e.reality
    rule = lead.wording.id
    made = proposal(
        at, Form.TALK, lead.head, body, rule, reality=reality, confidence=_confidence(e), judged_at=lead.standing.judged
    )
    trace = (*made.trace, *_traces(e))
    place = (e.place,) if e.place is not None else ()
    return replace(made, date=e.date, places=place, reality=reality, trace=tuple(dict.fromkeys(trace)))


def _enough(e: Episode, parties: tuple[Party, ...], others: tuple[str, ...]) -> bool:
    if len(parties) > 1:
        return True
    weak = all(m.wording.weak for m in e.mentions)
    return bool(parties) and not weak and any(o != parties[0].actor for o in others)


def _hosts(e: Episode, args: Arguments) -> tuple[str, ...]:
    """Who hosts: whoever is said to, and a mediating state at a venue of its own."""
    place = e.place
    own = [
        m
        for m in e.all("mediators")
        if place is not None and args.cast.type_of(m) is ActorType.STATE and args.cast.country_of(m) in place.countries
    ]
    return tuple(dict.fromkeys((*e.all("hosts"), *own)))


def _lead(e: Episode, at: Context) -> TalkMention:
    """The telling that is quoted: one with the sides, as the episode stands, in the report's own voice."""

    def worth(m: TalkMention) -> tuple[int, bool, bool]:
        return min(len(m.parties), 2), m.standing.reality is e.reality, not at.commitment(m.standing.judged).cues

    return max(e.mentions, key=worth)


def _body(
    e: Episode, parties: tuple[Party, ...], mediators: tuple[str, ...], hosts: tuple[str, ...], args: Arguments
) -> TalkBody:
    return TalkBody(
        title=_title(e, parties, mediators, args),
        round=next((m.round for m in e.mentions if m.round is not None), None),
        parties=parties,
        mediators=mediators,
        hosts=hosts,
        place=e.place,
        level=next((m.level for m in e.mentions if m.level is not None), None),
        format=next((m.format for m in e.mentions if m.format is not None), None),
        agenda=tuple(dict.fromkeys(w for m in e.mentions for w in m.agenda)),
        outcome=_outcome(e),
    )


def _outcome(e: Episode) -> Outcome:
    """What came of it: as told of a talk that took place, else what its prospect is."""
    reality = e.reality
    if reality not in REAL:
        told = [m.standing.outcome for m in e.mentions if m.standing.reality is reality]
        return next((o for o in told if o is not Outcome.UNKNOWN), OF_REALITY.get(reality, Outcome.UNKNOWN))
    ended = [r.outcome for r in e.results if r.outcome is not Outcome.ONGOING]
    own = [m.standing.outcome for m in e.mentions if m.standing.reality in REAL]
    ended += [o for o in own if o not in {Outcome.UNKNOWN, Outcome.ONGOING}]
    if ended:
        return ended[0]
    going = Outcome.ONGOING in own or any(r.outcome is Outcome.ONGOING for r in e.results)
    return Outcome.ONGOING if going else Outcome.UNKNOWN


def _title(e: Episode, parties: tuple[Party, ...], mediators: tuple[str, ...], args: Arguments) -> str:
    names = [args.cast.actors[p.actor].name for p in parties]
    at = f", {e.place.name}" if e.place is not None else ""
    by = f" (mediated by {' and '.join(args.cast.actors[m].name for m in mediators)})" if mediators else ""
    return f"{' – '.join(names)}{at}{by}"


def _traces(e: Episode) -> Iterable[Trace]:
    yield from (t for m in e.mentions for t in m.fired)
    yield from (Trace("talk.result", r.wording.id, r.word.start, r.word.end) for r in e.results)


def _confidence(e: Episode) -> float:
    """More tellings, and a time or venue, make it surer."""
    return min(0.5 + 0.1 * min(len(e.mentions) - 1, 2) + 0.1 * (e.date is not None or e.place is not None), 0.8)
