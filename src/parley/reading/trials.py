"""Whether entries do what they say: each example is read and must come to what it states, each trap must not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import tee
from typing import Any

from parley.reading.coding.books import FORMS, books
from parley.reading.coding.entry_form import EntryForm
from parley.reading.coding.rows import Row
from parley.reading.english import default
from parley.reading.pipeline import parse_all
from parley.reading.trial_outcomes import EXAMPLES, TRAPS
from parley.terms.entry import ActorEntry
from parley.terms.enums import ActorType
from parley.terms.overlay import Overlay
from parley.terms.ports import Asked
from parley.terms.report import report_of

DAY = "2024-05-20"
"""The day on which the sentences are read as published: a talk told of may be yet to come, or past."""


def _land(name: str, country: str, seat: str) -> ActorEntry:
    people = (f"{name}n", f"{name}ns")
    return ActorEntry(name.lower(), name, ActorType.STATE, country, "GOV", demonyms=people, seats=(seat,))


LANDS = (_land("Ruritania", "RUR", "Strelsau"), _land("Syldavia", "SYL", "Klow"), _land("Borduria", "BOR", "Szohod"))
"""Countries of fiction, known to the reader in every trial, so that no example need say anything of a real one."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One sentence of an entry, its `example` or `trap` by `key`; `fault` says what it came to, where that is wrong."""

    book: str
    row: Row
    key: str
    sentence: str
    fault: str | None


@dataclass(frozen=True, slots=True)
class _Case:
    book: str
    form: EntryForm[Any]
    row: Row
    entry: Any
    key: str
    sentence: str


def trials(
    over: tuple[Overlay, ...] = (), only: Overlay | None = None, among: Iterable[str] = tuple(FORMS)
) -> Iterator[Trial]:
    """Every example and trap of some books with overlays, or of one overlay alone, as they are read.

    Raises EntryError where an entry cannot be used.
    """
    cases = [c for c in _cases(over, among) if only is None or c.row.over == only]
    yield from _read(over, [c for c in cases if c.book != "issues"])
    yield from _of_issues(over, [c for c in cases if c.book == "issues"])


def _cases(over: tuple[Overlay, ...], among: Iterable[str]) -> Iterator[_Case]:
    for book in among:
        for form in FORMS[book]:
            for row in books(over).rows(book, form):
                entry = form.entry(row)
                example = entry.example if isinstance(entry.example, str) else entry.example[0]
                yield _Case(book, form, row, entry, "example", example)
                yield _Case(book, form, row, entry, "trap", entry.trap)


def _read(over: tuple[Overlay, ...], cases: Iterable[_Case]) -> Iterator[Trial]:
    reader = default(actors=LANDS, codebook=over)
    numbered, kept = tee(enumerate(cases))
    asked = (Asked(report_of(c.sentence, id=f"trial {n}", published=DAY)) for n, c in numbered)
    for (_, c), reading in zip(kept, reader.read_all(asked), strict=True):
        judge = (EXAMPLES if c.key == "example" else TRAPS)[c.form.table]
        broken = "; ".join(f"the stage {w.stage} failed: {w.message}" for w in reading.warnings)
        yield Trial(c.book, c.row, c.key, c.sentence, broken or judge(c.entry, reading))


def _of_issues(over: tuple[Overlay, ...], cases: Iterable[_Case]) -> Iterator[Trial]:
    cases, phrases = tee(cases)
    for c, doc in zip(cases, parse_all(p.sentence for p in phrases), strict=True):
        found = books(over).issues.of(doc.tokens)
        fits = (found == c.row.id) is (c.key == "example")
        yield Trial(c.book, c.row, c.key, c.sentence, None if fits else f"it is about {found or 'no issue'}")
