"""A record where it lies, in a file or on a server: opened, brought up to date, rewritten, let go of."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from parley.record.addresses import shown
from parley.record.errors import RecordError
from parley.record.indexes import tidy
from parley.record.opening import clearly, may_only_be_read, opened, rewrite, writing
from parley.record.recalling import Recall
from parley.record.settling import is_pending, settle
from parley.record.steadying import again, steadied


@steadied
class RecordBase:
    """One record's file or database, and what was recalled of it. What is kept and answered there is `Record`'s."""

    def __init__(self, engine: Engine, place: str) -> None:
        """A record at a place: `path` is how it is named in messages, `address` opens it again."""
        self._engine = engine
        self._recall = Recall()
        self.address, self.path = place, shown(place)

    @classmethod
    def open(cls, path: Path | str) -> Self:
        """A record, made where there is none. Raises RecordError for a foreign, newer or damaged file or database."""
        return cls(opened(str(path), make=True), str(path))

    @classmethod
    def open_existing(cls, path: Path | str) -> Self:
        """A record that is there. Raises RecordError where it is not, as for `open`."""
        return cls(opened(str(path), make=False), str(path))

    def close(self) -> None:
        """Let go of the file, or of the connections to the server."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def settle(self) -> None:
        """Join what is pending, a transaction at a time; a run that is killed goes on where it stopped."""
        with clearly(self.path):
            more = True
            while more:
                with writing(self._engine) as connection:
                    more = settle(connection, self._recall)

    def scrub(self) -> None:
        """Rewrite the file without anything that was taken out of it. Raises RecordError where it cannot be."""
        self.settle()
        with clearly(self.path):
            with writing(self._engine) as connection:
                tidy(connection)
            rewrite(self._engine)

    @again
    def _settled(self) -> Engine:
        """The engine, once all proposals are joined."""
        with clearly(self.path), self._engine.begin() as connection:
            waiting = is_pending(connection)
        if waiting and may_only_be_read(self.path):
            raise RecordError(
                f"{self.path}: holds reports that are not joined yet, and may not be written. "
                "Open it once where it may be, or work on a copy."
            )
        if waiting:
            self.settle()
        return self._engine
