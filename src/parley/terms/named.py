"""Whom a value names, in whatever part of it."""

from __future__ import annotations

from collections.abc import Iterable

from parley.terms.bodies import actors_in
from parley.terms.statement import Proposal, Statement, Talk
from parley.terms.values import REPORT, Voice


def named_in(value: Proposal | Statement | Talk) -> tuple[str, ...]:
    """The actors that a value names or lets speak, each once."""
    return tuple(dict.fromkeys((*acting_in(value), *heard(value.voices))))


def acting_in(value: Proposal | Statement | Talk) -> tuple[str, ...]:
    """The actors that a value names, each once; not those who only speak of it."""
    if not isinstance(value, Talk):
        return actors_in(value.body)
    sides = (a for p in value.parties for a in (p.actor, *p.delegates))
    return tuple(dict.fromkeys((*sides, *value.mediators, *value.hosts)))


def heard(voices: Iterable[Voice]) -> tuple[str, ...]:
    """The actors that speak, each once; neither reports nor the unnamed are among them."""
    return tuple(dict.fromkeys(who for v in voices for who in (v.who, *v.via) if who and who != REPORT))
