"""Citations: numbering by report and place, ids that any record id can bear."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from parley.brief.citations import cite_all, line_id
from parley.terms.slice import Slice


@given(st.text(max_size=12), st.text(max_size=12))
def test_line_ids_are_one_to_one(a: str, b: str) -> None:
    """Two ids give the same line id only if they are the same."""
    assert (line_id(a) == line_id(b)) == (a == b)
    assert line_id(a).isascii()


def test_reports_are_numbered_by_day_of_publication(northland: Slice) -> None:
    """The earliest report is R1; undated reports come last."""
    cites = cite_all(northland)
    assert [cites.label_of(r) for r in ("harbour", "gazette", "dispatch")] == ["R1", "R2", "R3"]


def test_quotes_are_numbered_by_their_place(northland: Slice) -> None:
    """Within a report, numbers follow the text, and each quote is what stands there."""
    for report in northland.reports:
        own = cite_all(northland).of_report(report.id)
        assert [c.start for c in own] == sorted(c.start for c in own)
        assert all(c.placed for c in own)


def test_a_quote_that_the_text_does_not_hold_is_not_placed(northland: Slice) -> None:
    """A quote whose place holds other words is never highlighted there."""
    altered = replace(northland, reports=tuple(replace(r, text=f"x{r.text}") for r in northland.reports))
    assert not any(c.placed for c in cite_all(altered).by_place.values())


def test_a_report_that_the_slice_lacks_still_has_a_number(northland: Slice) -> None:
    """A cited report that is not in the slice is listed, without text."""
    cites = cite_all(replace(northland, reports=northland.reports[1:]))
    assert "harbour" in cites.numbers
    assert all(not c.placed for c in cites.of_report("harbour"))
