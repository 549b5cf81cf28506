"""What one group of tellings of a talk makes: one episode, its outcome moved on where later reports move it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import cast

from parley.joining.beside import confidence_of, heeded
from parley.joining.merge import date_of, dates_told, distinct, distinct_voices, filled, links_of, mentions_of, unsaid
from parley.joining.standing import Standing
from parley.joining.telling import Footing, Telling, footing_of_outcome, outcome_told
from parley.terms.bodies import Party, TalkBody
from parley.terms.enums import Outcome
from parley.terms.statement import Talk, TalkVariants
from parley.terms.values import Voice

MOST_SIDES = 4
"""Sides of a process: a conference of many is none of theirs."""
_SETTLED = (Outcome.AGREEMENT, Outcome.PARTIAL, Outcome.NO_RESULT)


def talk_of(group: Sequence[Telling], known: Standing) -> Talk:
    """The talk that a group makes; links still lead to proposals, `statements` is still empty."""
    first = group[0].proposal
    heard = heeded(group)
    body = filled([cast(TalkBody, t.proposal.body) for t in heard])
    outcomes = _outcomes(heard)
    parties = _parties(heard, known)
    place_names = distinct((b.place for b in _bodies(heard) if b.place), lambda p: p.name)
    return Talk(
        id=first.id,
        title=body.title,
        process=body.process or process_of(parties),
        round=body.round,
        parties=parties,
        mediators=body.mediators,
        hosts=body.hosts,
        place=body.place,
        date=date_of(heard),
        level=body.level,
        format=body.format,
        agenda=tuple(dict.fromkeys(w for b in _bodies(heard) for w in b.agenda)),
        outcome=outcomes[0],
        voices=_voices(heard, outcomes[0]),
        variants=TalkVariants(
            date=dates_told(heard),
            place=place_names if len(place_names) > 1 else (),
            outcome=outcomes if len(outcomes) > 1 else (),
        ),
        mentions=mentions_of(group),
        links=links_of(group),
        confidence=confidence_of(group, known),
    )


def process_of(parties: Sequence[Party]) -> str | None:
    """The process that a talk belongs to by its sides: all that the same few have with each other are its rounds.

    >>> process_of([Party("syldavia"), Party("borduria", ("colonel-boris",))])
    'borduria-syldavia'
    """
    sides = sorted({p.actor for p in parties})
    return "-".join(sides) if 1 < len(sides) <= MOST_SIDES else None


def _bodies(group: Iterable[Telling]) -> list[TalkBody]:
    return [t.proposal.body for t in group if isinstance(t.proposal.body, TalkBody)]


def outcome_of(telling: Telling) -> Outcome:
    """The outcome that one telling of a talk gives."""
    return outcome_told(cast(TalkBody, telling.proposal.body), telling.proposal.reality)


def _outcomes(group: Sequence[Telling]) -> tuple[Outcome, ...]:
    """The outcome that stands, then those that dispute it.

    What was still to come, or open, gives way to how it ended; among endings the one in the latest report stands
    (an undated report never overrules a dated one), and within one report the earliest told. Who says that they were
    not held at all denies the others, and never overrules them.
    """
    latest = sorted(group, key=lambda t: (t.published is None, -(t.published or 0), t.order))
    told = tuple(dict.fromkeys(outcome_of(t) for t in latest))
    ended = tuple(o for o in told if o is not Outcome.UNKNOWN and footing_of_outcome(o) is not Footing.COMING)
    if not ended:
        return tuple(o for o in told if o is not Outcome.UNKNOWN)[:1] if _only_to_come(told) else (Outcome.UNKNOWN,)
    if Outcome.DID_NOT_HAPPEN in ended and any(t.footing is Footing.REAL for t in group):
        held = tuple(o for o in ended if o is not Outcome.DID_NOT_HAPPEN)
        ended = (*(held or (Outcome.UNKNOWN,)), Outcome.DID_NOT_HAPPEN)
    settled = any(o in _SETTLED for o in ended)
    return tuple(o for o in ended if not (settled and o is Outcome.ONGOING))


def _only_to_come(told: Iterable[Outcome]) -> bool:
    return all(footing_of_outcome(o) is Footing.COMING for o in told)


def _voices(group: Sequence[Telling], outcome: Outcome) -> tuple[Voice, ...]:
    """Who tells of the talk as it stands; those who hold the opposite deny it, those who foresaw it are left out."""
    stands = footing_of_outcome(outcome)
    heard: list[Voice] = []
    for t in group:
        if t.footing is stands:
            heard.extend(t.proposal.voices)
        elif Footing.COMING not in (t.footing, stands):
            heard.extend(unsaid(v) for v in t.proposal.voices)
    return distinct_voices(heard)


def _parties(group: Sequence[Telling], known: Standing) -> tuple[Party, ...]:
    """The earliest telling's parties, with delegates and further parties that the others name."""
    found: list[Party] = []
    for t in group:
        for party in cast(TalkBody, t.proposal.body).parties:
            at = next((i for i, p in enumerate(found) if known.one(p.actor, party.actor, t.day)), None)
            if at is None:
                found.append(party)
            else:
                named = dict.fromkeys((*found[at].delegates, *party.delegates))
                found[at] = replace(found[at], delegates=tuple(named))
    return tuple(found)
