"""The database in the process that asks parts: DuckDB, with a limit of memory and nothing open but the corpus."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from parley.corpus.faults import CorpusError, extra

MEMORY, MORE = "32MB", "2GB"
"""What it may hold; beyond that it writes into a folder of its own, which goes with it. Some sums need more at once."""
THREADS = 1


class TooLittleError(CorpusError):
    """What it may hold is too little for what was asked."""


@contextmanager
def base(folder: Path, memory: str = MORE) -> Iterator[Any]:
    """A connection to an empty database in memory. What it must put aside lies beside the corpus, or else in /tmp."""
    with extra():
        import duckdb
    aside = _aside(folder)
    connection = duckdb.connect(
        config={
            "memory_limit": memory,
            "threads": THREADS,
            "temp_directory": str(aside),
            "preserve_insertion_order": False,
        }
    )
    try:
        yield connection
    except duckdb.Error as e:
        kind = TooLittleError if isinstance(e, duckdb.OutOfMemoryException) else CorpusError
        raise kind(f"{folder}: the database refused this: {_first_line(e)}", _remedy(e)) from e
    finally:
        connection.close()
        shutil.rmtree(aside, ignore_errors=True)


def _aside(folder: Path) -> Path:
    try:
        return Path(tempfile.mkdtemp(prefix=".new-aside-", dir=folder))
    except OSError:  # a corpus that may only be read
        return Path(tempfile.mkdtemp(prefix="parley-"))


def _first_line(e: Exception) -> str:
    return str(e).strip().split("\n")[0]


def _remedy(e: Exception) -> str:
    if "memory" in str(e).lower():
        return "Ask for less at once (WHERE, LIMIT), or make room on the disk."
    return "See the views and columns: parley corpus ask --help; a part that is damaged: remove it, and read again."


def listed(paths: Iterable[Path]) -> str:
    """Paths as a list in SQL."""
    return "[" + ", ".join(quoted(str(p)) for p in paths) + "]"


def quoted(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"
