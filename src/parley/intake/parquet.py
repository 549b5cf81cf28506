"""Parquet files of reports: each row as one line of JSON, so that rows are taken in alike wherever they come from."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from parley.intake.left_out import UnreadableError

FIELDS = ("id", "title", "text", "published", "url", "publisher", "language")
"""The columns that are taken; those that rows of JSON Lines may have."""
_MARK = b"PAR1"
_AT_ONCE = 256


def is_parquet(head: bytes) -> bool:
    """Whether the first bytes of a file are those of Parquet."""
    return head.startswith(_MARK)


def rows_of_parquet(path: Path) -> Iterator[tuple[int, bytes]]:
    """Each row's number, from 1, and the row as JSON. Raises UnreadableError."""
    with _opened(path) as file:
        columns = [c for c in FIELDS if c in file.schema_arrow.names]
        if "text" not in columns:
            raise UnreadableError("it has no column 'text'", "name the column with the reports' texts 'text'")
        number = 0
        try:
            for batch in file.iter_batches(_AT_ONCE, columns=columns):
                for row in batch.to_pylist():
                    number += 1
                    yield number, json.dumps(row, default=_plain, ensure_ascii=False).encode()
        except (OSError, ValueError) as e:
            raise UnreadableError(f"it is damaged after row {number} ({e})", "write the file anew") from e


def row_count(path: Path) -> int:
    """How many rows a file has. Raises UnreadableError."""
    with _opened(path) as file:
        return int(file.metadata.num_rows)


def _opened(path: Path) -> Any:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as e:
        raise UnreadableError("it is Parquet, which needs pyarrow", "type: pip install 'parley[parquet]'") from e
    try:
        return ParquetFile(path)
    except (ArrowException, OSError, ValueError) as e:
        raise UnreadableError(f"it is no Parquet that can be read ({e})", "write the file anew") from e


def _plain(value: Any) -> Any:
    """A day as ISO; anything else as it prints, for the row's check to name."""
    return value.isoformat() if isinstance(value, dt.date) else str(value)
