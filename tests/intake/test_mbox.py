"""Mailboxes."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.making import FAILED, MET, mail_of, mbox_of
from tests.intake.streams import most_held

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


def test_a_great_mailbox_is_not_held() -> None:
    """Memory does not grow with the number of messages."""
    message = mbox_of(mail_of(("They met again and again. " * 36 + "\n") * 30))
    most_held(pieces_of_mbox, message, 2)
    assert most_held(pieces_of_mbox, message, 40) < 2 * most_held(pieces_of_mbox, message, 4)
