"""Saved web archives (WARC, ISO 28500, packed with gzip or not): each page, PDF or text that a server gave is a report.

The archive is read as a stream, one record in memory at a time, and of none more than a report may have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from itertools import count
from typing import IO

from parley.intake.bounded import Bounded
from parley.intake.draft import Draft
from parley.intake.http_answer import Answer, answer_of, body_of, headers_in
from parley.intake.inflating import GZIP, Inflated, Stream, up_to
from parley.intake.left_out import UnreadableError
from parley.intake.pieces import Inner, Piece, Pieces
from parley.intake.sniffing import suffix_for
from parley.intake.walking import LIMIT, too_large

MOST_HEADERS = 1000
_AROUND = 1_000_000
"""Bytes that an answer may have beyond its body's limit, for headers and chunks."""
_NO_CONTENT = frozenset(("warcinfo", "request", "metadata"))
_CONTENT = frozenset(("response", "resource"))
_CHARSET = re.compile(r"charset=[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_VIEW = "look into the archive with a viewer, and save what is missing"


@dataclass(frozen=True, slots=True)
class _Record:
    """A record: its number, its own headers (names in lower case), and its content, of which nothing is read yet."""

    number: int
    headers: Mapping[str, str]
    length: int
    content: Bounded

    @property
    def where(self) -> str:
        """The address that was asked for, else the number."""
        return self.headers.get("warc-target-uri", "").strip("<>") or f"record {self.number}"

    @property
    def kind(self) -> str:
        """The type, as the archive calls it."""
        return self.headers.get("warc-type", "").lower()


def pieces_of_warc(stream: IO[bytes]) -> Pieces:
    """What the servers answered, in the archive's order: sources with their address and the moment of retrieval.

    What is no page, PDF or text, an answer other than 200, and what the archive holds already are left out, with why.
    Raises UnreadableError where the archive breaks off; what came before it stands.
    """
    head = stream.read(2)
    joined = _Joined(head, stream)
    told = False
    for record in _records(Bounded(Inflated(joined) if head == GZIP else joined)):
        if record.kind not in _NO_CONTENT:
            told = True
            yield _piece(record)
        record.content.skip()
    if not told:
        raise UnreadableError("it holds no answer of any server", "fetch it again")


class _Joined:
    """A stream whose first bytes were read already."""

    def __init__(self, head: bytes, stream: Stream | IO[bytes]) -> None:
        self._head, self._stream = BytesIO(head), stream

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes; none at the end."""
        return self._head.read(size) or self._stream.read(size)


def _records(lines: Bounded) -> Iterator[_Record]:
    """Record after record; the caller reads or skips the content of one before it asks for the next."""
    for number in count(1):
        first = b"\n"
        while first and not first.strip():
            first = lines.line()
        if not first:
            return
        if not first.startswith(b"WARC/"):
            raise UnreadableError("it is broken: no record begins where the one before it ends", _VIEW)
        headers = headers_in(_header_lines(lines))
        length = headers.get("content-length", "")
        if not re.fullmatch(r"[0-9]{1,15}", length):
            raise UnreadableError("it is broken: a record does not say how long it is", _VIEW)
        yield _Record(number, headers, int(length), Bounded(lines, int(length)))


def _header_lines(lines: Bounded) -> Iterator[bytes]:
    """The lines above a blank one."""
    for _ in range(MOST_HEADERS):
        line = lines.line()
        if not line.strip():
            return
        yield line
    raise UnreadableError(f"it is broken: a record has more than {MOST_HEADERS} headers", _VIEW)


def _piece(record: _Record) -> Piece:
    """What a record gives. What is wrong with the stream is raised, what is wrong with the record is its own matter."""
    if record.kind not in _CONTENT:
        return record.where, UnreadableError(*_why_none(record.kind))
    if record.length > LIMIT + _AROUND:
        return record.where, too_large(record.length)
    data = up_to(record.content, record.length)
    try:
        return record.where, _inner(record, data)
    except UnreadableError as e:
        return record.where, e


def _why_none(kind: str) -> tuple[str, str]:
    if kind == "revisit":
        return "the page is the same as on an earlier visit", "read the archive of the first visit as well"
    return f"a record of the kind {kind[:40]!r} holds no page", _VIEW


def _inner(record: _Record, data: bytes) -> Inner:
    """The source in an answer, or in a file that was put into the archive as it is. Raises UnreadableError."""
    is_http = "http" in record.headers.get("content-type", "") and record.kind == "response"
    answer = answer_of(data) if is_http else Answer(200, record.headers, data)
    if answer.status != 200:
        raise UnreadableError(f"the server answered with {answer.status}, not with the page", "fetch the page again")
    told = answer.headers.get("content-type", "")
    suffix = suffix_for(told)
    if not suffix:
        what = told.split(";")[0].strip().lower()[:60]
        raise UnreadableError(f"it is of the kind {what or 'unknown'}, which holds no report", _VIEW)
    known = Draft("", url=record.headers.get("warc-target-uri", "").strip("<>"), retrieved=_moment(record))
    return Inner(_in_utf8(body_of(answer), told), suffix, known)


def _moment(record: _Record) -> str | None:
    return record.headers.get("warc-date") or None


def _in_utf8(body: bytes, content_type: str) -> bytes:
    """A text in UTF-8, where the server told rightly in which charset it is."""
    m = _CHARSET.search(content_type)
    try:
        return body.decode(m[1]).encode() if m and content_type.lower().startswith("text/") else body
    except (LookupError, UnicodeError):
        return body
