"""One request to one place: at an address that was looked at, with limits of size and time, no redirect followed."""

from __future__ import annotations

import http.client
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from parley import __version__
from parley.intake.feeds.addresses import Place
from parley.intake.left_out import UnreadableError

AGENT = f"parley/{__version__}"
TIMEOUT, DEADLINE = 20.0, 60.0
"""Seconds for one step of an answer, and for all of it."""
_PIECE = 1 << 16


@dataclass(frozen=True, slots=True)
class Answer:
    """What came: the status, the body, and the headers that matter, lower case."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


class _Plain(http.client.HTTPConnection):
    """A connection to an address that is given, whatever the host's name leads to by now."""

    def __init__(self, place: Place, address: str) -> None:
        super().__init__(place.host, place.port, timeout=TIMEOUT)
        self._address = address

    def connect(self) -> None:
        self.sock = socket.create_connection((self._address, self.port), self.timeout)


class _Secure(_Plain):
    def connect(self) -> None:
        super().connect()
        self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)


def ask(place: Place, limit: int, headers: Mapping[str, str]) -> Answer:
    """One GET. Raises UnreadableError: no connection, no valid answer, more than `limit` bytes, too slow."""
    refused: Exception | None = None
    for address in place.addresses:
        connection = (_Secure if place.scheme == "https" else _Plain)(place, address)
        try:
            return _asked(connection, place, limit, headers)
        except ConnectionRefusedError as e:  # its next address may answer
            refused = e
        except (OSError, http.client.HTTPException) as e:
            raise UnreadableError(f"it does not answer as it should ({_said(e)})", "try again later") from e
        finally:
            connection.close()
    raise UnreadableError(f"it cannot be reached ({_said(refused)})", "try again later") from refused


def _said(e: Exception | None) -> str:
    return f"{type(e).__name__}: {e}"[:200] if e is not None else "it has no address"


def _asked(connection: _Plain, place: Place, limit: int, headers: Mapping[str, str]) -> Answer:
    until = time.monotonic() + DEADLINE
    own = {"Host": place.netloc, "User-Agent": AGENT, "Accept-Encoding": "identity", "Connection": "close"}
    connection.request("GET", place.path, headers={**own, **headers})
    response = connection.getresponse()
    told = {name.lower(): value for name, value in response.getheaders()}
    if response.status != 200:
        return Answer(response.status, b"", told)
    if told.get("content-encoding", "identity").lower() != "identity":
        raise UnreadableError("it comes compressed though that was not asked for", "save the page by hand")
    return Answer(response.status, _body(response, limit, until), told)


def _body(response: http.client.HTTPResponse, limit: int, until: float) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while piece := response.read1(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > limit:
            raise UnreadableError(f"it has more than {limit / 1e6:.0f} MB", "save what you need of it by hand")
        if time.monotonic() > until:
            raise UnreadableError(f"it takes longer than {DEADLINE:.0f} seconds", "try again later")
    return b"".join(pieces)
