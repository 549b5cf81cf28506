"""A report read by two readers: whose reading counts, where they agree, and where they differ.

A reader by rules can be retraced; a language model cannot, and can be talked into things. So of one report the reader
by rules says what is told, whether it is the case and who says so; a model's reading stands beside it and changes none
of it. Where the two agree they are surer together; where they differ, a person is asked first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from parley.joining.acts import acts_differ
from parley.joining.pairs import Fit, fit
from parley.joining.standing import Standing
from parley.joining.telling import Telling
from parley.terms.enums import Form
from parley.terms.facts import status_of
from parley.terms.statement import held_back

MOST_SURE = 0.95
"""No two readers together are surer than this: they read the same words, and may err alike."""


def at_one_place(a: Telling, b: Telling) -> bool:
    """Whether a model and a reader by rules read the same word of one report, for the same form."""
    p, q = a.proposal, b.proposal
    return a.by_model is not b.by_model and p.report == q.report and p.form is q.form and p.head.meets(q.head)


def counterparts(tellings: Iterable[Telling]) -> dict[str, Telling]:
    """From each model's proposal to what a reader by rules makes of the same word; those without one are left out.

    They are one thing, however they read it, so the model's is no telling of its own.
    """
    told = list(tellings)
    models = [t for t in told if t.by_model]
    if not models:
        return {}
    wanted = {_key(t) for t in models}
    ruled: dict[tuple[str, Form], list[Telling]] = defaultdict(list)
    for t in told:
        if not t.by_model and _key(t) in wanted:
            ruled[_key(t)].append(t)
    found = {m.proposal.id: _at(m, ruled[_key(m)]) for m in models}
    return {i: t for i, t in found.items() if t is not None}


def _key(t: Telling) -> tuple[str, Form]:
    return t.report, t.proposal.form


def _at(model: Telling, ruled: Iterable[Telling]) -> Telling | None:
    return min((t for t in ruled if at_one_place(model, t)), key=lambda t: t.order, default=None)


def with_those_beside(group: Sequence[Telling], beside: Mapping[str, Sequence[Telling]]) -> list[Telling]:
    """A group with the models' tellings of the same words, in order."""
    more = [m for t in group for m in beside.get(t.proposal.id, ())]
    return sorted((*group, *more), key=lambda t: t.order) if more else list(group)


def heeded(group: Sequence[Telling]) -> Sequence[Telling]:
    """The tellings that say what a statement says: of each report those by rules, if there are any."""
    if not any(t.by_model for t in group):
        return group
    ruled = {t.report for t in group if not t.by_model}
    return [t for t in group if not t.by_model or t.report not in ruled]


def times_told_of(group: Sequence[Telling]) -> int:
    """How often a thing is told: what a model read too is not told twice."""
    return len(heeded(group))


def confidence_of(group: Sequence[Telling], known: Standing) -> float:
    """The surest telling's confidence; where two readers of one report agree, what both together come to.

    Two that read alike, of confidence a and b, come to 1 - (1 - a)(1 - b), as two witnesses do who err independently;
    at most MOST_SURE. A difference takes nothing away: the reading by rules is as sure as it was.
    """
    surest = max(t.proposal.confidence for t in heeded(group))
    for m, ruled in _read_twice(group):
        for t in ruled:
            if not differences(m, t, known):
                both = 1 - (1 - m.proposal.confidence) * (1 - t.proposal.confidence)
                surest = max(surest, min(both, MOST_SURE))
    return surest


def readers_differ(group: Sequence[Telling], known: Standing) -> tuple[str, ...]:
    """On what two readers of one report differ about one thing, in the words of `differences`; () where they agree."""
    found: dict[str, None] = {}
    for m, ruled in _read_twice(group):
        least = min((differences(m, t, known) for t in ruled), key=len)
        found.update(dict.fromkeys(least))
    return tuple(found)


def readers_agree(group: Sequence[Telling], known: Standing) -> bool:
    """Whether two readers of one report read it, and alike."""
    return bool(_read_twice(group)) and not readers_differ(group, known)


def differences(a: Telling, b: Telling, known: Standing) -> tuple[str, ...]:
    """On what two readings of one thing differ: `what`, `actors`, `reality`, `voices`, `date`, `fact`.

    What one of them leaves out is no difference. `fact`: a model had it as one, and was held to the other's word.
    """
    found = {
        "what": a.act != b.act or acts_differ(a.proposal.body, b.proposal.body),
        "actors": bool(a.sides.all and b.sides.all) and a.act == b.act and fit(a, b, known) is Fit.NONE,
        "reality": a.footing is not b.footing,
        "voices": status_of(a.proposal.voices) is not status_of(b.proposal.voices),
        "date": a.time is not None and b.time is not None and not a.time.near(b.time),
        "fact": held_back(a.proposal) or held_back(b.proposal),
    }
    return tuple(name for name, differs in found.items() if differs)


def _read_twice(group: Sequence[Telling]) -> list[tuple[Telling, list[Telling]]]:
    """Each model's telling with those by rules that are of the same report: of the same word, if there are such."""
    if len(group) < 2:
        return []
    models = [t for t in group if t.by_model]
    pairs = [(m, [t for t in group if not t.by_model and t.report == m.report]) for m in models]
    return [(m, [t for t in ruled if at_one_place(m, t)] or ruled) for m, ruled in pairs if ruled]
