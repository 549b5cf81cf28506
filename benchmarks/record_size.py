"""How a great record answers: `python benchmarks/record_size.py [STATEMENTS [FILE]]`, a million by default.

Readings of 600 actors are generated with a fixed seed (see `record_ingest.py`), kept in batches and joined as they
come.
Printed are what ingestion costs from its first to its last tenth (without the generating), the most memory that was
ever held, and the seconds that each question takes: the median of five, after one to warm up. With FILE the record is
kept, goes on where it stopped, and is asked again. `cpu` counts this process's time alone, whoever else works.
"""

from __future__ import annotations

import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from benchmarks.record_ingest import EACH, READER, named, readings

from parley.record import Page, Record
from parley.terms.enums import Form, Status
from parley.terms.layers import Reading
from parley.terms.slice import Filter

ACTORS = named(600)
BATCH = 400
"""Reports kept in one transaction."""
MOST = 0.3
"""Seconds that an answer may take."""
YEAR = ("1950-01-01", "1950-12-31")


def batches(made: Iterator[Reading]) -> Iterator[list[Reading]]:
    """Readings, a transaction's worth at a time."""
    while some := list(islice(made, BATCH)):
        yield some


def ingest(record: Record, proposals: int) -> None:
    """Keep and join readings with so many proposals, and print how fast, tenth by tenth."""
    have = record.counts()["reports"]
    tenth, done, told = max(proposals // 10, 1), have * EACH, have * EACH
    whole, part = Clocks(), Clocks()
    for some in batches(islice(readings(proposals, ACTORS), have, None)):
        begun = time.perf_counter(), time.process_time()
        record.add(some, READER, at_once=BATCH)
        record.settle()
        for clocks in (whole, part):
            clocks.add(*begun)
        done += len(some) * EACH
        if done // tenth > told // tenth:
            print(f"{done:12,} proposals: {part.rates(done - told)}; {memory():6,.0f} MB at most", flush=True)
            part, told = Clocks(), done
    if whole.wall:
        print(f"ingested with joining: {whole.rates(done - have * EACH)}", flush=True)


@dataclass
class Clocks:
    """The time that some work took by the wall's clock and by this process's, in seconds."""

    wall: float = 0.0
    own: float = 0.0

    def add(self, wall: float, own: float) -> None:
        """Count what was begun then and is over now."""
        self.wall += time.perf_counter() - wall
        self.own += time.process_time() - own

    def rates(self, many: int) -> str:
        """So many a second by both clocks."""
        return f"{many / self.wall:8,.0f} a second ({many / self.own:,.0f} by cpu)"


def memory() -> float:
    """The most memory held so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def asked(record: Record) -> None:
    """Print what each question takes."""
    actor = frozenset({"actor-1"})
    one = record.slice(Filter(actors=actor), Page(1)).statements[0].id
    questions: dict[str, Callable[[], object]] = {
        "show: the first 200 events": lambda: record.slice(Filter(forms=frozenset({Form.EVENT})), Page(200)),
        "show: the first 200 claims": lambda: record.slice(Filter(), Page(200, disputed=True)),
        "show: one statement": lambda: record.find(one),
        "filter: an actor in a year": lambda: record.slice(
            Filter(actors=actor, since=YEAR[0], until=YEAR[1]), Page(200)
        ),
        "filter: by status": lambda: record.slice(Filter(statuses=frozenset({Status.REPORTED})), Page(200)),
        "filter: an actor, a late page": lambda: record.slice(Filter(actors=actor), Page(200, after=100_000)),
        "search: two words": lambda: record.slice(Filter(words="report 4321"), Page(200)),
        "search: a frequent word": lambda: record.slice(Filter(words="report"), Page(200)),
        "search: the reports": lambda: record.reports_saying("report 4321", 50),
        "timeline: all, by year": lambda: record.timeline(Filter(), "year"),
        "timeline: a year, by month": lambda: record.timeline(Filter(since=YEAR[0], until=YEAR[1]), "month"),
        "timeline: an actor, by year": lambda: record.timeline(Filter(actors=actor), "year"),
        "counts": record.counts,
    }
    for name, ask in questions.items():
        ask()
        took = statistics.median(_seconds(ask) for _ in range(5))
        print(f"{name:32} {took:7.3f} s{'' if took <= MOST else '   SLOW'}", flush=True)


def _seconds(ask: Callable[[], object]) -> float:
    begun = time.perf_counter()
    ask()
    return time.perf_counter() - begun


def main(statements: int, file: Path | None) -> None:
    """Make a record of so many statements, or take the one that is there, and ask it."""
    with tempfile.TemporaryDirectory() as folder:
        path = file or Path(folder) / "record.db"
        with Record.open(path) as record:
            ingest(record, int(statements * 1.04))  # some join
            counts = record.counts()
            print(
                f"{counts['statements'] + counts['talks']:,} statements and talks, {path.stat().st_size / 1e6:,.0f} MB"
            )
            asked(record)
        print(f"memory at most: {memory():,.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000, Path(sys.argv[2]) if len(sys.argv) > 2 else None)
