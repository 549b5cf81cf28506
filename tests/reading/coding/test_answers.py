"""An answer is given to who put forward what it answers."""

from __future__ import annotations

import pytest

from parley.reading.english import EnglishReader
from parley.terms.bodies import Event
from parley.terms.enums import Root
from parley.terms.report import report_of

SAID = (
    ("Qatar offered to mediate, but Chad turned the offer down.", Root.REJECT, ("qatar",)),
    ("Norway proposed a truce on Monday. Sudan rejected the proposal.", Root.REJECT, ("norway",)),
    ("Norway proposed a truce. Sudan rejected the proposal of Sweden.", Root.REJECT, ("sweden",)),
    ("Norway proposed a truce. Rain fell. The market was shut. Sudan rejected the proposal.", Root.REJECT, ()),
    ("Sudan proposed a truce. Sudan rejected the offer.", Root.REJECT, ()),
)


@pytest.mark.parametrize(("text", "root", "whose"), SAID)
def test_an_offer_is_of_whoever_made_it(text: str, root: Root, whose: tuple[str, ...]) -> None:
    """In the same sentence or the one before, and by somebody else; what the words say comes first."""
    proposals = EnglishReader().read(report_of(text, id="r")).proposals
    (event,) = [p.body for p in proposals if isinstance(p.body, Event) and p.body.type is root]
    assert event.recipients == whose
