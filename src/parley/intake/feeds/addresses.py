"""Which addresses may be asked: those of the open internet, and others where the user allows their host by name.

A feed is written by others, and may name a machine that only this one reaches (a router, a database, a cloud's keys).
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

from parley.intake.left_out import UnreadableError

_PORTS = {"http": 80, "https": 443}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
IP = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Place:
    """Where a URL leads: scheme, host and port, the addresses that the host has, and what is asked for there."""

    scheme: str
    host: str
    port: int
    addresses: tuple[str, ...]
    path: str

    @property
    def origin(self) -> str:
        """Scheme, host and port: what one robots.txt is for."""
        return f"{self.scheme}://{self.netloc}"

    @property
    def netloc(self) -> str:
        """Host, with its port where that is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def checked(url: str, allowed: Collection[str] = ()) -> Place:
    """Where a URL leads, its host resolved and every address looked at. Raises UnreadableError.

    Who connects must use these addresses: a name asked for again could lead elsewhere by then. `allowed` are hosts
    that may be private.
    """
    scheme, host, port, path = _parts(url)
    addresses = _resolved(host, port)
    if host not in allowed:
        for address in addresses:
            if not is_open(ipaddress.ip_address(address.split("%")[0])):
                why = f"its host {host} is at {address}, which is no address of the open internet"
                raise UnreadableError(why, f"if you trust it, allow it by name: parley feed add URL --allow {host}")
    return Place(scheme, host, port, addresses, path)


def _parts(url: str) -> tuple[str, str, int, str]:
    remedy = "give an address that begins with http:// or https://"
    try:
        parts = urlsplit(url)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii") if parts.hostname else ""
    except (ValueError, UnicodeError) as e:
        raise UnreadableError(f"it is no address ({e})", remedy) from e
    if parts.scheme not in _PORTS or not host:
        raise UnreadableError("it is no address of the web", remedy)
    if parts.username is not None or parts.password is not None:
        raise UnreadableError("it has a name or password in it", "give the address without")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return parts.scheme, host.rstrip("."), port or _PORTS[parts.scheme], path


def _resolved(host: str, port: int) -> tuple[str, ...]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as e:
        raise UnreadableError(f"its host {host} is not found ({e})", "check the address and the network") from e
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))


def is_open(address: IP) -> bool:
    """Whether an address is of the open internet; one that wraps another is what that is.

    >>> is_open(ipaddress.ip_address("192.168.1.1")), is_open(ipaddress.ip_address("::ffff:10.0.0.1"))
    (False, False)
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_open(inner)
    return address.is_global and not address.is_multicast
