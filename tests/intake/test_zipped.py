"""Zip files that others made."""

from __future__ import annotations

import struct
import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.making import zip_of

from parley.intake import zipped
from parley.intake.left_out import UnreadableError
from parley.intake.zipped import LARGEST_PART, Zipped


def test_parts_are_read_by_name() -> None:
    """What there is; None for what there is not."""
    z = Zipped(zip_of(a_xml="<a/>"))
    assert (z.part("a.xml"), z.part("b.xml"), "a.xml" in z) == (b"<a/>", None, True)
    with pytest.raises(UnreadableError, match="missing"):
        z.must("b.xml")


def test_a_bomb_is_refused_whatever_size_it_tells() -> None:
    """One byte over the bound is enough; a lie in the directory helps nothing."""
    data = zip_of(a_xml=b"0" * (LARGEST_PART + 1))
    for told in (data, data.replace(struct.pack("<L", LARGEST_PART + 1), struct.pack("<L", 10))):
        with pytest.raises(UnreadableError):
            Zipped(told).part("a.xml")


def test_all_parts_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many parts that are each small enough."""
    monkeypatch.setattr(zipped, "LARGEST_WHOLE", 10)
    z = Zipped(zip_of(a="123456", b="123456"))
    assert z.part("a") == b"123456"
    with pytest.raises(UnreadableError, match="unpacks to more than"):
        z.part("b")


def test_many_parts_and_unusual_packing_are_refused() -> None:
    """A directory that is a burden by itself; a method whose pieces cannot be bounded."""
    with pytest.raises(UnreadableError, match="parts"):
        Zipped(b"PK\x01\x02" * 20_001)
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as z:
        z.writestr("a", b"0" * 1000)
    with pytest.raises(UnreadableError, match="unusual"):
        Zipped(out.getvalue()).part("a")


def test_an_encrypted_part_is_refused() -> None:
    """By the flag that says so."""
    data = bytearray(zip_of(a="They met."))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnreadableError, match="encrypted"):
        Zipped(bytes(data)).part("a")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 300))
def test_damage_is_told_and_nothing_else_raised(noise: bytes, at: int) -> None:
    """Wherever a zip is damaged, its parts are read or refused."""
    whole = zip_of(a="They met.", b="<b/>" * 50)
    with suppress(UnreadableError):
        z = Zipped(whole[:at] + noise + whole[at + len(noise) :])
        assert all(z.part(name) is not None for name in z.names)
