"""Two readers at the workbench: where they differ stands first, with both; words of a model are shown as words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import Entry, PatternReader
from tests.readers.scripted import Server, always, event, said, serving
from tests.web.conftest import Sit

from parley.desk import readers
from parley.desk.bench import Bench
from parley.desk.second import agree
from parley.readers.chat import default
from parley.terms.chat import ChatServer
from parley.terms.enums import Handling
from parley.web.addresses import to_statement

TEXT = "Northland accused Southmark. Southmark denies attacking Northland. <script>alert(1)</script> Northland left."
DENIED = event("Southmark denies attacking Northland", "attacking", actors=["Southmark"], recipients=["Northland"])
ALONE = event("<script>alert(1)</script> Northland left", "left", type="RETREAT", actors=["Northland"],
              object="<script>alert(1)</script>")  # fmt: skip


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server whose model is called what no page should run."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(readers, "entry_points", lambda group: [Entry("chat", default)])  # noqa: ARG005
    with serving(always(said(DENIED, ALONE))) as made:
        text = f'[reader]\naddress = "{made.address}"\nmodel = "<b>tiny</b>"\n'
        (tmp_path / "parley.toml").write_text(text, encoding="utf-8")
        yield made


@pytest.fixture
def bench(tmp_path: Path, pattern_reader: PatternReader) -> Iterator[Bench]:
    """An empty record."""
    made = Bench(tmp_path / "talks.db", readers_of=lambda: [pattern_reader])
    yield made
    made.close()


def read_in(bench: Bench, folder: Path) -> tuple[str, ...]:
    """Read a report as an upload is read; what the second reader came to."""
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    taken = bench.read_in([folder / "a.txt"], Handling.OPEN)
    return taken.heard.lines if taken.heard is not None else ()


def test_uploads_are_sent_only_where_that_was_agreed_to(server: Server, bench: Bench, tmp_path: Path) -> None:
    """A browser agrees to nothing by itself: who set the record up does, once."""
    assert read_in(bench, tmp_path) == ()
    assert server.asked == []
    with bench.at_work() as record:
        agree(ChatServer(server.address, "tiny"), record)
    assert "proposals 2" in read_in(bench, tmp_path)[0]
    assert len(server.asked) == 1


def test_a_difference_stands_first_with_both_readings(server: Server, bench: Bench, tmp_path: Path, sit: Sit) -> None:
    """In the queue, on its own page, and in the data beside both; nothing that a model says is run."""
    with bench.at_work() as record:
        agree(ChatServer(server.address, "tiny"), record)
    read_in(bench, tmp_path)
    browser = sit(bench)
    first, *rest = browser.get("/review.json").json()["items"]
    assert first["readings"]["verdict"] == "two readers differ on whether it is a fact"
    assert [r["model"] for r in first["readings"]["each"]] == [False, True]
    assert first["weight"] > max(i["weight"] for i in rest) + 10
    assert "found by a language model alone" in {i["readings"]["verdict"] for i in rest}
    for page in ("/review", to_statement(first["line"]["id"])):
        shown = browser.get(page).text
        assert "wo readers differ on whether it is a fact" in shown
        assert "chat 1, &lt;b&gt;tiny&lt;/b&gt; at 127.0.0.1" in shown
        assert "<script>alert" not in shown
        assert "<b>tiny" not in shown
