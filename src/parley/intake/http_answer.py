"""What a server answered, from the bytes that an archive keeps: status, headers, and the body unpacked."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO

from parley.intake.inflating import GZIP, Inflated, up_to
from parley.intake.left_out import UnreadableError
from parley.intake.walking import LIMIT, too_large

_STATUS = re.compile(rb"HTTP/[0-9.]+ +([0-9]{3})")
_END = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"\s*([0-9a-fA-F]{1,8})[^\n]{0,200}\n")


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, headers by names in lower case, and a body still packed as it was sent."""

    status: int
    headers: Mapping[str, str]
    raw: bytes


def answer_of(data: bytes) -> Answer:
    """The parts of an answer. Raises UnreadableError where it is none."""
    status = _STATUS.match(data)
    end = _END.search(data)
    if status is None or end is None:
        raise UnreadableError("the answer is broken", "fetch the page again")
    return Answer(int(status[1]), headers_in(data[: end.start()].split(b"\n")[1:]), data[end.end() :])


def headers_in(lines: Iterable[bytes]) -> dict[str, str]:
    r"""Headers, names in lower case; of a name that stands twice the first counts.

    >>> headers_in([b"Content-Type: text/html\r", b"no header"])
    {'content-type': 'text/html'}
    """
    headers: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.decode("utf-8", "replace").partition(":")
        if colon:
            headers.setdefault(name.strip().lower(), value.strip())
    return headers


def body_of(answer: Answer) -> bytes:
    """The body in plain. Raises UnreadableError where it cannot be unpacked, or is too large."""
    raw = answer.raw
    if "chunked" in answer.headers.get("transfer-encoding", "").lower():
        raw = _without_chunks(raw)
    coding = answer.headers.get("content-encoding", "identity").strip().lower() or "identity"
    if coding in ("gzip", "x-gzip") and raw.startswith(GZIP):  # some archives keep it unpacked under that name
        raw = up_to(Inflated(BytesIO(raw)), LIMIT + 1)
    elif coding == "deflate":
        raw = _inflated(raw)
    elif coding in ("br", "zstd", "compress"):
        raise UnreadableError(f"it is packed by {coding!r}, which is not read here", "save the page as HTML or text")
    if len(raw) > LIMIT:
        raise too_large(len(raw))
    return raw


def _without_chunks(data: bytes) -> bytes:
    """A body sent in chunks, joined; what is not in chunks, whatever the header says, stays as it is."""
    parts: list[bytes] = []
    at = 0
    while m := _CHUNK.match(data, at):
        size = int(m[1], 16)
        if not size:
            return b"".join(parts)
        parts.append(data[m.end() : m.end() + size])
        at = m.end() + size
    return b"".join(parts) if parts and at >= len(data) else data


def _inflated(data: bytes) -> bytes:
    """What is packed with deflate, with or without the frame that it ought to have."""
    try:
        return up_to(Inflated(BytesIO(data), zlib.decompressobj), LIMIT + 1)
    except UnreadableError:
        return up_to(Inflated(BytesIO(data), lambda: zlib.decompressobj(-zlib.MAX_WBITS)), LIMIT + 1)
