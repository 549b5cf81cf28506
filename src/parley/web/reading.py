"""Reading what was dropped on Home, one batch after another, in a thread beside the pages."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue
from shutil import rmtree
from tempfile import mkdtemp
from threading import Lock, Thread

from parley.desk.amiss import AmissError
from parley.desk.bench import Bench
from parley.desk.reports import Taken
from parley.desk.uploads import Refused
from parley.terms.enums import Handling

LOG = logging.getLogger("parley.web")
REMEMBERED = 20
"""Batches that are still told of when they are done."""


@dataclass(slots=True)
class Job:
    """One batch: whose, what is under way, how far it is (of `of`, None while that is not known), what came of it."""

    number: int
    by: str
    names: tuple[str, ...]
    refused: tuple[Refused, ...]
    state: str = "waiting"
    doing: str = ""
    done: int = 0
    of: int | None = None
    said: str = ""
    left_out: tuple[str, ...] = ()


@dataclass(slots=True)
class _Batch:
    job: Job
    folder: Path
    files: tuple[tuple[Path, str], ...]
    handling: Handling = Handling.OPEN


@dataclass(slots=True)
class Readings:
    """All batches of one workbench."""

    bench: Bench
    _jobs: list[Job] = field(default_factory=list)
    _waiting: Queue[_Batch | None] = field(default_factory=Queue)
    _lock: Lock = field(default_factory=Lock)
    _thread: Thread | None = None

    def jobs(self) -> tuple[Job, ...]:
        """The batches, the latest first."""
        return tuple(reversed(self._jobs))

    def folder(self) -> Path:
        """A place of its own for what is sent; it goes when it is read."""
        return Path(mkdtemp(prefix="parley-sent-"))

    def add(
        self,
        by: str,
        folder: Path,
        files: tuple[tuple[Path, str], ...],
        refused: tuple[Refused, ...],
        handling: Handling,
    ) -> Job:
        """Let a batch be read when its turn comes."""
        with self._lock:
            number = self._jobs[-1].number + 1 if self._jobs else 1
            job = Job(number, by, tuple(name for _, name in files), refused)
            self._jobs.append(job)
            del self._jobs[:-REMEMBERED]
            if not files:
                job.state, job.said = "done", "nothing was taken"
                rmtree(folder, ignore_errors=True)
                return job
            self._waiting.put(_Batch(job, folder, files, handling))
            if self._thread is None:
                self._thread = Thread(target=self._work, name="parley-reading", daemon=True)
                self._thread.start()
        return job

    def stop(self) -> None:
        """Read no further batch; what was read is kept."""
        self._waiting.put(None)

    def _work(self) -> None:
        while (batch := self._waiting.get()) is not None:
            try:
                self._read(batch)
            except AmissError as e:
                batch.job.state, batch.job.said = "failed", f"{e.what}. {e.remedy}"
            except Exception:
                LOG.exception("reading what was sent")
                batch.job.state = "failed"
                batch.job.said = "A fault of Parley's own; what it was stands in the terminal. The rest was kept."
            finally:
                rmtree(batch.folder, ignore_errors=True)

    def _read(self, batch: _Batch) -> None:
        job = batch.job
        job.state, job.doing = "reading", "starting the reader"

        def told(doing: str, done: int, of: int | None) -> None:
            job.doing, job.done, job.of = (doing if of is not None else "taking in"), done, of

        taken = self.bench.read_in([p for p, _ in batch.files], batch.handling, told)
        named = {str(p): name for p, name in batch.files}
        job.left_out = tuple(_renamed(str(x), named) for x in taken.left_out)
        job.state, job.said = "done", _said(taken)


def _renamed(words: str, named: dict[str, str]) -> str:
    """What was left out, by the name that it was sent under."""
    for place, name in named.items():
        words = words.replace(place, name)
    return words


def _said(taken: Taken) -> str:
    parts = [f"{taken.read} read"]
    parts += [f"{taken.known} known already"] if taken.known else []
    parts += [f"{len(taken.unread)} in a language that no reader reads"] if taken.unread else []
    parts += [f"{len(taken.left_out)} left out"] if taken.left_out else []
    heard = taken.heard.lines if taken.heard is not None else ()
    return "; ".join((", ".join(parts), *heard))
