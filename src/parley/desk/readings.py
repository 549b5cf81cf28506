"""A thing that several readers read, a language model among them: each reading in words, and whether they differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parley.brief.naming import Naming
from parley.brief.phrases import sentence, talk_name
from parley.desk.tables import day, voices
from parley.joining.beside import readers_agree, readers_differ
from parley.joining.merge import statement_of
from parley.joining.standing import Standing
from parley.joining.talks import talk_of
from parley.joining.telling import telling_of
from parley.terms.bodies import TalkBody
from parley.terms.enums import Form
from parley.terms.slice import Slice
from parley.terms.statement import HELD_BACK, MODEL, Mention, Proposal, Statement, Talk, by_model

AGREE = "two readers agree"
ALONE = "found by a language model alone"
ON: Mapping[str, str] = {
    "what": "what it is",
    "actors": "who it is",
    "reality": "whether it is so",
    "voices": "who says so",
    "date": "when it was",
    "fact": "whether it is a fact",
}


@dataclass(frozen=True, slots=True)
class OneReading:
    """What one reader made of one place: `says` in words, `reader` with the model where one was asked.

    `held` says how a model had it that was held to the first reader's word.
    """

    reader: str
    model: bool
    report: str
    says: str
    reality: str
    voices: str
    date: str
    held: str = ""


@dataclass(frozen=True, slots=True)
class Readings:
    """What a language model and other readers made of one thing. Without a model there is nothing to be said.

    `verdict` is whether they agree, in words; `apart` whether they differ.
    """

    verdict: str = ""
    apart: bool = False
    each: tuple[OneReading, ...] = ()


def readings_of(told: Statement | Talk, part: Slice, proposals: Mapping[str, Proposal]) -> Readings:
    """The readings behind a statement or talk; `proposals` are those of the slice by their ids."""
    own = [proposals[m.proposal] for m in told.mentions if m.proposal in proposals]
    if not any(map(by_model, own)):
        return Readings()
    reports = {r.id: r for r in part.reports}
    group = [telling_of(p, reports, {}) for p in own]
    known = Standing(part.affiliations)
    differ = readers_differ(group, known)
    if differ:
        verdict = f"two readers differ on {_listed([ON[d] for d in differ])}"
    elif all(map(by_model, own)):
        verdict = ALONE
    else:
        verdict = AGREE if readers_agree(group, known) else ""
    return Readings(verdict, bool(differ), tuple(_one(p, part) for p in _each_reader(own)))


def reader_of(p: Proposal) -> str:
    """Who read it: the reader, and the model and where it ran."""
    model = next((t.rule for t in p.trace if t.stage == MODEL), None)
    return f"{p.reader}, {model}" if model else p.reader


def held_in(p: Proposal) -> str:
    """How a model had it that was held to the first reader's word; "" where it was not."""
    return next((t.rule for t in p.trace if t.stage == HELD_BACK), "")


def times_told(mentions: Sequence[Mention], models: frozenset[str]) -> int:
    """How often it is told: what a model read too is not told twice. `models` are the ids of models' proposals."""
    ruled = {m.report for m in mentions if m.proposal not in models}
    return sum(m.proposal not in models or m.report not in ruled for m in mentions)


def _each_reader(own: Sequence[Proposal]) -> list[Proposal]:
    """One proposal of each reader of each report, in order, for reports that a model read."""
    read = {p.report for p in own if by_model(p)}
    found: dict[tuple[str, str], Proposal] = {}
    for p in sorted(own, key=by_model):
        if p.report in read:
            found.setdefault((p.report, reader_of(p)), p)
    return list(found.values())


def said_in(p: Proposal, part: Slice) -> str:
    """What one proposal says, in words."""
    telling = telling_of(p, {}, {})
    if p.form is Form.TALK:
        return talk_name(talk_of([telling], Standing(())), Naming({a.id: a for a in part.actors}, {}))
    return sentence(statement_of([telling]), part)


def _one(p: Proposal, part: Slice) -> OneReading:
    report = next((r.title or r.id for r in part.reports if r.id == p.report), p.report)
    reality = p.body.outcome.value if isinstance(p.body, TalkBody) else p.reality.value
    return OneReading(
        reader_of(p), by_model(p), report, said_in(p, part), reality, voices(part, p.voices), day(p.date), held_in(p)
    )


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
