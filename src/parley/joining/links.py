"""Links, anchors and judged things led from proposals to the statements and talks that hold them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from parley.terms.bodies import Judgement
from parley.terms.statement import Statement, Talk
from parley.terms.values import Date, Link


def redirected(links: Iterable[Link], itself: str, held_by: Mapping[str, str]) -> tuple[Link, ...]:
    """Links that lead to what holds the proposals meant; those to nothing known or to itself are dropped."""
    led = (Link(link.rel, held_by[link.to]) for link in links if link.to in held_by)
    return tuple(dict.fromkeys(link for link in led if link.to != itself))


def anchored(date: Date | None, held_by: Mapping[str, str]) -> Date | None:
    """A date whose anchor leads to what holds the proposal meant."""
    if date is None or date.anchor is None:
        return date
    return replace(date, anchor=held_by.get(date.anchor, date.anchor))


def judged(body: Judgement, held_by: Mapping[str, str]) -> Judgement:
    """A judgement whose talk and statement lead to what holds the proposals meant."""
    about = body.about
    talk = held_by.get(about.talk, about.talk) if about.talk else None
    statement = held_by.get(about.statement, about.statement) if about.statement else None
    return replace(body, about=replace(about, talk=talk, statement=statement))


def led(statement: Statement, held_by: Mapping[str, str]) -> Statement:
    """A statement whose links, anchors and judged things lead to statements and talks."""
    body = statement.body
    if isinstance(body, Judgement):
        body = judged(body, held_by)
    elif not statement.links and not _anchored(statement.date) and not any(map(_anchored, statement.variants.date)):
        return statement  # as most: nothing in it leads anywhere
    dates = tuple(d for v in statement.variants.date if (d := anchored(v, held_by)))
    return replace(
        statement,
        body=body,
        date=anchored(statement.date, held_by),
        variants=replace(statement.variants, date=dates),
        links=redirected(statement.links, statement.id, held_by),
    )


def _anchored(date: Date | None) -> bool:
    return date is not None and date.anchor is not None


def led_talk(talk: Talk, held_by: Mapping[str, str]) -> Talk:
    """A talk whose links and anchors lead to statements and talks."""
    if not talk.links and not _anchored(talk.date) and not any(map(_anchored, talk.variants.date)):
        return talk
    dates = tuple(d for v in talk.variants.date if (d := anchored(v, held_by)))
    return replace(
        talk,
        date=anchored(talk.date, held_by),
        variants=replace(talk.variants, date=dates),
        links=redirected(talk.links, talk.id, held_by),
    )
