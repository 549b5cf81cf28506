"""A copy of a record in Datasette: every view opens with its words, and nothing but the views does."""

from __future__ import annotations

import asyncio
import json
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette  # type: ignore[import-untyped]
from tests.web.telling import tell

from parley.desk.export import take_away
from parley.formats.datasette import VIEWS, metadata
from parley.record import Record


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of a record that tells every form."""
    with Record.open(tmp_path / "r.db") as record:
        tell(record)
    return Path(shutil.copy(tmp_path / "r.db", tmp_path / "talks.db"))


def asked(copy: Path, addresses: Iterable[str], **more: Any) -> list[Any]:
    """What Datasette answers."""

    async def ask() -> list[Any]:
        files = {"immutables": [str(copy)], "files": []} if more.get("immutable") else {"files": [str(copy)]}
        served = Datasette(**files, metadata=metadata("talks"), settings={"allow_download": False})
        return [await served.client.get(address) for address in addresses]

    return asyncio.run(ask())


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_opens_with_its_title_rows_and_columns(copy: Path, view: str) -> None:
    """As a page with its title and facets, and as JSON whose columns are those that are described, in words."""
    page, rows = asked(copy, [f"/talks/{view}", f"/talks/{view}.json?_shape=objects"])
    assert page.status_code == rows.status_code == 200
    title, _, _, facets, columns = VIEWS[view]
    assert title in page.text
    found = rows.json()["rows"]
    assert found
    assert set(facets) <= set(found[0])
    assert columns.keys() <= found[0].keys()
    assert all(about in unescape(page.text) for about in columns.values())


def test_nothing_but_the_views_is_open(copy: Path) -> None:
    """No table, no view beneath the others, no SQL of one's own; no download either, served as the documents say."""
    with closing(sqlite3.connect(copy)) as c:
        held = [n for (n,) in c.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
    shut = [name for name in held if name not in VIEWS]
    addresses = [f"/talks/{name}.json" for name in shut] + ["/talks.json?sql=select+*+from+reports", "/talks.db"]
    answers = asked(copy, addresses) + asked(copy, addresses, immutable=True)
    for address, answer in zip(addresses * 2, answers, strict=True):
        assert answer.status_code == 403, address


def test_the_page_of_the_file_lists_the_views_and_warns(copy: Path) -> None:
    """And says what they leave out."""
    page, listed = asked(copy, ["/talks", "/talks.json"])
    assert "do not publish the file itself" in page.text
    assert {v["name"] for v in listed.json()["views"]} == set(VIEWS)
    assert [t["name"] for t in listed.json()["tables"]] == []


def test_the_metadata_is_for_the_record_that_is_asked(tmp_path: Path) -> None:
    """Datasette knows a database by its file's name."""
    with Record.open(tmp_path / "eastmere.db") as record:
        tell(record)
        out = tmp_path / "metadata.json"
        take_away(record, "datasette", out)
    assert json.loads(out.read_text(encoding="utf-8")) == metadata("eastmere")
