"""Mailboxes."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from io import BytesIO, RawIOBase

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.making import FAILED, MET, mail_of, mbox_of

from parley.intake import mbox
from parley.intake.draft import Draft
from parley.intake.left_out import UnreadableError
from parley.intake.mbox import pieces_of_mbox


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from([MET, FAILED, "From Harfang they came.\n\nFrom Ostwald 2021 too.", ">From"]), min_size=1)
)
def test_each_message_is_read_once(bodies: list[str]) -> None:
    """In its order, with its number; lines that begin with "From " are text again."""
    pieces = list(pieces_of_mbox(BytesIO(mbox_of(*(mail_of(b) for b in bodies)))))
    assert [where for where, _ in pieces] == [f"message {n}" for n in range(1, len(bodies) + 1)]
    texts = [p.text for _, p in pieces if isinstance(p, Draft)]
    assert texts == [b.removeprefix(">") if b == ">From" else b for b in bodies]


def test_a_bad_message_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is encrypted, one that is too large."""
    monkeypatch.setattr(mbox, "LARGEST", 2000)
    locked = b"From: a@b.example\nContent-Type: multipart/encrypted\n\nx"
    pieces = list(pieces_of_mbox(BytesIO(mbox_of(mail_of(MET), locked, mail_of("x\n" * 2000), mail_of(FAILED)))))
    told = [p.text if isinstance(p, Draft) else p.why if isinstance(p, UnreadableError) else "" for _, p in pieces]
    assert (told[0], told[3]) == (MET, FAILED)
    assert "encrypted" in told[1]
    assert "more than" in told[2]


def test_what_is_no_mailbox_is_refused() -> None:
    """It holds no line that begins a message."""
    with pytest.raises(UnreadableError, match="no message"):
        list(pieces_of_mbox(BytesIO(b"They met.")))


class Endless(RawIOBase):
    """A stream that is made as it is read."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self._parts, self._held = parts, b""

    def readline(self, _size: int | None = -1, /) -> bytes:
        """The next line."""
        if not self._held:
            self._held = next(self._parts, b"")
        line, ended, self._held = self._held.partition(b"\n")
        return line + ended


def peak(messages: int) -> int:
    """How many bytes reading a mailbox of so many messages held at most."""
    box = mbox_of(mail_of(("They met again and again. " * 36 + "\n") * 30))
    tracemalloc.start()
    stream = Endless(box for _ in range(messages))
    assert len([where for where, _ in pieces_of_mbox(stream)]) == messages  # type: ignore[arg-type]
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def test_a_great_mailbox_is_not_held() -> None:
    """Memory does not grow with the number of messages."""
    peak(2)
    assert peak(40) < 2 * peak(4)
