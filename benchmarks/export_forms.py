"""How fast a slice is written in each form: `python benchmarks/export_forms.py [PROPOSALS] [FORM …]`.

The slice is generated (see `record_ingest.py`): ten proposals a report, twelve invented actors, joined. Only the maps
are timed, not the record nor the disk; what a form makes is counted and let go. Seconds are the processor's. Memory is
what Python holds at its highest while a form is written, above what the slice itself takes.
"""

from __future__ import annotations

import gc
import sys
import time
import tracemalloc
from collections.abc import Iterator

from benchmarks.record_ingest import ACTORS, READER, readings

from parley.formats.catalogue import FORMATS
from parley.formats.pieces import Book, File, Format, Lines, Lost, Row, Wish
from parley.joining import join
from parley.terms.slice import Slice

MANY = 100_000
Piece = str | File | Row | Lost


def generated(many: int) -> Slice:
    """A joined slice of about so many statements and talks."""
    made = list(readings(many))
    told = tuple(p for r in made for p in r.proposals)
    joined = join(told, [r.report for r in made], ACTORS, ())
    reports = tuple(r.report for r in made)
    return Slice(reports, joined.actors, (), told, joined.statements, joined.talks, reader=READER)


def pieces(form: Format, part: Slice) -> Iterator[Piece]:
    """All that a form makes of a slice."""
    if isinstance(form, Lines | Book):
        yield from form.write([part], Wish())
    else:
        yield from form.write(part, Wish())


def size(piece: Piece) -> int:
    """Characters of text."""
    return len(piece) if isinstance(piece, str) else len(piece.text) if isinstance(piece, File) else 0


def seconds(form: Format, part: Slice) -> tuple[float, int, int]:
    """How much of the processor's time it takes, how many characters it makes, and how much is lost."""
    gc.collect()
    start = time.process_time()
    characters = lost = 0
    for piece in pieces(form, part):
        characters += size(piece)
        lost += isinstance(piece, Lost)
    return time.process_time() - start, characters, lost


def peak(form: Format, part: Slice) -> float:
    """Megabytes held at the highest."""
    gc.collect()
    tracemalloc.start()
    for _ in pieces(form, part):
        pass
    _, highest = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return highest / 1e6


def main(many: int, names: list[str]) -> None:
    """Print one line a form."""
    part, small = generated(many), generated(many // 10)
    held = len(part.statements) + len(part.talks)
    print(f"{held:,} statements and talks of {len(part.reports):,} reports")
    for name in names or list(FORMATS):
        took, characters, lost = seconds(FORMATS[name], part)
        flat = peak(FORMATS[name], small)
        told = f"{took:6.2f} s {characters / 1e6:8.1f} MB {lost:8,} lost"
        print(f"{name:14} {told} {flat:8.1f} MB held for a tenth of it")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else MANY, sys.argv[2:])
