"""Which part of a record goes into an export: what is asked for, without what marked reports alone tell."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace

from parley.desk.handling import shareable
from parley.desk.leaving_out import left_out
from parley.desk.records import Wanted, filter_of, plainly
from parley.formats.pieces import Folder, Format, Lines, Text
from parley.record import Record
from parley.terms.enums import Handling
from parley.terms.named import named_in
from parley.terms.slice import Filter, Slice
from parley.terms.statement import Statement, Talk

Held = Statement | Talk


@dataclass(frozen=True, slots=True)
class Marks:
    """Which marked reports are let out, by their mark, and whether the others leave their codes behind."""

    include: tuple[Handling, ...] = (Handling.OPEN,)
    redact: bool = False


def parts_for(record: Record, form: Format, wanted: Wanted, marks: Marks) -> Iterator[Slice]:
    """What is to be written, in parts where the form takes them, else as one slice.

    A record with marked reports is joined anew without them, and is one slice for every form. Raises AmissError for an
    unknown actor, report or outlet, or a day that is none.
    """
    if wanted.without:
        with left_out(record, wanted.without) as rest:
            yield from _parts(rest, form, replace(wanted, without=()), marks)
    else:
        yield from _parts(record, form, wanted, marks)


def _parts(own: Record, form: Format, wanted: Wanted, marks: Marks) -> Iterator[Slice]:
    with plainly():
        marked = any(mark not in marks.include for mark in own.marks().values())
    if marked:
        yield _unmarked(own, wanted, marks)
        return
    asked = filter_of(own, wanted)
    with plainly():
        if isinstance(form, Text | Folder):
            yield own.slice(asked)
        else:
            lines = form if isinstance(form, Lines) else None
            proposals, statements = bool(lines and lines.proposals), not lines or lines.statements
            yield from own.parts(asked, proposals, statements)


def _unmarked(record: Record, wanted: Wanted, marks: Marks) -> Slice:
    """What is asked for of a record without its marked reports; of what they alone tell, if redacted, the codes."""
    everything = shareable(record, marks.include, marks.redact)
    if wanted == Wanted():
        return everything
    safe = shareable(record, marks.include) if marks.redact else everything
    with closing(Record.open(":memory:")) as rest, plainly():
        rest.load(safe)
        asked = filter_of(rest, wanted)
        kept = _ids(rest.slice(asked))
    if marks.redact and not asked.words:
        kept |= _redacted(record, asked, everything, _ids(safe))
    return narrowed(everything, frozenset(kept))


def _redacted(record: Record, asked: Filter, everything: Slice, safe: set[str]) -> set[str]:
    """What marked reports alone tell and is asked for; of actors only those whom the redacted lines still name."""
    with plainly():
        meant = _ids(record.slice(replace(asked, actors=frozenset()))) - safe
    held: list[Held] = [*everything.statements, *everything.talks]
    return {h.id for h in held if h.id in meant and (not asked.actors or asked.actors & set(named_in(h)))}


def _ids(part: Slice) -> set[str]:
    return {s.id for s in part.statements} | {t.id for t in part.talks}


def narrowed(whole: Slice, kept: frozenset[str]) -> Slice:
    """A slice with some of its statements and talks, and what these need of all else."""
    everything: list[Held] = [*whole.statements, *whole.talks]
    held = [h for h in everything if h.id in kept]
    told = {m.proposal for h in held for m in h.mentions}
    reports = {m.report for h in held for m in h.mentions} | {v.report for h in held for v in h.voices}
    proposals = tuple(p for p in whole.proposals if p.id in told)
    actors = {a for x in (*held, *proposals) for a in named_in(x)}
    targets = kept | told | reports | actors
    return replace(
        whole,
        reports=tuple(r for r in whole.reports if r.id in reports),
        actors=tuple(a for a in whole.actors if a.id in actors),
        proposals=proposals,
        statements=tuple(s for s in whole.statements if s.id in kept),
        talks=tuple(t for t in whole.talks if t.id in kept),
        merge_proposals=tuple(m for m in whole.merge_proposals if set(m.targets) <= targets),
        decisions=tuple(d for d in whole.decisions if d.target in targets),
        ratings=tuple(r for r in whole.ratings if r.target in targets),
    )
