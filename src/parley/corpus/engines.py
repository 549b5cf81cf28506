"""The engines: one process, a pool of processes on this machine, or Dask. Each is an executor as Python knows them.

Who schedules, queues and starts again what was lost is the pool of `concurrent.futures` or Dask's scheduler.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from enum import StrEnum
from typing import Any

from parley.corpus.faults import CorpusError, extra

_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class Engine(StrEnum):
    """What runs the reading."""

    POOL = "pool"
    DASK = "dask"


class AtOnce(Executor):
    """An executor that does a thing when it is asked: one process, no other."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Do it now."""
        done: Future[Any] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as e:  # it is told where the result is asked for, as of any executor
            done.set_exception(e)
        return done


class Crew:
    """An executor with its width; `renew` makes another where its workers died with it."""

    def __init__(self, start: Callable[[], Executor], width: Callable[[], int]) -> None:
        self._start = start
        self._width = width
        self.executor = start()

    @property
    def width(self) -> int:
        """How many can work at once, now: workers of a cluster come and go."""
        return max(1, self._width())

    def renew(self) -> None:
        """Let go of an executor whose processes died, and start another."""
        self.executor.shutdown(wait=False, cancel_futures=True)
        self.executor = self._start()

    def close(self) -> None:
        """Wait until the workers have ended; none has anything left to do."""
        self.executor.shutdown(wait=True, cancel_futures=True)

    def stop(self) -> None:
        """End the workers of this machine in the midst of what they do."""
        ended = dict(getattr(self.executor, "_processes", None) or {})
        self.executor.shutdown(wait=False, cancel_futures=True)
        for process in ended.values():
            process.terminate()


@contextmanager
def crew(engine: Engine, workers: int, scheduler: str | None = None) -> Iterator[Crew]:
    """Workers for as long as they are needed. With `scheduler` (`tcp://…`), those of a Dask cluster that is there.

    Raises CorpusError where Dask is not installed or its scheduler is not reached.
    """
    if scheduler or engine is Engine.DASK:
        with _dask(workers, scheduler) as made:
            yield made
        return
    made = Crew(AtOnce, lambda: 1) if workers == 1 else Crew(lambda: local(workers), lambda: workers)
    try:
        yield made
    except BaseException:
        made.stop()
        raise
    made.close()


def local(workers: int) -> Executor:
    """A pool of processes on this machine, each started afresh: a copy of this one would share its locks."""
    _one_thread_each()
    return ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), initializer=_deaf)


def _deaf() -> None:
    """The keyboard stops the process that conducts; the others end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _one_thread_each() -> None:
    """Processes started from here on reckon in one thread each: more would stand in one another's way."""
    for name in _THREADS:
        os.environ.setdefault(name, "1")


@contextmanager
def _dask(workers: int, scheduler: str | None) -> Iterator[Crew]:
    with extra():
        from distributed import Client, LocalCluster
    try:
        if scheduler:
            client = Client(scheduler, timeout="20s", set_as_default=False)
        else:
            _one_thread_each()
            cluster = LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None)
            client = Client(cluster, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as e:
        remedy = "Start one (dask scheduler; dask worker tcp://…:8786), or leave --scheduler away."
        raise CorpusError(f"no Dask scheduler answers at {scheduler or 'this machine'} ({e})", remedy) from e
    try:
        yield of_client(client)
    finally:
        client.close()
        if not scheduler:
            cluster.close()


def of_client(client: Any) -> Crew:
    """The workers of a Dask client."""
    return Crew(lambda: client.get_executor(pure=False), lambda: sum(client.nthreads().values()))
