"""A whole run: sources to parts, or older parts to newer ones; what is there already is passed over."""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from parley.corpus.engines import Crew
from parley.corpus.faults import CorpusError
from parley.corpus.parcels import Parcel, Plan
from parley.corpus.parts import Part, finished, parts_in, tidy, write_part
from parley.corpus.reading import Recipe
from parley.corpus.recalling import parcel_again
from parley.corpus.running import Run
from parley.corpus.telling import Telling, log
from parley.intake import Unit, units_of

SIZE = 250
"""Reports of a part, unless somebody says otherwise: a minute or two of one processor."""
LOCK = ".lock"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to: parts written, units known before, and units that came twice to the letter."""

    parts: int
    known: int
    repeats: int


def read_corpus(
    sources: Sequence[Path], out: Path, crew: Crew, recipe: Recipe, telling: Telling, size: int = SIZE,
    units: Callable[[Sequence[Path]], Iterable[Unit]] = units_of,
) -> Outcome:  # fmt: skip
    """Read sources into a corpus. A run that was stopped goes on; one that is repeated adds nothing.

    Raises CorpusError: nothing can be written, the scheduler is lost, another run is at work in the folder.
    """
    refuse_inside(sources, out)
    with at_work(out):
        plan = Plan(size, finished(parts_in(out)))
        written = _written(plan.parcels(_counted(units(sources), plan, telling)), out, crew, recipe, telling)
    log("done", parts=written, known=plan.known, repeats=plan.repeats, counts=telling.counts)
    return Outcome(written, plan.known, plan.repeats)


def _counted(units: Iterable[Unit], plan: Plan, telling: Telling) -> Iterator[Unit]:
    """Units as they are; what of them is passed over is told on the way."""
    for unit in units:
        yield unit
        telling.passed(plan.known + plan.repeats)


def read_older(parts: Sequence[Part], out: Path, crew: Crew, recipe: Recipe, telling: Telling) -> int:
    """Read parts anew from what they hold, each put in the older one's place; how many. Raises CorpusError."""
    with at_work(out):
        return _written(map(parcel_again, parts), out, crew, recipe, telling)


def _written(parcels: Iterable[Parcel], out: Path, crew: Crew, recipe: Recipe, telling: Telling) -> int:
    sizes: dict[str, int] = {}
    written = 0
    for made in Run(crew, recipe).parts(_noted(parcels, sizes)):
        write_part(out, made)
        telling.part(made, sizes.pop(made.name))
        written += 1
    return written


def _noted(parcels: Iterable[Parcel], sizes: dict[str, int]) -> Iterator[Parcel]:
    for parcel in parcels:
        sizes[parcel.name] = len(parcel.units)
        yield parcel


def refuse_inside(sources: Sequence[Path], out: Path) -> None:
    """A corpus must not be read into itself. Raises CorpusError."""
    place = out.resolve()
    for source in sources:
        if place == source.resolve() or place.is_relative_to(source.resolve()):
            raise CorpusError(f"{out} lies within {source}, which is to be read", "Name a folder beside it: --out …")


@contextmanager
def at_work(out: Path) -> Iterator[None]:
    """One run at a time in a folder, which is made where it is not there; strays of a killed one are taken away first.

    The system lets go of the lock with the process, however that ends. Raises CorpusError.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        with (out / LOCK).open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as e:
                raise CorpusError(f"another run is at work in {out}", "Wait until it is done, or stop it.") from e
            tidy(out)
            yield
    except OSError as e:
        raise CorpusError(f"{out}: no corpus can be written there ({e.strerror})", "Name another: --out …") from e
