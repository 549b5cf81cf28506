"""How a great record answers: `python benchmarks/record_size.py [--once] [STATEMENTS [FILE]]`, a million by default.

Readings are generated with fixed seeds, kept in batches and joined as they come: those of `record_told.py`, where much
is told by several outlets, or with `--once` those of `record_ingest.py` of 600 actors, where next to nothing is.
Printed are what ingestion costs from its first to its last tenth (without the generating), the most memory that was
ever held, and the seconds that each question takes: the median of five, after one to warm up. With FILE the record is
kept, goes on where it stopped, and is asked again. `cpu` counts this process's time alone, whoever else works.
What is shown and searched is asked for as `parley show` and `parley search` do, down to the words of the last cell.
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
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))
from benchmarks.record_ingest import EACH, READER, named, readings

from benchmarks import record_told
from parley.desk.noun import Noun
from parley.desk.records import Wanted
from parley.desk.search import search
from parley.desk.show import shown
from parley.desk.why import why
from parley.record import Page, Record
from parley.terms.enums import Status
from parley.terms.layers import Reading
from parley.terms.slice import Filter

ACTORS = named(600)
BATCH = 1_000
"""Reports kept in one transaction."""
ROWS = 1_000
"""Rows of a table, as `parley show` has them where nothing else is asked for."""
MOST = 0.3
"""Seconds that an answer may take."""
YEAR = ("1950-01-01", "1950-12-31")


def batches(made: Iterator[Reading]) -> Iterator[list[Reading]]:
    """Readings, a transaction's worth at a time."""
    while some := list(islice(made, BATCH)):
        yield some


def told_once(statements: int) -> tuple[Iterator[Reading], int]:
    """Readings that come to so many statements, and their proposals: one in a thousand joins."""
    return readings(int(statements * 1.04), ACTORS), int(statements * 1.04)


def told_by_several(statements: int) -> tuple[Iterator[Reading], int]:
    """The same where ten tellings make about six statements."""
    return record_told.readings(int(statements * 1.65)), int(statements * 1.65)


def ingest(record: Record, made: Iterator[Reading], proposals: int) -> None:
    """Keep and join readings with so many proposals, and print how fast, tenth by tenth."""
    have = record.counts()["reports"]
    tenth, done, told = max(proposals // 10, 1), have * EACH, have * EACH
    whole, part = Clocks(), Clocks()
    for some in batches(islice(made, have, None)):
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


def asked(record: Record, words: str, late_year: int) -> None:
    """Print what each question takes; of two words, the first is frequent."""
    actor = frozenset({"actor-1"})
    one = record.slice(Filter(actors=actor), Page(1)).statements[0].id
    frequent = words.split()[0]
    late = f"{late_year}-01-01", f"{late_year}-12-31"

    def table(noun: Noun, **wanted: Any) -> Callable[[], object]:
        return lambda: shown(record, noun, Wanted(**wanted), ROWS)

    questions: dict[str, Callable[[], object]] = {
        **{f"show {noun}": table(noun) for noun in Noun},
        "show events, 200": lambda: shown(record, Noun.EVENTS, Wanted(), 200),
        "why: one statement": lambda: why(record, one),
        "filter: an actor in a year": table(Noun.EVENTS, actors=("actor-1",), since=YEAR[0], until=YEAR[1]),
        "filter: the most named actor": table(Noun.EVENTS, actors=("actor-0",)),
        "filter: a late year": table(Noun.EVENTS, since=late[0], until=late[1]),
        "filter: by status": table(Noun.EVENTS, statuses=(Status.REPORTED,)),
        "filter: by a rare kind": table(Noun.TALKS, statuses=(Status.ADMITTED,)),
        "filter: an actor, a late page": lambda: record.slice(Filter(actors=actor), Page(200, after=100_000)),
        "filter: two words": table(Noun.EVENTS, words=words),
        "search: two words": lambda: search(record, words),
        "search: a frequent word": lambda: search(record, frequent),
        "timeline: all, by year": lambda: record.timeline(Filter(), "year"),
        "timeline: all, by month": lambda: record.timeline(Filter(), "month"),
        "timeline: a year, by month": lambda: record.timeline(Filter(since=YEAR[0], until=YEAR[1]), "month"),
        "timeline: a late year, by month": lambda: record.timeline(Filter(since=late[0], until=late[1]), "month"),
        "timeline: an actor, by year": lambda: record.timeline(Filter(actors=actor), "year"),
        "timeline: a status, by year": lambda: record.timeline(Filter(statuses=frozenset({Status.DENIED})), "year"),
        "counts": record.counts,
    }
    for name, ask in questions.items():
        ask()
        took = [_seconds(ask) for _ in range(5)]
        wall, own = (statistics.median(clock) for clock in zip(*took, strict=True))
        print(f"{name:32} {wall:7.3f} s ({own:.3f} by cpu){'' if wall <= MOST else '   SLOW'}", flush=True)


def _seconds(ask: Callable[[], object]) -> tuple[float, float]:
    begun, own = time.perf_counter(), time.process_time()
    ask()
    return time.perf_counter() - begun, time.process_time() - own


def main(statements: int, file: Path | None, once: bool) -> None:
    """Make a record of so many statements, or take the one that is there, and ask it."""
    with tempfile.TemporaryDirectory() as folder:
        path = file or Path(folder) / "record.db"
        with Record.open(path) as record:
            ingest(record, *(told_once if once else told_by_several)(statements))
            counts = record.counts()
            print(
                f"{counts['statements'] + counts['talks']:,} statements and talks "
                f"of {counts['proposals']:,} proposals, {path.stat().st_size / 1e6:,.0f} MB"
            )
            asked(record, *(("report 4321", 2900) if once else ("town 217", 2250)))
        print(f"memory at most: {memory():,.0f} MB")


if __name__ == "__main__":
    given = [a for a in sys.argv[1:] if a != "--once"]
    many, at = int(given[0]) if given else 1_000_000, Path(given[1]) if len(given) > 1 else None
    main(many, at, "--once" in sys.argv)
