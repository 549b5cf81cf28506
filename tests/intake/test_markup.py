"""XML of others."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.outcome import outcome

from parley.intake.left_out import UnreadableError
from parley.intake.markup import first, parsed_xml, words_of

LAUGHS = (
    '<!DOCTYPE a [<!ENTITY l0 "ha">'
    + "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    + "]><a>&l9;</a>"
)
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'


@pytest.mark.parametrize("hostile", [LAUGHS, OUTSIDE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(hostile: str, encoding: str) -> None:
    """Those that grow, those that fetch, in any encoding."""
    with pytest.raises(UnreadableError, match="entities"):
        parsed_xml(hostile.encode(encoding), "it")


def test_depth_is_bounded() -> None:
    """A file made of elements in each other is broken, not a crash."""
    with pytest.raises(UnreadableError, match="the note is broken"):
        parsed_xml(b"<a>" * 50_000 + b"</a>" * 50_000, "the note")


def test_comments_part_no_words() -> None:
    """What stands around one is one text."""
    root = parsed_xml(b"<a><b>They <!-- not --> met.</b></a>", "it")
    assert words_of(first(root, "b")) == "They met."


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_noise_is_parsed_or_refused(noise: bytes) -> None:
    """What is around it stays the root."""
    root = outcome(parsed_xml, b"<a>" + noise + b"</a>", "it")
    assert isinstance(root, UnreadableError) or root.tag == "a"
