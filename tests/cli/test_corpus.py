"""`parley corpus` and `parley feed` as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.conftest import PatternReader
from tests.corpus.builder import rows, text

from parley.cli import main

CAPTURE = pytest.CaptureFixture[bytes]


def run(capsysbinary: CAPTURE, *words: str) -> tuple[int, str, str]:
    """A command's exit status, output and messages."""
    with pytest.raises(SystemExit) as e:
        main(words)
    out, err = capsysbinary.readouterr()
    return int(e.value.code or 0), out.decode(), err.decode()


@pytest.mark.usefixtures("installed_reader")
def test_from_reports_to_answers(tmp_path: Path, capsysbinary: CAPTURE) -> None:
    """Read without the word `read`, ask, look at the parts, take into a record."""
    source, out = rows(tmp_path / "a.jsonl", map(text, range(5))), str(tmp_path / "c")
    status, _, said = run(capsysbinary, "corpus", str(source), "--out", out, "--workers", "1", "--part-size", "2")
    assert status == 0
    assert "5 reports read into 3 parts" in said
    assert "Next: parley corpus ask" in said
    status, _, said = run(capsysbinary, "corpus", "read", str(source), "--out", out, "--workers", "1")
    assert "0 reports read into 0 parts, 5 known already" in said
    _, answer, _ = run(capsysbinary, "corpus", "ask", "who-accused-whom", "--in", out, "--json")
    assert {row["accuser"] for row in json.loads(answer)} == {"landa", "landb", "landc", "landd", "lande"}
    _, answer, _ = run(capsysbinary, "corpus", "ask", "--in", out, "--sql", "SELECT count(*) AS n FROM talks")
    assert answer.split() == ["n", "5"]
    _, answer, _ = run(capsysbinary, "corpus", "ask")
    assert "contested-by-source" in answer
    _, answer, _ = run(capsysbinary, "corpus", "parts", out)
    assert len(answer.splitlines()) == 4
    record = str(tmp_path / "r.db")
    status, _, said = run(capsysbinary, "corpus", "ingest", out, "--record", record)
    assert (status, "5 reports" in said) == (0, True)


@pytest.mark.usefixtures("installed_reader")
def test_what_is_left_out_is_said(tmp_path: Path, capsysbinary: CAPTURE) -> None:
    """By place and cause, and the exit status is 1."""
    source = tmp_path / "a.jsonl"
    source.write_text('{"text": "Northland accused Southmark."}\n{"title": "no text"}\n')
    status, _, said = run(capsysbinary, "corpus", str(source), "--out", str(tmp_path / "c"), "--workers", "1")
    assert status == 1
    assert f"left out: {source}, line 2: the field 'text' is missing" in said


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["corpus", "--out", "c"], "either sources or --again-older"),
        (["corpus", "x", "--again-older"], "either sources or --again-older"),
        (["corpus", "ask", "x", "--sql", "SELECT 1"], "either a question or --sql"),
        (["corpus", "ask", "x"], "no question 'x'"),
        (["corpus", "ingest", "nowhere"], "holds no finished part"),
        (["feed", "fetch", "--feeds", "nowhere"], "no feed is followed"),
    ],
)
def test_what_is_asked_amiss(
    words: list[str], what: str, installed_reader: PatternReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsysbinary: CAPTURE,
) -> None:  # fmt: skip
    """Exit status 2, and what to type."""
    monkeypatch.chdir(tmp_path)
    status, _, said = run(capsysbinary, *words)
    assert (status, what in said) == (2, True)
    assert installed_reader.seen == 0


def test_feeds_are_followed(tmp_path: Path, capsysbinary: CAPTURE) -> None:
    """A folder, from adding it to what is new in it."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Northland accused Southmark.")
    feeds = ["--feeds", str(tmp_path / "feeds")]
    assert run(capsysbinary, "feed", "add", str(tmp_path / "in"), *feeds)[0] == 0
    status, _, said = run(capsysbinary, "feed", "fetch", *feeds)
    assert (status, "1 new reports" in said) == (0, True)
    _, answer, _ = run(capsysbinary, "feed", "list", *feeds, "--json")
    assert [f["taken"] for f in json.loads(answer)] == [1]
    assert run(capsysbinary, "feed", "remove", str(tmp_path / "in"), *feeds)[0] == 0
