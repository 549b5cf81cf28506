"""`parley decide` and `parley history`: what people decide, and the log of it."""

from __future__ import annotations

from typing import Annotated

import typer

from parley.cli.console import say, write_found, write_line
from parley.cli.options import Json, RecordFile
from parley.terms.enums import Action

By = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who decides. Default: PARLEY_NAME, else who is logged in.")
]


def decide(
    action: Annotated[Action, typer.Argument(metavar="ACTION", help=f"One of: {', '.join(Action)}.")],
    target: Annotated[
        str, typer.Argument(help="A statement's or talk's id or its beginning; a report, an actor; a number to undo.")
    ],
    values: Annotated[list[str] | None, typer.Argument(help="What the action needs; see the examples.")] = None,
    record: RecordFile = None,
    by: By = None,
    why: Annotated[str | None, typer.Option("--why", help="Why, for whoever reads the log.")] = None,
    coder: Annotated[
        str | None, typer.Option("--coder", metavar="NAME", help="Code blind, under this name: nothing is changed.")
    ] = None,
    turn: Annotated[int | None, typer.Option("--round", min=1, help="The round of blind coding.")] = None,
) -> None:
    """Accept, correct, reject, merge, split, rate, add or withdraw: logged with who, when and why, and undone at will.

    `correct ID FIELD VALUE` · `merge ID OTHER…` · `split ID MENTION…` · `rate REPORT A` or `rate ID 2` ·
    `add REPORT "THE WORDS" FIELD=VALUE…` · `withdraw REPORT` · `undo NUMBER` · `accept ID`, `reject ID`, `unsure ID`.

    Example:  `parley decide correct p3f2a reality planned --why "told of next week"`
    """
    from parley.desk.decisions import decide as run
    from parley.desk.decisions import who_decides
    from parley.desk.records import existing

    made = run(existing(record), action, target, values or (), who_decides(by or coder), why, coder, turn)
    write_line(str(made.seq))
    say(f"{made.action} {made.target}, logged as decision {made.seq}; take it back with: parley decide undo {made.seq}")


def history(
    wanted: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="A statement, talk, report or actor. Default: all.")
    ] = None,
    record: RecordFile = None,
    orphaned: Annotated[
        bool, typer.Option("--orphaned", help="Only decisions that stand and have lost what they were about.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Show what was decided, by whom, when and why, and whether it stands.

    Example:  `parley history p3f2a`
    """
    from parley.desk.decisions import history as log
    from parley.desk.decisions import orphans
    from parley.desk.records import existing

    kept = existing(record)
    table = orphans(kept) if orphaned else log(kept, wanted)
    write_found(
        table, as_json, "nothing was decided" if not orphaned else "every decision rests on what it was made about"
    )
