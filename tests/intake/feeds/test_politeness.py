"""Asking politely: robots.txt, pauses, redirects, limits."""

from __future__ import annotations

import pytest
from tests.intake.feeds.server import Site

from parley.intake.feeds import Polite
from parley.intake.left_out import UnreadableError


def test_a_page_is_got(site: Site, polite: Polite) -> None:
    """After the host's rules, once for all its pages; who asks is told."""
    site.put("/a", "one")
    assert polite.get(f"{site.address}/a", 100)[1].body == b"one"
    assert polite.get(f"{site.address}/a", 100)[1].body == b"one"
    assert site.paths() == ["/robots.txt", "/a", "/a"]
    assert site.asked[1][1]["user-agent"].startswith("parley/")


def test_what_robots_forbid_is_not_asked_for(site: Site, polite: Polite) -> None:
    """By name or for all; the rest may be."""
    site.put("/robots.txt", "User-agent: *\nDisallow: /private\n")
    site.put("/open", "x")
    with pytest.raises(UnreadableError, match=r"robots\.txt"):
        polite.get(f"{site.address}/private/a", 100)
    polite.get(f"{site.address}/open", 100)
    assert site.paths() == ["/robots.txt", "/open"]


def test_where_rules_cannot_be_had_nothing_is_asked_for(site: Site, polite: Polite) -> None:
    """A host in trouble is left alone."""
    site.put("/robots.txt", status=503)
    with pytest.raises(UnreadableError, match="cannot be read"):
        polite.get(f"{site.address}/a", 100)
    assert site.paths() == ["/robots.txt"]


def test_a_host_has_its_pause(site: Site) -> None:
    """The one that is asked for by default, or a longer one that its rules ask for."""
    site.put("/a", "x")
    for rules, pause in (("", 2.0), ("User-agent: *\nCrawl-delay: 7\n", 7.0)):
        site.put("/robots.txt", rules)
        waited: list[float] = []
        polite = Polite(("127.0.0.1",), pause=2, wait=waited.append, clock=lambda: 0.0)
        polite.get(f"{site.address}/a", 100)
        polite.get(f"{site.address}/a", 100)
        assert waited == [pause, pause]


def test_redirects_are_followed_and_looked_at(site: Site, polite: Polite) -> None:
    """On to a page of the same host; never to a private one that was not named, nor round and round."""
    site.put("/a", status=302, Location="/b")
    site.put("/b", "end")
    url, answer = polite.get(f"{site.address}/a", 100)
    assert (url, answer.body) == (f"{site.address}/b", b"end")
    site.put("/c", status=301, Location="http://169.254.169.254/latest/meta-data")
    with pytest.raises(UnreadableError, match=r"169\.254\.169\.254, which is no address of the open internet"):
        polite.get(f"{site.address}/c", 100)
    site.put("/d", status=301, Location=site.address.replace("127.0.0.1", "localhost"))
    with pytest.raises(UnreadableError, match="no address of the open internet"):
        polite.get(f"{site.address}/d", 100)
    site.put("/e", status=302, Location="/e")
    with pytest.raises(UnreadableError, match="leads on"):
        polite.get(f"{site.address}/e", 100)
    site.put("/f", status=302, Location="file:///x")
    with pytest.raises(UnreadableError, match="no address of the web"):
        polite.get(f"{site.address}/f", 100)


def test_private_hosts_are_refused_unless_allowed(site: Site) -> None:
    """Nothing is asked of them at all."""
    with pytest.raises(UnreadableError, match="no address of the open internet"):
        Polite(pause=0).get(f"{site.address}/a", 100)
    assert site.asked == []


@pytest.mark.parametrize(("status", "why"), [(404, "refuses"), (500, "refuses"), (403, "refuses"), (429, "patience")])
def test_refusals_are_said(site: Site, polite: Polite, status: int, why: str) -> None:
    """With the status."""
    site.put("/a", status=status)
    with pytest.raises(UnreadableError, match=rf"{why}.*{status}"):
        polite.get(f"{site.address}/a", 100)


def test_limits(site: Site, polite: Polite) -> None:
    """What is too large, or packed though nobody asked, is not taken."""
    site.put("/a", b"x" * 101)
    with pytest.raises(UnreadableError, match="more than"):
        polite.get(f"{site.address}/a", 100)
    site.put("/b", b"x", Content_Encoding="gzip")
    with pytest.raises(UnreadableError, match="compressed"):
        polite.get(f"{site.address}/b", 100)


def test_no_answer_is_said(polite: Polite) -> None:
    """A port at which nobody listens."""
    with pytest.raises(UnreadableError, match="cannot be reached"):
        polite.get("http://127.0.0.1:1/", 100)
