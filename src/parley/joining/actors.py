"""Actors told by many readings, united by id; names alike under different ids are proposed, never merged."""

from __future__ import annotations

import dataclasses
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence

from parley.joining.words import fold
from parley.terms.actor import Actor
from parley.terms.log import MergeProposal


def united(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """One actor an id, in the order of ids: the fullest telling's fields, the rest filled from the others."""
    by_id: dict[str, set[Actor]] = defaultdict(set)
    for a in actors:
        by_id[a.id].add(a)
    return tuple(_one(sorted(by_id[i], key=_fullest)) for i in sorted(by_id))


def merge_proposals(actors: Iterable[Actor]) -> tuple[MergeProposal, ...]:
    """Actors of one name, but for case and diacritics, under different ids; likelier where their types agree."""
    by_name: dict[str, list[Actor]] = defaultdict(list)
    for a in actors:
        by_name[fold(a.name)].append(a)
    return tuple(_proposed(by_name[n]) for n in sorted(by_name) if n and len(by_name[n]) > 1)


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


def _proposed(alike: Sequence[Actor]) -> MergeProposal:
    ids = tuple(sorted(a.id for a in alike))
    key = hashlib.sha256("\x1f".join(ids).encode("utf-8", "surrogatepass")).hexdigest()[:15]
    score = 0.9 if len({a.type for a in alike}) == 1 else 0.5
    return MergeProposal(id=f"m{key}", targets=ids, score=score, why=f"the same name: {min(a.name for a in alike)}")
