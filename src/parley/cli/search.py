"""`parley search`: where words are found."""

from __future__ import annotations

from typing import Annotated

import typer

from parley.cli.console import write_found
from parley.cli.options import Json, RecordFile


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS…", help="All must be there, or words that begin so.")],
    record: RecordFile = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many of each kind.")] = 100,
    as_json: Json = False,
) -> None:
    """Search statements, talks and reports for words, whatever their case and accents.

    Example:  `parley search ceasefire northern`
    """
    from parley.desk.records import existing
    from parley.desk.search import search as found

    table = found(existing(record), " ".join(words), limit)
    write_found(table, as_json, f"no statement and no report holds all of: {' '.join(words)}")
