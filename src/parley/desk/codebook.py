"""The codebook: trying all its entries, and listing them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parley.desk.amiss import AmissError, near, sentence
from parley.desk.overlays import overlays, place_of, read, remedy_of, spoken
from parley.desk.tables import Table
from parley.settings.codebook import load_overlay
from parley.settings.errors import SettingsError
from parley.terms.overlay import Overlay

if TYPE_CHECKING:
    from parley.reading.coding.entry_form import EntryForm
    from parley.reading.coding.rows import EntryError, Row

Kind = tuple[str, str]
"""A book and what its entries code: ("events", "ASSAULT")."""
Progress = Callable[[str, int, int | None], None]
"""Told what is under way, how many are done, and of how many (None while that is not known)."""
_REMEDIES = {
    "example": "Mend the entry or its example; `parley code --layer predicates` shows what is read in the sentence.",
    "trap": "Narrow the entry (objects, not_objects, …), or write a trap that it can tell apart.",
}
LISTED = ("book", "id", "type", "mode", "words", "file")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the codebook: where (file and line), of which entry, what, and what to do."""

    place: str
    what: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: the entries that were tried by book and type, and every fault."""

    counts: Table
    faults: tuple[Fault, ...]


def check(file: Path | None, codebook: Sequence[Path], tell: Progress) -> Checked:
    """Every entry in force tried, or those of one file alone, laid over the others.

    An entry is sound where it can be used, its example comes to what it states, and its trap does not. Where some
    cannot be used, no sentence is tried. Raises AmissError where a file cannot be read.
    """
    try:
        given = (*read(codebook), *((load_overlay(file),) if file is not None else ()))
    except SettingsError as e:
        if e.line is None:
            raise AmissError(f"{e.place}: {e.what}", sentence(e.remedy)) from e
        return Checked(_counts({}, {}), (Fault(e.place, e.what, sentence(e.remedy)),))
    only = given[-1] if file is not None else None
    found = tuple(_unusable(given)) or tuple(_failed(given, only, tell))
    return Checked(_counts(_entries(given, only), Counter(kind for kind, _ in found)), tuple(f for _, f in found))


def _unusable(given: tuple[Overlay, ...]) -> Iterator[tuple[Kind, Fault]]:
    from parley.reading.coding.books import book_with, books

    for e in books(given).faults():
        yield (book_with(e.row.table), type_of(e.row)), _fault(e)


def _failed(given: tuple[Overlay, ...], only: Overlay | None, tell: Progress) -> Iterator[tuple[Kind, Fault]]:
    from parley.reading.coding.rows import EntryError
    from parley.reading.trials import trials

    for n, t in enumerate(trials(given, only), 1):
        tell("reading examples and traps", n, None)
        if t.fault is not None:
            what = f"the {t.key} {t.sentence!r}: {t.fault}"
            yield (t.book, type_of(t.row)), _fault(EntryError(t.row, what, t.key, _REMEDIES[t.key]))


def _fault(e: EntryError) -> Fault:
    return Fault(place_of(e), spoken(e), remedy_of(e))


def _entries(given: tuple[Overlay, ...], only: Overlay | None) -> Counter[Kind]:
    return Counter((book, type_of(row)) for book, _, row in _rows(given) if only is None or row.over == only)


def _rows(given: tuple[Overlay, ...]) -> Iterator[tuple[str, EntryForm[Any], Row]]:
    """Every entry with its book and form; a table in which an id comes twice is passed over."""
    from parley.reading.coding.books import FORMS, books
    from parley.reading.coding.rows import EntryError

    for book, forms in FORMS.items():
        for form in forms:
            with suppress(EntryError):
                yield from ((book, form, row) for row in books(given).rows(book, form))


def _counts(entries: Mapping[Kind, int], wrong: Mapping[Kind, int]) -> Table:
    """Entries and faults by book and type, with the sum."""
    rows = tuple((*kind, entries.get(kind, 0), wrong.get(kind, 0)) for kind in dict.fromkeys((*entries, *wrong)))
    whole = ("all", "", sum(entries.values()), sum(wrong.values()))
    columns = ("book", "type", "entries", "faults")
    return Table("Codebook", columns, (*rows, whole), columns)


def table(codebook: Sequence[Path], type_: str | None, mode: str | None, book: str | None) -> Table:
    """The entries in force, those of one type, mode or book where asked. Raises AmissError for one there is not."""
    whole = tuple(_listed(overlays(codebook)))
    rows = whole
    for i, name, wanted in ((0, "book", book), (2, "type", type_), (3, "mode", mode)):
        if wanted is not None:
            known = sorted({row[i] for row in whole if row[i]})
            _check(name, wanted, known)
            rows = tuple(row for row in rows if row[i].casefold() == wanted.casefold())
    return Table("Codebook", LISTED, rows, ("book", "id", "type", "mode"))


def _check(name: str, wanted: str, known: Sequence[str]) -> None:
    if wanted.casefold() not in {k.casefold() for k in known}:
        close = near(wanted.lower(), [k.lower() for k in known])
        remedy = f"Did you mean {close}?" if close else f"Use one of {', '.join(known)}."
        raise AmissError(f"no entry has the {name} {wanted!r}", remedy)


def _listed(given: tuple[Overlay, ...]) -> Iterator[tuple[str, ...]]:
    for book, form, row in _rows(given):
        words = (w for key in sorted(form.words) for w in row.raw.get(key, ()))
        yield book, row.id, type_of(row), str(row.raw.get("mode", "")), ", ".join(words), row.file


def type_of(row: Row) -> str:
    """What an entry codes, as one word: an event's type, a relation, stance, verdict or outcome, else its table."""
    keys = ("code", "relation", "stance", "verdict", "outcome", "part", "format", "level")
    return str(next((row.raw[k] for k in keys if k in row.raw), row.table))
