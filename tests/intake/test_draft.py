"""Drafts become reports."""

from __future__ import annotations

from parley.intake.draft import Draft, doubts_of, draft_with, fields_of, report_from


def test_a_draft_becomes_a_report() -> None:
    """Its day is made ISO, its language detected, its origin one appearance."""
    report = report_from(Draft("Envoys of both islands met on the ferry.", "Ferry talks", "Island Post", "3 May 2021"))
    assert (report.published, report.language, report.title) == ("2021-05-03", "en", "Ferry talks")
    assert [a.publisher for a in report.appearances] == ["Island Post"]


def test_a_date_that_is_none_is_unknown_and_said() -> None:
    """The report is kept without a day; that it lost one is not silent."""
    draft = Draft("They met.", published="3/5/2021", doubts=(("its front matter is broken", "mend it"),))
    assert report_from(draft).published is None
    matter, day = doubts_of(draft, "ferry.md")
    assert (matter.path, day.path) == ("ferry.md", "ferry.md (published)")
    assert "3/5/2021" in day.why


def test_the_first_name_of_a_field_counts() -> None:
    """Fields go by several names; empty values tell nothing."""
    fields = fields_of({"Title": " ", "Headline": "Ferry talks", "source": "Island Post", "publisher": "Other"})
    assert fields == {"title": "Ferry talks", "publisher": "Island Post"}
    assert draft_with("They met.", fields) == Draft("They met.", "Ferry talks", "Island Post")
