"""Pieces of sources."""

from __future__ import annotations

from parley.intake.draft import Draft, report_from
from parley.intake.pieces import laid_over
from parley.intake.sameness import merged

TEXT = "Envoys of Harfang and Ostwald met on the ferry."


def test_what_is_known_better_goes_before_what_a_source_tells() -> None:
    """Field by field; the text is the source's."""
    own = Draft(TEXT, title="page 1", publisher="Harbour Post", published="2021-05-04")
    known = Draft("", title="Ferry talks", url="https://harbour.example", retrieved="2021-05-05T08:00:00Z")
    whole = laid_over(own, known)
    assert whole == Draft(TEXT, "Ferry talks", "Harbour Post", "2021-05-04", known.url, known.retrieved)
    assert laid_over(own, Draft("")) == own


def test_when_it_was_retrieved_goes_with_the_place_where_it_was_found() -> None:
    """Of copies, the earliest tells its own; a lone one keeps it even where nothing else is known."""
    saved = report_from(Draft(TEXT, url="https://harbour.example", retrieved="2021-05-05T08:00:00Z"))
    dated = report_from(Draft(TEXT, publisher="Harbour Post", published="2021-05-04"))
    assert merged([saved, dated]).retrieved is None
    assert {a.retrieved for a in merged([saved, dated]).appearances} == {None, "2021-05-05T08:00:00Z"}
    assert merged([saved]).retrieved == "2021-05-05T08:00:00Z"
    assert merged([report_from(Draft(TEXT, retrieved="2021-05-05"))]).retrieved == "2021-05-05"
