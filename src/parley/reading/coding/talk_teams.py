"""Who led which side's delegation: "the government's team, headed by X", "X led Syldavia's delegation"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from parley.reading.coding.arguments import Arguments
from parley.reading.coding.talk_episodes import Episode, Sides
from parley.reading.coding.talk_prospects import REAL
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import frame_of
from parley.terms.bodies import Party
from parley.terms.enums import ActorType

_LEADS = frozenset({"lead", "head"})
_TEAMS = frozenset({"delegation", "team"})
_NEAR = 3
"""Sentences after a talk's telling within which a team is that of its side."""


@dataclass(frozen=True, slots=True)
class TeamHead:
    """A person who sat at the head of the team of a side, and the sentence that tells of it."""

    person: str
    of: str
    sentence: int


def team_heads(doc: Document, args: Arguments) -> tuple[TeamHead, ...]:
    """Everybody whom a report has at the head of a side's delegation, in the order of the words."""
    return tuple(h for t in doc.tokens if t.lemma in _TEAMS and t.pos == "NOUN" for h in _of_team(doc, t, args))


def _of_team(doc: Document, team: Token, args: Arguments) -> Iterator[TeamHead]:
    owners = [a for a in args.owners_of(team) if args.cast.type_of(a) is not ActorType.PERSON]
    for person in _leaders(doc, team, args) if len(owners) == 1 else ():
        if args.cast.type_of(person) is ActorType.PERSON:
            yield TeamHead(person, owners[0], team.sentence)


def _leaders(doc: Document, team: Token, args: Arguments) -> tuple[str, ...]:
    up = doc.head(team)
    if team.dep == "dobj" and up.lemma in _LEADS:
        return args.who.of_all(frame_of(doc, up).subjects)
    by = (k for v in doc.kids(team, "acl") if v.lemma in _LEADS for k in doc.kids(v, "agent", "prep"))
    return args.who.of_all(o for k in by if k.lower == "by" for o in doc.kids(k, "pobj"))


def with_heads(parties: Sequence[Party], e: Episode, heads: Iterable[TeamHead], sides: Sides) -> tuple[Party, ...]:
    """The parties of a talk that was held, with the heads of their teams told of near it among their delegates."""
    if e.reality not in REAL:
        return tuple(parties)
    told = {m.head.sentence for m in e.mentions}
    near = [h for h in heads if any(0 <= h.sentence - n <= _NEAR for n in told)]
    return tuple(_with(p, [h for h in near if p.actor != h.person and sides.one(p.actor, h.of)]) for p in parties)


def _with(p: Party, heads: Iterable[TeamHead]) -> Party:
    return replace(p, delegates=tuple(dict.fromkeys((*p.delegates, *(h.person for h in heads)))))
