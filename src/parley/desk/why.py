"""Why: on what a statement rests, down to the words of its sentence and the rules that read them."""

from __future__ import annotations

from dataclasses import dataclass

from parley.brief.phrases import phrase
from parley.desk.amiss import AmissError
from parley.desk.readings import held_in, reader_of, readings_of, said_in
from parley.desk.records import parted, plainly
from parley.desk.tables import day, voices, where
from parley.record import Record
from parley.terms.enums import Form
from parley.terms.facts import counts_as_fact, status_of
from parley.terms.rows import OWN_EVENT, ROW
from parley.terms.slice import Filter, Slice
from parley.terms.statement import Mention, Proposal, Statement, Talk, by_model
from parley.terms.values import LEARNED, Span, Trace

PATH = "commitment"
"""The stage whose steps are the embedding words that set voice and reality."""


@dataclass(frozen=True, slots=True)
class Step:
    """One rule that fired, and its words."""

    stage: str
    rule: str
    words: str


@dataclass(frozen=True, slots=True)
class Telling:
    """One place where it is told: the sentence in three parts, so that the quote can be marked, and how it was read.

    `reader` is who read it; of what a language `model` read no rules can be shown, only what it `says`, and how it was
    `held` to the first reader's word.
    """

    report: str
    before: str
    quote: str
    after: str
    reality: str
    voices: str
    path: tuple[Step, ...]
    steps: tuple[Step, ...]
    reader: str = ""
    model: bool = False
    says: str = ""
    held: str = ""
    confidence: float = 0.0

    @property
    def is_row(self) -> bool:
        """Whether it was made from a row of a table, not read from a text."""
        return any(s.stage in (ROW, OWN_EVENT) for s in self.steps)


@dataclass(frozen=True, slots=True)
class Why:
    """A statement or talk in words, what it counts as, and every telling of it.

    `readers` says whether two readers of one report agree on it, where a language model is one of them.
    """

    id: str
    form: str
    says: str
    status: str
    reality: str
    fact: bool
    because: str
    date: str
    places: str
    voices: str
    tellings: tuple[Telling, ...]
    confidence: float = 0.0
    readers: str = ""


def why(record: Record, wanted: str) -> Why:
    """On what a statement or talk rests, by its id, the beginning of its id, or the id of one of its proposals.

    Raises AmissError where the record holds none, or several that begin so.
    """
    with plainly():
        found = _found(record, wanted)
        slice = record.slice(Filter(reports=frozenset(m.report for m in found.mentions)))  # noqa: A001
    return _of_talk(found, slice) if isinstance(found, Talk) else _of_statement(found, slice)


def _found(record: Record, wanted: str) -> Statement | Talk:
    try:
        found = record.find(wanted)
    except LookupError as e:
        raise AmissError(parted(str(e))[0], "Type more of the id.") from e
    if found is None:
        remedy = "See the ids with `parley show events`, `show claims` or `show talks`."
        raise AmissError(f"the record holds no statement {wanted!r}", remedy)
    return found


def _of_statement(s: Statement, slice: Slice) -> Why:  # noqa: A002 - the contract's own word
    return Why(
        id=s.id,
        form=s.form.value,
        says=phrase(s, slice),
        status=s.status.value,
        reality=s.reality.value,
        fact=counts_as_fact(s.status, s.reality),
        because=_because(s),
        date=day(s.date),
        places=where(s.places),
        voices=voices(slice, s.voices),
        tellings=_tellings(s.mentions, slice),
        confidence=s.confidence,
        readers=readings_of(s, slice, _by_id(slice)).verdict,
    )


def _of_talk(t: Talk, slice: Slice) -> Why:  # noqa: A002
    return Why(
        id=t.id,
        form=Form.TALK.value,
        says=t.title or "Talk",
        status=status_of(t.voices).value,
        reality=t.outcome.value,
        fact=False,
        because="A talk is an episode: its statements are facts or not, each by itself.",
        date=day(t.date),
        places=where([t.place] if t.place else []),
        voices=voices(slice, t.voices),
        tellings=_tellings(t.mentions, slice),
        confidence=t.confidence,
        readers=readings_of(t, slice, _by_id(slice)).verdict,
    )


def _because(s: Statement) -> str:
    """Why it is a fact or none, by the contract's rule."""
    if counts_as_fact(s.status, s.reality):
        return f"It counts as a fact: it is {s.status} and {s.reality}."
    rule = "only what is reported or admitted, and happened or ongoing, is one"
    return f"It is no fact: {rule}; this is {s.status}, {s.reality}."


def _tellings(mentions: tuple[Mention, ...], slice: Slice) -> tuple[Telling, ...]:  # noqa: A002
    proposals = _by_id(slice)
    return tuple(_telling(proposals[m.proposal], slice) for m in mentions if m.proposal in proposals)


def _by_id(slice: Slice) -> dict[str, Proposal]:  # noqa: A002
    return {p.id: p for p in slice.proposals}


def _telling(p: Proposal, slice: Slice) -> Telling:  # noqa: A002
    report = slice.report(p.report)
    text = report.text or ""
    steps = tuple((t, _step(t, text)) for t in p.trace)
    return Telling(
        report=report.title or report.id,
        before=text[p.sentence.start : p.start],
        quote=p.quote,
        after=text[p.end : p.sentence.end],
        reality=p.reality.value,
        voices=voices(slice, p.voices),
        path=tuple(s for _, s in steps if s.stage == PATH),
        steps=tuple(s for _, s in steps if s.stage != PATH),
        reader=reader_of(p),
        model=by_model(p),
        says=said_in(p, slice),
        held=held_in(p),
        confidence=p.confidence,
    )


def _step(t: Trace, text: str) -> Step:
    words = Span(t.start, t.end).of(text) if t.start is not None and t.end is not None else ""
    learned = t.rule.startswith(f"{LEARNED}.")
    return Step(t.stage, f"{t.rule} (no entry: learned from coded passages)" if learned else t.rule, words)
