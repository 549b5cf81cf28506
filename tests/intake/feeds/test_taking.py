"""Taking what is new in feeds, sitemaps and folders: once, and what fails is named."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from tests.intake.feeds.server import Site

from parley.intake.feeds import Feed, Polite, take, take_folder
from parley.intake.feeds.entries import listing_of
from parley.intake.left_out import UnreadableError

PAGE = "<html><head><title>{0}</title></head><body><article><h1>{0}</h1>{1}</article></body></html>"
BODY = "<p>The envoys met in the harbour town on Monday and agreed to meet again before the month was over.</p>" * 6
ITEM = "<item><title>{0}</title><link>{1}</link><pubDate>Fri, 03 Jan 2031 10:00:00 GMT</pubDate></item>"


def page(title: str) -> str:
    """A page with an article."""
    return PAGE.format(title, BODY.replace("envoys", f"envoys of {title}"))


def rss(site: Site, *names: str) -> str:
    """A feed of these pages."""
    items = "".join(ITEM.format(f"On {n}", f"{site.address}/{n}") for n in names)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>The Wire</title>{items}</channel></rss>'


def test_a_feed_is_taken_once(site: Site, polite: Polite) -> None:
    """Pages with title, day and outlet; nothing is asked for twice, and what has not changed is not sent again."""
    site.put("/feed", rss(site, "a", "b"), ETag='"1"')
    for name in "ab":
        site.put(f"/{name}", page(name))
    first = take(Feed(f"{site.address}/feed"), polite)
    assert [(r.url, r.publisher, r.published) for r in first.reports] == [
        (f"{site.address}/{n}", "The Wire", "2031-01-03") for n in "ab"
    ]
    assert all("harbour town" in (r.text or "") for r in first.reports)
    assert first.left_out == ()
    site.asked.clear()
    assert take(first.feed, polite).reports == ()
    assert site.asked[0][1]["if-none-match"] == '"1"'
    site.put("/feed", rss(site, "c", "a"), ETag='"2"')
    site.put("/c", page("c"))
    assert [r.url for r in take(first.feed, polite).reports] == [f"{site.address}/c"]


def test_pages_that_fail_are_asked_for_again(site: Site, polite: Polite) -> None:
    """They are named, the others are taken, and the feed is sent again though it has not changed."""
    site.put("/feed", rss(site, "a", "gone"), ETag='"1"')
    site.put("/a", page("a"))
    first = take(Feed(f"{site.address}/feed"), polite)
    assert len(first.reports) == 1
    assert [x.path for x in first.left_out] == [f"{site.address}/gone"]
    site.put("/gone", page("gone"))
    assert [r.url for r in take(first.feed, polite).reports] == [f"{site.address}/gone"]


def test_what_is_no_page_is_taken_as_the_host_tells_it(site: Site, polite: Polite) -> None:
    """A text is no page without an article."""
    site.put("/feed", rss(site, "a.txt"))
    site.put("/a.txt", "Nobody signed the accord.", Content_Type="text/plain; charset=utf-8")
    assert [r.text for r in take(Feed(f"{site.address}/feed"), polite).reports] == ["Nobody signed the accord."]


def test_no_more_pages_than_asked_for(site: Site, polite: Polite) -> None:
    """The rest waits, and comes next time."""
    site.put("/feed", rss(site, *"abcde"), ETag='"1"')
    for name in "abcde":
        site.put(f"/{name}", page(name))
    feed, came = Feed(f"{site.address}/feed"), []
    for waiting in (3, 1, 0):
        taken = take(feed, polite, 2)
        assert taken.waiting == waiting
        came += [r.url for r in taken.reports]
        feed = taken.feed
    assert came == [f"{site.address}/{n}" for n in "abcde"]


def test_sitemaps_are_followed_one_step(site: Site, polite: Polite) -> None:
    """The latest pages first; packed ones too."""
    urls = "".join(f"<url><loc>{site.address}/{n}</loc><lastmod>2031-01-0{d}</lastmod></url>" for n, d in ("a1", "b3"))
    site.put("/s.xml", gzip.compress(f"<urlset>{urls}</urlset>".encode(), mtime=0))
    site.put("/index", f"<sitemapindex><sitemap><loc>{site.address}/s.xml</loc></sitemap></sitemapindex>")
    for name in "ab":
        site.put(f"/{name}", page(name))
    taken = take(Feed(f"{site.address}/index"), polite)
    assert [(r.url, r.published) for r in taken.reports] == [
        (f"{site.address}/b", "2031-01-03"),
        (f"{site.address}/a", "2031-01-01"),
    ]


def test_a_feed_cannot_lead_to_private_machines(site: Site, polite: Polite) -> None:
    """Its links are looked at like any other address."""
    listed = rss(site, "a").replace(f"{site.address}/a", "http://10.0.0.1/admin")
    site.put("/feed", listed)
    taken = take(Feed(f"{site.address}/feed"), polite)
    assert taken.reports == ()
    assert "no address of the open internet" in taken.left_out[0].why


def test_atom_is_a_feed_too() -> None:
    """Relative links are led on from where the feed is."""
    body = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>A &amp;amp; B</title>'
        '<link href="/a"/><updated>2031-02-03T04:05:06Z</updated></entry></feed>'
    )
    listing = listing_of(body.encode(), "https://news.example/x/feed")
    assert [(e.url, e.published) for e in listing.entries] == [("https://news.example/a", "2031-02-03")]


@pytest.mark.parametrize(
    "body",
    [
        b"<html><body>no feed</body></html>",
        b"",
        b"<urlset><url>",
        b'<?xml version="1.0" encoding="no-such-code"?><urlset/>',
        b'<?xml version="1.0" encoding="gb2312"?><urlset/>',
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss version="2.0"><channel>&b;</channel></rss>',
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///x">]><urlset>&a;</urlset>',
        b"\x1f\x8bbroken",
        gzip.compress(b"<urlset>" + b" " * 11_000_000, mtime=0),
    ],
)
def test_what_is_no_feed_is_refused(body: bytes) -> None:
    """No feed, a broken one, and those that would fill the memory or read other files."""
    with pytest.raises(UnreadableError):
        listing_of(body, "https://news.example/")


def test_folders_give_what_is_new(tmp_path: Path) -> None:
    """New files and changed ones, once; what cannot be read is named."""
    (tmp_path / "a.txt").write_text("The envoys met on Monday.", encoding="utf-8")
    (tmp_path / "b.bin").write_bytes(b"\0\1")
    first = take_folder(Feed(str(tmp_path)))
    assert (len(first.reports), len(first.left_out)) == (1, 1)
    assert take_folder(first.feed).reports == ()
    (tmp_path / "c.txt").write_text("Nobody signed the accord.", encoding="utf-8")
    assert [r.text for r in take_folder(first.feed).reports] == ["Nobody signed the accord."]
