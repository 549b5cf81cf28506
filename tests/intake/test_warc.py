"""Web archives, written by warcio."""

from __future__ import annotations

import gzip
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.making import FAILED, MET, page_of, warc_of
from tests.intake.outcome import outcome
from tests.intake.streams import most_held

from parley.intake.draft import Draft
from parley.intake.left_out import UnreadableError
from parley.intake.pieces import Inner, Piece
from parley.intake.walking import LIMIT
from parley.intake.warc import pieces_of_warc

HTML = "text/html; charset=windows-1252"
HERE = "https://harbour.example/ferry"


def read(data: bytes) -> list[Piece]:
    """All pieces of an archive."""
    return list(pieces_of_warc(BytesIO(data)))


@pytest.mark.parametrize("packed", [True, False])
def test_pages_pdfs_and_texts_are_sources_with_their_address(packed: bool) -> None:
    """In the charset that the server told; when it was retrieved is known."""
    answers = [
        (HERE, "200 OK", HTML, page_of(MET).replace(b"</p>", "“Malmö”</p>".encode("cp1252"))),
        (HERE + ".pdf", "200 OK", "application/pdf", b"%PDF-1.7"),
        (HERE + ".txt", "200 OK", "text/plain", FAILED.encode()),
    ]
    pieces = read(warc_of(*answers, packed=packed))
    inners = [p for _, p in pieces if isinstance(p, Inner)]
    assert [where for where, _ in pieces] == [HERE, HERE + ".pdf", HERE + ".txt"]
    assert [i.suffix for i in inners] == [".html", ".pdf", ".txt"]
    assert inners[0].known == Draft("", url=HERE, retrieved="2021-05-05T08:00:00Z")
    assert "“Malmö”" in inners[0].data.decode()


def test_answers_packed_on_their_way_are_unpacked() -> None:
    """As a browser does."""
    ((_, inner),) = read(
        warc_of((HERE, "200 OK", HTML, gzip.compress(page_of(MET), mtime=0)), extra=(("Content-Encoding", "gzip"),))
    )
    assert isinstance(inner, Inner)
    assert MET in inner.data.decode()


def test_what_is_no_report_is_left_out_with_why() -> None:
    """Errors, pictures, what is too large; the next record is read."""
    pieces = read(
        warc_of(
            (HERE, "404 Not Found", HTML, b"x"),
            (HERE, "301 Moved", HTML, b""),
            (HERE, "200 OK", "image/png", b"x"),
            (HERE, "200 OK", HTML, b"0" * (LIMIT + 1)),
            (HERE, "200 OK", HTML, b"0" * (LIMIT + 1_500_000)),
            (HERE, "200 OK", HTML, page_of(MET)),
        )
    )
    why = [p.why if isinstance(p, UnreadableError) else "" for _, p in pieces]
    for told, expected in zip(why, ["404", "301", "image/png", "MB", "MB", ""], strict=True):
        assert expected in told
    assert isinstance(pieces[-1][1], Inner)


def test_a_revisit_and_a_strange_kind_are_told() -> None:
    """They hold no page."""
    whole = warc_of((HERE, "200 OK", HTML, page_of(MET)), packed=False)
    for kind, why in ((b"revisit ", "earlier visit"), (b"unheard ", "unheard")):
        ((_, told),) = read(whole.replace(b"WARC-Type: response", b"WARC-Type: " + kind))
        assert isinstance(told, UnreadableError)
        assert why in told.why


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_that_breaks_off_keeps_what_came_before(packed: bool) -> None:
    """The break is raised, after the whole records."""
    whole = warc_of((HERE, "200 OK", HTML, page_of(MET)), (HERE, "200 OK", HTML, page_of(FAILED)), packed=packed)
    pieces = pieces_of_warc(BytesIO(whole[:-40]))
    assert isinstance(next(pieces)[1], Inner)
    with pytest.raises(UnreadableError, match="cut short"):
        next(pieces)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"WARC/1.0\r\n" + b"a" * 200_000, "no end"),
        (b"WARC/1.0\r\n" + b"a: b\r\n" * 2000, "headers"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n\r\n", "how long"),
        (b"WARC/1.0\r\nContent-Length: -5\r\n\r\n", "how long"),
        (b"WARC/1.0\r\nContent-Length: 2\r\n\r\nabcd\r\n", "no record begins"),
        (gzip.compress(b"", mtime=0), "no answer"),
        (warc_of(), "no answer"),
        (b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\nx", "cut short"),
    ],
)
def test_hostile_and_broken_archives_are_refused(data: bytes, why: str) -> None:
    """Each says why, and what to do."""
    with pytest.raises(UnreadableError, match=why) as told:
        read(data)
    assert told.value.remedy


def test_a_great_archive_is_not_held() -> None:
    """Memory does not grow with the number of records."""
    record = warc_of((HERE, "200 OK", HTML, b"0" * 200_000), packed=False)
    most_held(pieces_of_warc, record, 2)
    assert most_held(pieces_of_warc, record, 100) < 2 * most_held(pieces_of_warc, record, 4)


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=100), st.integers(0, 900), st.booleans())
def test_damage_is_read_or_refused(noise: bytes, at: int, packed: bool) -> None:
    """Wherever an archive is damaged, something is told: a source, or what is left out and what to do."""
    whole = warc_of((HERE, "200 OK", HTML, page_of(MET)), packed=packed)
    told = outcome(read, whole[:at] + noise + whole[at + len(noise) :])
    if not isinstance(told, UnreadableError):
        assert told
        assert all(isinstance(p, Inner) or (isinstance(p, UnreadableError) and p.remedy) for _, p in told)
