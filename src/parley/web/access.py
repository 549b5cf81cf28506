"""Who may reach the workbench, from where, as whom; and what is refused before it starts."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from hmac import compare_digest

from parley.desk.accounts import SHORTEST_TOKEN, checked
from parley.desk.amiss import AmissError
from parley.terms.account import Account, Role

LOCAL = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Access:
    """`names`: the hosts by which it may be called, without port. Without accounts and token everybody is an editor
    called `nobody_named`, which only a workbench of this machine alone may be.
    """

    names: frozenset[str] = frozenset(LOCAL)
    accounts: tuple[Account, ...] = ()
    token: str | None = field(default=None, repr=False)
    read_only: bool = False
    encrypted: bool = False
    nobody_named: str = "analyst"

    @property
    def is_open(self) -> bool:
        """Whether nobody needs to say who they are."""
        return not self.accounts and self.token is None

    def role_of(self, name: str, secret: str) -> Role | None:
        """What somebody may do by their password or the token; None where it is neither."""
        if self.token is not None and compare_digest(secret.encode(), self.token.encode()):
            return Role.EDITOR
        found = checked(self.accounts, name, secret) if self.accounts else None
        return found.role if found else None


def is_local(host: str) -> bool:
    """Whether an address can be reached from this machine alone.

    >>> is_local("127.0.0.1"), is_local("0.0.0.0"), is_local("localhost"), is_local("::1")
    (True, False, True, True)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def check(host: str, access: Access) -> None:
    """Refuse to be reached from elsewhere without accounts, or without a name to be called by. Raises AmissError."""
    if access.token is not None and len(access.token) < SHORTEST_TOKEN:
        what = f"the token has fewer than {SHORTEST_TOKEN} characters"
        raise AmissError(what, 'Make one: python -c "import secrets; print(secrets.token_urlsafe(24))"')
    if is_local(host):
        return
    if access.is_open:
        what = f"{host} can be reached from other machines, and nobody would have to say who they are"
        remedy = (
            "Add accounts (parley account add NAME --accounts FILE, then serve with --accounts FILE), "
            "or set PARLEY_TOKEN, or leave --host away."
        )
        raise AmissError(what, remedy)
    if not access.names - set(LOCAL):
        what = f"by which name the workbench on {host} is called is not known"
        raise AmissError(what, "Say it, as it stands in the browser's address: --name HOST")
