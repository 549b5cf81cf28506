"""What a second worker is worth: `python benchmarks/corpus.py [REPORTS [WORKERS]]`, 160 reports and 2 by default.

The sample reports, told again and again under other numbers, are read by the default reader into a corpus, by one
worker process and by two, by turns within one run: one, two, two, one. Words a second are from the first part that is
finished until the last: starting Python and loading the language model, which a long run does once, are left out.

A machine that does other work beside shows less by the clock than two workers could give. So processor time is printed
too: words a second of processor time, for one worker and for each of two. If that is the same for both, the second
worker costs the first one nothing, and by the clock it is worth as much as the machine has a processor to give it. The
machine's load, and the share of one processor that a plain loop is given, alone and as two, are printed beside.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from parley import samples
from parley.corpus import Recipe, Telling, crew, read_corpus
from parley.corpus.engines import Engine, local
from parley.corpus.making import Made
from parley.desk.corpus import makers
from parley.desk.reports import silent
from parley.intake import gather

SIZE = 4
"""Reports of a part: small, so that the two end at nearly the same time."""


@dataclass(frozen=True)
class Speed:
    """Words, and the seconds that they took by the clock and of the workers' processors."""

    words: int
    clock: float
    cpu: float


class Watch(Telling):
    """Tells nobody, and remembers when each part was done, how many words it has and what it took."""

    took: list[tuple[float, int, float]]

    def part(self, made: Made, units: int) -> None:
        """A part was written."""
        del units
        self.took.append((time.perf_counter(), made.counts["words"], made.cpu))


def rows(many: int) -> Iterator[str]:
    """So many reports as lines: the samples, each time under another number, for a text is read once."""
    texts = [r.text for r in gather([samples.folder()]).reports]
    for n in range(many):
        yield json.dumps({"text": f"{texts[n % len(texts)]}\n\nNumber {n}.", "language": "en"})


def read(source: Path, workers: int) -> Speed:
    """Read by so many worker processes; the first part of each worker is left out."""
    watch = Watch(silent)
    watch.took = []
    with tempfile.TemporaryDirectory() as out, crew(Engine.POOL, workers) as made:
        if workers == 1:  # by a process of its own as well, for a fair comparison
            made.executor = local(1)
        read_corpus([source], Path(out) / "c", made, Recipe(makers()), watch, SIZE)
    first, rest = watch.took[:workers], watch.took[workers:]
    return Speed(sum(w for _, w, _ in rest), rest[-1][0] - first[-1][0], sum(c for *_, c in rest))


def loop(seconds: float) -> float:
    """The share of a processor that a loop is given."""
    start, cpu = time.perf_counter(), time.process_time()
    while time.perf_counter() - start < seconds:
        pass
    return (time.process_time() - cpu) / (time.perf_counter() - start)


def given(processes: int) -> float:
    """How many processors so many loops are given in all, for three seconds."""
    with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn")) as pool:
        return sum(pool.map(loop, [3.0] * processes))


def shown(name: str, speed: Speed) -> None:
    """Print one turn."""
    rate, own = speed.words / speed.clock, speed.words / speed.cpu
    print(f"{name:12} {rate:8.1f} words/s by the clock {own:8.1f} words/s of processor time", flush=True)


def summed(turns: list[Speed]) -> Speed:
    """Turns taken together."""
    return Speed(sum(t.words for t in turns), sum(t.clock for t in turns), sum(t.cpu for t in turns))


def main(reports: int, workers: int) -> None:
    """Print the turns and what they come to."""
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}; a loop is given {given(1):.2f} of one, "
          f"{workers} loops {given(workers):.2f}")  # fmt: skip
    turns: dict[int, list[Speed]] = {1: [], workers: []}
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "reports.jsonl"
        source.write_text("".join(f"{r}\n" for r in rows(reports)), encoding="utf-8")
        for many in (1, workers, workers, 1):
            turns[many].append(read(source, many))
            shown(f"{many} worker{'s' * (many > 1)}", turns[many][-1])
    one, more = summed(turns[1]), summed(turns[workers])
    clock = (more.words / more.clock) / (one.words / one.clock)
    own = (more.words / more.cpu) / (one.words / one.cpu)
    print(f"{workers} workers are worth {clock:.2f} by the clock")
    print(
        f"a word costs each of them {1 / own:.2f} times the processor time that it costs one: worth {workers * own:.2f}"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 160, int(sys.argv[2]) if len(sys.argv) > 2 else 2)
