"""What a workbench works on: one record, opened for as long as it stands, and whether it is shown to be shared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from threading import RLock

from parley.desk.actors import entries_of
from parley.desk.handling import shareable
from parley.desk.overlays import overlays
from parley.desk.project import pipeline_meant
from parley.desk.readers import readers
from parley.desk.records import Place, existing, folder_of, name_of, open_record, place_of, plainly
from parley.desk.reports import Progress, Taken, read_into, silent
from parley.desk.rests import Rests
from parley.desk.second import server_agreed_to
from parley.record import Record
from parley.terms.enums import Handling
from parley.terms.ports import Reader

SHARED = "shared.db"


class Bench:
    """A record at which people work at the same time. `read_only` is for sharing: what is marked is not even there.

    One lock serves all: a question takes milliseconds, and what one decides the next one sees.
    """

    def __init__(
        self,
        place: Place | None,
        read_only: bool = False,
        readers_of: Callable[[], Sequence[Reader]] | None = None,
        scenarios: Path | None = None,
    ) -> None:
        """Open the record, made where there is none unless it is only to be read. Raises AmissError."""
        self.place = place_of(place)
        self.read_only = read_only
        self.readers_of = readers_of or _by_settings
        self.scenarios = scenarios or folder_of(self.place)
        self.name = name_of(self.place)
        self.sessions = folder_of(self.place) / f"{self.name}.sessions"
        self._lock, self._starting = RLock(), RLock()
        self._readers: tuple[Reader, ...] = ()
        self._own = existing(place) if read_only else open_record(place)
        self._shared: Record | None = None
        self._folder: Path | None = None
        self._seen: object = None
        self.rests = Rests()

    @contextmanager
    def at_work(self) -> Iterator[Record]:
        """The record, for one thing at a time: the shared part of it where it is only to be read."""
        with self._lock:
            yield self._shareable() if self.read_only else self._own

    def read_in(self, paths: Sequence[Path], handling: Handling, progress: Progress = silent) -> Taken:
        """Read files into the record, beside those who work at it: each report can be seen as soon as it is read."""
        with self._starting:
            self._readers = self._readers or tuple(self.readers_of())
        beside = open_record(self.place)
        try:
            return read_into(
                beside, paths, self._readers, progress=progress, handling=handling, second=server_agreed_to(beside)
            )
        finally:
            beside.close()

    def close(self) -> None:
        """Let go of the files."""
        self.rests.close()
        self._let_go()
        self._own.close()

    def _let_go(self) -> None:
        if self._shared is not None:
            self._shared.close()
        if self._folder is not None:
            rmtree(self._folder, ignore_errors=True)
        self._shared = self._folder = None

    def _shareable(self) -> Record:
        """The record itself where nothing in it is marked, else a copy without what is; looked at anew on a change."""
        with plainly():
            state = self._own.mark()
            if state != self._seen:
                self._let_go()
                if self._own.reports_marked():
                    self._copy()
                self._seen = state
        return self._shared or self._own

    def _copy(self) -> None:
        self._folder = Path(mkdtemp(prefix="parley-"))
        self._shared = Record.open(self._folder / SHARED)
        self._shared.load(shareable(self._own))
        self._shared.settle()


def _by_settings() -> Sequence[Reader]:
    """The readers, with the actors and entries that `parley.toml` names."""
    return readers(pipeline_meant(None), entries_of(None), overlays())
