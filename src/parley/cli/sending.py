"""Before anything is sent: what would go where, and whether that is agreed to."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import typer

from parley.cli.console import say, say_all

if TYPE_CHECKING:
    from parley.terms.chat import ChatServer


def server_agreed(record: Any, yes: bool) -> ChatServer | None:
    """The server under [reader], if one is set up and its use is agreed to: now, once for this record, or in the file.

    What is sent where is said before the first time. Without an agreement nothing is sent, and that is said.
    """
    from parley.desk.second import agree, agreed, notice, remedy, server_set_up

    server = server_set_up()
    if server is None or agreed(server, record):
        return server
    say_all(notice(server))
    if yes or (sys.stdin.isatty() and typer.confirm("Send them there?", default=False, err=True)):
        agree(server, record)
        return server
    say(f"Nothing is sent: the first reader reads alone. {remedy(server)}")
    return None
