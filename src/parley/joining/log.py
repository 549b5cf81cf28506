"""The log of decisions as it stands: which entries were not undone, and what each bears on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from parley.terms.actor import Actor
from parley.terms.enums import Action
from parley.terms.log import Decision, Rating
from parley.terms.statement import Proposal
from parley.terms.wire import WireError, from_object

ACTOR = "actor"
"""The `field` where actors are merged or one is added; for statements and talks there is none."""
SOURCE, INFORMATION = "source", "information"
"""The fields of a rating: Admiralty A-F of a source, 1-6 of what it says."""
VALUES = frozenset({Action.ACCEPT, Action.CORRECT, Action.REJECT, Action.UNSURE, Action.ADD})
"""Decisions on what a statement, talk, report or actor says."""
GROUPING = frozenset({Action.MERGE, Action.SPLIT})
"""Decisions on what is one."""
_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Log:
    """The decisions that stand, in the order of the log. Blind codings are no decisions yet and are not in it.

    `entries` bear on statements and talks; `on` holds the same and all others by target. `renamed` leads from actors
    to those that they were merged into, `added` is what people found and no reader did,
    `actors` whom.
    """

    entries: tuple[Decision, ...] = ()
    on: Mapping[str, tuple[Decision, ...]] = field(default_factory=lambda: _NOTHING)
    renamed: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    added: tuple[Proposal, ...] = ()
    actors: tuple[Actor, ...] = ()
    withdrawn: frozenset[str] = frozenset()
    ratings: tuple[Rating, ...] = ()


def log_of(decisions: Iterable[Decision]) -> Log:
    """What the decisions come to, whatever order they are given in."""
    stand = standing(d for d in decisions if d.coder is None)
    on: dict[str, list[Decision]] = {}
    for d in stand:
        for target in (d.target, *(named(d) if d.action in GROUPING else ())):
            on.setdefault(target, []).append(d)
    return Log(
        entries=tuple(d for d in stand if bears_on_what_is_held(d)),
        on={target: tuple(ds) for target, ds in on.items()},
        renamed=_renamed(d for d in stand if d.action is Action.MERGE and d.field == ACTOR),
        added=tuple(p for p in map(added_by, stand) if isinstance(p, Proposal)),
        actors=tuple(a for a in map(added_by, stand) if isinstance(a, Actor)),
        withdrawn=frozenset(d.target for d in stand if d.action is Action.WITHDRAW),
        ratings=_ratings(d for d in stand if d.action is Action.RATE),
    )


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that no standing decision undoes, in the order of the log; an undo itself is not among them.

    An undo may be undone: what it had taken back then stands again.
    """
    all_ = sorted(decisions, key=lambda d: d.seq)
    gone = undone(all_)
    return tuple(d for d in all_ if d.seq not in gone and d.action is not Action.UNDO)


def undone(decisions: Iterable[Decision]) -> set[int]:
    """The numbers of the decisions that do not stand, undos that were undone among them."""
    gone: set[int] = set()
    for d in sorted(decisions, key=lambda d: d.seq, reverse=True):
        if d.undoes is not None and d.seq not in gone:
            gone.add(d.undoes)
    return gone


def bears_on_what_is_held(decision: Decision) -> bool:
    """Whether a decision is one on statements and talks: what they say, or what of them is one."""
    return decision.action in VALUES | GROUPING and decision.field != ACTOR


def named(decision: Decision) -> tuple[str, ...]:
    """The ids that a merge takes in or a split takes out."""
    new = decision.new
    return tuple(x for x in new if isinstance(x, str)) if isinstance(new, list | tuple) else ()


def added_by(decision: Decision) -> Proposal | Actor | None:
    """What a person added; nothing where its report was withdrawn since, and its words with it."""
    if decision.action is not Action.ADD or not isinstance(decision.new, Mapping):
        return None
    kind = "actor" if decision.field == ACTOR else "proposal"
    try:
        value: Proposal | Actor = from_object({**decision.new, "kind": kind})
    except (WireError, KeyError):
        return None
    return value


def _renamed(merges: Iterable[Decision]) -> dict[str, str]:
    """From each actor merged away to the one that stands for it; a later merge moves what was merged before."""
    led: dict[str, str] = {}
    for d in merges:
        target = led.get(d.target, d.target)
        for gone in (led.get(a, a) for a in named(d)):
            if gone != target:
                led = {a: target if to == gone else to for a, to in led.items()} | {gone: target}
    return led


def _ratings(decisions: Iterable[Decision]) -> tuple[Rating, ...]:
    """The last rating of each kind that each target was given."""
    last: dict[tuple[str, str], Rating] = {}
    for d in decisions:
        if d.field == SOURCE and isinstance(d.new, str):
            last[(d.target, SOURCE)] = Rating(d.target, d.new, None, d.by, d.at)
        elif d.field == INFORMATION and isinstance(d.new, int):
            last[(d.target, INFORMATION)] = Rating(d.target, None, d.new, d.by, d.at)
        elif d.field in (SOURCE, INFORMATION):
            last.pop((d.target, d.field), None)
    return tuple(last[k] for k in sorted(last))
