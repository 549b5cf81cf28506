"""A slice without the words and sources of some reports: what they alone tell stays as codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from parley.terms.actor import Actor
from parley.terms.bodies import About, Event, Judgement, Party, Position, Role, StatementBody, Tie
from parley.terms.enums import ActorType, Root
from parley.terms.named import named_in
from parley.terms.report import Report
from parley.terms.slice import Slice
from parley.terms.statement import Mention, Proposal, Statement, Talk, TalkVariants, Variants
from parley.terms.values import REPORT, Date, Harm, Place, Span, Voice

WITHHELD = "withheld"
NOWHERE = Span(0, 0)


def redacted(whole: Slice, safe: Slice, hidden: frozenset[str]) -> Slice:
    """`safe` is `whole` without the reports `hidden`; added to it is what these alone tell, without their words.

    Of such statements and talks the codes stay: types, doers, days, places that are on the map. Quotes, titles,
    addresses, what is in words only, and who spoke to the report go. What others tell too stands as they tell it.
    """
    names = {r: f"{WITHHELD}-{n}" for n, r in enumerate((r.id for r in whole.reports if r.id in hidden), 1)}
    spoke = _sources(whole, hidden) - {a.id for a in safe.actors}
    statements = [_statement(s, names, spoke) for s in whole.statements if _only(s.mentions, hidden)]
    talks = [_talk(t, names, spoke) for t in whole.talks if _only(t.mentions, hidden)]
    return replace(
        safe,
        reports=(*safe.reports, *(_report(r, names) for r in whole.reports if r.id in hidden)),
        actors=(*safe.actors, *_actors(whole, safe, statements, talks)),
        statements=(*safe.statements, *statements),
        talks=(*safe.talks, *talks),
    )


def _only(mentions: tuple[Mention, ...], hidden: frozenset[str]) -> bool:
    return all(m.report in hidden for m in mentions)


def _sources(whole: Slice, hidden: frozenset[str]) -> set[str]:
    """Who is heard in these reports, by name."""
    told: list[Statement | Talk | Proposal] = [*whole.statements, *whole.talks, *whole.proposals]
    voices = [v for h in told for v in h.voices if v.report in hidden]
    return {a for v in voices for a in (v.who, *v.via) if a and a != REPORT}


def _report(r: Report, names: Mapping[str, str]) -> Report:
    """That there is a report, and how it is to be handled; the hash of its text would let a guess be tried."""
    bare = Report(names[r.id], None, None, None, None, None, r.language, None, "0" * 64, r.state)
    return replace(bare, handling=r.handling, reliability=r.reliability)


def _actors(whole: Slice, safe: Slice, statements: list[Statement], talks: list[Talk]) -> list[Actor]:
    """Those that only the withheld name, with no more than name and type; described sets without their description."""
    known = {a.id for a in safe.actors}
    told: list[Statement | Talk] = [*statements, *talks]
    needed = {n for h in told for n in named_in(h)} - known
    return [_actor(a) for a in whole.actors if a.id in needed]


def _actor(a: Actor) -> Actor:
    name = "a group" if a.type is ActorType.GROUP else a.name
    return Actor(a.id, name, a.type, a.country, a.sector)


def _statement(s: Statement, names: Mapping[str, str], spoke: set[str]) -> Statement:
    return replace(
        s,
        mentions=_mentions(s.mentions, names),
        voices=_voices(s.voices, names),
        date=_date(s.date),
        places=_places(s.places),
        variants=Variants(),
        links=(),
        body=_body(s.body, spoke),
    )


def _talk(t: Talk, names: Mapping[str, str], spoke: set[str]) -> Talk:
    parties = (Party(p.actor, _but(p.delegates, spoke)) for p in t.parties if p.actor not in spoke)
    return replace(
        t,
        title="",
        process=None,
        parties=tuple(parties),
        mediators=_but(t.mediators, spoke),
        hosts=_but(t.hosts, spoke),
        place=next(iter(_places((t.place,) if t.place else ())), None),
        date=_date(t.date),
        agenda=(),
        voices=_voices(t.voices, names),
        variants=TalkVariants(),
        mentions=_mentions(t.mentions, names),
        links=(),
    )


def _mentions(mentions: tuple[Mention, ...], names: Mapping[str, str]) -> tuple[Mention, ...]:
    return tuple(Mention(m.proposal, names[m.report], "", 0, 0, NOWHERE) for m in mentions)


def _voices(voices: tuple[Voice, ...], names: Mapping[str, str]) -> tuple[Voice, ...]:
    """Voices without names: a report's own stays one."""
    heard = (Voice(names.get(v.report, WITHHELD), v.who if v.who == REPORT else None, v.stance) for v in voices)
    return tuple(dict.fromkeys(heard))


def _date(date: Date | None) -> Date | None:
    return replace(date, text="", anchor=None) if date else None


def _places(places: tuple[Place, ...]) -> tuple[Place, ...]:
    return tuple(replace(p, text="") for p in places if p.geonames is not None)


def _but(actors: tuple[str, ...], spoke: set[str]) -> tuple[str, ...]:
    return tuple(a for a in actors if a not in spoke)


def _body(body: StatementBody, spoke: set[str]) -> StatementBody:
    """A body's codes; a person who spoke to the report is named nowhere."""
    match body:
        case Event():
            doers, others = _but(body.actors, spoke), _but(body.recipients, spoke)
            mode = None if body.type is Root.OTHER else body.mode
            harm = tuple(Harm(h.kind, h.low, h.high, "") for h in body.harm)
            return Event(body.type, mode, body.plover, doers, others, None, body.contexts, harm)
        case Tie():
            return replace(body, from_=_but(body.from_, spoke), to=_but(body.to, spoke), goods=())
        case Position():
            return replace(body, actor=_hide(body.actor, spoke), issue=body.issue_id or "", condition=None)
        case Role():
            return replace(body, person=_hide(body.person, spoke), office="")
        case Judgement():
            gain, loss = _but(body.gainers, spoke), _but(body.losers, spoke)
            return replace(body, about=About(), gainers=gain, losers=loss, words="", probability=None)


def _hide(actor: str, spoke: set[str]) -> str:
    return WITHHELD if actor in spoke else actor
