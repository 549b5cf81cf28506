"""Lines and pieces of streams."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.intake.bounded import LONGEST_LINE, Bounded
from parley.intake.left_out import UnreadableError


@settings(deadline=None)
@given(st.binary(max_size=300), st.lists(st.integers(0, 40), max_size=20))
def test_lines_and_pieces_give_the_stream_back(data: bytes, sizes: list[int]) -> None:
    """However they alternate."""
    stream = Bounded(BytesIO(data))
    parts = [stream.read(size) if size % 2 else stream.line() for size in sizes]
    stream_rest = []
    while rest := stream.read(7):
        stream_rest.append(rest)
    assert b"".join(parts + stream_rest) == data


@settings(deadline=None)
@given(st.binary(min_size=10, max_size=100), st.integers(0, 10))
def test_a_bound_is_kept_and_what_follows_is_left(data: bytes, length: int) -> None:
    """What is read of a part ends with it; the next reader finds the rest."""
    stream = Bounded(BytesIO(data))
    part = Bounded(stream, length)
    part.skip()
    assert part.read(5) == b""
    assert stream.read(1000) == data[length:]


def test_a_part_that_is_not_all_there_is_told() -> None:
    """A stream that ends within it is cut short."""
    with pytest.raises(UnreadableError, match="cut short"):
        Bounded(BytesIO(b"abc"), 4).skip()


def test_a_line_without_end_is_refused() -> None:
    """It is not held until memory ends."""
    with pytest.raises(UnreadableError, match="no end"):
        Bounded(BytesIO(b"a" * (LONGEST_LINE + 2) + b"\n")).line()
