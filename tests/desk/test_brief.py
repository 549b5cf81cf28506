"""The brief of a slice."""

from parley import samples
from parley.desk.brief import brief_of, title_of
from parley.desk.demo import SCENARIO
from parley.desk.reading import read
from parley.terms.ports import Reader
from parley.terms.report import report_of
from parley.terms.slice import Slice

TEXT = "Northland accused Southmark. Northland met Southmark in Harbour."


def test_page_and_markdown_hold_the_quotes(installed_reader: Reader) -> None:  # noqa: ARG001 - installs it
    """Either form cites the words of the report, and ends in the outlook where a scenario is given."""
    told = read(report_of(TEXT, language="en"))
    page = brief_of(told, "html", None, samples.folder().parent / "scenarios" / SCENARIO)
    text = brief_of(told, "md", "A & B")
    assert page.lstrip().lower().startswith("<!doctype html")
    assert "Outlook" in page
    assert "Outlook" not in text
    assert all("Northland accused Southmark" in form for form in (page, text))


def test_title_names_the_parties(installed_reader: Reader) -> None:  # noqa: ARG001
    """Without a title, the best told talk gives one; without a talk, it is plain."""
    assert title_of(read(report_of(TEXT, language="en"))) == "Brief: Northland and Southmark"
    assert title_of(Slice()) == "Brief"
