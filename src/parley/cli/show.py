"""`parley show`: what a record holds, as tables."""

from __future__ import annotations

from typing import Annotated

import typer

from parley.cli.console import say, write_json, write_table
from parley.cli.options import Json, RecordFile
from parley.desk.noun import Noun
from parley.terms.enums import Reality, Status


def show(
    noun: Annotated[Noun, typer.Argument(metavar="WHAT", help=f"One of: {', '.join(Noun)}.")],
    record: RecordFile = None,
    actor: Annotated[
        list[str] | None, typer.Option("--actor", help="Only what names this actor (id, name or alias); repeatable.")
    ] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DAY", help="Only from this day on.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DAY", help="Only up to this day.")] = None,
    status: Annotated[list[Status] | None, typer.Option("--status", help="Only this status; repeatable.")] = None,
    reality: Annotated[list[Reality] | None, typer.Option("--reality", help="Only this reality; repeatable.")] = None,
    words: Annotated[str | None, typer.Option("--words", help="Only what is told in words that begin so.")] = None,
    without: Annotated[
        list[str] | None, typer.Option("--without", help="As if this report or outlet were not there; repeatable.")
    ] = None,
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
    if as_json:
        write_json(found.table.as_objects())
    elif found.table.rows:
        write_table(found.table)
    else:
        say(_nothing(noun, wanted != Wanted()))
    if found.cut:
        say(f"only the first {limit} are shown, by day; see more with --limit, or all with --limit 0")


def _nothing(noun: Noun, narrowed: bool) -> str:
    if narrowed:
        return f"no {noun} among what was asked for; leave --since, --actor and the like away to see all"
    return f"the record holds no {noun}; read more reports into it: parley read PATH…"
