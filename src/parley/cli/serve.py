"""`parley serve`: the workbench in the browser. This module is the one door from the command line to the web room."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.console import write_line
from parley.cli.options import RecordFile

if TYPE_CHECKING:
    from parley.web import Access

TOKEN = "PARLEY_TOKEN"
PORT = 8717


def serve(
    record: RecordFile = None,
    host: Annotated[
        str, typer.Option("--host", help="The address to be reached at. Any but this machine's own needs accounts.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="The port to be reached at.")] = PORT,
    name: Annotated[
        list[str] | None, typer.Option("--name", metavar="HOST", help="A name by which browsers call it; repeatable.")
    ] = None,
    accounts: Annotated[
        Path | None, typer.Option("--accounts", metavar="FILE", help="Who may work at it; see `parley account add`.")
    ] = None,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="For sharing: nothing can be changed, and what is marked is left out.")
    ] = False,
    scenarios: Annotated[
        Path | None, typer.Option("--scenarios", metavar="FOLDER", help="Scenarios. Default: the record's folder.")
    ] = None,
    certificate: Annotated[
        Path | None, typer.Option("--certificate", metavar="FILE", help="A certificate (PEM), to serve over https.")
    ] = None,
    key: Annotated[Path | None, typer.Option("--key", metavar="FILE", help="The certificate's key (PEM).")] = None,
) -> None:
    """Open a workbench in the browser, to look, check and decide. Nothing leaves the machine.

    Beyond this machine it starts only with accounts, or with a token in the environment's PARLEY_TOKEN.

    Example:  `parley serve --record talks.db --port 8800`
    """
    from parley.desk.accounts import watched
    from parley.desk.amiss import AmissError
    from parley.desk.bench import Bench
    from parley.desk.decisions import who_decides
    from parley.web import LOCAL, Access, check
    from parley.web import serve as run

    if (certificate is None) != (key is None):
        raise AmissError("a certificate needs its key", "Name both: --certificate FILE --key FILE")
    now = watched(accounts) if accounts else None
    access = Access(
        names=frozenset(LOCAL) | {n.lower() for n in name or ()},
        accounts=now() if now else (),
        now=now,
        token=os.environ.get(TOKEN) or None,
        read_only=read_only,
        encrypted=certificate is not None,
        nobody_named=who_decides(None),
    )
    check(host, access)
    bench = Bench(record, read_only=read_only, scenarios=scenarios)
    write_line(f"The workbench is at  {_address(host, port, access)}   (Ctrl C ends it)")
    run(bench, access, host, port, (certificate, key) if certificate and key else None)


def _address(host: str, port: int, access: Access) -> str:
    """Where a browser finds it; "every address of this machine" is none, so a name stands for it."""
    from parley.web import LOCAL

    shown = host if host not in ("0.0.0.0", "::") else sorted(access.names - set(LOCAL))[0]
    return f"{'https' if access.encrypted else 'http'}://{shown}:{port}"
