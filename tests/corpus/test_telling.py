"""Telling how a run goes: log, counters, time left."""

from __future__ import annotations

import json
import socket
import urllib.request
from pathlib import Path

import pytest
from tests.corpus.builder import frail, one, rows, text

from parley.corpus import CorpusError, Recipe, Telling, logged, read_corpus, served
from parley.corpus.making import Made

COUNTS = {
    "reports": 4,
    "read": 3,
    "unread": 1,
    "left_out": 0,
    "words": 400,
    "proposals": 9,
    "statements": 8,
    "talks": 1,
}


def test_time_left_is_told() -> None:
    """By what is done, what was passed over, and what there is; unknown where nothing is known."""
    told: list[tuple[str, int, int | None]] = []
    telling = Telling(lambda *x: told.append(x), total=12)
    assert telling.seconds_left is None
    telling.passed(2)
    telling.began -= 2
    telling.part(Made("x", {}, COUNTS), 5)
    assert telling.seconds_left == pytest.approx(2, abs=0.2)
    doing, done, of = told[-1]
    assert (done, of) == (7, 12)
    assert doing == "reading, 2.0 reports/s, 200 words/s"
    assert Telling(lambda *_: None).seconds_left is None


def test_log_is_json_lines(tmp_path: Path) -> None:
    """One object an event, with the time and the part's figures."""
    with logged(tmp_path / "log.jsonl"):
        source = rows(tmp_path / "a.jsonl", map(text, range(6)))
        read_corpus([source], tmp_path / "c", one(), Recipe(frail), Telling(lambda *_: None, 6), 4)
    lines = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text().splitlines()]
    assert [line["event"] for line in lines] == ["part", "part", "done"]
    assert [line["counts"]["reports"] for line in lines] == [4, 2, 6]
    assert {"at", "level", "seconds", "cpu", "words_a_second", "seconds_left"} <= set(lines[0])


def test_a_log_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """With the option to give."""
    with pytest.raises(CorpusError, match="no log") as e, logged(tmp_path / "nowhere" / "log"):
        pass
    assert "--log" in e.value.remedy


def test_counters_are_served_to_this_machine() -> None:
    """In the form that Prometheus reads, at the loopback address alone; a port that is taken is named."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with served(port) as counters:
        assert counters is not None
        counters.part(Made("x", {}, COUNTS, seconds=2.5))
        page = urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10).read().decode()
        with pytest.raises(CorpusError, match=f"port {port}"), served(port):
            pass
    assert 'parley_reports_total{outcome="read"} 3.0' in page
    assert 'parley_found_total{kind="statements"} 8.0' in page
    assert "parley_words_total 400.0" in page
    assert 'parley_part_seconds_bucket{le="3.0"} 1.0' in page
