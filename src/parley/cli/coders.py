"""`parley assign`, `parley coders`, `parley agreement` and `parley adjudicate`: coding in a team."""

from __future__ import annotations

from typing import Annotated

import typer

from parley.cli.console import say, write_found
from parley.cli.decisions import By
from parley.cli.options import Json, RecordFile

Round = Annotated[int | None, typer.Option("--round", min=1, help="Only this round of coding.")]


def assign(
    reports: Annotated[list[str] | None, typer.Argument(metavar="REPORT…", help="Ids. Default: all.")] = None,
    to: Annotated[list[str] | None, typer.Option("--to", metavar="NAME", help="A coder; repeatable.")] = None,
    record: RecordFile = None,
) -> None:
    """Give reports to coders, who code them blind: `parley decide … --coder NAME`.

    Example:  `parley assign --to ana --to ben`
    """
    from parley.desk.amiss import AmissError
    from parley.desk.coders import assign as given
    from parley.desk.records import existing

    if not to:
        raise AmissError("to whom the reports are given is missing", "Say so: --to NAME")
    say(f"{given(existing(record), reports or (), to)} assignments; see how far they are with: parley coders")


def coders(
    record: RecordFile = None,
    done: Annotated[
        tuple[str, str] | None, typer.Option("--done", metavar="NAME REPORT", help="This coder is done with it.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Show who codes what and how far they are, or note that a coder is done with a report.

    Example:  `parley coders --done ana r1`
    """
    from parley.desk.coders import finish, progress
    from parley.desk.records import existing

    kept = existing(record)
    if done:
        finish(kept, done[1], done[0])
    table = progress(kept)
    write_found(table, as_json)


def agreement(
    record: RecordFile = None,
    apart: Annotated[bool, typer.Option("--apart", help="Show where coders differ instead.")] = False,
    turn: Round = None,
    as_json: Json = False,
) -> None:
    """Show how far coders agree, field by field: Krippendorff's alpha with its interval; or where they do not.

    Example:  `parley agreement --apart`
    """
    from parley.desk.coders import agreed
    from parley.desk.coders import apart as differing
    from parley.desk.records import existing

    table = (differing if apart else agreed)(existing(record), turn)
    write_found(table, as_json)


def adjudicate(
    place: Annotated[str, typer.Argument(metavar="ID", help="As `agreement --apart` tells it.")],
    coder: Annotated[str, typer.Argument(metavar="CODER", help="Whose coding it is to be.")],
    record: RecordFile = None,
    by: By = None,
    why: Annotated[str | None, typer.Option("--why", help="Why, for whoever reads the log.")] = None,
) -> None:
    """Decide as one coder coded: their blind codings of a place become decisions. For anything else, `parley decide`.

    Example:  `parley adjudicate p3f2a ben --by chair`
    """
    from parley.desk.coders import adjudicate as settle
    from parley.desk.decisions import who_decides
    from parley.desk.records import existing

    made = settle(existing(record), place, coder, who_decides(by), why)
    say(f"logged as {', '.join(f'decision {d.seq}' for d in made)}")
