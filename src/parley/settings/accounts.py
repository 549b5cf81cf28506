"""The accounts file: TOML to accounts, with the line of every error."""

from __future__ import annotations

from pathlib import Path

from parley.settings.errors import AccountsError
from parley.settings.toml_file import Table, TomlFile, read_toml
from parley.terms.account import Account, Role


def load_accounts(path: Path) -> tuple[Account, ...]:
    """The accounts of a file. Raises AccountsError naming file, line, field and remedy."""
    file = read_toml(path, AccountsError)
    root = file.root()
    made = tuple(_account(file, i, t) for i, t in enumerate(root.tables("account")))
    root.done()
    if not made:
        file.refuse(("account",), "is missing", "add one: parley account add NAME --accounts FILE")
    names = [a.name for a in made]
    for i, name in enumerate(names):
        if name in names[:i]:
            file.refuse(("account", i, "name"), f"{name!r} is there already", "give each account a name of its own")
    return made


def _account(file: TomlFile, i: int, t: Table) -> Account:
    name, role, password = t.text("name"), t.text("role"), t.text("password")
    t.done()
    if role not in {r.value for r in Role}:
        file.refuse(("account", i, "role"), f"{role!r} is no role", f"write one of: {', '.join(Role)}")
    if not password.startswith("$argon2id$"):
        remedy = "let `parley account add` write it; a password in plain words is never kept"
        file.refuse(("account", i, "password"), "is no argon2id hash", remedy)
    return Account(name, Role(role), password)
