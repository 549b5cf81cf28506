"""Actors that people have found to be one: what names the one named for the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from parley.terms.affiliation import Affiliation
from parley.terms.bodies import Body, Event, Judgement, Party, Position, Role, TalkBody, Tie
from parley.terms.statement import Proposal
from parley.terms.values import Voice

Name = Callable[[str], str]


def renamed(proposal: Proposal, led: Mapping[str, str]) -> Proposal:
    """A proposal with the actors of `led` under the names of those that stand for them; its id stays."""
    if not led:
        return proposal

    def name(actor: str) -> str:
        return led.get(actor, actor)

    voices = tuple(_voice(v, name) for v in proposal.voices)
    return replace(proposal, voices=voices, body=_body(proposal.body, name))


def renamed_affiliation(told: Affiliation, led: Mapping[str, str]) -> Affiliation:
    """The same for who stands for whom."""
    return replace(told, who=led.get(told.who, told.who), whom=led.get(told.whom, told.whom))


def _voice(v: Voice, name: Name) -> Voice:
    return replace(v, who=name(v.who) if v.who else v.who, via=_all(v.via, name))


def _all(actors: tuple[str, ...], name: Name) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(name, actors)))


def _maybe(actor: str | None, name: Name) -> str | None:
    return name(actor) if actor else actor


def _body(body: Body, name: Name) -> Body:
    match body:
        case Event():
            thing = replace(body.object, actors=_all(body.object.actors, name)) if body.object else None
            own = _all(body.actors, name), _all(body.recipients, name)
            return replace(body, actors=own[0], recipients=own[1], object=thing)
        case Tie():
            return replace(body, from_=_all(body.from_, name), to=_all(body.to, name))
        case Position():
            return replace(body, actor=name(body.actor))
        case Role():
            return replace(body, person=name(body.person), of=_maybe(body.of, name), to=_maybe(body.to, name))
        case Judgement():
            return replace(body, gainers=_all(body.gainers, name), losers=_all(body.losers, name))
        case TalkBody():
            parties = tuple(Party(name(p.actor), _all(p.delegates, name)) for p in body.parties)
            return replace(body, parties=parties, mediators=_all(body.mediators, name), hosts=_all(body.hosts, name))
