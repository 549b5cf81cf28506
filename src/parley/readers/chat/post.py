"""One question over HTTP: to one host, within one time, up to one size. No redirect is followed, no proxy is used."""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Timer
from urllib.parse import SplitResult

from parley.readers.chat.faults import NoAnswerError, shown

LARGEST = 4_000_000
"""Bytes of an answer."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: the status, the headers by their lower-case names, the body."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class UnreachableError(Exception):
    """The server could not be spoken to; it may be another time."""


class LateError(Exception):
    """No whole answer came within the time."""


def post(to: SplitResult, body: bytes, headers: Mapping[str, str], timeout: float) -> Reply:
    """Post a body. Raises UnreachableError, LateError, or NoAnswerError where a certificate or an answer is refused."""
    connection = _connection(to, timeout)
    watch: Timer | None = None
    late: list[bool] = []
    try:
        connection.connect()
        watch = Timer(timeout, _cut, (connection.sock, late))
        watch.daemon = True
        watch.start()
        connection.request("POST", to.path, body, dict(headers))
        reply = _received(connection.getresponse())
    except ssl.SSLCertVerificationError as e:
        raise NoAnswerError(f"its certificate is not trusted ({shown(e.verify_message)})", ends=True) from e
    except TimeoutError as e:
        raise LateError from e
    except (OSError, http.client.HTTPException) as e:
        raise (LateError() if late else UnreachableError(shown(e) or type(e).__name__)) from e
    finally:
        if watch is not None:
            watch.cancel()
        connection.close()
    if late:
        raise LateError
    return reply


def _connection(to: SplitResult, timeout: float) -> http.client.HTTPConnection:
    host = to.hostname or ""
    if to.scheme == "https":
        return http.client.HTTPSConnection(host, to.port, timeout=timeout, context=ssl.create_default_context())
    return http.client.HTTPConnection(host, to.port, timeout=timeout)


def _cut(sock: socket.socket, late: list[bool]) -> None:
    """End a conversation whose time is up: a server that sends a byte now and then would hold it open for ever."""
    late.append(True)
    try:
        sock.shutdown(socket.SHUT_RDWR)
    except OSError:
        sock.close()  # it ended meanwhile


def _received(answer: http.client.HTTPResponse) -> Reply:
    """An answer with its body; of one that is too large no more than that is taken."""
    body = answer.read(LARGEST + 1)
    if len(body) > LARGEST:
        raise NoAnswerError(f"it answers with more than {LARGEST // 1_000_000} MB")
    return Reply(answer.status, {k.lower(): v for k, v in answer.getheaders()}, body)
