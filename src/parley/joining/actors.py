"""Actors told by many readings, united by id; names alike under different ids are proposed, never merged."""

from __future__ import annotations

import dataclasses
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence

from parley.joining.correcting import set_right
from parley.joining.log import Log
from parley.joining.words import fold
from parley.terms.actor import Actor
from parley.terms.enums import Action
from parley.terms.log import MergeProposal

NO_LOG = Log()


def united(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """One actor an id, in the order of ids: the fullest telling's fields, the rest filled from the others."""
    by_id: dict[str, set[Actor]] = defaultdict(set)
    for a in actors:
        by_id[a.id].add(a)
    return tuple(_one(sorted(by_id[i], key=_fullest)) for i in sorted(by_id))


def under_one_name(actors: Iterable[Actor], log: Log) -> tuple[Actor, ...]:
    """Actors that people found to be one under the id of that one, with the others' names; corrections applied.

    One who was merged away leaves its id in `redirects`. Its own corrections are not taken along.
    """
    by_id = {a.id: a for a in actors}
    found = []
    for a in by_id.values():
        if a.id not in log.renamed:
            others = [by_id[o] for o in sorted(log.renamed) if log.renamed[o] == a.id and o in by_id]
            found.append(set_right(_taking(a, others), log.on.get(a.id, ())))
    return tuple(found)


def _taking(actor: Actor, others: Sequence[Actor]) -> Actor:
    """An actor with the names of those that were merged into it."""
    if not others:
        return actor
    names = dict.fromkeys(n for o in (actor, *others) for n in (*o.aliases, o.name) if n != actor.name)
    gone = dict.fromkeys(i for o in (actor, *others) for i in (*o.redirects, o.id) if i != actor.id)
    return dataclasses.replace(actor, aliases=tuple(names), redirects=tuple(gone))


def merge_proposals(actors: Iterable[Actor], log: Log = NO_LOG) -> tuple[MergeProposal, ...]:
    """Actors of one name, but for case and diacritics, under different ids; likelier where their types agree.

    One that a person rejected stays, marked so; one that was followed is gone with the actors that it named.
    """
    by_name: dict[str, list[Actor]] = defaultdict(list)
    for a in actors:
        by_name[fold(a.name)].append(a)
    found = (proposed(by_name[n]) for n in sorted(by_name) if n and len(by_name[n]) > 1)
    return tuple(judged_by_people(m, log) for m in found)


def judged_by_people(found: MergeProposal, log: Log) -> MergeProposal:
    """A merge proposal with what people made of it."""
    rejected = any(d.action is Action.REJECT for d in log.on.get(found.id, ()))
    return dataclasses.replace(found, state="rejected") if rejected else found


def _one(told: Sequence[Actor]) -> Actor:
    values: dict[str, object] = {}
    for f in dataclasses.fields(Actor):
        known = [getattr(a, f.name) for a in told]
        if isinstance(known[0], tuple):
            values[f.name] = tuple(dict.fromkeys(v for each in known for v in each))
        else:
            values[f.name] = next((v for v in known if v is not None), None)
    return Actor(**values)  # type: ignore[arg-type]


def _fullest(actor: Actor) -> tuple[int, str]:
    """Most known fields first, then by the text of the value."""
    known = (getattr(actor, f.name) for f in dataclasses.fields(actor))
    return -sum(v not in (None, ()) for v in known), repr(actor)


def proposed(alike: Sequence[Actor]) -> MergeProposal:
    """That actors of one name may be one."""
    ids = tuple(sorted(a.id for a in alike))
    key = hashlib.sha256("\x1f".join(ids).encode("utf-8", "surrogatepass")).hexdigest()[:15]
    score = 0.9 if len({a.type for a in alike}) == 1 else 0.5
    return MergeProposal(id=f"m{key}", targets=ids, score=score, why=f"the same name: {min(a.name for a in alike)}")
