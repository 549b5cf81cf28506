"""Feeds as a person follows them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.intake.feeds.server import Site, serving
from tests.intake.feeds.test_taking import page, rss

from parley.desk.amiss import AmissError
from parley.desk.feeds import add, feeds_in, fetch, remove, table
from parley.intake import gather


@pytest.fixture
def site() -> Iterator[Site]:
    """A web server on this machine."""
    with serving() as made:
        yield made


def test_what_is_new_is_written_as_rows(site: Site, tmp_path: Path) -> None:
    """From feeds and folders; intake reads them; once."""
    site.put("/feed", rss(site, "a"))
    site.put("/a", page("a"))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "x.txt").write_text("Nobody signed the accord.", encoding="utf-8")
    feeds = tmp_path / "feeds"
    add(feeds, f"{site.address}/feed", ["127.0.0.1"])
    add(feeds, str(tmp_path / "in"))
    first = fetch(feeds, pause=0)
    assert (first.reports, first.left_out) == (2, ())
    assert first.file is not None
    reports = gather([first.file]).reports
    assert {r.publisher for r in reports} == {"The Wire", None}
    assert fetch(feeds, pause=0).file is None
    assert [row[1] for row in table(feeds).rows] == [1, 1]


def test_private_addresses_are_refused_unless_allowed(site: Site, tmp_path: Path) -> None:
    """Nothing is asked of them, and what to type is said."""
    add(tmp_path, f"{site.address}/feed")
    done = fetch(tmp_path, pause=0)
    assert done.reports == 0
    assert "--allow 127.0.0.1" in done.left_out[0].remedy
    assert site.asked == []


def test_feeds_are_kept_and_left(tmp_path: Path) -> None:
    """One is followed once; one that is left is gone; what is none is refused."""
    add(tmp_path, "https://news.example/feed", ["News.Example"])
    assert feeds_in(tmp_path)[0].allow == ("news.example",)
    with pytest.raises(AmissError, match="followed already"):
        add(tmp_path, "https://news.example/feed")
    with pytest.raises(AmissError, match="neither a folder nor an address"):
        add(tmp_path, "nowhere")
    with pytest.raises(AmissError, match="is not followed") as e:
        remove(tmp_path, "https://news.example/fed")
    assert "feed" in e.value.remedy
    remove(tmp_path, "https://news.example/feed")
    assert feeds_in(tmp_path) == ()
    with pytest.raises(AmissError, match="no feed is followed"):
        fetch(tmp_path)


def test_a_damaged_list_is_said(tmp_path: Path) -> None:
    """Not overwritten."""
    (tmp_path / "feeds.json").write_text(json.dumps([{"x": 1}]))
    with pytest.raises(AmissError, match="cannot be read"):
        add(tmp_path, "https://news.example/feed")
