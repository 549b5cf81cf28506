"""Mail."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.making import FAILED, MET, docx_of, mail_of, page_of
from tests.intake.outcome import outcome

from parley.intake.draft import Draft
from parley.intake.left_out import UnreadableError
from parley.intake.mail import pieces_of_mail
from parley.intake.pieces import Inner, Piece
from parley.intake.tidying import tidied

ORIGIN = ("Ferry talks", "Harbour Desk", "2021-05-04")


def read(message: EmailMessage | bytes) -> list[Piece]:
    """All pieces of a message."""
    return list(pieces_of_mail(bytes(message)))


def test_a_message_is_a_report() -> None:
    """Subject, sender and the day where it was sent; plain text goes before HTML; what is quoted is let go and told."""
    ((where, draft),) = read(mail_of(f"{MET}\n\nOn Monday, A wrote:\n> Did they?", html="<p>Other.</p>"))
    assert where == ""
    assert isinstance(draft, Draft)
    assert (draft.text, draft.title, draft.publisher, draft.published) == (MET, *ORIGIN)
    assert "quotes" in draft.doubts[0][0]


def test_a_message_of_html_alone_is_read() -> None:
    """Block by block, all of it."""
    ((_, draft),) = read(mail_of("", html=f"<div>{MET}</div><div>{FAILED}</div>"))
    assert isinstance(draft, Draft)
    assert draft.text == f"{MET}\n\n{FAILED}"


def test_what_is_attached_is_a_source_of_its_own_or_named() -> None:
    """Kinds that are known, by name or type; others are left out with their ending."""
    pieces = read(mail_of(attached=(("../../minutes.docx", docx_of(FAILED)), ("sheet.xlsx", b"PK"))))
    (_, _), (where, inner), (other, left) = pieces
    assert where == "attachment 1 (minutes.docx)"
    assert isinstance(inner, Inner)
    assert inner.suffix == ".docx"
    assert isinstance(left, UnreadableError)
    assert (other, left.why) == ("attachment 2 (sheet.xlsx)", "an attachment of the kind .xlsx is not read")


def test_a_message_within_is_a_report_too() -> None:
    """But not without end."""
    message = mail_of(FAILED, subject="Inner")
    for n in range(8):
        outer = mail_of(MET, subject=f"Outer {n}")
        outer.add_attachment(message)
        message = outer
    pieces = read(message)
    assert [p.title for _, p in pieces if isinstance(p, Draft)] == [f"Outer {n}" for n in range(7, 1, -1)]
    assert [p.why for _, p in pieces if isinstance(p, UnreadableError)] == ["messages stand in each other 5 deep"]
    assert pieces[1][0] == "message 1 in it"


@pytest.mark.parametrize("declared", ["us-ascii", "utf-8", "no-such-charset", "utf-16"])
def test_a_wrong_charset_is_seen(declared: str) -> None:
    """What does not fit, or there is not, gives way to what the bytes are."""
    head = f"From: a@b.example\nMessage-ID: <1>\nContent-Type: text/plain; charset={declared}\n"
    ((_, draft),) = read(f"{head}Content-Transfer-Encoding: 8bit\n\n“They met in Malmö,” he said.".encode("cp1252"))
    assert isinstance(draft, Draft)
    assert draft.text == "“They met in Malmö,” he said."


def test_flowed_lines_are_joined() -> None:
    """As RFC 3676 has them."""
    head = b"From: a@b.example\nMessage-ID: <1>\nContent-Type: text/plain; format=flowed\n\n"
    ((_, draft),) = read(head + b"They met on the \nferry.\nAgain.")
    assert isinstance(draft, Draft)
    assert draft.text == "They met on the ferry.\nAgain."


def test_a_saved_page_tells_its_address() -> None:
    """And when it was saved, which is not when it was published."""
    page = mail_of("", html=page_of(MET).decode())
    page["Snapshot-Content-Location"] = "https://harbour.example/ferry"
    ((_, inner),) = read(page)
    assert isinstance(inner, Inner)
    assert (inner.suffix, inner.known) == (
        ".html",
        Draft("", url="https://harbour.example/ferry", retrieved="2021-05-04"),
    )


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"From: a@b.example\nMessage-ID: <1>\nContent-Type: multipart/encrypted\n\nx", "encrypted"),
        (b"From: a@b.example\nMessage-ID: <1>\nContent-Type: application/pkcs7-mime\n\nx", "encrypted"),
        (b"From: a@b.example\nMessage-ID: <1>\n\n", "no text"),
        (b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(3000)), "broken"),
    ],
)
def test_hostile_and_broken_messages_are_refused(data: bytes, why: str) -> None:
    """Each says why, and what to do."""
    with pytest.raises(UnreadableError, match=why) as told:
        read(data)
    assert told.value.remedy


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 900))
def test_damage_is_read_or_refused(noise: bytes, at: int) -> None:
    """Wherever a message is damaged, its texts are tidy, and what is left out says what to do."""
    whole = bytes(mail_of(html="<p>x</p>", attached=(("a.txt", b"They met."),)))
    told = outcome(read, whole[:at] + noise + whole[at + len(noise) :])
    for _, piece in () if isinstance(told, UnreadableError) else told:
        assert (
            piece.remedy
            if isinstance(piece, UnreadableError)
            else isinstance(piece, Inner) or piece.text == tidied(piece.text)
        )
