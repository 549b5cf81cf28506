"""What people marked in Label Studio, as decisions on the record that the tasks were made of.

A region that is kept as it was accepts its statement; a label, a choice or a name that is another one corrects it; a
region that is gone rejects it; a new one adds a statement. What cannot be decided so is said, with what to do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from parley.formats.label_studio import told_in
from parley.formats.label_studio_marked import Annotated, Unfit, annotated_in
from parley.formats.label_studio_told import Known, added, asked
from parley.formats.telling import form_of
from parley.terms.enums import Action, DecisionState
from parley.terms.slice import Slice
from parley.terms.statement import Statement, Talk

_STATES = {"accepted": Action.ACCEPT, "rejected": Action.REJECT, "unsure": Action.UNSURE}
_STANDING = {
    Action.ACCEPT: (DecisionState.ACCEPTED, DecisionState.CORRECTED),
    Action.REJECT: (DecisionState.REJECTED,),
    Action.UNSURE: (DecisionState.UNSURE,),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A decision that a person's marks come to; `new` is as it stands on the wire."""

    action: Action
    target: str
    by: str
    field: str | None = None
    new: object = None


def decisions(tasks: Iterable[object], part: Slice) -> Iterator[Wanted | Unfit]:
    """The decisions of exported tasks, in their order; taken in again, they come to nothing new.

    What several reports tell is decided once: where it is kept in one task and corrected, rejected or left unsure in
    another, the latter counts.
    """
    found = list(_found(tasks, Known(part, told_in(part))))
    more = {d.target for d in found if isinstance(d, Wanted) and d.action is not Action.ACCEPT}
    once: set[tuple[Action, str, str | None]] = set()
    for d in found:
        if isinstance(d, Unfit):
            yield d
        elif (d.action, d.target, d.field) not in once and not (d.action is Action.ACCEPT and d.target in more):
            once.add((d.action, d.target, d.field))
            yield d


def _found(tasks: Iterable[object], known: Known) -> Iterator[Wanted | Unfit]:
    for number, task in enumerate(tasks, 1):
        for found in annotated_in(task, f"task {number}", known.reports):
            if isinstance(found, Unfit):
                yield found
            else:
                yield from _of_report(found, known)


def _of_report(found: Annotated, known: Known) -> Iterator[Wanted | Unfit]:
    report = known.reports[found.report]
    placed = {region.id: known.held_at(report, region) for region in found.regions}
    for region in found.regions:
        held = placed[region.id]
        where = f"{found.where}, region {region.id}"
        if held is None:
            yield from _add(added(region, report, known, found.by, where), found.by)
        else:
            yield from _decide(held, list(asked(held, region, known, where)), region.decision, found.by)
    yield from _linked(found, placed, known)
    yield from _gone(found, placed, known)


def _add(made: Mapping[str, Any] | Unfit, by: str) -> Iterator[Wanted | Unfit]:
    yield made if isinstance(made, Unfit) else Wanted(Action.ADD, made["id"], by, None, made)


def _decide(
    held: Statement | Talk, changes: list[tuple[str, object] | Unfit], decision: str | None, by: str
) -> Iterator[Wanted | Unfit]:
    """A decision that is chosen goes before all; else what is changed corrects, and what is not is accepted."""
    yield from (c for c in changes if isinstance(c, Unfit))
    corrections = [c for c in changes if not isinstance(c, Unfit)]
    action = _STATES.get(decision or "")
    if action is not Action.REJECT:
        yield from (Wanted(Action.CORRECT, held.id, by, field, new) for field, new in corrections)
    if action is not None:
        yield from _state(held, action, by)
    elif not changes:
        yield from _state(held, Action.ACCEPT, by)


def _state(held: Statement | Talk, action: Action, by: str) -> Iterator[Wanted]:
    """Nothing where it stands so already."""
    if held.decision is None or held.decision.state not in _STANDING[action]:
        yield Wanted(action, held.id, by)


def _linked(found: Annotated, placed: Mapping[str, Statement | Talk | None], known: Known) -> Iterator[Wanted | Unfit]:
    """Links between what is marked in one report; those that lead elsewhere stay."""
    here = {h.id: h for h in placed.values() if h is not None}
    drawn: dict[str, list[tuple[str, str]]] = {i: [] for i in here}
    for relation in found.relations:
        source, target = placed.get(relation.source), placed.get(relation.target)
        if source is None or target is None:
            yield Unfit(f"{found.where}, relation", "one of its ends was marked anew", "Take it in, then link the two.")
        else:
            drawn[source.id].append((relation.rel, target.id))
    for id_, held in here.items():
        old = [(link.rel.value, link.to) for link in held.links]
        stay = [x for x in old if known.id_of(x[1]) not in here or known.id_of(x[1]) == id_]
        new = [*stay, *dict.fromkeys(drawn[id_])]
        if {(rel, known.id_of(to)) for rel, to in old} != {(rel, known.id_of(to)) for rel, to in new}:
            yield Wanted(Action.CORRECT, id_, found.by, "links", [{"rel": rel, "to": to} for rel, to in new])


def _gone(found: Annotated, placed: Mapping[str, Statement | Talk | None], known: Known) -> Iterator[Wanted | Unfit]:
    """What was shown and is marked no more. A statement that other words tell too stays."""
    kept = {h.id for h in placed.values() if h is not None}
    shown = [known.by_region.get((found.report, i)) for i in found.shown]
    for held in {h.id: h for h in shown if h is not None and h.id not in kept}.values():
        others = [m for m in held.mentions if m.report != found.report]
        if others:
            why = f"its region is gone, and other reports tell it too ({others[0].report})"
            remedy = f"If it is wrong: parley decide reject {held.id}; if only here: parley decide split"
            yield Unfit(f"{found.where}, {form_of(held)} {held.id}", why, remedy)
        else:
            yield from _state(held, Action.REJECT, found.by)
