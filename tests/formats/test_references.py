"""Reports as entries of a bibliography: complete, each under a key of its own, and nothing in them breaks the form."""

from __future__ import annotations

import re
from dataclasses import replace

import rispy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.strategies import values

from parley.formats import references, telling
from parley.formats.pieces import Lost, Wish
from parley.terms.enums import ReportState
from parley.terms.report import Appearance, Report, report_of
from parley.terms.slice import Slice

ENTRY = re.compile(r"@misc\{([^,\s]+),\n((?:  [a-z]+ = \{.*\},\n)+)\}\n\n")
TALKS = replace(
    report_of(
        "Talks.", id="r1", title="The {Talks} & 50% of $ #1_x \\end", publisher="Dägblad", url="https://x.example/a_b%20c",
        published="2031-05-10", retrieved="2031-05-11T08:00:00Z", language="en",
    ),
    appearances=(Appearance("Dägblad"), Appearance("The Wire")),
)  # fmt: skip


def bibtex(*reports: Report) -> str:
    return "".join(p for p in references.bibtex([Slice(reports)], Wish()) if isinstance(p, str))


def ris(*reports: Report) -> str:
    return "".join(p for p in references.ris([Slice(reports)], Wish()) if isinstance(p, str))


def test_a_report_is_cited_with_all_that_is_known_of_it() -> None:
    """Title, outlet, day, address, day of retrieval, and who else printed it; signs of BibTeX's are escaped."""
    text = bibtex(TALKS)
    key = references.key_of(TALKS)
    assert key.startswith("dagblad2031talks-")
    assert text.splitlines() == [
        f"@misc{{{key},",
        "  title = {The \\{Talks\\} \\& 50\\% of \\$ \\#1\\_x \\textbackslash end},",
        "  publisher = {Dägblad},",
        "  year = {2031},",
        "  date = {2031-05-10},",
        "  urldate = {2031-05-11},",
        "  language = {en},",
        "  note = {Parley report r1; also printed by The Wire},",
        "  url = {https://x.example/a_b%20c},",
        "}",
        "",
    ]
    (entry,) = rispy.loads(ris(TALKS))
    assert (entry["type_of_reference"], entry["title"], entry["secondary_title"]) == ("NEWS", TALKS.title, "Dägblad")
    assert (entry["year"], entry["date"], entry["urls"]) == ("2031", "2031/05/10", ["https://x.example/a_b%20c"])
    assert entry["id"] == key


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(values(Report), max_size=4, unique_by=lambda r: r.id))
def test_any_reports_are_well_formed_under_keys_of_their_own(reports: list[Report]) -> None:
    """As many entries as there are reports that were not withdrawn, in both forms; braces are balanced."""
    lost = {p.id for p in references.bibtex([Slice(tuple(reports))], Wish()) if isinstance(p, Lost)}
    assert {r.id for r in reports if r.state is ReportState.WITHDRAWN} <= lost
    cited = [r for r in reports if r.id not in lost]
    text = bibtex(*reports)
    found = ENTRY.findall(text)
    assert "".join(m.group() for m in ENTRY.finditer(text)) == text
    assert len({key.casefold() for key, _ in found}) == len(found) == len(cited)
    bare = re.sub(r"\\[{}]", "", text)
    assert bare.count("{") == bare.count("}")
    read = rispy.loads(ris(*reports)) if cited else []
    assert [e["id"] for e in read] == [key for key, _ in found]


def test_a_key_does_not_hang_on_what_is_cited_beside_it() -> None:
    """So a paper's citations stay good when the record grows."""
    other = replace(TALKS, id="r2")
    assert references.key_of(TALKS) != references.key_of(other)
    assert references.key_of(TALKS) in bibtex(other, TALKS)


def test_a_withdrawn_report_is_cited_no_more() -> None:
    """It is lost, and why is said."""
    gone = replace(TALKS, state=ReportState.WITHDRAWN, text=None)
    assert list(references.ris([Slice((gone,))], Wish())) == [Lost("r1", "report", telling.WITHDRAWN)]


def test_a_report_of_which_nothing_is_told_is_not_cited() -> None:
    """As those that are withheld from an export."""
    bare = Report("withheld-1", None, None, None, None, None, "en", None, "0" * 64)
    assert list(references.bibtex([Slice((bare,))], Wish())) == [Lost("withheld-1", "report", references.UNKNOWN)]


def test_only_addresses_of_the_web_are_linked() -> None:
    """Nothing else is put where a program would follow it."""
    for url in ("javascript:alert(1)", "https://x.example/}{", "file:///etc/passwd", "not a url"):
        assert "url =" not in bibtex(replace(TALKS, url=url))
