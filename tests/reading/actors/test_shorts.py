"""Short forms: surnames, acronyms, ends of names."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.actors.tables import Case, cases, mentioned_each, readings, wanted_each

from parley.reading.english import default
from parley.terms.report import report_of

TABLE = Path(__file__).with_name("shorts.tsv")


@pytest.mark.parametrize("case", cases(TABLE), ids=lambda c: c.text)
def test_a_short_form_is_the_longer_name(case: Case) -> None:
    """A short form has the actor of the longer name before it, and of no other."""
    assert mentioned_each(case, readings(TABLE)[case.text]) == wanted_each(case)


@pytest.mark.parametrize(
    ("text", "day", "who"),
    [
        ("Tudjman agreed to a truce.", "1995-05-01", "franjo-tudjman"),
        ("Tudjman agreed to a truce.", "2017-05-01", "tudjman"),
        ("Tudjman agreed to a truce.", None, "tudjman"),
        ("Clinton warned the United States.", "1998-05-01", "bill-clinton"),
        ("Berry agreed to a truce.", "1998-05-01", None),
    ],
)
def test_a_surname_alone_is_whoever_was_known_by_it_then(text: str, day: str | None, who: str | None) -> None:
    """Of people of no country told of: around an office, under the first spelling; else an unlisted name."""
    read = default().read(report_of(text, id="r", published=day))
    assert [m.actor for m in read.mentions if m.start == 0] == ([who] if who else [])
