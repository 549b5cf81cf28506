"""A record given away whole, taken in again, and copied without some of its reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Self

from sqlalchemy import select

from parley.record.arriving import Taken
from parley.record.asking import last_reader
from parley.record.base import RecordBase
from parley.record.copying import copy, take_out
from parley.record.errors import RecordError
from parley.record.giving import contents
from parley.record.keeping import into
from parley.record.listing import marks
from parley.record.opening import MEMORY, clearly, going_through, writing
from parley.record.steadying import steadied
from parley.record.tables import SNAPSHOTS
from parley.record.taking import take_in
from parley.record.wiring import read_rows, written
from parley.terms.enums import Handling
from parley.terms.log import Snapshot
from parley.terms.slice import ReaderInfo


@steadied
class Moving(RecordBase):
    """What of a record is for moving it."""

    def reader(self) -> ReaderInfo | None:
        """The reader of the reading kept last; None where nothing was read."""
        with clearly(self.path), self._engine.begin() as connection:
            return last_reader(connection)

    def contents(self) -> Iterator[Any]:
        """Everything that the record holds, in the contract's order. It is not to be written meanwhile."""
        with clearly(self.path), going_through(self._settled()) as connection:
            yield from contents(connection, self._recall)

    def take_in(self, values: Iterable[Any], reader: ReaderInfo, at: str) -> Taken:
        """Keep what another record gave: exactly where this one is empty, else as a merge; all of it or nothing.

        Raises RecordError for what contradicts itself, or what is held.
        """
        with clearly(self.path), self._settled().begin() as connection:
            before = self._recall.log(connection).withdrawn
        try:
            with clearly(self.path), writing(self._engine) as connection:
                taken = take_in(connection, self._recall, values, reader, at)
                more = self._recall.log(connection).withdrawn - before
        except BaseException as e:
            self._recall.forget()  # what it recalls may be of rows that are not there
            if isinstance(e, UnicodeEncodeError | OverflowError):
                raise RecordError(
                    f"an id or number in it cannot be kept ({e}). Mend the line, or export it again."
                ) from e
            raise
        self.settle()
        if more and not taken.exactly:
            self.scrub()
        return taken

    def without(self, reports: Iterable[str], place: Path | str = MEMORY) -> Self:
        """A copy without some reports, with what they alone tell, as if they had never been read.

        It is made in memory, or at `place`, a file that is not there yet. Only what they touch is joined anew; what
        comes out is what joining everything else at once makes. Raises RecordError.
        """
        made = self.open(place)
        try:
            with clearly(self.path):
                copy(self._engine, made._engine, made.path)
            with clearly(made.path), writing(made._engine) as connection:
                take_out(connection, made._recall, frozenset(reports))
            made.settle()
        except BaseException:
            made.close()
            raise
        return made

    def marks(self) -> dict[str, Handling]:
        """How each report that is not open is to be handled."""
        with clearly(self.path), self._engine.begin() as connection:
            return marks(connection, self._recall)

    def keep_snapshot(self, snapshot: Snapshot) -> None:
        """Note that a dated state was written out."""
        row = {"id": snapshot.id, "at": snapshot.at, "json": written(snapshot)}
        with clearly(self.path), writing(self._engine) as connection:
            into(connection, SNAPSHOTS, [row])

    def snapshots(self) -> tuple[Snapshot, ...]:
        """The dated states that were written out, the oldest first."""
        asked = select(SNAPSHOTS.c.id, SNAPSHOTS.c.json).order_by(SNAPSHOTS.c.at, SNAPSHOTS.c.id)
        with clearly(self.path), self._engine.begin() as connection:
            return tuple(read_rows(connection, SNAPSHOTS, asked))
