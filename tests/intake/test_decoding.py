"""Encodings."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.intake.decoding import decode
from parley.intake.left_out import UnreadableError

WRITTEN = {
    "cp1252": "The envoy said: “We met — twice.” Nobody else has confirmed it.",
    "latin-1": "Les négociateurs se sont rencontrés à Genève, où ils ont parlé d'une trêve de dix jours.",
    "cp1250": "Negocjatorzy spotkali się w Genewie, gdzie rozmawiali o zawieszeniu broni. Żadna strona nie ustąpiła.",
    "cp1254": "Müzakereciler Cenevre'de bir araya geldi ve ateşkesi görüştü. Taraflar anlaşamadı, dedi sözcü.",
    "cp1251": "Переговори завершилися без жодного результату, повідомив представник міністерства.",
    "cp1253": "Οι διαπραγματευτές συναντήθηκαν στη Γενεύη και μίλησαν για την εκεχειρία.",
    "gb18030": "谈判代表在日内瓦会面，讨论了停火问题。双方没有达成协议。",
    "utf-8-sig": "They met again — in Vienna.",
    "utf-16": "They met again — in Vienna.",
    "utf-32": "They met again — in Vienna.",
}


@pytest.mark.parametrize("encoding", WRITTEN)
def test_a_text_comes_back_from_its_encoding(encoding: str) -> None:
    """The usual encodings are told apart by their byte-order mark or by what reads best."""
    assert decode(WRITTEN[encoding].encode(encoding)) == WRITTEN[encoding]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])))
def test_utf8_is_never_mistaken(text: str) -> None:
    """What is UTF-8 is read as UTF-8."""
    assert decode(text.encode()) == text.removeprefix("\ufeff")


def test_a_page_is_read_as_it_declares() -> None:
    """A declared encoding goes before a guess; ISO 8859-1 means Windows-1252, as in browsers."""
    said = "Переговоры завершены"
    assert decode(f'<meta charset="koi8-r">{said}'.encode("koi8-r"), declares=True).endswith(said)
    assert decode('<meta charset="iso-8859-1">“quoted”'.encode("cp1252"), declares=True).endswith("“quoted”")


@pytest.mark.parametrize("declared", ["no-such-code", "rot13", "idna", "hex"])
def test_a_false_declaration_does_no_harm(declared: str) -> None:
    """An encoding that there is not, or that is none of text, is passed over."""
    page = f'<meta charset="{declared}">a “quoted” word'
    assert decode(page.encode("cp1252"), declares=True) == page


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04\x00\x00", b"\x7fELF\x02\x01\x01\x00", b"\x01\x02\x03\x04", "a".encode("utf-16-le")]
)
def test_binaries_are_refused(data: bytes) -> None:
    """Zero bytes or a crowd of control characters: no text."""
    with pytest.raises(UnreadableError, match="not text"):
        decode(data)


@pytest.mark.parametrize("lowest", [0, 1, 128])
def test_noise_is_refused(lowest: int) -> None:
    """Random bytes are no text, whichever bytes are spared."""
    noise = bytes(random.Random(lowest).choices(range(lowest, 256), k=200_000))
    with pytest.raises(UnreadableError):
        decode(noise)
