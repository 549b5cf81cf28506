"""Who may reach the workbench, from where, as whom; and what is refused before it starts."""

from __future__ import annotations

import hashlib
import ipaddress
from collections.abc import Callable
from dataclasses import dataclass, field
from hmac import compare_digest

from parley.desk.accounts import SHORTEST_TOKEN, checked
from parley.desk.amiss import AmissError
from parley.terms.account import Account, Role

LOCAL = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Access:
    """`names`: the hosts by which it may be called, without port. Without accounts and token everybody is an editor
    called `nobody_named`, which only a workbench of this machine alone may be. `now` looks the accounts up as they are
    while it runs; without, they stay as they were.
    """

    names: frozenset[str] = frozenset(LOCAL)
    accounts: tuple[Account, ...] = ()
    token: str | None = field(default=None, repr=False)
    read_only: bool = False
    encrypted: bool = False
    nobody_named: str = "analyst"
    now: Callable[[], tuple[Account, ...]] | None = None

    @property
    def is_open(self) -> bool:
        """Whether nobody needs to say who they are."""
        return not self.accounts and self.token is None

    def entered(self, name: str, secret: str) -> tuple[Role, str] | None:
        """What somebody may do by their password or the token, and its stamp; None where it is neither."""
        if self.token is not None and compare_digest(secret.encode(), self.token.encode()):
            return Role.EDITOR, _stamp("token", self.token)
        found = checked(self._known(), name, secret) if self.accounts else None
        return (found.role, _stamp_of(found)) if found else None

    def still(self, name: str, stamp: str) -> bool:
        """Whether what somebody entered by is as it was: the token, or the account with its password and role."""
        if self.is_open:
            return True
        own = [_stamp_of(a) for a in self._known() if a.name == name]
        return stamp in own or (self.token is not None and stamp == _stamp("token", self.token))

    def _known(self) -> tuple[Account, ...]:
        return self.now() if self.now else self.accounts


def _stamp(*of: str) -> str:
    return hashlib.sha256("\0".join(of).encode()).hexdigest()


def _stamp_of(account: Account) -> str:
    return _stamp(account.name, account.role.value, account.password)


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
