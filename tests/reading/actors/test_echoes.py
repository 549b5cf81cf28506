"""Later, shorter or misspelt tellings of a name."""

from __future__ import annotations

import pytest
from tests.reading.actors.tables import case, mentioned_each, wanted_each

from parley.reading.english import default
from parley.terms.report import report_of


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        ("Kathryn Waters spoke in Oslo. [Waters] then left.", "kathryn-waters"),
        ("Kathryn Waters spoke. Nobody met [Waters] later.", "kathryn-waters"),
        ("Kristin Velic spoke in Oslo. [Kristen Velic] then left.", "kristin-velic"),
        ("Maria Velic spoke in Oslo. [Mario Velic] then left.", "mario-velic"),
        ("Delmar Shipping was fined. The judge wrote that [Delmar] knew it.", "delmar-shipping"),
        ("Anna Paris spoke in Oslo. [Paris] has claimed that the police beat her.", "anna-paris"),
        ("Commander Rojas spoke in Leeds. [Rojas] then left.", "rojas"),
    ],
)
def test_a_later_name_is_the_earlier_actor(marked: str, who: str) -> None:
    """Surnames, first words of a body's name, slips of one letter; a he is no she."""
    c = case(marked, who)
    assert mentioned_each(c, default().read(report_of(c.text, id="r"))) == wanted_each(c)
