"""`parley show`: what a record holds, as tables."""

from __future__ import annotations

from typing import Annotated

import typer

from parley.cli.console import say, write_found
from parley.cli.options import Actors, Json, Realities, RecordFile, Since, Statuses, Until, Without, Words
from parley.desk.noun import Noun


def show(
    noun: Annotated[Noun, typer.Argument(metavar="WHAT", help=f"One of: {', '.join(Noun)}.")],
    record: RecordFile = None,
    actor: Actors = None,
    since: Since = None,
    until: Until = None,
    status: Statuses = None,
    reality: Realities = None,
    words: Words = None,
    without: Without = None,
    limit: Annotated[int, typer.Option("--limit", min=0, help="At most so many rows, by day; 0 is all.")] = 1000,
    as_json: Json = False,
) -> None:
    """Show talks, claims, actors, ties, events, positions, judgements or roles.

    Example:  `parley show claims --status contested --since 2022-01-01`
    """
    from parley.desk.records import Wanted, existing
    from parley.desk.show import shown

    wanted = Wanted(
        tuple(actor or ()), since, until, tuple(status or ()), tuple(reality or ()), words, tuple(without or ())
    )
    found = shown(existing(record), noun, wanted, limit)
    write_found(found.table, as_json, _nothing(noun, wanted != Wanted()))
    if found.cut:
        say(f"only the first {limit} are shown, by day; see more with --limit, or all with --limit 0")


def _nothing(noun: Noun, narrowed: bool) -> str:
    if narrowed:
        return f"no {noun} among what was asked for; leave --since, --actor and the like away to see all"
    return f"the record holds no {noun}; read more reports into it: parley read PATH…"
