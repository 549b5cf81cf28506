"""Compatibility of actors, one and many."""

from __future__ import annotations

from parley.joining.standing import Standing
from parley.terms.affiliation import Affiliation

KNOWN = Standing(
    [Affiliation("orlan", "ardova", "role", "2031-01-01", "2031-06-30"), Affiliation("sel", "ardova", "role")]
)


def test_an_office_stands_for_its_owner_only_while_it_is_held() -> None:
    """On a day outside the tenure the two are strangers; on an unknown day they may be one."""
    assert KNOWN.one("orlan", "ardova", "2031-03-01")
    assert not KNOWN.one("orlan", "ardova", "2032-03-01")
    assert KNOWN.one("ardova", "orlan", None)
    assert not KNOWN.one("orlan", "sel", "2031-03-01")


def test_sets_match_one_to_one() -> None:
    """Two office-holders of one state do not both pair off with it."""
    assert KNOWN.match(("orlan", "belmark"), ("belmark", "ardova"), None)
    assert not KNOWN.match(("orlan", "sel"), ("ardova", "belmark"), None)
    assert not KNOWN.match(("orlan", "sel"), ("ardova",), None)
    assert KNOWN.within(("orlan",), ("belmark", "ardova"), None)
