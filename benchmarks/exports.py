"""What exporting costs: `python benchmarks/exports.py [--in FOLDER] [STATEMENTS [FORM…]]`; 100,000, in every form.

The statements are those of `record_told.py`, with harm and places of their own, joined and kept in a record. Each form
is asked of it from end to end, and of one with a tenth as many that are told alike, each time in a process of its own:
by the clock and by the processor's own time (which counts whoever else works) the seconds in all, those of mapping and
writing without reading the record, and the most memory that was held. `whole` are the contract's lines of all that the
record keeps, as `parley export` writes them; `jsonl` those of a part. Two bars: ten seconds by the processor for all,
and, for what is written line by line, a fifth more memory for ten times as many. With `--in`, the records are kept in a
folder, and taken from there when they are asked again.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))
from benchmarks.record_ingest import READER

from benchmarks import record_told
from parley.desk.export import export, undisturbed
from parley.desk.export_files import written_text
from parley.desk.export_parts import Marks, parts_for
from parley.desk.records import Wanted
from parley.formats.catalogue import FORMATS, contract_of
from parley.formats.jsonl import whole
from parley.formats.pieces import Book, Lines
from parley.record import Record
from parley.terms.bodies import Event
from parley.terms.enums import HarmKind, Precision
from parley.terms.layers import Reading
from parley.terms.plover import plover_of
from parley.terms.statement import Proposal
from parley.terms.values import Harm

BAR = 10.0
"""Seconds that a form may take for 100,000 statements."""
MORE = 1.2
"""How much more memory ten times as many statements may take in a line-based form."""
BATCH = 1_000


WHOLE = "whole"


def told(proposals: int) -> Iterator[Reading]:
    """Generated readings whose events have codes, places with coordinates, and harm in every fifth."""
    for reading in record_told.readings(proposals, min(record_told.WEEKS, proposals // 156)):
        yield replace(reading, proposals=tuple(map(_fuller, reading.proposals)))


def _fuller(p: Proposal) -> Proposal:
    places = tuple(
        replace(x, countries=("AFG",), latitude=34.5, longitude=69.2, precision=Precision.TOWN) for x in p.places
    )
    if not isinstance(p.body, Event):
        return replace(p, places=places)
    harm = (Harm(HarmKind.KILLED, 3, 5, "three to five people"),) if p.start % 5 == 0 else ()
    code = plover_of(p.body.type, p.body.mode, p.reality)
    return replace(p, places=places, body=replace(p.body, plover=code, harm=harm))


def made(path: Path, statements: int) -> None:
    """A record of about so many statements and talks, unless it is there."""
    if path.exists():
        return
    with Record.open(path) as record:
        rest = told(int(statements * 1.56))
        while some := list(islice(rest, BATCH)):
            record.add(some, READER, at_once=BATCH)
            record.settle()
        counts = record.counts()
        print(f"{path.name}: {counts['statements']:,} statements, {counts['talks']:,} talks", flush=True)


class Timed:
    """Parts or contents of a record, and how long it took to read them."""

    def __init__(self, parts: Iterable[Any]) -> None:
        self._parts = iter(parts)
        self.wall = self.own = 0.0

    def __iter__(self) -> Iterator[Any]:
        while True:
            begun, own = time.perf_counter(), time.process_time()
            part = next(self._parts, None)
            self.wall += time.perf_counter() - begun
            self.own += time.process_time() - own
            if part is None:
                return
            yield part


def one(name: str, path: Path, out: Path) -> dict[str, float]:
    """One form of one record: seconds by both clocks, in all and for reading, and megabytes."""
    with Record.open(path) as record:
        begun, own = time.perf_counter(), time.process_time()
        reading = _whole(record, out) if name == WHOLE else _formed(record, name, out)
        wall, own = time.perf_counter() - begun, time.process_time() - own
    return {"wall": wall, "cpu": own, "memory": most_held(), "reading": reading.wall, "reading_cpu": reading.own}


def most_held() -> float:
    """Megabytes that this process held at most. What `getrusage` tells on Linux may be of the one that started it."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text(encoding="ascii").split("VmHWM:")[1].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _whole(record: Record, out: Path) -> Timed:
    values = Timed(record.contents())
    written_text((f"{line}\n" for line in whole(values, contract_of(None))), out)
    return values


def _formed(record: Record, name: str, out: Path) -> Timed:
    form = FORMATS[name]
    place = out if isinstance(form, Book | Lines) and form.suffix == ".xlsx" else out.with_suffix("")
    parts = Timed(parts_for(record, form, Wanted(), Marks()))
    with undisturbed():
        export(parts, name, place)
    return parts


def asked(name: str, path: Path, folder: Path) -> dict[str, float]:
    """The same in a process of its own."""
    words = [sys.executable, __file__, "--one", name, str(path), str(folder / f"out-{name}.xlsx")]
    done = subprocess.run(words, text=True, capture_output=True, check=False)
    if done.returncode:
        raise SystemExit(f"{name}: {done.stderr}")
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def said(name: str, much: dict[str, float], little: dict[str, float]) -> str:
    """A form's line."""
    own, own_cpu = much["wall"] - much["reading"], much["cpu"] - much["reading_cpu"]
    times = f"{much['wall']:6.1f} s ({much['cpu']:5.1f} cpu), {own:5.1f} s ({own_cpu:4.1f} cpu) of it mapping"
    more = much["memory"] / little["memory"]
    flat = "" if not by_lines(name) else "kept" if more <= MORE else "MISSED"
    speed = "kept" if much["cpu"] <= BAR else "MISSED"
    memory = f"{little['memory']:4.0f} to {much['memory']:4.0f} MB, times {more:.2f} {flat}"
    return f"{name:12} {times}: {speed:6}; {memory}"


def by_lines(name: str) -> bool:
    """Whether a form is written line by line; Parquet's columns are not, though they come as rows."""
    return name == WHOLE or (name != "parquet" and isinstance(FORMATS[name], Lines | Book))


def main(statements: int, names: Iterable[str], kept: str | None) -> None:
    """Print a line for each form."""
    with tempfile.TemporaryDirectory() as folder:
        great, small = (Path(kept or folder) / f"{n}.db" for n in (statements, statements // 10))
        made(great, statements)
        made(small, statements // 10)
        for name in names:
            print(said(name, *(asked(name, path, Path(folder)) for path in (great, small))), flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(one(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))))
    else:
        words = sys.argv[1:]
        at = words[1] if words[:1] == ["--in"] else None
        given = words[2:] if at else words
        main(int(given[0]) if given else 100_000, given[1:] or (WHOLE, *FORMATS), at)
