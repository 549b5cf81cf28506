"""A corpus: many reports read into parts, kept in a record, and asked without one."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from parley import corpus
from parley.corpus import Crew, Part, Recipe, Telling
from parley.corpus import Engine as Engine
from parley.desk.amiss import AmissError, near
from parley.desk.project import pipeline_meant
from parley.desk.readers import readers
from parley.desk.reports import Progress, silent
from parley.desk.tables import Cell, Table
from parley.intake import Shape, Unit, how_many, units_of
from parley.terms.entry import ActorEntry
from parley.terms.enums import Handling
from parley.terms.overlay import Overlay
from parley.terms.ports import Reader
from parley.terms.slice import ReaderInfo

FRESH = 2.0
"""Seconds that a watched file must have lain still: it may still be written."""


@dataclass(frozen=True, slots=True)
class How:
    """How to read a corpus: by which engine, with how many workers, so many reports a part, so many seconds a report.

    `log` is a file for JSON lines, `metrics` a port of this machine for counters.
    """

    engine: Engine = Engine.POOL
    workers: int = 1
    scheduler: str | None = None
    size: int = corpus.SIZE
    seconds: float = corpus.SECONDS
    handling: Handling = Handling.OPEN
    log: Path | None = None
    metrics: int | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What a run came to: what it counted, what was passed over, and the parts that other readers have read."""

    counts: dict[str, int] = field(default_factory=dict)
    parts: int = 0
    known: int = 0
    repeats: int = 0
    copies: int = 0
    older: int = 0
    words_a_second: float = 0.0


@contextmanager
def plainly() -> Iterator[None]:
    """What a corpus refuses, as an AmissError."""
    try:
        yield
    except corpus.CorpusError as e:
        raise AmissError(e.what, e.remedy) from e


def makers(
    pipeline: str | None = None, actors: Sequence[ActorEntry] = (), codebook: Sequence[Overlay] = ()
) -> Callable[[], Sequence[Reader]]:
    """What makes the readers, in a form that can be sent to another process or machine."""
    return partial(readers, pipeline_meant(pipeline), tuple(actors), tuple(codebook))


def read(
    sources: Sequence[Path], out: Path, make: Callable[[], Sequence[Reader]], how: How, progress: Progress = silent
) -> Read:
    """Read sources (JSON Lines, folders, Parquet) into a corpus; what it holds already is passed over.

    Raises AmissError: no reader starts, an extra is not installed, nothing can be written, the scheduler is lost.
    """
    infos = _infos(make)
    with plainly(), _at_work(how, progress, how_many(sources)) as (crew, telling):
        done = corpus.read_corpus(sources, out, crew, _recipe(make, how), telling, how.size)
        return _told(out, infos, telling, Read(parts=done.parts, known=done.known, repeats=done.repeats))


def read_older(out: Path, make: Callable[[], Sequence[Reader]], how: How, progress: Progress = silent) -> Read:
    """Read anew, from what they hold, the parts that other readers have read. Raises AmissError, as `read`."""
    infos = _infos(make)
    with plainly():
        due = corpus.older(corpus.some_parts_in(out), infos)
        of = sum(len(p.keys) for p in due)
        with _at_work(how, progress, of) as (crew, telling):
            parts = corpus.read_older(due, out, crew, _recipe(make, how), telling)
            return _told(out, infos, telling, Read(parts=parts))


def watch(
    sources: Sequence[Path], out: Path, make: Callable[[], Sequence[Reader]], how: How, progress: Progress,
    tell: Callable[[Read], None], pause: Callable[[], bool],
) -> None:  # fmt: skip
    """Read sources again and again, each time what is new in them; `pause` waits, and says whether to go on."""
    infos = _infos(make)
    with plainly(), _at_work(how, progress, None) as (crew, telling):
        recipe = _recipe(make, how)
        while True:
            done = corpus.read_corpus(sources, out, crew, recipe, telling, how.size, still_units)
            if done.parts:
                tell(_told(out, infos, telling, Read(parts=done.parts, known=done.known, repeats=done.repeats)))
            if not pause():
                return
            telling.anew()


def still_units(sources: Sequence[Path]) -> Iterator[Unit]:
    """The units of files that nobody has written to just now; the others come next time."""
    latest = time.time() - FRESH
    for unit in units_of(sources):
        file = Path(unit.place.rsplit(", line ", 1)[0].rsplit(", row ", 1)[0])
        if unit.shape is Shape.LEFT_OUT and file.is_dir():  # nothing has come yet
            continue
        if not file.is_file() or file.stat().st_mtime <= latest:
            yield unit


@contextmanager
def _at_work(how: How, progress: Progress, of: int | None) -> Iterator[tuple[Crew, Telling]]:
    if how.log is not None:
        how.log.parent.mkdir(parents=True, exist_ok=True)
    with (
        corpus.logged(how.log),
        corpus.served(how.metrics) as counters,
        corpus.crew(how.engine, how.workers, how.scheduler) as crew,
    ):
        progress("starting", 0, of)
        yield crew, Telling(progress, of, counters)


def _infos(make: Callable[[], Sequence[Reader]]) -> tuple[ReaderInfo, ...]:
    return tuple(r.info for r in make())


def _recipe(make: Callable[[], Sequence[Reader]], how: How) -> Recipe:
    return Recipe(make, how.seconds, how.handling)


def _told(out: Path, infos: tuple[ReaderInfo, ...], telling: Telling, done: Read) -> Read:
    parts = corpus.parts_in(out)
    copies = corpus.mark_copies(out) if parts else 0
    stale = len(corpus.older(parts, infos))
    return replace(done, counts=dict(telling.counts), copies=copies, older=stale, words_a_second=telling.rate("words"))


def ask(folder: Path, sql: str) -> Table:
    """What a query answers over the parts, copies left out. Raises AmissError."""
    with plainly():
        if not corpus.are_marked(folder):
            corpus.mark_copies(folder)
        answer = corpus.ask(folder, sql)
    rows = tuple(tuple(_cell(v) for v in row) for row in answer.rows)
    return Table("Answer, cut off" if answer.more else "Answer", answer.columns, rows, answer.columns)


def _cell(value: object) -> Cell:
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    return ", ".join(str(v) for v in value) if isinstance(value, (list, tuple)) else str(value)


def question(name: str) -> str:
    """The SQL of a named question. Raises AmissError with those that there are."""
    found = corpus.QUESTIONS.get(name)
    if found is None:
        close = near(name, corpus.QUESTIONS)
        remedy = f"Did you mean {close}?" if close else f"Ask one of: {', '.join(corpus.QUESTIONS)}; or --sql."
        raise AmissError(f"there is no question {name!r}", remedy)
    return found.sql


def questions() -> Table:
    """The named questions and the views for SQL."""
    rows = [("question", n, q.about) for n, q in corpus.QUESTIONS.items()]
    rows += [("view", n, about) for n, about in corpus.VIEWS.items()]
    return Table("What can be asked", ("what", "name", "tells"), tuple(rows), ("name", "tells"))


PARTS = ("part", "reports", "read", "unread", "left_out", "words", "statements", "talks", "reader", "codebook", "older")


def table(folder: Path, infos: Sequence[ReaderInfo]) -> Table:
    """The parts of a corpus: their counts, by what they were read, and whether today's readers are others."""
    with plainly():
        parts = corpus.some_parts_in(folder)
        stale = {p.name for p in corpus.older(parts, tuple(infos))}
    rows = tuple((p.name, *_counted(p), p.name in stale) for p in parts)
    return Table("Parts", PARTS, rows, ("part", "reports", "left_out", "statements", "older"))


def _counted(part: Part) -> tuple[Cell, ...]:
    names = ", ".join(f"{r.name} {r.version}" for r in part.readers)
    return *(part.counts[c] for c in PARTS[1:8]), names, ", ".join(r.codebook for r in part.readers)


def left_out(folder: Path) -> Table:
    """What of a corpus could not be read, with place, why and remedy. Raises AmissError."""
    return ask(folder, "SELECT place, why, remedy, report, part FROM left_out ORDER BY part, place")
