"""Accounts of a shared workbench: kept in a file of their own, passwords as argon2id hashes only."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from parley.desk.amiss import AmissError
from parley.desk.tables import Table
from parley.settings.accounts import load_accounts
from parley.settings.errors import SettingsError
from parley.terms.account import Account, Role

LOG = logging.getLogger("parley.desk")
SHORTEST = 10
"""Characters that a password, and SHORTEST_TOKEN that a token, must have at least."""
SHORTEST_TOKEN = 20
COLUMNS = ("name", "role")


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()


@cache
def _of_nobody() -> str:
    """A hash to compare with where there is no such account, so that the answer takes as long."""
    return _hasher().hash("nobody has this password")


def accounts_in(path: Path) -> tuple[Account, ...]:
    """The accounts of a file. Raises AmissError naming the line that is wrong."""
    try:
        return load_accounts(path)
    except SettingsError as e:
        raise AmissError(str(e), "Add an account with: parley account add NAME --accounts FILE") from e


def checked(accounts: Sequence[Account], name: str, password: str) -> Account | None:
    """The account of this name and password, None where there is none; either takes the same time."""
    held = next((a for a in accounts if a.name == name), None)
    try:
        _hasher().verify(held.password if held else _of_nobody(), password)
    except (VerificationError, InvalidHashError):
        return None
    return held


def add_account(path: Path, name: str, role: Role, password: str) -> Account:
    """Add an account to a file, made where there is none and readable by its owner only. Raises AmissError."""
    if not name.strip() or name != name.strip():
        raise AmissError(f"{name!r} is no name", "Type one without spaces around it.")
    _long_enough(password)
    if path.exists() and any(a.name == name for a in accounts_in(path)):
        raise AmissError(f"{path} has an account {name!r} already", "Take another name, or remove it from the file.")
    made = Account(name, role, _hasher().hash(password))
    try:
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="utf-8") as file:
            file.write(_as_toml(made))
    except OSError as e:
        raise AmissError(f"{path}: cannot be written ({e.strerror})", "Name another file: --accounts FILE") from e
    return made


def new_password(path: Path, name: str, password: str) -> Account:
    """Give an account another password; whoever entered with the old one is out. Raises AmissError."""
    held = accounts_in(path)
    if not any(a.name == name for a in held):
        raise AmissError(f"{path} has no account {name!r}", f"Its accounts: {', '.join(a.name for a in held)}")
    _long_enough(password)
    made = tuple(replace(a, password=_hasher().hash(password)) if a.name == name else a for a in held)
    beside = path.with_name(f"{path.name}.new")
    try:
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write("".join(map(_as_toml, made)))
        beside.replace(path)
    except OSError as e:
        raise AmissError(f"{path}: cannot be written ({e.strerror})", "Name another file: --accounts FILE") from e
    return next(a for a in made if a.name == name)


def watched(path: Path) -> Callable[[], tuple[Account, ...]]:
    """The accounts of a file as they are whenever asked; while the file is amiss, as they were last.

    Raises AmissError where the file is amiss to begin with.
    """
    last: list[tuple[object, tuple[Account, ...]]] = [(None, accounts_in(path))]

    def now() -> tuple[Account, ...]:
        try:
            state = path.stat()
            mark = (state.st_mtime_ns, state.st_size, state.st_ino)
            if mark != last[0][0]:
                last[0] = (mark, accounts_in(path))
        except (OSError, AmissError) as e:
            LOG.warning("%s", e)
        return last[0][1]

    return now


def _long_enough(password: str) -> None:
    if len(password) < SHORTEST:
        raise AmissError(f"the password has fewer than {SHORTEST} characters", "Take a longer one: some words, say.")


def table(path: Path) -> Table:
    """Who has an account, and what each may do."""
    return Table("Accounts", COLUMNS, tuple((a.name, a.role.value) for a in accounts_in(path)), COLUMNS)


def _as_toml(a: Account) -> str:
    fields = (("name", a.name), ("role", a.role.value), ("password", a.password))
    return "[[account]]\n" + "".join(f"{k} = {json.dumps(v, ensure_ascii=False)}\n" for k, v in fields) + "\n"
