"""What records would be without some sources: copies from which they are gone, kept for as long as they are true."""

from __future__ import annotations

import logging
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from threading import Lock, Thread

from parley.desk.amiss import AmissError
from parley.desk.records import plainly
from parley.record import Record
from parley.terms.slice import Filter

LOG = logging.getLogger("parley.desk")
SMALL, FEW = 2000, 20
"""Statements of a record, and of the sources left out, up to which a person waits for it; else it is made beside."""
KEPT = 4
"""Copies kept: the one unused for longest goes first."""
FILE = "rest.db"
Mark = tuple[object, ...]


@dataclass(slots=True)
class Rest:
    """A copy without some reports, and the state of the record of which it is one."""

    record: Record
    mark: Mark
    folder: Path


class Rests:
    """The copies of one record. Asked for one at a time; a great copy is made in a thread beside those who work."""

    def __init__(self) -> None:
        self._ready: OrderedDict[frozenset[str], Rest] = OrderedDict()
        self._doing: set[frozenset[str]] = set()
        self._faults: dict[frozenset[str], Mark] = {}
        self._done: list[tuple[frozenset[str], Rest]] = []
        self._lock = Lock()
        self._closed = False

    def of(self, record: Record, reports: frozenset[str]) -> Record | None:
        """The record without some reports, as it is now; None where that is still being worked out.

        Raises AmissError where it could not be.
        """
        self._take_in()
        with plainly():
            mark: Mark = record.mark()
            held = self._ready.get(reports)
            if held is not None and held.mark == mark:
                self._ready.move_to_end(reports)
                return held.record
            if not record.holds_more_than(SMALL) or record.how_many(Filter(reports=reports)) <= FEW:
                self._keep(reports, _made(record.address, reports, mark))
                return self._ready[reports].record
        if self._faults.get(reports) == mark:
            raise AmissError("what is left could not be worked out", "What went wrong stands in the terminal.")
        self._begin(record.address, reports, mark)
        return None

    def close(self) -> None:
        """Let go of all copies."""
        with self._lock:
            self._closed = True
        self._take_in()
        for rest in self._ready.values():
            _let_go(rest)
        self._ready.clear()

    def _begin(self, path: str, reports: frozenset[str], mark: Mark) -> None:
        with self._lock:
            if reports in self._doing:
                return
            self._doing.add(reports)
        Thread(target=self._work, args=(path, reports, mark), name="parley-without", daemon=True).start()

    def _work(self, path: str, reports: frozenset[str], mark: Mark) -> None:
        made = None
        try:
            made = _made(path, reports, mark)
        except Exception:
            LOG.exception("leaving sources out")
        with self._lock:
            self._doing.discard(reports)
            if made is None:
                self._faults[reports] = mark
            elif self._closed:
                _let_go(made)
            else:
                self._done.append((reports, made))

    def _take_in(self) -> None:
        """What threads have made since; copies are let go of here alone, where nobody is reading them."""
        with self._lock:
            done, self._done = self._done, []
        for reports, rest in done:
            self._keep(reports, rest)

    def _keep(self, reports: frozenset[str], rest: Rest) -> None:
        before = self._ready.pop(reports, None)
        self._ready[reports] = rest
        gone = [before] if before else []
        while len(self._ready) > KEPT:
            gone.append(self._ready.popitem(last=False)[1])
        for each in gone:
            _let_go(each)


def _made(path: str, reports: frozenset[str], mark: Mark) -> Rest:
    folder = Path(mkdtemp(prefix="parley-rest-"))
    try:
        with Record.open_existing(path) as own:
            return Rest(own.without(reports, folder / FILE), mark, folder)
    except BaseException:
        rmtree(folder, ignore_errors=True)
        raise


def _let_go(rest: Rest) -> None:
    rest.record.close()
    rmtree(rest.folder, ignore_errors=True)
