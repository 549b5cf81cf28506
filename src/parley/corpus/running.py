"""Conducting: parcels out to the workers, so many at a time, and parts back in whatever order they come."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from typing import Any

from parley.corpus.engines import Crew, local
from parley.corpus.faults import CorpusError
from parley.corpus.making import Made
from parley.corpus.parcels import Parcel
from parley.corpus.reading import Recipe, named, read_parcel
from parley.corpus.telling import log

AHEAD = 2
"""Parcels for each worker that are out at a time: one at work, one waiting."""
TRIES = 2
"""Times that a parcel may be at work when a process dies, before it is read by itself."""
DIED = "the process that read it died (a library's fault, or too little memory)"


@dataclass(slots=True)
class Run:
    """A run over parcels: those that are out, those that wait to go out again, how often each was there at a death."""

    crew: Crew
    recipe: Recipe
    out: dict[Future[Any], Parcel] = field(default_factory=dict)
    waiting: deque[Parcel] = field(default_factory=deque)
    tries: dict[str, int] = field(default_factory=dict)

    def parts(self, parcels: Iterable[Parcel]) -> Iterator[Made]:
        """The part of each parcel, in the order in which they are done: as many are out as the workers can use.

        A worker that dies costs nothing but time. Raises CorpusError where the scheduler is lost.
        """
        rest = iter(parcels)
        while True:
            self._send(rest)
            if not self.out:
                return
            done, _ = wait(self.out, return_when=FIRST_COMPLETED)
            for future in done:
                parcel = self.out.pop(future, None)
                made = self._made(future, parcel) if parcel is not None else None
                if made is not None:
                    yield made

    def _send(self, rest: Iterator[Parcel]) -> None:
        while len(self.out) < AHEAD * self.crew.width:
            parcel = self.waiting.popleft() if self.waiting else next(rest, None)
            if parcel is None:
                return
            try:
                self.out[self.crew.executor.submit(read_parcel, parcel, self.recipe)] = parcel
            except BrokenProcessPool:
                self.waiting.appendleft(parcel)
                self._after_death()
            if self.crew.width == 1 and any(f.done() for f in self.out):
                return

    def _made(self, future: Future[Any], parcel: Parcel) -> Made | None:
        """The part, or None where the parcel is to be tried again."""
        try:
            made: Made = future.result()
        except BrokenProcessPool:
            self._again(parcel)
            self._after_death()
            return None
        except CancelledError as e:
            raise _lost(e) from e
        except CorpusError:
            raise
        except Exception as e:  # a worker of a cluster died too often, or the parcel broke as a whole
            if type(e).__name__ in ("CommClosedError", "FutureCancelledError", "FuturesCancelledError"):
                raise _lost(e) from e
            log("again by itself", part=parcel.name, why=named(e))
            return carefully(parcel, self.recipe)
        return made

    def _again(self, parcel: Parcel) -> None:
        self.tries[parcel.name] = self.tries.get(parcel.name, 0) + 1
        self.waiting.append(parcel)

    def _after_death(self) -> None:
        """The pool died with its worker, and all that was out with it: begin another, suspects by themselves."""
        for parcel in self.out.values():
            self._again(parcel)
        self.out.clear()
        self.crew.renew()
        suspects = [p for p in self.waiting if self.tries.get(p.name, 0) >= TRIES]
        for parcel in suspects:
            self.waiting.remove(parcel)
            made = carefully(parcel, self.recipe)
            ready: Future[Any] = Future()
            ready.set_result(made)
            self.out[ready] = parcel


def _lost(e: BaseException) -> CorpusError:
    remedy = "See to the scheduler and run the same command again: it goes on where it stopped."
    return CorpusError(f"the Dask scheduler was lost ({type(e).__name__})", remedy)


def carefully(parcel: Parcel, recipe: Recipe) -> Made:
    """A parcel's part, read in a process of its own; where that dies, unit by unit, without those that kill it."""
    made = _tried(parcel, recipe, {})
    if made is not None:
        return made
    skip = {n: DIED for n in range(len(parcel.units)) if _tried(_only(parcel, n), recipe, {}) is None}
    made = _tried(parcel, recipe, skip)
    if made is None:
        remedy = "See to memory and disk, and report this; then run the same command again: it goes on."
        raise CorpusError(f"part {parcel.name}: no process survives reading it", remedy)
    return made


def _only(parcel: Parcel, n: int) -> Parcel:
    return Parcel(parcel.number, parcel.name, parcel.units[n : n + 1], parcel.keys[n : n + 1])


def _tried(parcel: Parcel, recipe: Recipe, skip: dict[int, str]) -> Made | None:
    """The part, or None where the process that read it died."""
    alone: Executor = local(1)
    try:
        made: Made = alone.submit(read_parcel, parcel, recipe, skip).result()
    except BrokenProcessPool:
        return None
    finally:
        alone.shutdown(wait=False)
    return made
