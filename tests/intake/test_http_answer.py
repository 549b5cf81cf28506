"""What servers answer."""

from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.outcome import outcome

from parley.intake.http_answer import answer_of, body_of
from parley.intake.left_out import UnreadableError
from parley.intake.walking import LIMIT


def body(head: str, data: bytes) -> bytes:
    """The body of an answer with some more headers."""
    return body_of(answer_of(f"HTTP/1.1 200 OK\r\n{head}\r\n".encode() + data))


def raw_deflate(data: bytes) -> bytes:
    """Packed without a frame, as some servers do."""
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@settings(deadline=None)
@given(st.binary(max_size=500), st.integers(1, 100))
def test_bodies_are_unpacked(data: bytes, size: int) -> None:
    """Chunks, gzip and deflate, together or not; what is marked but plain stays plain."""
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(c), c) for c in (data[i : i + size] for i in range(0, len(data), size)))
    whole = chunks + b"0\r\n\r\n"
    assert body("Transfer-Encoding: chunked\r\n", whole) == data
    assert body("Content-Encoding: gzip\r\n", gzip.compress(data, mtime=0)) == data
    assert body("Content-Encoding: deflate\r\n", zlib.compress(data)) == data
    assert body("Content-Encoding: deflate\r\n", raw_deflate(data)) == data
    assert body("Content-Encoding: gzip\r\n", b"plain " + data) == b"plain " + data


@pytest.mark.parametrize(
    ("head", "data", "why"),
    [
        ("Content-Encoding: br\r\n", b"x", "br"),
        ("Content-Encoding: gzip\r\n", gzip.compress(b"0" * (LIMIT + 1), mtime=0), "MB"),
        ("Content-Encoding: gzip\r\n", gzip.compress(b"They met.", mtime=0)[:-9], "cut short"),
    ],
)
def test_what_cannot_be_unpacked_is_refused(head: str, data: bytes, why: str) -> None:
    """Unknown, a bomb, cut short."""
    with pytest.raises(UnreadableError, match=why):
        body(head, data)


@settings(deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["gzip", "deflate", "identity", "x"]))
def test_noise_is_read_or_refused(noise: bytes, coding: str) -> None:
    """What comes out is the end of what was sent; only unpacking makes more of it."""
    for sent in (noise, b"HTTP/1.1 200\n" + noise):
        answer = outcome(answer_of, sent)
        assert isinstance(answer, UnreadableError) or sent.endswith(answer.raw)
    told = outcome(body, f"Transfer-Encoding: chunked\r\nContent-Encoding: {coding}\r\n", noise)
    assert isinstance(told, UnreadableError) or coding in ("gzip", "deflate") or len(told) <= len(noise)
