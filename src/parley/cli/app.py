"""The command `parley`: its subcommands, and what happens when one of them cannot do what was asked."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from typing import Annotated

import typer

from parley import __version__
from parley.cli import (
    accounts,
    brief,
    code,
    codebook,
    coders,
    corpus,
    decisions,
    demo,
    doubts,
    export,
    feeds,
    forecasts,
    imports,
    readers,
    record,
    reports,
    scenarios,
    score,
    search,
    serve,
    show,
    snapshots,
    why,
)
from parley.cli.console import ClosedError, finish, say
from parley.desk.amiss import AmissError

DEBUG = "--debug"
USAGE, INSIDE, INTERRUPTED, CLOSED = 2, 70, 130, 141
"""Exit statuses: asked amiss; a fault of Parley's own; stopped by the keyboard; the reader of the output went away."""

app = typer.Typer(
    name="parley",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    add_completion=True,
    help="Turn reports about conflicts and the talks around them into a sourced record, and the record into a brief.",
    epilog="Begin with:  parley demo",
)

app.command("read")(reports.read)
app.command("import")(imports.import_)
app.command("brief")(brief.brief)
app.command("serve")(serve.serve)
app.command("show")(show.show)
app.command("search")(search.search)
app.command("why")(why.why)
app.command("decide")(decisions.decide)
app.command("history")(decisions.history)
app.command("doubts")(doubts.doubts)
app.command("assign")(coders.assign)
app.command("coders")(coders.coders)
app.command("agreement")(coders.agreement)
app.command("adjudicate")(coders.adjudicate)
app.command("outlook")(scenarios.outlook)
app.add_typer(scenarios.app, name="scenario")
app.add_typer(forecasts.app, name="forecasts")
app.command("export")(export.export)
app.command("snapshot")(snapshots.snapshot)
app.command("whats-new")(snapshots.whats_new)
app.command("compare")(snapshots.compare)
app.add_typer(record.app, name="record")
app.command("code")(code.code)
app.add_typer(corpus.app, name="corpus")
app.command("score")(score.score)
app.add_typer(codebook.app, name="codebook")
app.add_typer(accounts.app, name="account")
app.add_typer(feeds.app, name="feed")
app.command("readers")(readers.readers)
app.command("demo")(demo.demo)


def _version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"parley {__version__}\n")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
    debug: Annotated[
        bool, typer.Option(DEBUG, help="On a fault, show where in the program it happened. May stand anywhere.")
    ] = False,
) -> None:
    """Turn reports about conflicts and the talks around them into a sourced record, and the record into a brief."""


def main(argv: Sequence[str] | None = None) -> None:
    """Run the command line. Always ends in SystemExit: 0 done, 1 something was left out, 2 asked amiss."""
    words = list(sys.argv[1:] if argv is None else argv)
    debug = DEBUG in words
    try:
        _run([w for w in words if w != DEBUG])
    except AmissError as e:
        _end(e, f"parley: {e.what}\n{e.remedy}", USAGE, debug)
    except ClosedError:
        _close_quietly()
    except KeyboardInterrupt:
        say("stopped; what was read so far is kept")
        sys.exit(INTERRUPTED)
    except Exception as e:  # the outermost edge: a person sees one line, and how to see more
        remedy = "This is a fault of Parley's own. Type the same with --debug to see where, and report it."
        _end(e, f"parley: {type(e).__name__}: {e}\n{remedy}", INSIDE, debug)


def _run(words: list[str]) -> None:
    """One command; what is written last may as well find the output closed, so it is sent on in here."""
    try:
        app(args=words, prog_name="parley")
    except SystemExit:
        finish()
        raise


def _end(fault: Exception, message: str, status: int, debug: bool) -> None:
    if debug:
        traceback.print_exception(fault)
    say(message)
    sys.exit(status)


def _close_quietly() -> None:
    """End when whoever read the output (`head`, say) has had enough; nothing more can be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(CLOSED)
