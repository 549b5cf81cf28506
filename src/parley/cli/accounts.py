"""`parley account`: who may work at a shared workbench."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from parley.cli.console import write_found, write_line
from parley.cli.options import Json
from parley.terms.account import Role

app = typer.Typer(no_args_is_help=True, help="Accounts of a shared workbench.")
File = Annotated[Path, typer.Option("--accounts", metavar="FILE", help="The accounts file.")]


@app.callback()
def _account() -> None:
    """Accounts of a shared workbench."""


@app.command("add")
def add(
    name: Annotated[str, typer.Argument(help="The name under which this person decides.")],
    accounts: File = Path("accounts.toml"),
    role: Annotated[Role, typer.Option("--role", help="reader, coder or editor.")] = Role.EDITOR,
    password: Annotated[
        str,
        typer.Option(
            "--password", prompt=True, hide_input=True, confirmation_prompt=True, help="Asked for if not given."
        ),
    ] = "",
) -> None:
    """Add an account; only a hash (argon2id) of its password is kept.

    Example:  `parley account add anna --role editor`
    """
    from parley.desk.accounts import add_account

    made = add_account(accounts, name, role, password)
    write_line(f"{made.name} may work as {made.role.value}. Serve with: parley serve --accounts {accounts}")


@app.command("password")
def password(
    name: Annotated[str, typer.Argument(help="Whose password is to be another one.")],
    accounts: File = Path("accounts.toml"),
    new: Annotated[
        str,
        typer.Option(
            "--password", prompt=True, hide_input=True, confirmation_prompt=True, help="Asked for if not given."
        ),
    ] = "",
) -> None:
    """Give an account another password. A workbench that runs knows at once: who entered with the old one is out.

    Example:  `parley account password anna`
    """
    from parley.desk.accounts import new_password

    write_line(f"{new_password(accounts, name, new).name} has another password.")


@app.command("list")
def listed(accounts: File = Path("accounts.toml"), as_json: Json = False) -> None:
    """Show who has an account, and what each may do.

    Example:  `parley account list`
    """
    from parley.desk.accounts import table

    found = table(accounts)
    write_found(found, as_json)
