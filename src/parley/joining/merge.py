"""What one group of tellings says together: a statement, its fields the earliest telling's."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar, cast

from parley.joining.beside import confidence_of, heeded
from parley.joining.standing import Standing
from parley.joining.telling import Footing, Telling
from parley.joining.time import interval_of
from parley.terms.bodies import Body, Event, StatementBody
from parley.terms.enums import Reality, Stance, Status
from parley.terms.facts import counts_as_fact, status_of
from parley.terms.plover import plover_of
from parley.terms.statement import Mention, Proposal, Statement, Variants
from parley.terms.values import Date, Link, Voice

T = TypeVar("T")
_NO_VARIANTS = Variants()
_UNSAID = {
    Stance.ASSERTS: Stance.DENIES,
    Stance.ADMITS: Stance.DENIES,
    Stance.ALLEGES: Stance.DENIES,
    Stance.DENIES: Stance.ASSERTS,
}


_NOBODY = Standing(())


def statement_of(group: Sequence[Telling], known: Standing = _NOBODY) -> Statement:
    """The statement that a group makes; links and anchors still lead to proposals.

    What it says is what the readings say that are heeded; mentions and links are of all.
    """
    first = group[0].proposal
    if len(group) == 1:
        return statement_of_one(first)
    heard = heeded(group)
    reality, voices = told_by(heard)
    status = status_of(voices)
    return Statement(
        id=first.id,
        form=first.form,
        mentions=mentions_of(group),
        reality=reality,
        voices=voices,
        status=status,
        fact=counts_as_fact(status, reality),
        date=date_of(heard),
        places=first_known(t.proposal.places for t in heard) or (),
        variants=_variants_of([t.proposal for t in heard]),
        links=links_of(group),
        confidence=confidence_of(group, known),
        decision=None,
        body=_coded(filled([t.proposal.body for t in heard]), reality, status),
    )


def statement_of_one(p: Proposal) -> Statement:
    """The same for a single telling, as most are: worked out without weighing what cannot differ."""
    voices = distinct_voices(p.voices)
    status = status_of(voices)
    several = len(p.places) > 1 or (isinstance(p.body, Event) and len(p.body.harm) > 1)
    return Statement(
        id=p.id,
        form=p.form,
        mentions=(Mention(p.id, p.report, p.quote, p.start, p.end, p.head),),
        reality=p.reality,
        voices=voices,
        status=status,
        fact=counts_as_fact(status, p.reality),
        date=p.date,
        places=p.places,
        variants=_variants_of((p,)) if several else _NO_VARIANTS,
        links=tuple(dict.fromkeys(p.links)) if p.links else (),
        confidence=p.confidence,
        decision=None,
        body=_coded(p.body, p.reality, status),
    )


def told_by(group: Sequence[Telling]) -> tuple[Reality, tuple[Voice, ...]]:
    """The reality that stands, and who says so.

    What came to pass outweighs what was to come. A voice counts only for the reality that it spoke of: who
    announced an act has not said that it happened. Who said that it was not done denies it.
    """
    real = [t for t in group if t.footing is Footing.REAL]
    reality = (real or group)[0].proposal.reality
    if not real:
        return reality, distinct_voices(v for t in group if t.proposal.reality is reality for v in t.proposal.voices)
    return reality, distinct_voices(v for t in group for v in _heard(t))


def _heard(t: Telling) -> Iterable[Voice]:
    if t.footing is Footing.OFF:
        return (unsaid(v) for v in t.proposal.voices)
    return t.proposal.voices if t.footing is Footing.REAL else ()


def unsaid(voice: Voice) -> Voice:
    """A voice on something not done, as a voice on its being done."""
    return replace(voice, stance=_UNSAID.get(voice.stance, voice.stance))


def distinct_voices(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """Each voice once a report, by who it is, its stance and its chain; the first one's words are kept."""
    if type(voices) is tuple and len(voices) < 2:
        return voices
    return distinct(voices, lambda v: (v.report, v.who, v.stance, v.via))


def mentions_of(group: Iterable[Telling]) -> tuple[Mention, ...]:
    """Where a group is told, the earliest first."""
    told = (t.proposal for t in group)
    return tuple(Mention(p.id, p.report, p.quote, p.start, p.end, p.head) for p in told)


def date_of(group: Iterable[Telling]) -> Date | None:
    """The earliest telling's date, or the first one of which anything is known."""
    dates = [t.proposal.date for t in group if t.proposal.date]
    return next((d for d in dates if interval_of(d)), dates[0] if dates else None)


def links_of(group: Iterable[Telling]) -> tuple[Link, ...]:
    """All links of a group, each once."""
    return tuple(dict.fromkeys(link for t in group for link in t.proposal.links))


def first_known(values: Iterable[T]) -> T | None:
    """The first value that says something."""
    return next((v for v in values if v), None)


def distinct(values: Iterable[T], key: Callable[[T], Hashable]) -> tuple[T, ...]:
    """The first value of each key, in order."""
    found: dict[Hashable, T] = {}
    for v in values:
        found.setdefault(key(v), v)
    return tuple(found.values())


def dates_told(group: Iterable[Telling]) -> tuple[Date, ...]:
    """The dates that tellings give, where they disagree; else none."""
    return _dates_told(t.proposal.date for t in group)


def _dates_told(dates: Iterable[Date | None]) -> tuple[Date, ...]:
    found: dict[tuple[str | None, str | None], Date] = {}
    for d in dates:
        if d and (d.start, d.end) not in found and interval_of(d):
            found[d.start, d.end] = d
    return tuple(found.values()) if len(found) > 1 else ()


def _variants_of(told: Sequence[Proposal]) -> Variants:
    places = [p for t in told for p in t.places]
    harms = [h for t in told if isinstance(t.body, Event) for h in t.body.harm]
    return Variants(
        date=_dates_told([t.date for t in told]),
        places=_by_group(distinct(places, lambda p: (p.name, p.role)), lambda p: p.role) if len(places) > 1 else (),
        harm=_by_group(distinct(harms, lambda h: (h.kind, h.low, h.high, h.side)), lambda h: (h.kind, h.side))
        if len(harms) > 1
        else (),
    )


def _by_group(values: tuple[T, ...], about: Callable[[T], Hashable]) -> tuple[T, ...]:
    """The values that share what they are about with another one."""
    keys = [about(v) for v in values]
    return tuple(v for v, k in zip(values, keys, strict=True) if keys.count(k) > 1)


def _coded(body: Body, reality: Reality, status: Status) -> StatementBody:
    """A body with the code that PLOVER gives what stands, where it is an event's."""
    if isinstance(body, Event):
        coded = plover_of(body.type, body.mode, reality, status)
        return body if body.plover == coded else replace(body, plover=coded)
    return cast(StatementBody, body)


def filled(bodies: Sequence[T]) -> T:
    """The first body, each field of it that is unknown taken from the next one that knows it."""
    first = bodies[0]
    if all(b == first for b in bodies):
        return first
    values: dict[str, object] = {}
    for name in _names_of(cast(Hashable, type(first))):
        value = getattr(first, name)
        if value in _UNKNOWN:
            value = next((v for b in bodies if (v := getattr(b, name)) not in _UNKNOWN), value)
        values[name] = value
    return type(first)(**values)


_UNKNOWN = (None, (), "")


@cache
def _names_of(kind: Any) -> tuple[str, ...]:
    return tuple(f.name for f in dataclasses.fields(kind))
