"""Sources: which addresses are linked, what is said of a report."""

from __future__ import annotations

import pytest

from parley.brief.citations import cite_all
from parley.brief.sources import safe_url, source
from parley.terms.slice import Slice

BAD = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//host", "/path", "http://", "http://[::1",
    "https://user@host/", "https://a b", "java\nscript:x", "ftp://host/", "", None,
]  # fmt: skip


@pytest.mark.parametrize("url", BAD)
def test_only_plain_web_addresses_are_safe(url: str | None) -> None:
    """Anything but http or https with a host is not linked."""
    assert safe_url(url) is None


def test_an_unread_report_says_why(northland: Slice) -> None:
    """A report that no reader reads is listed with the reason."""
    report = northland.report("strom")
    assert "no installed reader reads sv" in source(report, cite_all(northland)).missing


def test_an_undated_report_is_called_so(northland: Slice) -> None:
    """A report without a date says that it has none."""
    rows = dict(source(northland.report("dispatch"), cite_all(northland)).rows)
    assert rows["Published"] == "not dated"
