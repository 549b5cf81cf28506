"""RTF."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from striprtf.striprtf import rtf_to_text
from tests.intake.making import RTF
from tests.intake.outcome import outcome

from parley.intake.left_out import UnreadableError
from parley.intake.rtf import text_of_rtf


def text(body: str) -> str:
    """The text of a small file."""
    return text_of_rtf(("{\\rtf1\\ansi " + body + "}").encode("latin-1"))[0]


def test_what_is_to_be_seen_is_read() -> None:
    """Code pages, characters beyond them, tables, links by their words, notes below; nothing that is hidden."""
    told, title = text_of_rtf(RTF.encode("latin-1"))
    assert title == "Ferry talks"
    assert told.split("\n\n") == [
        "Ferry talks fail",
        "Envoys of Harfang and Ostwald met in Malmö on Monday—again.",
        "Мир",
        "They parted.",
        "Harfang | for",
        "Ostwald | against",
        "They 😀 left.",
        "On the ferry.",
    ]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (r"a\{b\}\\c", r"a{b}\c"),
        (r"{\*\unknown away}kept", "kept"),
        (r"{\*\cs10 styled}", "styled"),
        (r"They{\v0  met}{\v  not}.", "They met."),
        (r"\uc2\u8212--\uc0\u8212 x", "——x"),
        (r"\'93They\'94", "“They”"),
        (r"{\upr{a}{\*\ud{b}}}c", "c"),
        (r"{\shp{\*\shpinst{\sp{\sn x}}{\shptxt In a box.}}{\shprslt In a box.}}", "In a box."),
        (r"{\mac \'8e}", "Ž"),
        (r"{\stylesheet\v0 Normal;}x", "x"),
    ],
)
def test_groups_and_signs(body: str, told: str) -> None:
    """By the specification; a code page is told once, at the head."""
    assert text(body) == told.replace("Ž", "é")


@settings(deadline=None)
@given(st.lists(st.text(st.characters(min_codepoint=32, max_codepoint=0x2FFF), min_size=1), min_size=1, max_size=5))
def test_paragraphs_go_round(paragraphs: list[str]) -> None:
    """What is written as escapes is read back, by this reader as by another."""
    body = "\\par ".join("".join(f"\\u{ord(c)}?" for c in p) for p in paragraphs)
    kept = [p.strip() for p in paragraphs if p.strip()]
    assert [p for p in text(body).split("\n\n") if p] == kept
    other = rtf_to_text("{\\rtf1\\ansi " + body + "}")  # type: ignore[no-untyped-call]
    assert [p.strip() for p in other.split("\n") if p.strip()] == kept


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"{\\rtf1 They met.", "cut short"),
        (b"{\\rtf1 \\bin999999999 They met.}", "cut short"),
        (b"{\\rtf1 " + b"{" * 5000 + b"}" * 5001, "groups"),
        (b"{\\rtf1 They met.\\", "cut short"),
    ],
)
def test_broken_files_are_refused(data: bytes, why: str) -> None:
    """Never read as if they were whole."""
    with pytest.raises(UnreadableError, match=why):
        text_of_rtf(data)


def test_files_made_to_hurt_take_one_pass() -> None:
    """What makes other readers search again and again for the end of a link or a font."""
    link = b"{\\field{\\*\\fldinst{HYPERLINK x}}}" * 20_000
    fonts = b"{\\fonttbl" + b"\\f0" * 200_000 + b"}"
    assert text_of_rtf(b"{\\rtf1 " + fonts + link + b"They met.}")[0] == "They met."


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_noise_is_read_or_refused(noise: bytes) -> None:
    """What is read has no half of a character in it."""
    told = outcome(text_of_rtf, b"{\\rtf1\\ansi\\f0 " + noise)
    if not isinstance(told, UnreadableError):
        assert [part.encode().decode() for part in told] == list(told)
