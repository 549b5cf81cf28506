"""Tellings to groups, people's merges and splits applied; and the parts that can be joined by themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from parley.joining.beside import counterparts, with_those_beside
from parley.joining.groups import gathered
from parley.joining.log import Log, named
from parley.joining.regrouping import Group, regrouped
from parley.joining.standing import Standing
from parley.joining.telling import Telling, leading
from parley.joining.union import Union
from parley.terms.bodies import Judgement
from parley.terms.enums import Action, Form
from parley.terms.statement import Proposal


@dataclass(frozen=True, slots=True)
class Gathered:
    """What proposals make: the groups of talks, those of statements, what holds each proposal, and the parts.

    `parts` are lists of proposal ids. Nothing outside a part had a say in it, so each can be gathered anew by itself.
    """

    talks: list[Group]
    statements: list[Group]
    held_by: Mapping[str, str]
    parts: list[list[str]]


def gather(told: Sequence[Telling], known: Standing, log: Log) -> Gathered:
    """Groups of talks and statements; judgements last, for what they are about is grouped first.

    What a model makes of a word that another reader read too stands beside that reading, and has no say in grouping.
    """
    hanging: Union[str] = Union(_bound(told, log))
    led = counterparts(told)
    beside = _beside(told, led)

    def grouped(tellings: Iterable[Telling]) -> list[Group]:
        groups, parts = gathered(tellings, known)
        for part in parts:
            for t in part[1:]:
                hanging.join(part[0].proposal.id, t.proposal.id)
        return regrouped([with_those_beside(g, beside) for g in groups], log)

    for model, ruled in led.items():
        hanging.join(ruled.proposal.id, model)
    own = [t for t in told if t.proposal.id not in led] if led else told
    talks = grouped(t for t in own if t.proposal.form is Form.TALK)
    others = grouped(t for t in own if t.proposal.form not in (Form.TALK, Form.JUDGEMENT))
    held_by = dict(_holders([*talks, *others]))
    judgements = grouped(leading(t, held_by) for t in own if t.proposal.form is Form.JUDGEMENT)
    held_by.update(_holders(judgements))
    statements = sorted([*others, *judgements], key=lambda g: g.tellings[0].order)
    return Gathered(talks, statements, held_by, hanging.sets(t.proposal.id for t in told))


def _beside(told: Iterable[Telling], led: Mapping[str, Telling]) -> dict[str, list[Telling]]:
    """From each proposal by rules to the models' tellings of the same word."""
    found: dict[str, list[Telling]] = defaultdict(list)
    for t in told if led else ():
        if t.proposal.id in led:
            found[led[t.proposal.id].proposal.id].append(t)
    return found


def about(proposal: Proposal) -> tuple[str, ...]:
    """The proposals of what a judgement is about: it is joined by what holds them."""
    if not isinstance(proposal.body, Judgement):
        return ()
    return tuple(x for x in (proposal.body.about.talk, proposal.body.about.statement) if x)


def bound_by(log: Log) -> Iterator[tuple[str, str]]:
    """The pairs of proposals that merges bind together, whatever joining makes of them."""
    for d in log.entries:
        if d.action is Action.MERGE:
            yield from ((d.target, other) for other in named(d))


def _bound(told: Iterable[Telling], log: Log) -> Iterator[tuple[str, str]]:
    yield from ((t.proposal.id, other) for t in told for other in about(t.proposal))
    yield from bound_by(log)


def _holders(groups: Iterable[Group]) -> Iterator[tuple[str, str]]:
    return ((t.proposal.id, g.id) for g in groups for t in g.tellings)
