"""A corpus as a person asks for it."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest
from tests.corpus.builder import BREAKS, frail, newer, rows, text

from parley.desk import corpus
from parley.desk.amiss import AmissError
from parley.desk.reports import silent

HOW = corpus.How(size=3, seconds=20)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Seven reports, one of which is too much for the reader, and one twice."""
    texts = [*map(text, range(5)), f"{BREAKS} is quiet.", text(6)]
    return rows(tmp_path / "a.jsonl", texts)


def test_what_was_done_is_told(source: Path, tmp_path: Path) -> None:
    """Read, left out, known before; a log beside the parts."""
    out = tmp_path / "c"
    how = corpus.How(size=3, seconds=20, log=out / "log.jsonl")
    first = corpus.read([source], out, frail, how)
    assert (first.counts["read"], first.counts["left_out"], first.parts, first.known) == (6, 1, 3, 0)
    again = corpus.read([source], out, frail, how)
    assert (again.parts, again.known) == (0, 7)
    assert [json.loads(line)["event"] for line in how.log.read_text().splitlines()].count("part") == 3  # type: ignore[union-attr]
    assert corpus.left_out(out).as_objects()[0]["why"] == "reading it broke: ValueError: no such land"


def test_older_parts_are_named_and_read_again(source: Path, tmp_path: Path) -> None:
    """Once the codebook is another."""
    out = tmp_path / "c"
    corpus.read([source], out, frail, HOW)
    assert corpus.read([source], out, newer, HOW).older == 3
    infos = [r.info for r in newer()]
    assert [row["older"] for row in corpus.table(out, infos).as_objects()] == [True] * 3
    done = corpus.read_older(out, newer, HOW)
    assert (done.parts, done.older, done.counts["reports"]) == (3, 0, 7)


def test_questions(source: Path, tmp_path: Path) -> None:
    """By name or in SQL; one that is not there names those that are near."""
    out = tmp_path / "c"
    corpus.read([source], out, frail, HOW)
    table = corpus.ask(out, corpus.question("who-accused-whom"))
    assert table.columns == ("month", "dated", "accuser", "accused", "accusations", "reports")
    assert corpus.ask(out, "SELECT ['a', 'b'] AS x, DATE '2031-01-02' AS y").rows == (("a, b", "2031-01-02"),)
    with pytest.raises(AmissError, match="no question") as e:
        corpus.question("who-accused-who")
    assert "who-accused-whom" in e.value.remedy
    assert {r[1] for r in corpus.questions().rows} >= {"who-accused-whom", "statements"}
    with pytest.raises(AmissError, match="refused"):
        corpus.ask(out, "SELECT x")


def test_a_watched_folder_is_read_as_it_grows(tmp_path: Path) -> None:
    """Each look reads what is new; a file that is just being written waits for the next one."""
    folder, told = tmp_path / "in", list[corpus.Read]()
    folder.mkdir()
    looks = iter(range(4))

    def pause() -> bool:
        look = next(looks)
        file = rows(folder / f"{look}.jsonl", [text(look)])
        if look != 1:
            os.utime(file, (0, 0))
        else:
            os.utime(file, (2e10, 2e10))
        if look == 2:
            os.utime(folder / "1.jsonl", (0, 0))
        return look < 3

    corpus.watch([folder], tmp_path / "c", frail, HOW, silent, told.append, pause)
    assert [t.counts["reports"] for t in told] == [1, 2]


def test_the_speed_of_a_look_is_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The hours in which nothing came are no part of it."""
    folder, told, clock = tmp_path / "in", list[corpus.Read](), [0.0]
    os.utime(rows_in(folder, 0), (0, 0))
    now = time.monotonic
    monkeypatch.setattr(time, "monotonic", lambda: now() + clock[0])
    looks = iter(range(2))

    def pause() -> bool:
        clock[0] += 1e6
        os.utime(rows_in(folder, 1), (0, 0))
        return next(looks) < 1

    corpus.watch([folder], tmp_path / "c", frail, HOW, silent, told.append, pause)
    assert len(told) == 2
    assert told[1].words_a_second > 1e-3


def rows_in(folder: Path, number: int) -> Path:
    """A file of one report in a folder."""
    folder.mkdir(exist_ok=True)
    return rows(folder / f"{number}.jsonl", [text(number)])


def test_what_cannot_be_is_said(source: Path, tmp_path: Path) -> None:
    """A folder that is a file; a corpus that is not there."""
    with pytest.raises(AmissError):
        corpus.read([source], source, frail, HOW)
    with pytest.raises(AmissError, match="no finished part"):
        corpus.read_older(tmp_path / "none", frail, HOW)
