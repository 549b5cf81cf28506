"""Unpacking within bounds."""

from __future__ import annotations

import gzip
import zlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.intake import inflating
from parley.intake.inflating import Inflated, beginning_of_gzip, up_to
from parley.intake.left_out import UnreadableError


@settings(deadline=None)
@given(st.lists(st.binary(max_size=3000), min_size=1, max_size=4), st.integers(1, 500))
def test_members_are_read_as_one_in_pieces_of_any_size(members: list[bytes], size: int) -> None:
    """What was packed comes out, and no piece is larger than asked for."""
    stream = Inflated(BytesIO(b"".join(map(gzip.compress, members))))
    pieces = []
    while piece := stream.read(size):
        assert len(piece) <= size
        pieces.append(piece)
    assert b"".join(pieces) == b"".join(members)


def test_long_runs_come_out_whole() -> None:
    """A run ends where the last bytes of the input were taken long before."""
    data = b"0" * 1_000_000
    assert up_to(Inflated(BytesIO(gzip.compress(data, mtime=0))), 2_000_000) == data


def test_a_bomb_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it has grown too much, not at its end."""
    monkeypatch.setattr(inflating, "FREELY", 100_000)
    bomb = Inflated(BytesIO(gzip.compress(b"0" * 10_000_000, mtime=0)))
    with pytest.raises(UnreadableError, match="200 times"):
        up_to(bomb, 10_000_000)


@settings(deadline=None)
@given(st.integers(1, 200))
def test_what_is_cut_short_is_told(cut: int) -> None:
    """Never taken for the whole."""
    packed = gzip.compress(bytes(range(256)) * 4, mtime=0)
    with pytest.raises(UnreadableError):
        up_to(Inflated(BytesIO(packed[:-cut])), 10_000)


@settings(deadline=None)
@given(st.binary(max_size=100))
def test_noise_is_refused(noise: bytes) -> None:
    """Neither the beginning nor the whole raises anything else."""
    assert len(beginning_of_gzip(noise, 5)) <= 5
    with pytest.raises(UnreadableError):
        up_to(Inflated(BytesIO(b"\x1f\x8b\x08\xff" + noise), zlib.decompressobj), 1000)
