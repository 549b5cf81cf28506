"""The same bytes whatever the engine, and a worker that dies loses and doubles nothing."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from distributed import Client, LocalCluster
from tests.corpus.builder import KILLS, bytes_of, corpus_of, frail, rows, text

from parley.corpus import CorpusError, Crew, Recipe, Telling, crew, logged, parts_in, read_corpus
from parley.corpus.engines import AtOnce, Engine, of_client


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some reports."""
    return rows(tmp_path_factory.mktemp("source") / "a.jsonl", map(text, range(23)))


@pytest.fixture(scope="module")
def calm(source: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one process makes of them."""
    out = tmp_path_factory.mktemp("calm") / "c"
    corpus_of(source, out)
    return bytes_of(out)


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    """A small Dask cluster within this process."""
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, processes=False, dashboard_address=None) as cluster,
        Client(cluster, set_as_default=False) as made,
    ):
        yield made


def test_dask_makes_the_same(source: Path, calm: dict[str, bytes], client: Client, tmp_path: Path) -> None:
    """Byte for byte."""
    corpus_of(source, tmp_path / "c", of_client(client))
    assert bytes_of(tmp_path / "c") == calm


def test_a_dask_worker_that_is_lost_loses_nothing(source: Path, calm: dict[str, bytes], tmp_path: Path) -> None:
    """One of two goes while the other parts are at work; every byte is as it would have been."""
    gone: list[object] = []
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, processes=False, dashboard_address=None) as cluster,
        Client(cluster, set_as_default=False) as made,
    ):

        def lose(*_: object) -> None:
            if not gone:
                worker = next(iter(cluster.workers.values()))
                gone.append(worker)
                cluster.sync(worker.close, executor_wait=False)

        read_corpus([source], tmp_path / "c", of_client(made), Recipe(frail, 5), Telling(lose), 4)
    assert gone
    assert bytes_of(tmp_path / "c") == calm


def test_a_pool_makes_the_same_though_a_worker_is_killed(source: Path, calm: dict[str, bytes], tmp_path: Path) -> None:
    """One of its processes is ended while it works; nothing is lost, nothing is there twice."""
    out = tmp_path / "c"
    with crew(Engine.POOL, 2) as made:
        struck: list[int] = []

        def strike() -> None:
            while not list(out.glob("part=*")):
                time.sleep(0.005)
            struck.extend(list(made.executor._processes)[:1])  # type: ignore[attr-defined]
            os.kill(struck[0], signal.SIGKILL)

        killer = threading.Thread(target=strike, daemon=True)
        killer.start()
        corpus_of(source, out, made, size=4)
        killer.join(30)
    assert struck
    assert bytes_of(out) == calm


def test_a_report_that_kills_its_process_costs_itself(tmp_path: Path) -> None:
    """It is found, listed with its cause, and the others of its part are read."""
    source = rows(tmp_path / "a.jsonl", [text(0), f"To {KILLS} none returns.", text(1)])
    with crew(Engine.POOL, 2) as made:
        corpus_of(source, tmp_path / "c", made, recipe=Recipe(frail, 20))
    (part,) = parts_in(tmp_path / "c")
    assert (part.counts["read"], part.counts["left_out"]) == (2, 1)


class BreaksOnce(AtOnce):
    """An executor on which the first thing to do breaks as a whole."""

    broke = False

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Do it, but for the first."""
        if self.broke:
            return super().submit(fn, *args, **kwargs)
        self.broke = True
        failed: Future[Any] = Future()
        failed.set_exception(RuntimeError("no room for it"))
        return failed


def test_a_part_that_breaks_as_a_whole_is_tried_by_itself(source: Path, calm: dict[str, bytes], tmp_path: Path) -> None:
    """Nothing is lost, and the log says what had happened."""
    with logged(tmp_path / "log.jsonl"):
        corpus_of(source, tmp_path / "c", Crew(BreaksOnce, lambda: 1))
    lines = map(json.loads, (tmp_path / "log.jsonl").read_text().splitlines())
    assert [line["why"] for line in lines if line["event"] == "again by itself"] == ["RuntimeError: no room for it"]
    assert bytes_of(tmp_path / "c") == calm


def test_a_scheduler_that_is_not_there_is_named() -> None:
    """With how to start one."""
    with pytest.raises(CorpusError, match="no Dask scheduler answers") as e, crew(Engine.DASK, 1, "tcp//nowhere"):
        pass
    assert "dask scheduler" in e.value.remedy


def test_a_missing_extra_says_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command for pip."""
    import sys

    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(CorpusError, match="distributed") as e, crew(Engine.DASK, 1):
        pass
    assert e.value.remedy == "Type: pip install 'parley[corpus]'"
