"""How much memory a corpus needs, end to end: `python benchmarks/corpus_memory.py [FOLDER [SMALL LARGE]]`.

Generated reports, every twentieth a copy of the one before under another headline, are written as JSON Lines, read by
two workers, asked, and taken into a record: first a few (10,000), then many (100,000). Each step is a process of its
own, as for who types the commands. Its greatest memory, and that of its largest worker, are printed with the ratio
of many to few; what is flat stays at 1.2 or below. Reading is generated as well (three proposals a report, made from
the report's number): the language model is no part of what grows.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.corpus_generated import ACTORS, proposals_of, report_numbered

from parley.terms.bodies import actors_in
from parley.terms.layers import Reading
from parley.terms.ports import Asked, Reader
from parley.terms.report import Report
from parley.terms.slice import ReaderInfo

COPY = 20
"""Every so many-th report is a copy."""
STEPS = ("read", "ask", "ingest", "ingest again")


INFO = ReaderInfo("generated", "1", "0")


@dataclass(frozen=True)
class Generated:
    """A reader that knows what generated reports say by their numbers; in copies it finds nothing."""

    info: ReaderInfo = INFO

    def reads(self, language: str | None) -> bool:
        """Any language."""
        return language is None or bool(language)

    def read(self, report: Report) -> Reading:
        """What the report of this number says."""
        if not report.id.startswith("r"):
            return Reading(report)
        told = proposals_of(report)
        named = {a for p in told for a in actors_in(p.body)}
        return Reading(report, tuple(ACTORS[a] for a in sorted(named)), (), told)

    def read_all(self, asked: Iterable[Asked]) -> Iterator[Reading]:
        """The same for many."""
        return (self.read(a.report) for a in asked)


def readers() -> Sequence[Reader]:
    """The readers, in a form that can be sent to a worker."""
    return (Generated(),)


def rows(reports: int) -> Iterator[str]:
    """So many reports as lines."""
    for n in range(reports):
        copy = n % COPY == COPY - 1
        report = report_numbered(n - 1 if copy else n)
        row = {"id": report.id, "text": report.text, "title": report.title, "publisher": report.publisher}
        row |= {"published": report.published, "language": "en"}
        if copy:
            row |= {"id": f"c{n}", "text": f"Late edition, number {n}\n\n{report.text}", "publisher": "The Reprinter"}
        yield json.dumps(row)


def step(name: str, folder: Path) -> int:
    """One step, in a process of its own; how many reports, rows or proposals it came to."""
    from parley.desk import corpus
    from parley.desk.ingest import ingest
    from parley.record import Record

    if name == "read":
        how = corpus.How(workers=2, log=folder / "log.jsonl")
        return corpus.read([folder / "reports.jsonl"], folder / "corpus", readers, how).counts["reports"]
    if name == "ask":
        return len(corpus.ask(folder / "corpus", corpus.question("contested-by-source")).rows)
    with Record.open(folder / "record.db") as record:
        return ingest(folder / "corpus", record).proposals


def measured(name: str, folder: Path) -> tuple[float, float, float]:
    """The greatest memory of a step, and of its workers, in MB, and the seconds that it took."""
    start = time.perf_counter()
    command = [sys.executable, __file__, "--step", name, str(folder)]
    out = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE).stdout
    told = json.loads(out.splitlines()[-1])
    return told["own"], told["workers"], time.perf_counter() - start


def peaks() -> dict[str, float]:
    """The greatest memory so far of this process and of those that it has waited for, in MB."""
    kinds: dict[str, int] = {"own": resource.RUSAGE_SELF, "workers": resource.RUSAGE_CHILDREN}
    return {name: resource.getrusage(kind).ru_maxrss / 1024 for name, kind in kinds.items()}


def size_of(folder: Path, of: Callable[[Path], bool]) -> float:
    """The size of some files in MB."""
    return sum(f.stat().st_size for f in folder.rglob("*") if f.is_file() and of(f)) / 1e6


def run(folder: Path, reports: int) -> dict[str, tuple[float, float, float]]:
    """All steps for so many reports."""
    folder.mkdir(parents=True)
    with (folder / "reports.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(f"{row}\n" for row in rows(reports))
    found = {}
    for name in STEPS:
        own, workers, seconds = found[name] = measured(name, folder)
        print(f"{reports:>9,} {name:14} {own:8.0f} MB {workers:8.0f} MB in workers {seconds:9.1f} s", flush=True)
    source, parts, record = (
        size_of(folder, lambda f: f.name == "reports.jsonl"),
        size_of(folder / "corpus", lambda f: f.suffix == ".parquet"),
        size_of(folder, lambda f: f.name.startswith("record.db")),
    )
    print(f"{reports:>9,} source {source:.1f} MB, parts {parts:.1f} MB, record {record:.1f} MB", flush=True)
    return found


def main(folder: Path, small: int, large: int) -> None:
    """Print each step's memory for few and many, and their ratio."""
    few, many = run(folder / "few", small), run(folder / "many", large)
    for name in STEPS:
        workers = f", workers x {many[name][1] / few[name][1]:.2f}" if name == "read" else ""
        print(f"{name:14} own x {many[name][0] / few[name][0]:.2f}{workers}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--step"]:
        count = step(sys.argv[2], Path(sys.argv[3]))
        print(json.dumps({"count": count, **peaks()}))
    else:
        given = sys.argv[1:]
        sizes = [int(n) for n in given[1:3]] or [10_000, 100_000]
        if given:
            main(Path(given[0]), *sizes)
        else:
            with tempfile.TemporaryDirectory() as made:
                main(Path(made), *sizes)
